import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { digitsAreLost } from '#application/ports/table-reader.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import type { TableCell } from '#domain/import/table-cell.ts'
import { soon } from '#tests/support/soon.ts'
import { refusalOf } from './refusal.ts'
import { buildWorkbook, textRow, type WorkbookParts, workbookEntries } from './workbook-builder.ts'
import { buildZip } from './zip-builder.ts'

const EMPTY: TableCell = { kind: 'empty' }
const text = (value: string): TableCell => ({ kind: 'text', text: value })

function read(parts: WorkbookParts) {
  return tableReader.read('uji.xlsx', buildWorkbook(parts))
}

function readRow(cells: string, parts: Omit<WorkbookParts, 'sheets'> = {}) {
  return read({ ...parts, sheets: [{ data: `<row r="1">${cells}</row>` }] }).sheets[0]?.rows[0]
}

describe('texts', () => {
  it('keeps a text exactly as typed', () => {
    const shared = [
      '80 – 90%',
      ' 7\u00a0bulan ',
      'baris 1\nbaris 2',
      '61,95%',
      'a &amp; b &lt;c&gt;',
      '_x000D_x',
      '_x005F_x',
    ]
    const sharedStrings = shared.map((value) => `<si><t xml:space="preserve">${value}</t></si>`).join('')
    const cells = shared.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')
    expect(readRow(cells, { sharedStrings })).toEqual(
      ['80 – 90%', ' 7\u00a0bulan ', 'baris 1\nbaris 2', '61,95%', 'a & b <c>', '\rx', '_x'].map(text),
    )
  })

  it('joins runs of rich text and leaves pronunciation hints out', () => {
    const sharedStrings =
      '<si><r><rPr><b/></rPr><t>Ani </t></r><r><t>Wijaya</t></r><rPh sb="0" eb="1"><t>xx</t></rPh></si>'
    expect(readRow('<c t="s"><v>0</v></c>', { sharedStrings })).toEqual([text('Ani Wijaya')])
  })

  it('reads prefixed elements, single quotes, CDATA and cells without an address', () => {
    const xml =
      "<?xml version='1.0'?><x:worksheet xmlns:x='m'><!-- > --><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    expect(read({ sheets: [{ xml }] }).sheets[0]?.rows).toEqual([
      [text('a<b'), { kind: 'number', value: 2, shown: '2' }],
    ])
  })
})

