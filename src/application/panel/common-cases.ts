import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type CommonCaseId, commonCaseId, type EmployeeId, type PeriodId, rowId } from '#domain/model/ids.ts'
import type { CommonCase, CommonScore } from '#domain/model/panel.ts'
import type { Period } from '#domain/model/period.ts'
import { scoreAgreement } from '#domain/panel/score-agreement.ts'
import { listedPeople } from './draw-panel.ts'

const casesOf = (tables: ReadTables, periodId: PeriodId): readonly CommonCase[] =>
  tables.commonCase.where({ periodId }).toSorted((a, b) => a.number - b.number)

const scoresOf = (tables: ReadTables, cases: readonly CommonCase[]): readonly CommonScore[] =>
  tables.commonScore.whereIn(
    'commonCaseId',
    cases.map(({ id }) => id),
  )

/** Everybody who rates somebody in the period, by name. */
function supervisorsOf(tables: ReadTables, period: Period) {
  const teams = new Set(listedPeople(tables, period).map(({ team }) => team))
  return tables.employee
    .whereIn('id', [...teams])
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
}

/** The common cases of a period, and how many of them each supervisor has scored; not what was scored. */
export function loadCommonCases(tables: ReadTables, periodId: PeriodId) {
  const period = tables.period.require(periodId)
  const cases = casesOf(tables, periodId)
  const scores = scoresOf(tables, cases)
  return {
    cases: cases.map(({ id, number, title, text }) => ({ id, number, title, text })),
    supervisors: supervisorsOf(tables, period).map(({ id, name }) => ({
      id,
      name,
      scored: scores.filter(({ supervisorId }) => supervisorId === id).length,
    })),
  }
}

/** A new common case (id null), or other words for one that nobody has scored yet (else E-COMMON-SCORED). */
export function saveCommonCase(
  workspace: Workspace,
  environment: Environment,
  input: { readonly periodId: PeriodId; readonly id: CommonCaseId | null } & Pick<CommonCase, 'title' | 'text'>,
): CommonCaseId {
  const { tables } = workspace
  const { name: period } = tables.period.require(input.periodId)
  const known = casesOf(tables, input.periodId)
  const before = input.id === null ? undefined : caseIn(tables, input.periodId, input.id)
  if (before !== undefined) requireUnscored(tables, before)
  const id = before?.id ?? commonCaseId.parse(environment.newId())
  const number = before?.number ?? (known.at(-1)?.number ?? 0) + 1
  const { periodId, title, text } = input
  workspace.command({ name: 'panel.saveCommonCase', summary: { case: title, period } }, (write) =>
    write.commonCase.put({ id, periodId, number, title: title.trim(), text: text.trim() }),
  )
  return id
}

export function removeCommonCase(workspace: Workspace, periodId: PeriodId, id: CommonCaseId): void {
  const { tables } = workspace
  const found = caseIn(tables, periodId, id)
  requireUnscored(tables, found)
  const summary = { case: found.title, period: tables.period.require(periodId).name }
  workspace.command({ name: 'panel.removeCommonCase', summary }, (write) => write.commonCase.remove(id))
}

function caseIn(tables: ReadTables, periodId: PeriodId, id: CommonCaseId): CommonCase {
  const found = tables.commonCase.require(id)
  if (found.periodId !== periodId) throw new AppError('E-NOT-FOUND', { what: 'common_case' })
  return found
}

function requireUnscored(tables: ReadTables, { id, title }: CommonCase): void {
  const count = tables.commonScore.count({ commonCaseId: id })
  if (count > 0) throw new AppError('E-COMMON-SCORED', { title, count })
}

/** What one supervisor gave; for the sheet he or she fills in. */
export const commonSheet = (tables: ReadTables, periodId: PeriodId, supervisorId: EmployeeId) =>
  scoresOf(tables, casesOf(tables, periodId))
    .filter((one) => one.supervisorId === supervisorId)
    .map(({ commonCaseId: id, score }) => ({ id, score }))

/** All scores of one supervisor at once; null takes one back. Refuses somebody who rates nobody (E-NOT-FOUND). */
export function scoreCommonCases(
  workspace: Workspace,
  environment: Environment,
  input: {
    readonly periodId: PeriodId
    readonly supervisorId: EmployeeId
    readonly scores: readonly { readonly id: CommonCaseId; readonly score: number | null }[]
  },
): void {
  const { tables } = workspace
  const period = tables.period.require(input.periodId)
  const supervisor = supervisorsOf(tables, period).find(({ id }) => id === input.supervisorId)
  if (supervisor === undefined) throw new AppError('E-NOT-FOUND', { what: 'employee' })
  for (const { id } of input.scores) caseIn(tables, input.periodId, id)
  const summary = { supervisor: supervisor.name, count: input.scores.length, period: period.name }
  workspace.command({ name: 'panel.scoreCommonCases', summary }, (write) => {
    for (const { id, score } of input.scores) {
      const [before] = write.commonScore.where({ commonCaseId: id, supervisorId: supervisor.id })
      if (score === null) {
        if (before !== undefined) write.commonScore.remove(before.id)
      } else if (before?.score !== score) {
        write.commonScore.put({
          id: before?.id ?? rowId.parse(environment.newId()),
          commonCaseId: id,
          supervisorId: supervisor.id,
          score,
          givenAt: environment.now(),
        })
      }
    }
  })
}

/** How far the supervisors agree on the common cases, with the scores behind it. */
export function commonAgreement(tables: ReadTables, periodId: PeriodId) {
  const { scoring } = tables.period.require(periodId)
  const cases = casesOf(tables, periodId)
  const titles = new Map(cases.map(({ id, title }) => [id, title]))
  const scores = scoresOf(tables, cases)
  const names = new Map(
    tables.employee
      .whereIn('id', [...new Set(scores.map((one) => one.supervisorId))])
      .map(({ id, name }) => [id, name]),
  )
  const { meets, above } = scoring.workBands
  const given = scores.map((one) => ({ subject: one.commonCaseId, rater: one.supervisorId, score: one.score }))
  return {
    agreement: scoreAgreement(given, [meets, above]),
    names: Object.fromEntries(names) as Record<string, string>,
    subjects: Object.fromEntries(titles) as Record<string, string>,
    given,
  }
}

/** Whether some supervisor has still to score a common case: until then nobody reads what others gave. */
export function isCommonAtWork(tables: ReadTables): boolean {
  return tables.period.all().some((period) => {
    const cases = casesOf(tables, period.id)
    return cases.length > 0 && scoresOf(tables, cases).length < cases.length * supervisorsOf(tables, period).length
  })
}
