import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { Book, BookSheet } from '#application/ports/document-writer.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import { openGuardedZip } from '#documents/readers/zip-guard.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'

/** Ways to start a formula or a command, times ways to hide the start: 12 × 17 = 204 payloads. */
const STARTS = [
  '=1+1',
  '=cmd|"/c calc"!A0',
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '+cmd|"/c x"!A0',
  '-1+1',
  '-2+3+cmd|"/c x"!A0',
  '@SUM(1)',
  '＝1+1',
  '＋1+1',
  '－1+1x',
  '＠SUM(1)',
]
const DISGUISES = [
  '',
  ' ',
  '   ',
  '\u00a0',
  ' \u00a0 ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  'a\n',
  'a\r',
  'a\r\n',
  'a\n ',
  'a\n\u00a0',
  'a\n\t',
  '\t ',
  'x\n\n',
]
const PAYLOADS = STARTS.flatMap((start) => DISGUISES.map((disguise) => disguise + start))

const ratings: BookSheet = {
  name: 'Nilai akhir',
  noteLines: ['Rekap penetapan predikat', 'Periode: 2026'],
  columns: [
    { header: 'NIP', width: 22, kind: 'text' },
    { header: 'Nama', width: 30, kind: 'text' },
    { header: 'Skor', width: 10, kind: 'number', decimals: 2 },
    { header: 'Jumlah', width: 10, kind: 'integer' },
    { header: 'Capaian', width: 10, kind: 'percent', decimals: 1 },
    { header: 'Tanggal', width: 12, kind: 'date' },
  ],
  rows: [
    ['196804111993031009', 'Ani – "S.E."', 83.05, 12_000, 0.6195, '2026-11-22'],
    ['198001012005011001', 'Budi', null, 1, 'belum dinilai', null],
  ],
  frozenRows: 3,
  frozenColumns: 2,
}
const book = (...sheets: BookSheet[]): Book => ({ title: 'Nilai', author: 'Timbang', sheets })

describe('writing XLSX', () => {
  it('is read back cell by cell, with notes, formats and identity numbers intact', async () => {
    const bytes = await workbookWriter.toXlsx(book(ratings))
    const { sheets, notes } = tableReader.read('nilai.xlsx', bytes)
    expect(notes).toEqual([])
    expect(sheets[0]?.name).toBe('Nilai akhir')
    const text = (value: string) => ({ kind: 'text', text: value })
    expect(sheets[0]?.rows).toEqual([
      [text('Rekap penetapan predikat')],
      [text('Periode: 2026')],
      ratings.columns.map(({ header }) => text(header)),
      [
        text('196804111993031009'),
        text('Ani – "S.E."'),
        { kind: 'number', value: 83.05, shown: '83,05' },
        { kind: 'number', value: 12_000, shown: '12.000' },
        { kind: 'number', value: 0.6195, shown: expect.stringMatching(/^6[12],\d%$/) },
        { kind: 'date', iso: '2026-11-22', shown: '22/11/2026' },
      ],
      [
        text('198001012005011001'),
        text('Budi'),
        { kind: 'empty' },
        { kind: 'number', value: 1, shown: '1' },
        text('belum dinilai'),
      ],
    ])
  })

  it('freezes rows and columns and sets the widths', async () => {
    const read = await readXlsx(await workbookWriter.toXlsx(book(ratings)))
    expect(read.sheets[0]?.freezePane).toMatchObject({ rows: 3, columns: 2 })
    expect(read.sheets[0]?.columns?.map(({ width }) => Math.round(width ?? 0))).toEqual([22, 30, 10, 10, 10, 12])
    expect(read.properties).toMatchObject({ title: 'Nilai', creator: 'Timbang' })
  })

  it('prints the head and the frozen columns again on every page, under the quoted name of the sheet', async () => {
    const bytes = await workbookWriter.toXlsx(book(ratings))
    const workbook = openGuardedZip(bytes, 'nilai.xlsx', () => true).parts.get('xl/workbook.xml')
    expect(Buffer.from(workbook ?? []).toString()).toContain("'Nilai akhir'!$A:$B,'Nilai akhir'!$3:$3")
  })

  it('is as high as the lines of a wrapped text, for suites that do not look for themselves', async () => {
    const long: BookSheet = {
      ...ratings,
      rows: [
        ['1', 'kata '.repeat(20).trim(), 1],
        ['2', 'Budi', 1],
      ],
    }
    const { sheets } = await readXlsx(await workbookWriter.toXlsx(book(long)))
    const heights = sheets[0]?.rowDefs
    expect(heights?.get(3)?.height).toBe(60)
    expect(heights?.get(4)?.height).toBeUndefined()
  })

  it('stores every injection payload as text, in texts, headers, notes and columns of numbers', async () => {
    const sheet: BookSheet = {
      name: '=1+1',
      noteLines: PAYLOADS.slice(0, 5),
      columns: [
        { header: '=1+1', width: 10, kind: 'text' },
        { header: '+1', width: 10, kind: 'number' },
      ],
      rows: PAYLOADS.map((payload) => [payload, payload]),
      frozenRows: 1,
      frozenColumns: 0,
    }
    const { sheets } = tableReader.read('a.xlsx', await workbookWriter.toXlsx(book(sheet)))
    expect(PAYLOADS.length).toBeGreaterThan(200)
    expect(sheets[0]?.formulaCells).toEqual([])
    const rows = sheets[0]?.rows.slice(6)
    expect(rows?.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind)))).toEqual(
      PAYLOADS.map((payload) => [payload, payload]),
    )
  })

  it('makes sheet names a spreadsheet accepts, all different', async () => {
    const names = ['A/B:C*[1]', 'A B C  1', '', 'x'.repeat(40), 'X'.repeat(40), "'kutip'"]
    const { sheets } = tableReader.read(
      'a.xlsx',
      await workbookWriter.toXlsx(book(...names.map((name) => ({ ...ratings, name })))),
    )
    const written = sheets.map(({ name }) => name)
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of written) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  })

  it('drops characters XML cannot hold and refuses numbers that are none', async () => {
    const odd: BookSheet = { ...ratings, rows: [['a\u0000\u0008b\ud800', '<&>', 1]] }
    const { sheets } = tableReader.read('a.xlsx', await workbookWriter.toXlsx(book(odd)))
    expect(sheets[0]?.rows[3]?.slice(0, 2)).toEqual([
      { kind: 'text', text: 'ab\ufffd' },
      { kind: 'text', text: '<&>' },
    ])
    const write = async () => workbookWriter.toXlsx(book({ ...ratings, rows: [['1', '2', Number.NaN]] }))
    await expect(write()).rejects.toMatchObject({ code: 'E-ARG' })
  })
})