describe('numbers, dates and the rest', () => {
  it('gives the figure and what an Indonesian spreadsheet shows', () => {
    const formats = ['0.00%', '#,##0', '0 &quot;unit&quot;', '0']
    const cells =
      '<c s="1"><v>0.6195</v></c><c s="2"><v>22009951244</v></c><c s="3"><v>3</v></c><c><v>83.5</v></c><c><v>0.30000000000000004</v></c>'
    const row = readRow(cells, { formats })
    expect(row?.map((cell) => (cell.kind === 'number' ? cell.shown : cell.kind))).toEqual([
      '61,95%',
      '22.009.951.244',
      '3 unit',
      '83,5',
      '0,3',
    ])
    expect(row?.[0]).toMatchObject({ value: 0.6195 })
  })

  it('marks identity numbers stored as numbers as having lost digits', () => {
    const workbook = read({
      sheets: [
        {
          name: 'Pegawai',
          data: '<row r="3"><c r="B3" s="1"><v>1.96804111993031E+17</v></c><c r="C3"><v>198001012005011001</v></c></row>',
        },
      ],
      formats: ['0'],
    })
    const row = workbook.sheets[0]?.rows[2] ?? []
    expect(row.map(digitsAreLost)).toEqual([false, true, true])
    expect(row[1]).toMatchObject({ shown: '196804111993031000' })
    expect(row[2]).toMatchObject({ shown: '198001012005011001' })
    expect(workbook.notes).toContainEqual({ code: 'digits-lost', sheet: 'Pegawai', count: 2, row: 2, column: 1 })
  })

  it('turns dates into ISO, in both date systems, and knows the day that never was', () => {
    const formats = ['dd/mm/yyyy', '[$-421]dd mmmm yyyy', 'dd/mm/yyyy hh:mm', 'h:mm', '[h]:mm']
    const cells =
      '<c s="1"><v>46348</v></c><c s="2"><v>45000</v></c><c s="3"><v>45000.395833333336</v></c><c s="4"><v>0.375</v></c><c s="5"><v>1.5</v></c><c s="1"><v>60</v></c><c s="1"><v>59</v></c><c s="1"><v>-3</v></c><c t="d"><v>2026-11-22T00:00:00</v></c>'
    const row = readRow(cells, { formats }) ?? []
    expect(row.map((cell) => (cell.kind === 'date' ? cell.iso : cell.kind))).toEqual([
      '2026-11-22',
      '2023-03-15',
      '2023-03-15T09:30:00',
      'T09:00:00',
      'number',
      'number',
      '1900-02-28',
      'number',
      '2026-11-22',
    ])
    expect(row[1]).toMatchObject({ shown: '15 Maret 2023' })
    expect(readRow('<c s="1"><v>0</v></c>', { formats, date1904: true })?.[0]).toMatchObject({ iso: '1904-01-01' })
  })

  it('knows booleans, errors, empty cells and figures that are none', () => {
    const cells = '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c/><c><v>abc</v></c><c t="str"><v>hasil</v></c>'
    expect(readRow(cells)).toEqual([
      { kind: 'boolean', value: true },
      { kind: 'error', shown: '#N/A' },
      EMPTY,
      { kind: 'error', shown: 'abc' },
      text('hasil'),
    ])
  })
})

describe('sheets', () => {
  it('keeps places: rows and columns left out in the file stay empty', () => {
    const { sheets } = read({
      sheets: [{ data: '<row r="2"><c r="C2"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row>' }],
    })
    const one = { kind: 'number', value: 1, shown: '1' }
    expect(sheets[0]?.rows).toEqual([[], [EMPTY, EMPTY, one], [], [{ kind: 'number', value: 2, shown: '2' }]])
    expect(sheets[0]?.firstRow).toBe(0)
  })

  it('takes stored results of formulas and flags the cells', () => {
    const workbook = read({
      sheets: [{ name: 'A', data: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>X()</f></c></row>' }],
    })
    expect(workbook.sheets[0]?.rows).toEqual([[{ kind: 'number', value: 2, shown: '2' }, EMPTY]])
    expect(workbook.sheets[0]?.formulaCells).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 1 },
    ])
    expect(workbook.notes).toEqual([{ code: 'formula-cells', sheet: 'A', count: 2 }])
  })

  it.each(['[1]Data!A1', "'[2]Data Lama'!$A$1", 'SUM([1]Data!A:A)', "cmd|'/c calc'!A0", 'Excel|Book!R1C1'])(
    'does not take over a value from elsewhere: %s',
    (formula) => {
      const workbook = read({
        sheets: [{ name: 'A', data: `<row r="1"><c r="A1"><f>${formula}</f><v>98</v></c></row>` }],
      })
      expect(workbook.sheets[0]?.rows).toEqual([[{ kind: 'error', shown: '#EXT!' }]])
      expect(workbook.notes).toContainEqual({ code: 'external-values', sheet: 'A', count: 1, row: 0, column: 0 })
    },
  )

  it.each(['Tabel1[2024]', 'SUM(Tabel1[[#This Row],[Nilai]])', '"[1]"&amp;A1', 'Lembar2!A1'])(
    'takes %s as a formula of the file',
    (formula) => {
      expect(readRow(`<c r="A1"><f>${formula}</f><v>98</v></c>`)).toEqual([{ kind: 'number', value: 98, shown: '98' }])
    },
  )

  it('does not take over shared formulas that begin with a link either', () => {
    const shared = (reference: string, formula: string) =>
      `<c r="${reference}"><f t="shared" si="4">${formula}</f><v>98</v></c>`
    const data = `<row r="1">${shared('A1', '[1]Data!A1')}${shared('B1', '')}<c r="C1"><f t="shared" si="5">A1</f><v>1</v></c></row>`
    const kinds = read({ sheets: [{ data }] }).sheets[0]?.rows[0]?.map(({ kind }) => kind)
    expect(kinds).toEqual(['error', 'error', 'number'])
  })

  it('lists merged blocks, cut to the filled part, and hidden sheets', () => {
    const tail =
      '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:XFD1048576"/><mergeCell ref="K90:L91"/></mergeCells>'
    const data = textRow(1, ['a', 'b', 'c']) + textRow(2, ['', 'd'])
    const workbook = read({
      sheets: [
        { data, tail },
        { name: 'Rahasia', state: 'veryHidden' },
      ],
    })
    expect(workbook.sheets[0]?.merged).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 1, right: 2 },
    ])
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
    expect(workbook.notes).toEqual([{ code: 'hidden-sheet', sheet: 'Rahasia' }])
  })
})

