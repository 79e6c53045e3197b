import type { CallOutput } from '#contract/contracts.ts'
import type { CalibratedSupervisor } from '#domain/calibration/calibration-result.ts'
import type { ShownResult } from '#domain/calibration/shown-result.ts'

export type Dimension = ShownResult['dimension']
export const dimensions: readonly Dimension[] = ['work-results', 'behaviour']

type Answer = CallOutput<'calibration.result'>
export type Employee = Answer['employees'][number]
export type Supervisor = Answer['supervisors'][number]
export type Problem = Answer['problems'][number]

/** One dimension of a calibration with the names behind its ids: what every part of the screen reads. */
export interface Calibrated {
  readonly result: ShownResult
  readonly periodName: string
  readonly run: Answer['run']
  readonly inputsHash: string
  readonly problems: readonly Problem[]
  readonly employees: ReadonlyMap<string, Employee>
  readonly supervisors: ReadonlyMap<string, Supervisor>
}

/** A case on one of the two lists to look at first. */
export interface ListedCase {
  readonly employeeId: string
  readonly name: string
  readonly unitName: string
  readonly supervisorId: string
  readonly score: number | null
  /** Points above (below) comparable people under the same supervisor. */
  readonly points: number
  readonly isStrong: boolean
}

export type CaseList = 'favoured' | 'penalised'
export const caseLists: readonly CaseList[] = ['favoured', 'penalised']

export const supervisorName = ({ supervisors }: Pick<Calibrated, 'supervisors'>, id: string): string =>
  supervisors.get(id)?.name ?? id

export const employeeName = ({ employees }: Pick<Calibrated, 'employees'>, id: string): string =>
  employees.get(id)?.name ?? id

/** The same with further people named. */
export const withNames = (
  calibrated: Calibrated,
  { employees, supervisors }: Pick<Answer, 'employees' | 'supervisors'>,
): Calibrated => ({
  ...calibrated,
  employees: new Map([...calibrated.employees, ...employees.map((one) => [one.id, one] as const)]),
  supervisors: new Map([...calibrated.supervisors, ...supervisors.map((one) => [one.id, one] as const)]),
})

/** Enough evidence for a figure to be shown: the others say so in words. */
export const isTold = ({ leniency, notEnough }: CalibratedSupervisor): boolean =>
  leniency.kind === 'value' && notEnough.length === 0

/** Most conspicuous first, as the computation orders them. */
export const listedCases = ({ result, employees }: Calibrated, list: CaseList): readonly ListedCase[] =>
  result.lookFirst[list].map(({ employee, supervisor, score, points, isStrong }) => ({
    employeeId: employee,
    name: employees.get(employee)?.name ?? employee,
    unitName: employees.get(employee)?.unitName ?? '',
    supervisorId: supervisor,
    score,
    points,
    isStrong,
  }))
