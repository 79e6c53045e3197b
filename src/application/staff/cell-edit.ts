import type { AppErrorCode, AppErrorParams } from '#domain/app-error.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'

export type StaffField =
  | 'resultScore'
  | 'behaviourScore'
  | 'workLevel'
  | 'behaviourLevel'
  | 'post'
  | 'unit'
  | 'grade'
  | 'supervisor'
  | 'rated'
  | 'studyFailed'
  | 'target'
  | 'realisation'
  | 'direction'
  | 'unitOfMeasure'
  | 'evidence'
  | 'indexOverride'
  | 'weight'

/** One cell as typed or pasted; `key` names the result, value or indicator where the field has several. */
export interface CellEdit {
  readonly employeeId: EmployeeId
  readonly field: StaffField
  readonly key: string
  readonly text: string
  readonly reason: string
}

export interface CellBlock {
  readonly periodId: PeriodId
  readonly cells: readonly CellEdit[]
  readonly mode: 'all-or-nothing' | 'valid-only'
}

export interface RefusedCell {
  readonly index: number
  readonly code: AppErrorCode
  readonly params: AppErrorParams
}
