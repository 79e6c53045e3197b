import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { type Approver, approvedBy, recordApproval } from '#application/users/approvals.ts'
import { AppError } from '#domain/app-error.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import { type Period, periodStages } from '#domain/model/period.ts'
import { isFrozen, refuseFrozen } from './period-freeze.ts'

/** The regulation everything rests on; it is never switched off. */
export const mainPack = 'permenpanrb-6-2022'

/** Rule packs in force in the period. Refused once a meeting has been opened, and for a pack nobody knows. */
export function setRulePacks(
  workspace: Workspace,
  known: readonly string[],
  input: { readonly periodId: PeriodId; readonly rulePacks: readonly string[] },
): void {
  const period = workspace.tables.period.require(input.periodId)
  refuseFrozen(workspace.tables, period.id)
  const unknown = input.rulePacks.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new AppError('E-RULE-CHOICE', { value: unknown, choices: known.join(', ') })
  const rulePacks = known.filter((id) => id === mainPack || input.rulePacks.includes(id))
  const summary = { period: period.name, packs: rulePacks.join(', ') }
  workspace.command({ name: 'organisation.setRulePacks', summary }, (tables) =>
    tables.period.put({ ...period, rulePacks }),
  )
}

/** Moves the period to a stage. Back before evaluation is refused (E-RULE-STAGE) once a meeting has been opened. */
export function setStage(
  workspace: Workspace,
  environment: Environment,
  input: { readonly periodId: PeriodId; readonly stage: Period['stage'] },
  approver: Approver = null,
): void {
  const period = workspace.tables.period.require(input.periodId)
  if (period.stage === input.stage) return
  const before = periodStages.indexOf(input.stage) < periodStages.indexOf('evaluation')
  if (before && isFrozen(workspace.tables, period.id)) throw new AppError('E-RULE-PERIOD-FROZEN')
  const summary = { period: period.name, stage: input.stage, ...approvedBy(approver) }
  workspace.command({ name: 'organisation.setStage', summary }, (tables) => {
    tables.period.put({ ...period, stage: input.stage })
    const what = { kind: 'stage' as const, periodId: period.id, meetingId: null, subject: input.stage }
    recordApproval(tables, { workspace, environment }, approver, what)
  })
}

/** The agency's evaluation window; the clocks of the overview run from its end. Ends before it starts: E-RULE-DATE. */
export function setWindow(
  workspace: Workspace,
  input: { readonly periodId: PeriodId } & Pick<Period, 'windowStartsOn' | 'windowEndsOn'>,
): void {
  const { windowStartsOn, windowEndsOn } = input
  const period = workspace.tables.period.require(input.periodId)
  if (windowEndsOn !== null && windowEndsOn < (windowStartsOn ?? period.endsOn)) {
    throw new AppError('E-RULE-DATE', { value: windowEndsOn })
  }
  const summary = { period: period.name, until: windowEndsOn ?? '' }
  workspace.command({ name: 'organisation.setWindow', summary }, (tables) =>
    tables.period.put({ ...period, windowStartsOn, windowEndsOn }),
  )
}
