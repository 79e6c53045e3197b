import type { CallOutput } from '#contract/contracts.ts'
import { at } from './column-cell.ts'

type Columns = CallOutput<'staff.indicatorBoard'>['columns']

/** One indicator of the grid with one row per indicator. */
export interface IndicatorRow {
  readonly id: string
  readonly employeeId: string
  readonly name: string
  readonly unitId: string | null
  readonly resultId: string
  readonly resultNumber: number
  readonly resultStatement: string
  readonly weight: number | null
  readonly number: string
  readonly aspect: Columns['aspect'][number]
  readonly statement: string
  readonly target: string
  readonly unitOfMeasure: string
  readonly direction: Columns['direction'][number]
  readonly realisation: string
  readonly evidence: string
  readonly index: number | null
  readonly indexWhy: Columns['indexWhy'][number]
  readonly indexOverridden: boolean
  readonly indexOverrideReason: string
}

export function indicatorRowsOf(columns: Columns): readonly IndicatorRow[] {
  return columns.indicatorId.map((id, index) => ({
    id,
    employeeId: at(columns.employeeId, index, ''),
    name: at(columns.name, index, ''),
    unitId: at(columns.unitId, index, null),
    resultId: at(columns.resultId, index, ''),
    resultNumber: at(columns.resultNumber, index, 0),
    resultStatement: at(columns.resultStatement, index, ''),
    weight: at(columns.weight, index, null),
    number: at(columns.number, index, ''),
    aspect: at(columns.aspect, index, 'none'),
    statement: at(columns.statement, index, ''),
    target: at(columns.target, index, ''),
    unitOfMeasure: at(columns.unitOfMeasure, index, ''),
    direction: at(columns.direction, index, 'unknown'),
    realisation: at(columns.realisation, index, ''),
    evidence: at(columns.evidence, index, ''),
    index: at(columns.index, index, null),
    indexWhy: at(columns.indexWhy, index, ''),
    indexOverridden: at(columns.indexOverridden, index, false),
    indexOverrideReason: at(columns.indexOverrideReason, index, ''),
  }))
}
