import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildWorkbook, textRow } from '#tests/integration/documents/workbook-builder.ts'
import { type ImportBench, importBench } from '#tests/support/import-engine.ts'
import { soon } from '#tests/support/soon.ts'
import { csvText } from '#tests/support/table-sheets.ts'
import { refusalOf } from './sentences.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await importBench()
  await takeStaff()
})
afterEach(() => bench.close())

const workspace = () => bench.path('kerja.timbang')
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

async function takeStaff() {
  const list = csvText([
    ['NIP', 'Nama', 'Jabatan'],
    ['199608182022042001', 'Ani Uji', 'Perawat'],
  ])
  const preview = await bench.preview(bench.file('pegawai.csv', list))
  await bench.commit(preview.previewId)
}

/** After any refusal the workspace is byte for byte what it was, still open, and takes the next change. */
async function expectUnharmed(before: string) {
  expect(hashOf(workspace())).toBe(before)
  expect((await bench.call('workspace.status', {}))?.employeeCount).toBe(1)
  expect(await bench.call('workspace.check', { jobId: 'check' })).toMatchObject({
    problems: [],
    schemaKnown: true,
    trail: { found: 0 },
  })
  await bench.call('workspace.updateUnits', { units: [{ id: null, name: 'Bidang Baru', parent: null }] })
  expect(hashOf(workspace())).not.toBe(before)
}

describe('a file to import', () => {
  it.each(['besar.xlsx', 'besar.csv'])('of 50 MB is refused at once (%s)', async (name) => {
    const path = bench.file(name, 'PK')
    truncateSync(path, 50 * 1024 * 1024)
    const before = hashOf(workspace())
    const start = performance.now()
    expect(await refusalOf(bench.preview(path))).toMatchObject({
      code: 'E-IMPORT-LIMIT',
      params: { limit: 'file-size' },
      told: true,
    })
    expect(performance.now() - start).toBeLessThan(soon)
    await expectUnharmed(before)
  })

  it('of more than 200,000 rows is refused, as a workbook and as text', async () => {
    const before = hashOf(workspace())
    const rows = Array.from({ length: 200_001 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`)
    const book = bench.file('panjang.xlsx', buildWorkbook({ sheets: [{ data: rows.join('') }] }))
    const text = bench.file('panjang.csv', `NIP;Nama;Jabatan\n${'1;A;B\n'.repeat(200_001)}`)
    for (const path of [book, text]) {
      const refusal = await refusalOf(bench.preview(path))
      expect(refusal).toMatchObject({ code: 'E-IMPORT-LIMIT', told: true })
    }
    await expectUnharmed(before)
  })

  it('beside good ones takes none of them', async () => {
    const good = bench.file('baik.xlsx', buildWorkbook({ sheets: [{ data: textRow(1, ['NIP', 'Nama', 'Jabatan']) }] }))
    const bad = bench.file('rusak.xlsx', Buffer.from(readFileSync(good)).subarray(0, 400))
    const before = hashOf(workspace())
    expect(await refusalOf(bench.preview(good, bad))).toMatchObject({ code: 'E-IMPORT-DAMAGED', told: true })
    await expectUnharmed(before)
  })

  it('with no sheet of ours is shown as such, and cannot be written', async () => {
    const before = hashOf(workspace())
    const list = csvText([
      ['Merek', 'Harga'],
      ['A', '1'],
    ])
    const preview = await bench.preview(bench.file('harga.csv', list))
    const refusal = await refusalOf(bench.commit(preview.previewId))
    expect(refusal).toMatchObject({ code: 'E-IMPORT-SHEET', told: true })
    await expectUnharmed(before)
  })
})

describe('a file to open', () => {
  const spoilt: readonly [name: string, code: string, make: (path: string) => void][] = [
    ['foreign', 'E-OPEN-FOREIGN', (path) => writeFileSync(path, 'catatan rapat '.repeat(200))],
    ['empty', 'E-OPEN-EMPTY', (path) => writeFileSync(path, '')],
    ['cut short', 'E-OPEN-DAMAGED', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
    ['with an overwritten page', 'E-OPEN-DAMAGED', (path) => spoilPage(path, 8_192)],
    ['of a newer version', 'E-OPEN-NEWER', (path) => writeAt(path, 60, Buffer.from([0, 0, 255, 255]))],
  ]

  it.each(spoilt)('%s is refused with %s, stays as it is, and the open workspace stays open', async (_, code, make) => {
    const other = bench.path('lain.timbang')
    copyFileSync(workspace(), other)
    make(other)
    const [before, spoiltHash] = [hashOf(workspace()), hashOf(other)]
    expect(await refusalOf(bench.call('workspace.open', { path: other }))).toMatchObject({ code, told: true })
    expect(hashOf(other)).toBe(spoiltHash)
    await expectUnharmed(before)
  })

  it('negative control: the same copy unspoilt opens', async () => {
    const other = bench.path('lain.timbang')
    copyFileSync(workspace(), other)
    expect((await bench.call('workspace.open', { path: other }))?.employeeCount).toBe(1)
  })
})

function writeAt(path: string, offset: number, bytes: Uint8Array) {
  const content = readFileSync(path)
  content.set(bytes, offset)
  writeFileSync(path, content)
}

const spoilPage = (path: string, offset: number) => writeAt(path, offset, new Uint8Array(4_096).fill(0xa5))
