import type { ImportField } from '#domain/import/fields.ts'
import type { PlacedCell, SourceRow } from '#domain/import/recognised-sheet.ts'
import { cellText, tidyText } from '#domain/import/table-cell.ts'
import { fixedOption } from './findings.ts'
import { readGradeText } from './office-readers.ts'
import type { Planning } from './planning.ts'
import type { PreviewSheet } from './preview-model.ts'

/**
 * Rows of a second list glued below the first with its columns moved to the right: a golongan stands under PANGKAT and a
 * pangkat under JABATAN. Recognised by content; the user is asked once per run of such rows and nothing is imported
 * shifted. Gives the row to use instead, or null for a row that must wait; rows not named are as they should be.
 * Source: domain guide 9.2.
 */
export function shiftedBlock(planning: Planning, sheet: PreviewSheet): ReadonlyMap<SourceRow, SourceRow | null> {
  const found = new Map<SourceRow, SourceRow | null>()
  const post = sheet.recognised.columns.find((column) => column.field === 'post')?.index
  if (post === undefined) return found
  let runStart: number | null = null
  let previous = -1
  for (const row of sheet.recognised.rows) {
    if (row.block > 0 || !looksShifted(row)) continue
    if (runStart === null || row.index > previous + 3) runStart = row.index
    previous = row.index
    const text = tidyText(cellText(row.cells.get('post')?.cell))
    const place = { sheetKey: sheet.key, row: row.index, column: post, field: 'post' as const }
    const options = [fixedOption('realign'), fixedOption('set-aside')]
    const answer = planning.findings.ask(`shift:${sheet.key}:${runStart}`, place, 'shifted-columns', { text }, options)
    found.set(row, answer === 'realign' ? realigned(sheet, row, post) : null)
  }
  return found
}

/** JABATAN holds nothing but a pangkat, while the column before it holds a bare golongan. */
function looksShifted(row: SourceRow): boolean {
  const post = tidyText(cellText(row.cells.get('post')?.cell))
  if (post === '' || post.length > 40) return false
  const before = tidyText(cellText((row.cells.get('rank') ?? row.cells.get('grade'))?.cell))
  if (!/^[IVX]+\s*[/.\s]?\s*[a-e]?$/i.test(before)) return false
  return readGradeText(post)?.fromRank ?? false
}

function realigned(sheet: PreviewSheet, row: SourceRow, from: number): SourceRow {
  const raw = sheet.sheet.rows[row.index] ?? []
  const cells = new Map<ImportField, PlacedCell>()
  for (const [field, placed] of row.cells) if (placed.column < from) cells.set(field, placed)
  for (const { index, field } of sheet.recognised.columns) {
    const cell = raw[index + 1]
    if (field === null || field === 'ignored' || index < from || cell === undefined || cell.kind === 'empty') continue
    cells.set(field, { column: index + 1, cell })
  }
  const rank = raw[from]
  if (rank !== undefined && !cells.has('rank')) cells.set('rank', { column: from, cell: rank })
  return { ...row, cells }
}
