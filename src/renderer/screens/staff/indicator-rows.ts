import type { CallOutput } from '#contract/contracts.ts'

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
    employeeId: columns.employeeId[index] ?? '',
    name: columns.name[index] ?? '',
    unitId: columns.unitId[index] ?? null,
    resultId: columns.resultId[index] ?? '',
    resultNumber: columns.resultNumber[index] ?? 0,
    resultStatement: columns.resultStatement[index] ?? '',
    weight: columns.weight[index] ?? null,
    number: columns.number[index] ?? '',
    aspect: columns.aspect[index] ?? 'none',
    statement: columns.statement[index] ?? '',
    target: columns.target[index] ?? '',
    unitOfMeasure: columns.unitOfMeasure[index] ?? '',
    direction: columns.direction[index] ?? 'unknown',
    realisation: columns.realisation[index] ?? '',
    evidence: columns.evidence[index] ?? '',
    index: columns.index[index] ?? null,
    indexWhy: columns.indexWhy[index] ?? '',
    indexOverridden: columns.indexOverridden[index] ?? false,
    indexOverrideReason: columns.indexOverrideReason[index] ?? '',
  }))
}
