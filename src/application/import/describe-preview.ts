import type { Workspace } from '#application/ports/workspace.ts'
import type { SkipReason } from '#domain/import/skipped-row.ts'
import { cellText, columnLetter, tidyText } from '#domain/import/table-cell.ts'
import { type Finding, isBlocking, type PreviewSheet, type RowState } from './preview-model.ts'
import type { ImportPreview } from './previews.ts'

const listed = 400
const noCounts = { new: 0, changed: 0, unchanged: 0, skipped: 0, open: 0, refused: 0, aside: 0 }

/** The preview in the words of the wire: addresses as a spreadsheet shows them, no rows. */
export function describePreview(workspace: Workspace, preview: ImportPreview) {
  const { outcome } = preview
  const { counts } = outcome
  return {
    previewId: preview.id,
    periodId: preview.periodId,
    periodName: workspace.tables.period.get(preview.periodId)?.name ?? '',
    files: preview.files.map((file) => ({
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
      format: file.format,
      delimiter: file.csv?.delimiter ?? null,
      encoding: file.csv?.encoding ?? null,
    })),
    sheets: preview.sheets.map((sheet) => describeSheet(preview, sheet)),
    counts: { ...counts },
    rowsToImport: counts.new + counts.changed + counts.unchanged,
    blocking: outcome.findings.filter(isBlocking).length,
    newUnits: [...outcome.newUnits],
    newPersons: outcome.newPersons,
    findings: describeFindings(preview, listed),
    findingCount: outcome.findings.length,
  }
}

function describeSheet(preview: ImportPreview, sheet: PreviewSheet) {
  const { recognised } = sheet
  const counts: Record<RowState, number> = { ...noCounts }
  for (const state of preview.outcome.rowStates.get(sheet.key)?.values() ?? []) counts[state] += 1
  const skipped = new Map<SkipReason, number>()
  for (const reason of recognised.skipped.values()) skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
  return {
    key: sheet.key,
    file: sheet.file,
    name: sheet.name,
    hidden: sheet.sheet.hidden,
    included: sheet.included && recognised.kind !== null,
    kind: recognised.kind,
    origin: sheet.origin,
    headerRow: recognised.header === null ? null : recognised.header.bottom + 1 + sheet.sheet.firstRow,
    rowCount: sheet.sheet.rows.length,
    columns: recognised.columns.map(({ index, heading, field }) => ({
      index,
      letter: columnLetter(index),
      heading,
      field,
      sample: sampleOf(sheet, index),
    })),
    skipped: [...skipped].map(([reason, count]) => ({ reason, count })),
    counts,
  }
}

function sampleOf(sheet: PreviewSheet, column: number): string {
  const first = sheet.recognised.header === null ? 0 : sheet.recognised.header.bottom + 1
  for (const row of sheet.sheet.rows.slice(first, first + 50)) {
    const text = tidyText(cellText(row[column]))
    if (text !== '') return text.slice(0, 120)
  }
  return ''
}

/** Findings with the addresses a spreadsheet shows, the most pressing first; all of them, or the first so many. */
export function describeFindings(preview: ImportPreview, limit = Number.POSITIVE_INFINITY) {
  const sheets = new Map(preview.sheets.map((sheet) => [sheet.key, sheet]))
  const { findings } = preview.outcome
  // What must be answered is always among them; the order stays when an answer is given, so that nothing jumps.
  const pressing =
    findings.length <= limit ? findings : [...findings].sort((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)))
  const shown = new Set(pressing.slice(0, limit))
  return findings
    .filter((finding) => shown.has(finding))
    .map((finding) => describeFinding(finding, sheets.get(finding.sheetKey ?? '')))
}

function describeFinding(finding: Finding, sheet: PreviewSheet | undefined) {
  const { question } = finding
  const heading = finding.column === null ? '' : (sheet?.recognised.columns[finding.column]?.heading ?? '')
  return {
    id: finding.id,
    severity: finding.severity,
    code: finding.code,
    params: { ...finding.params },
    sheetKey: finding.sheetKey,
    sheet: sheet?.name ?? '',
    row: finding.row === null || sheet === undefined ? null : finding.row + 1 + sheet.sheet.firstRow,
    rowIndex: finding.row,
    column: finding.column === null ? null : columnLetter(finding.column),
    field: finding.field,
    heading: tidyText(heading),
    count: finding.count,
    blocking: isBlocking(finding),
    question: question === null ? null : { ...question, options: question.options.map((option) => ({ ...option })) },
  }
}
