import type { WorkOutInput } from './begin-planning.ts'
import type { Planning, RowRef } from './planning.ts'
import { type Finding, type ImportOutcome, type RowState, rowKey } from './preview-model.ts'

/** What would come of every row, with the findings in the order in which they want an answer. */
export function outcomeOf(
  planning: Planning,
  input: WorkOutInput,
  rows: readonly RowRef[],
  touched: ReadonlyMap<string, 'new' | 'changed'>,
): ImportOutcome {
  const { findings, drafts } = planning
  const states = new Map<string, Map<number, RowState>>()
  const counts: Record<RowState, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    open: 0,
    refused: 0,
    aside: 0,
  }
  const set = (sheetKey: string, row: number, state: RowState) => {
    const ofSheet = states.get(sheetKey) ?? new Map<number, RowState>()
    states.set(sheetKey, ofSheet)
    if (ofSheet.has(row)) return
    ofSheet.set(row, state)
    counts[state] += 1
  }
  for (const ref of rows) {
    const key = rowKey(ref.sheet.key, ref.row.index)
    const state = findings.refusedRows.has(key)
      ? 'refused'
      : findings.openRows.has(key)
        ? 'open'
        : (touched.get(key) ?? 'unchanged')
    set(ref.sheet.key, ref.row.index, state)
  }
  for (const sheet of input.sheets) {
    if (!sheet.included) continue
    for (const row of sheet.recognised.rows) set(sheet.key, row.index, 'aside')
    for (const row of sheet.recognised.skipped.keys()) set(sheet.key, row, 'skipped')
  }
  return {
    findings: ordered([...findings.findings, ...input.aside.values()]),
    rowStates: states,
    marks: findings.marks,
    counts,
    newUnits: drafts.unit.inserted().map((unit) => unit.name),
    newPersons: drafts.employee.inserted().length,
    changedPersons: drafts.employee.updated().length,
  }
}

const severityOrder = { refused: 0, open: 1, warning: 2, info: 3 } as const

/** What must be answered first, then questions already proposed, then remarks; in the order of the file within. */
function ordered(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding) =>
    severityOrder[finding.severity] * 2 + (finding.severity === 'warning' && finding.question === null ? 1 : 0)
  return findings
    .map((finding, index) => ({ finding, index, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ finding }) => finding)
}
