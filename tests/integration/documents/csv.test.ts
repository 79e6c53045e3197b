import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookSheet } from '#application/ports/document-writer.ts'
import type { TableReaderOptions } from '#application/ports/table-reader.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { AppError } from '#domain/app-error.ts'
import type { TableCell } from '#domain/import/table-cell.ts'
import { soon } from '#tests/support/soon.ts'
import { refusalOf } from './refusal.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function read(content: string | Uint8Array, options: TableReaderOptions = {}) {
  return tableReader.read('uji.csv', typeof content === 'string' ? utf8(content) : content, options)
}

function texts(rows: readonly (readonly TableCell[])[] | undefined) {
  return rows?.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')))
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian)
  return bytes
}

describe('reading CSV', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j among title rows and decimal commas', (delimiter) => {
    const rows = [
      ['DAFTAR PEGAWAI', '', ''],
      ['NIP', 'Nama', 'Nilai'],
      ['196804111993031009', 'Ani', '"83,5"'],
      ['198001012005011001', 'Budi', '"90,25"'],
    ]
    const workbook = read(rows.map((row) => row.join(delimiter)).join('\r\n'))
    expect(workbook.csv?.delimiter).toBe(delimiter)
    expect(texts(workbook.sheets[0]?.rows)?.[3]).toEqual(['198001012005011001', 'Budi', '90,25'])
  })

  it('is not misled by unquoted decimal commas in a semicolon file', () => {
    expect(read('nama;nilai\nAni;83,5\nBudi;90,2\n').csv?.delimiter).toBe(';')
    expect(read('satu kolom\nsaja\n').csv?.delimiter).toBe(',')
    expect(read('sep=|\na;b|c;d\n')).toMatchObject({ csv: { delimiter: '|' }, sheets: [{ firstRow: 1 }] })
  })

  it('reads every encoding seen in offices, with and without a byte order mark', () => {
    const content = 'nama;target\nSiti Nuraéni;80 – 90%\n'
    const latin = Uint8Array.from(content.replace('–', '\u0096'), (character) => character.charCodeAt(0))
    const cases: [Uint8Array, string][] = [
      [utf8(content), 'utf-8'],
      [utf8(`\ufeff${content}`), 'utf-8'],
      [utf16(content, false), 'utf-16le'],
      [utf16(`\ufeff${content}`, false), 'utf-16le'],
      [utf16(`\ufeff${content}`, true), 'utf-16be'],
      [latin, 'windows-1252'],
    ]
    for (const [bytes, encoding] of cases) {
      const workbook = read(bytes)
      expect(workbook.csv?.encoding).toBe(encoding)
      expect(texts(workbook.sheets[0]?.rows)).toEqual([
        ['nama', 'target'],
        ['Siti Nuraéni', '80 – 90%'],
      ])
    }
    expect(read(latin, { encoding: 'utf-8' }).notes).toContainEqual({ code: 'unreadable-characters', count: 2 })
  })

  it('lets the user override both, within the lists', () => {
    expect(texts(read('a,b;c\n', { delimiter: ';' }).sheets[0]?.rows)).toEqual([['a,b', 'c']])
    expect(refusalOf(() => read('a', { delimiter: 'x' }))).toBe('E-ARG')
    expect(refusalOf(() => read('a', { encoding: 'ebcdic' }))).toBe('E-ARG')
  })

  it('keeps empty and uneven rows, line breaks in quotes and spaces', () => {
    const workbook = read('a,b\n\n" x ","1\n2"\nc\n"say ""ya""",d,e\n')
    expect(texts(workbook.sheets[0]?.rows)).toEqual([['a', 'b'], [''], [' x ', '1\n2'], ['c'], ['say "ya"', 'd', 'e']])
    expect(workbook.notes).toEqual([{ code: 'uneven-rows', count: 2, row: 3 }])
  })

  it.each(['\n', '\r\n', '\r'])('splits rows at %j, with or without one at the end', (end) => {
    for (const tail of ['', end]) {
      expect(texts(read(`a,b${end}c,d${tail}`).sheets[0]?.rows)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ])
    }
  })

  it('splits a file glued together from two programs', () => {
    expect(texts(read('a,b\r\n"x\r\ny",d\ne,f\r\n').sheets[0]?.rows)).toEqual([
      ['a', 'b'],
      ['x\r\ny', 'd'],
      ['e', 'f'],
    ])
  })

  it('notes quotation marks that do not fit', () => {
    expect(read('a,b\nc,"d\n').notes).toContainEqual({ code: 'quotes', row: 1 })
    expect(read('a,b\npipa 3",d\n').notes).toEqual([])
  })

  it('refuses binary content and a web page', () => {
    expect(refusalOf(() => read(Uint8Array.of(1, 0, 0, 0, 7, 8)))).toBe('E-IMPORT-FORMAT')
    expect(refusalOf(() => read('<html><table><tr><td>1</td></tr></table></html>'))).toBe('E-IMPORT-FORMAT')
    expect(refusalOf(() => read(''))).toBe('E-IMPORT-DAMAGED')
  })

  it('takes prototype names for text', () => {
    expect(texts(read('__proto__,constructor\nx,y\n').sheets[0]?.rows)?.[0]).toEqual(['__proto__', 'constructor'])
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })

  it('answers hostile bytes with rows or a refusal, soon', () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', 'a', '=', '\ufeff', '–'))
        .map((parts) => utf8(parts.join(''))),
    )
    fc.assert(
      fc.property(hostile, (bytes) => {
        try {
          read(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['"', '","', '"\n', ' "', '\r\n"', 'a"b,', '";"\t|'])('reads 100 kB of %j quickly', (piece) => {
    const bytes = utf8(piece.repeat(100_000 / piece.length))
    const started = performance.now()
    refusalOf(() => read(bytes))
    expect(performance.now() - started).toBeLessThan(soon)
  })
})

describe('writing CSV', () => {
  const sheet = (rows: BookSheet['rows'], columns = rows[0]?.length ?? 1): BookSheet => ({
    name: 'A',
    columns: Array.from({ length: columns }, (_, index) => ({ header: `k${index}`, width: 10, kind: 'text' })),
    rows,
    frozenRows: 1,
    frozenColumns: 0,
  })

  it('writes a byte order mark, CRLF, and quotes where needed', () => {
    const bytes = workbookWriter.toCsv(sheet([['a', 'b,c', 12.5, null]]))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\ufeffk0,k1,k2,k3\r\na,"b,c",12.5,\r\n')
  })

  it('gives back what was written, for any text', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\r', '\n', '\r\n', ' ', '\u00a0', 'é', '–', 'x'))
        .map((parts) => parts.join('')),
    )
    const tame = cell.filter(
      (text) =>
        !/[=+\-@\t\0\ufeff\uff1d\uff0b\uff0d\uff20]/.test(text) &&
        !/^[ \u00a0]*[\r\n]/.test(text) &&
        text.isWellFormed(),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.array(tame, { minLength: 5, maxLength: 5 })),
        (width, wide) => {
          const rows = wide.map((row) => row.slice(0, width))
          const bytes = workbookWriter.toCsv(sheet(rows, width))
          const expected = [Array.from({ length: width }, (_, index) => `k${index}`), ...rows]
          expect(texts(read(bytes, { delimiter: ',' }).sheets[0]?.rows)).toEqual(expected)
        },
      ),
      { numRuns: 500 },
    )
  })
})
