import { headingKey } from '#domain/import/headings.ts'
import { columnLetter, isBlank } from '#domain/import/table-cell.ts'
import type { Planning } from './planning.ts'
import type { PreviewSheet, SourceFile } from './preview-model.ts'

/** What is to be said of a file and its sheets as wholes: columns not used, formulas, hidden sheets, uneven rows. */
export function remarkOnSheets(planning: Planning, files: readonly SourceFile[], sheets: readonly PreviewSheet[]) {
  for (const sheet of sheets) {
    const file = files[sheet.file]
    if (file === undefined) continue
    remarkOnNotes(planning, file, sheet)
    if (sheet.recognised.kind === null) {
      const blank = sheet.sheet.rows.every((row) => row.every(isBlank))
      planning.findings.note(
        { sheetKey: sheet.key },
        blank ? 'sheet-empty' : isOldNumeric(sheet) ? 'sheet-old-numeric' : 'sheet-unrecognised',
      )
    } else if (sheet.included) remarkOnColumns(planning, sheet)
  }
}

/** Sheets of the repealed numeric system: read as history, never computed again. */
function isOldNumeric(sheet: PreviewSheet): boolean {
  const words = sheet.sheet.rows
    .slice(0, 20)
    .flatMap((row) => row.map((cell) => (cell.kind === 'text' ? headingKey(cell.text) : '')))
  return words.includes('penghitungan') && words.some((word) => word.startsWith('nilaicapaian'))
}

function remarkOnNotes(planning: Planning, file: SourceFile, sheet: PreviewSheet) {
  const { findings } = planning
  for (const note of file.notes) {
    if ('sheet' in note && note.sheet !== sheet.name) continue
    if (note.code === 'formula-cells')
      findings.note({ sheetKey: sheet.key }, 'formula-cells', { count: note.count }, note.count)
    else if (note.code === 'external-values')
      findings.note({ sheetKey: sheet.key }, 'external-values', { count: note.count }, note.count)
    else if (note.code === 'hidden-sheet') findings.note({ sheetKey: sheet.key }, 'sheet-hidden')
    else if (note.code === 'uneven-rows')
      findings.note({ sheetKey: sheet.key, row: note.row }, 'csv-uneven', {}, note.count)
    else if (note.code === 'quotes') findings.warn({ sheetKey: sheet.key, row: note.row }, 'csv-quotes')
    else if (note.code === 'unreadable-characters')
      findings.note({ sheetKey: sheet.key }, 'csv-unreadable', { count: note.count }, note.count)
  }
}

/** Columns that carry values but no meaning for the import: listed, so that nothing is left out in silence. */
function remarkOnColumns(planning: Planning, sheet: PreviewSheet) {
  const wide = new Set(sheet.recognised.wide)
  const top = sheet.recognised.header?.bottom ?? 0
  for (const column of sheet.recognised.columns) {
    if (column.field !== null || wide.has(column.index)) continue
    const filled = sheet.recognised.rows.some((row) => !isBlank(sheet.sheet.rows[row.index]?.[column.index]))
    if (!filled) continue
    const letter = columnLetter(column.index)
    const place = { sheetKey: sheet.key, row: top, column: column.index }
    if (column.heading === '') planning.findings.warn(place, 'beyond-header', { column: letter })
    else planning.findings.note(place, 'unmapped-column', { heading: column.heading, column: letter })
  }
}