describe('files of other kinds', () => {
  const kinds: readonly [string, string, Uint8Array, string][] = [
    [
      'an old .xls or an encrypted file',
      'a.xlsx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'E-IMPORT-FORMAT',
    ],
    [
      'an .ods file',
      'a.ods',
      buildZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'E-IMPORT-FORMAT',
    ],
    ['a PDF', 'a.csv', new TextEncoder().encode('%PDF-1.7'), 'E-IMPORT-FORMAT'],
    ['a picture', 'a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'E-IMPORT-FORMAT'],
    ['text named .xlsx', 'a.xlsx', new TextEncoder().encode('nip,nama'), 'E-IMPORT-DAMAGED'],
    ['an empty file', 'a.xlsx', new Uint8Array(), 'E-IMPORT-DAMAGED'],
  ]
  it.each(kinds)('refuses %s', (_, name, bytes, code) => {
    expect(refusalOf(() => tableReader.read(name, bytes))).toBe(code)
  })

  it('refuses a workbook with macros and a text document', () => {
    const macros =
      '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    const withMacros = buildWorkbook({ sheets: [{}], extraLinks: macros })
    expect(refusalOf(() => tableReader.read('a.xlsx', withMacros))).toBe('E-IMPORT-FORMAT')
    const entries = workbookEntries({ sheets: [{}] }).map((entry) =>
      entry.name === 'xl/workbook.xml' ? { ...entry, content: '<document xmlns="w"/>' } : entry,
    )
    expect(refusalOf(() => tableReader.read('a.xlsx', buildZip(entries)))).toBe('E-IMPORT-FORMAT')
  })

  it('reads an XLSX file whatever its name says', () => {
    const bytes = buildWorkbook({ sheets: [{ data: textRow(1, ['a']) }] })
    expect(tableReader.read('../../etc/passwd.csv', bytes).format).toBe('xlsx')
  })
})

describe('a workbook written by another program', () => {
  it('reads 10,000 rows × 20 columns with every cell in place', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      Array.from({ length: 20 }, (_, column) => (column % 2 === 0 ? row * column : `Pegawai ${row} – ${column}`)),
    )
    const bytes = await writeXlsx({ sheets: [{ name: 'Pegawai', rows }] })
    const started = performance.now()
    const sheet = tableReader.read('besar.xlsx', bytes).sheets[0]
    expect(performance.now() - started).toBeLessThan(soon)
    expect(sheet?.rows).toHaveLength(10_000)
    expect(sheet?.rows[9_999]?.[19]).toEqual(text('Pegawai 9999 – 19'))
    expect(sheet?.rows[9_999]?.[18]).toMatchObject({ value: 9_999 * 18 })
  })
})
