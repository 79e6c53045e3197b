import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableReader } from '#documents/readers/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import { soon } from '#tests/support/soon.ts'
import { refusalOf } from './refusal.ts'
import { buildWorkbook, type SheetParts, textRow, workbookEntries } from './workbook-builder.ts'
import { buildZip, type ZipEntry } from './zip-builder.ts'

const MEGABYTE = 1024 * 1024

function refusal(bytes: Uint8Array, name = 'uji.xlsx') {
  return refusalOf(() => tableReader.read(name, bytes))
}

function withEntries(...extra: ZipEntry[]) {
  return buildZip([...workbookEntries({ sheets: [{ data: textRow(1, ['a']) }] }), ...extra])
}

function sheetRefusal(sheet: SheetParts, sharedStrings = '') {
  return refusal(buildWorkbook({ sheets: [sheet], sharedStrings }))
}

describe('zip guard', () => {
  it('accepts the sound file all attacks below are built from', () => {
    expect(refusal(withEntries())).toBeNull()
    expect(refusal(withEntries({ name: 'xl/media/a.png', content: 'x', method: 0 }))).toBeNull()
  })

  it('refuses 50 MB without looking inside', () => {
    const started = performance.now()
    expect(refusal(new Uint8Array(50 * MEGABYTE))).toBe('E-IMPORT-LIMIT file-size')
    expect(refusal(new Uint8Array(50 * MEGABYTE), 'besar.csv')).toBe('E-IMPORT-LIMIT file-size')
    expect(performance.now() - started).toBeLessThan(soon)
  })

  it('refuses a bomb by its ratio, by one entry, by the total and by the number of entries', () => {
    const zeros = Buffer.alloc(4 * MEGABYTE)
    expect(refusal(withEntries({ name: 'bom', content: zeros }))).toBe('E-IMPORT-LIMIT ratio')
    const stated = { content: 'x', statedBytes: 101 * MEGABYTE }
    expect(refusal(withEntries({ name: 'bom', ...stated }))).toBe('E-IMPORT-LIMIT entry-size')
    const noise = Buffer.from(Array.from({ length: 600_000 }, (_, index) => (index * 7919) % 251))
    const many = Array.from({ length: 4 }, (_, index) => ({
      name: `b${index}`,
      content: noise,
      method: 0 as const,
      statedBytes: 90 * MEGABYTE,
    }))
    expect(refusal(withEntries(...many))).toBe('E-IMPORT-LIMIT total-size')
    const files = Array.from({ length: 195 }, (_, index) => ({ name: `f${index}`, content: '' }))
    expect(refusal(withEntries(...files))).toBe('E-IMPORT-LIMIT entries')
    expect(refusal(buildZip(workbookEntries({ sheets: [{}] }), 0xffff))).toBe('E-IMPORT-LIMIT entries')
  })

  it('finds out headers that lie about the size, in both directions, before memory is spent', () => {
    const bomb = withEntries({ name: 'bom', content: Buffer.alloc(60 * MEGABYTE), statedBytes: 1000 })
    const before = process.memoryUsage().arrayBuffers
    expect(refusal(bomb)).toBe('E-IMPORT-DAMAGED')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * MEGABYTE)
    expect(refusal(withEntries({ name: 'a', content: 'abc', statedBytes: 4 }))).toBe('E-IMPORT-DAMAGED')
    expect(refusal(withEntries({ name: 'a', content: 'abc', statedPackedBytes: 1 }))).toBe('E-IMPORT-DAMAGED')
    expect(refusal(withEntries({ name: 'a', content: 'abc', statedPackedBytes: 9999 }))).toBe('E-IMPORT-DAMAGED')
  })

  it('refuses overlapping entries, equal names, wrong checksums, encryption and unknown methods', () => {
    expect(refusal(withEntries({ name: 'a', content: 'abc', statedOffset: 0 }))).toBe('E-IMPORT-DAMAGED')
    expect(refusal(withEntries({ name: 'a', content: 'x' }, { name: 'a', content: 'x' }))).toBe('E-IMPORT-DAMAGED')
    expect(refusal(withEntries({ name: 'a', content: 'abc', checksum: 1 }))).toBe('E-IMPORT-DAMAGED')
    expect(refusal(withEntries({ name: 'a', content: 'abc', flags: 1 }))).toBe('E-IMPORT-FORMAT')
    expect(refusal(withEntries({ name: 'a', content: 'abc', method: 12 }))).toBe('E-IMPORT-FORMAT')
  })

  it('never uses names as paths', () => {
    const names = [
      '../../etc/passwd',
      '/etc/passwd',
      'C:\\Windows\\x',
      'a\0b',
      '..',
      'CON',
      '__proto__',
      'constructor',
      'xl/./../x',
    ]
    const bytes = withEntries(...names.map((name) => ({ name, content: 'x' })))
    expect(refusal(bytes)).toBeNull()
    expect(Object.keys({})).toEqual([])
  })

  it('refuses every file cut short', () => {
    const whole = withEntries()
    for (let length = 2; length < whole.length; length += 97) {
      expect(refusal(whole.subarray(0, length))).toBe('E-IMPORT-DAMAGED')
    }
  })

  it('answers any flipped byte with a refusal or with a table, never with another failure', () => {
    const whole = withEntries()
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (position, flip) => {
        const bytes = Uint8Array.from(whole)
        bytes[position] = (bytes[position] ?? 0) ^ flip
        try {
          tableReader.read('uji.xlsx', bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('XML', () => {
  const root = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`
  const laughs =
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
  const faults: readonly [string, string][] = [
    ['a DTD with entities', laughs],
    ['a DTD with an external entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'],
    ['an entity nobody declared', root('<row><c t="str"><v>&xxe;</v></c></row>')],
    ['a forbidden character', root('<row><c t="str"><v>&#0;</v></c></row>')],
    ['an element left open', '<worksheet><sheetData>'],
    ['elements closed in the wrong order', '<worksheet><sheetData></worksheet></sheetData>'],
    ['two root elements', `${root('')}<x/>`],
    ['a tag left open', '<worksheet'],
    ['an attribute left open', '<worksheet a="1>'],
    ['no element at all', '  '],
    ['bytes that are no text', '\u0000'],
    ['a cell without an address', root('<row><c r="12"><v>1</v></c></row>')],
    ['a row number that is none', root('<row r="x"><c><v>1</v></c></row>')],
    ['a shared text that is not there', root('<row><c t="s"><v>7</v></c></row>')],
    [
      'merged blocks on top of each other',
      `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(9)}</mergeCells></worksheet>`,
    ],
  ]
  it.each(faults)('refuses %s', (_, xml) => {
    expect(sheetRefusal({ xml })).toBe('E-IMPORT-DAMAGED')
  })

  it('refuses a list of sheets that names one part many times', () => {
    const entries = workbookEntries({ sheets: [{ data: textRow(1, ['a']) }] }).map((entry) => {
      const content = String(entry.content).replace(/<sheet [^>]*>/, (sheet) => sheet.repeat(1000))
      return entry.name === 'xl/workbook.xml' ? { ...entry, content } : entry
    })
    expect(refusal(buildZip(entries))).toBe('E-IMPORT-DAMAGED')
  })

  it('answers XML changed at random with a refusal or with a table', () => {
    const sound = root(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="B1" s="1"><f>A1</f><v>2</v></c></row>',
    )
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      ';',
      '"',
      "'",
      '/',
      '=',
      '<!--',
      '<![CDATA[',
      ']]>',
      '<?',
      '<c r="A2">',
      '</c>',
      '<v>',
      '9'.repeat(40),
      'r="',
      '_x0000_',
    )
    const change = fc.tuple(fc.nat(sound.length), fc.nat(4), piece)
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const xml = changes.reduce((text, [at, cut, added]) => text.slice(0, at) + added + text.slice(at + cut), sound)
        try {
          tableReader.read('uji.xlsx', buildWorkbook({ sheets: [{ xml }], formats: ['dd/mm/yyyy'] }))
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['<', '&', '"', "<a b='", '<!--', '<a>', '</a>', '<a b="1" ', '&amp;', '_x', ']]>'])(
    'reads 1 MB of %j quickly',
    (piece) => {
      const xml = root(`<row><c t="str"><v>${piece.repeat(MEGABYTE / piece.length)}`)
      const started = performance.now()
      sheetRefusal({ xml })
      expect(performance.now() - started).toBeLessThan(soon)
    },
  )

  it('refuses deep nesting', () => {
    const nested = (depth: number) => root('<a>'.repeat(depth) + '</a>'.repeat(depth))
    expect(sheetRefusal({ xml: nested(60) })).toBeNull()
    expect(sheetRefusal({ xml: nested(63) })).toBe('E-IMPORT-LIMIT xml-depth')
  })

  it('takes element and attribute names from the object prototype for names like others', () => {
    const xml = root('<row><constructor/><c __proto__="1" t="str"><toString/><v>a</v></c></row>')
    expect(sheetRefusal({ xml })).toBeNull()
  })
})

describe('size of the table', () => {
  it('does not believe a giant dimension, and empty cells far away take no room', () => {
    const xml =
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData></worksheet>'
    const { sheets } = tableReader.read('a.xlsx', buildWorkbook({ sheets: [{ xml }] }))
    expect(sheets[0]?.rows).toHaveLength(1)
  })

  it('refuses a filled cell beyond the last row or column allowed', () => {
    const cell = (reference: string, row: number) => `<row r="${row}"><c r="${reference}"><v>1</v></c></row>`
    expect(sheetRefusal({ data: cell('KN200000', 200_000) })).toBeNull()
    expect(sheetRefusal({ data: cell('A200001', 200_001) })).toBe('E-IMPORT-LIMIT rows')
    expect(sheetRefusal({ data: cell('KO1', 1) })).toBe('E-IMPORT-LIMIT columns')
  })

  it('refuses 200,001 rows soon', () => {
    const rows = Array.from(
      { length: 200_001 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row % 997}</v></c></row>`,
    )
    const bytes = buildWorkbook({ sheets: [{ data: rows.join('') }] })
    const started = performance.now()
    expect(refusal(bytes)).toBe('E-IMPORT-LIMIT rows')
    expect(refusal(new TextEncoder().encode('a,b\n'.repeat(200_001)), 'a.csv')).toBe('E-IMPORT-LIMIT rows')
    expect(performance.now() - started).toBeLessThan(soon)
  })

  it('refuses a text longer than a cell can hold, shared or not', () => {
    const long = 'x'.repeat(32_768)
    expect(sheetRefusal({ data: textRow(1, [long.slice(1)]) })).toBeNull()
    expect(sheetRefusal({ data: textRow(1, [long]) })).toBe('E-IMPORT-LIMIT cell-length')
    expect(sheetRefusal({}, `<si><t>${long}</t></si>`)).toBe('E-IMPORT-LIMIT cell-length')
    expect(refusal(new TextEncoder().encode(`a,${long}`), 'a.csv')).toBe('E-IMPORT-LIMIT cell-length')
  })

  it('refuses 301 filled CSV columns, not 400 empty ones', () => {
    expect(refusal(new TextEncoder().encode(`a${',b'.repeat(300)}`), 'a.csv')).toBe('E-IMPORT-LIMIT columns')
    expect(refusal(new TextEncoder().encode(`a${','.repeat(400)}`), 'a.csv')).toBeNull()
  })

  it('stays fast on number formats and texts made to be slow', () => {
    const slow = [
      '#'.repeat(100_000),
      `"${'\\'.repeat(200)}`,
      '[h'.repeat(100),
      '0'.repeat(250),
      '?/'.repeat(120),
      `${'_('.repeat(120)}`,
    ]
    const formats = slow.map((format) => format.replaceAll('"', '&quot;'))
    const cells = formats.map((_, index) => `<c s="${index + 1}"><v>12345.678</v></c>`).join('')
    const bytes = buildWorkbook({ sheets: [{ data: `<row r="1">${cells}</row>` }], formats })
    const started = performance.now()
    expect(refusal(bytes)).toBeNull()
    expect(performance.now() - started).toBeLessThan(soon)
  })
})
