import type { CallInput } from '#contract/contracts.ts'
import { behaviourValues } from '#domain/model/assessment.ts'
import type { CellChange } from '#renderer/ui/data-grid/types.ts'
import type { IndicatorRow } from './indicator-rows.ts'

export type CellEdit = CallInput<'staff.recordCells'>['cells'][number]

const plainFields = {
  unitId: 'unit',
  supervisorId: 'supervisor',
  post: 'post',
  grade: 'grade',
  rated: 'rated',
  studyFailed: 'studyFailed',
  workLevel: 'workLevel',
  behaviourLevel: 'behaviourLevel',
} as const satisfies Record<string, CellEdit['field']>

const isPlain = (key: string): key is keyof typeof plainFields => key in plainFields

/** What a changed cell of the employee grid asks the engine; null: the column is not written there. */
export function editOfPerson(change: CellChange): CellEdit | null {
  const text = change.value === null ? '' : String(change.value)
  const { rowId: employeeId, columnKey } = change
  const [kind, place] = columnKey.split(':')
  if (kind === 'result') return { employeeId, field: 'resultScore', key: place ?? '', text }
  if (kind === 'behaviour') {
    return { employeeId, field: 'behaviourScore', key: behaviourValues[Number(place)] ?? '', text }
  }
  return isPlain(columnKey) ? { employeeId, field: plainFields[columnKey], text } : null
}

const indicatorFields = ['target', 'realisation', 'direction', 'unitOfMeasure', 'evidence', 'indexOverride'] as const

export function editOfIndicator(change: CellChange, row: IndicatorRow | undefined): CellEdit | null {
  if (row === undefined) return null
  const text = change.value === null ? '' : String(change.value)
  if (change.columnKey === 'weight') return { employeeId: row.employeeId, field: 'weight', key: row.resultId, text }
  const field = indicatorFields.find((name) => name === change.columnKey)
  return field === undefined ? null : { employeeId: row.employeeId, field, key: row.id, text }
}