describe('writing CSV', () => {
  it('leaves no payload a formula could start from, in any line', () => {
    const sheet: BookSheet = { ...ratings, noteLines: PAYLOADS, rows: PAYLOADS.map((payload) => [payload]) }
    const { sheets } = tableReader.read('a.csv', workbookWriter.toCsv(sheet), { delimiter: ',' })
    const cells = (sheets[0]?.rows ?? []).flatMap((row) =>
      row.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])),
    )
    expect(cells.length).toBeGreaterThan(400)
    const dangerous = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[ \u00a0]*[\t\r\n]/
    // Without the guard each payload would be found.
    const lines = (text: string) => [text, ...text.split(/[\r\n]/)]
    expect(PAYLOADS.every((payload) => lines(payload).some((line) => dangerous.test(line)))).toBe(true)
    for (const cell of cells) for (const line of lines(cell)) expect(line).not.toMatch(dangerous)
  })

  it('leaves numbers and negative figures alone', () => {
    const sheet: BookSheet = { ...ratings, noteLines: [], rows: [['-12,5', '-3%', -12.5, 'a-b', 'a\nb']] }
    const { sheets } = tableReader.read('a.csv', workbookWriter.toCsv(sheet), { delimiter: ',' })
    const texts = sheets[0]?.rows[1]?.map((cell) => (cell.kind === 'text' ? cell.text : ''))
    expect(texts).toEqual(['-12,5', '-3%', '-12.5', 'a-b', 'a\nb', ''])
  })
})

const office = ['libreoffice', 'soffice'].find((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
})

describe('a spreadsheet program', () => {
  it.skipIf(office === undefined)(
    'finds no formula in CSV or XLSX (skipped without LibreOffice)',
    { timeout: 180_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'timbang-book-'))
      const sheet: BookSheet = { ...ratings, rows: PAYLOADS.map((payload) => [payload]) }
      try {
        writeFileSync(join(folder, 'a.csv'), workbookWriter.toCsv(sheet))
        writeFileSync(join(folder, 'b.xlsx'), await workbookWriter.toXlsx(book(sheet)))
        for (const [input, output] of [
          ['a.csv', 'csv'],
          ['b.xlsx', 'xlsx'],
        ] as const) {
          const profile = `-env:UserInstallation=file://${folder}/profile`
          const target = join(folder, output)
          execFileSync(
            office ?? '',
            [profile, '--headless', '--convert-to', 'xlsx', '--outdir', target, join(folder, input)],
            { stdio: 'ignore' },
          )
          const { sheets } = tableReader.read('a.xlsx', readFileSync(join(target, `${input.split('.')[0]}.xlsx`)))
          expect(sheets[0]?.rows.length).toBeGreaterThan(PAYLOADS.length)
          expect(sheets[0]?.formulaCells).toEqual([])
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
