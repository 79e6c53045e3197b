import { describe, expect, it } from 'vitest'
import type { BookSheet } from '#application/ports/document-writer.ts'
import { openGuardedZip } from '#documents/readers/zip-guard.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'

const plain: BookSheet = {
  name: 'Nilai',
  noteLines: ['Surat penilaian'],
  columns: [
    { header: 'Kode', width: 10, kind: 'text' },
    { header: 'Nilai', width: 10, kind: 'number' },
  ],
  rows: [
    ['P-01', null],
    ['P-02', 81.5],
  ],
  frozenRows: 2,
  frozenColumns: 1,
}

async function partsOf(sheet: BookSheet) {
  const bytes = await workbookWriter.toXlsx({ title: 't', author: 'a', sheets: [sheet] })
  const { parts } = openGuardedZip(bytes, 'x.xlsx', () => true)
  const text = (name: string) => Buffer.from(parts.get(name) ?? []).toString()
  return { sheet: text('xl/worksheets/sheet1.xml'), styles: text('xl/styles.xml') }
}

describe('a sheet that is a form', () => {
  it('is locked, but for the cells to fill in, which take numbers within the limits', async () => {
    const { sheet, styles } = await partsOf({ ...plain, filledIn: { columns: [1], lowest: 0, highest: 100 } })
    expect(sheet).toMatch(/<sheetProtection[^>]*sheet="1"/)
    expect(sheet).toMatch(/<dataValidation[^>]*type="decimal"[^>]*sqref="B3:B4"/)
    expect(sheet).toContain('<formula1>0</formula1>')
    expect(sheet).toContain('<formula2>100</formula2>')
    expect(styles).toMatch(/<protection[^>]*locked="0"/)
  })

  it('control: any other sheet stays open', async () => {
    const { sheet, styles } = await partsOf(plain)
    expect(sheet).not.toContain('sheetProtection')
    expect(sheet).not.toContain('dataValidation')
    expect(styles).not.toContain('locked="0"')
  })
})
