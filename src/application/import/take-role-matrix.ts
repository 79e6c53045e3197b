import { headingKey } from '#domain/import/headings.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { WorkResult } from '#domain/model/work-plan.ts'
import { draftKey } from './draft-tables.ts'
import { planFor, planIndexOf } from './plan-of-person.ts'
import { rememberRow } from './plan-source.ts'
import { type Planning, patchDraft, placeIn, type RowRef, wordingOf } from './planning.ts'
import { addResult, sourcesOfResult } from './take-work-result.ts'

/**
 * A cell of the role matrix (A.1.5): for a result of the person's plan it names the leader's result served; for a person
 * without a plan each cell is a result of its own (p. 43, 47).
 */
export function takeMatrixRow(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId) {
  const statement = wordingOf(ref, 'result')
  const leaderResult = wordingOf(ref, 'leaderResult')
  if (statement === '' || /^tidak ada peran$/i.test(statement)) {
    planning.findings.note(placeIn(ref, 'result'), 'no-role')
    return
  }
  const known = planning.drafts.workPlan.find(draftKey(periodId, person))
  const fromMatrix = known === undefined || planning.memory.seen.has(`matrix:${known.id}`)
  const plan = known ?? planFor(planning, ref, person, periodId)
  const index = planIndexOf(planning, plan)
  const number = index.byStatement.get(headingKey(statement))
  if (number !== undefined) {
    const result = planning.drafts.workResult.find(draftKey(plan.id, number))
    if (result && leaderResult !== '') addLeaderResult(planning, ref, result, leaderResult)
    return
  }
  if (!fromMatrix) {
    planning.findings.note(placeIn(ref, 'result'), 'matrix-unmatched')
    return
  }
  rememberRow(planning, ref, `matrix:${plan.id}`, 'matrix')
  const used = index.highest + 1
  index.byStatement.set(headingKey(statement), used)
  index.highest = used
  const added = addResult(planning, ref, plan, used, statement, 'matrix')
  rememberRow(planning, ref, `leader:${added.id}`, 'matrix')
}

/** A person may serve several results of the leader with one of his or hers; what the plan itself prints stays alone. */
function addLeaderResult(planning: Planning, ref: RowRef, result: WorkResult, leaderResult: string) {
  const key = `leader:${result.id}`
  if (result.leaderResult !== '' && !planning.memory.seen.has(key)) return
  rememberRow(planning, ref, key, 'matrix')
  if (result.leaderResult.includes(leaderResult)) return
  const joined = [result.leaderResult, leaderResult].filter(Boolean).join('\n')
  patchDraft(planning, ref, 'workResult', result, { leaderResult: joined }, sourcesOfResult)
}
