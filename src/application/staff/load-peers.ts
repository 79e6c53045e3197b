import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { EmployeeId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'
import { indexReader } from './achievement.ts'
import { leaderResultsOf, personOf, sharedResults, teamOf } from './dossier-parts.ts'
import { unitName } from './load-dossier.ts'
import { staffRow } from './staff-row.ts'

/**
 * Colleagues of the same supervisor and kind of post, the person among them: comparing results between employees is a
 * duty of the rater (p. 98 (e), 101).
 */
export function loadPeers(tables: ReadTables, reader: StaffReader, period: Period, employeeId: EmployeeId) {
  const supervisorId = raterOfRecord(
    tables.supervision.where({ periodId: period.id, employeeId }),
    period,
  )?.supervisorId
  const postKind = tables.placement.where({ periodId: period.id, employeeId })[0]?.postKind ?? null
  if (supervisorId === undefined || postKind === null) return { supervisor: null, postKind, peers: [] }
  const team = new Set([...teamOf(tables, period, supervisorId), employeeId])
  const plans = tables.workPlan.whereIn('employeeId', [...team]).filter((plan) => plan.periodId === period.id)
  const results = tables.workResult.whereIn(
    'workPlanId',
    plans.map((plan) => plan.id),
  )
  const resultsOf = (id: string) => {
    const plan = plans.find((candidate) => candidate.employeeId === id)
    return plan ? results.filter((result) => result.workPlanId === plan.id) : []
  }
  const leaderResults = leaderResultsOf(resultsOf(employeeId))
  const readIndex = indexReader(period.scoring)
  const collator = new Intl.Collator('id')
  const peers = [...reader.facts(period.id, [...team]).values()]
    .filter((facts) => facts.postKind === postKind)
    .map((facts) => staffRow(facts, period.scoring, readIndex))
    .map((row) => ({
      id: row.facts.employeeId,
      name: row.facts.name,
      post: row.facts.post,
      unitName: unitName(tables, row.facts.unitId),
      workScore: row.workScore,
      workLevel: row.facts.assessment?.workLevel ?? null,
      behaviourScore: row.behaviourScore,
      behaviourLevel: row.facts.assessment?.behaviourLevel ?? null,
      predicate: row.predicate,
      achievementIndex: row.achievementIndex,
      resultCount: row.facts.results.length,
      sharedResults: sharedResults(resultsOf(row.facts.employeeId), leaderResults),
      feedbackCount: row.facts.feedbackCount,
      decision: row.facts.decision?.outcome ?? ('none' as const),
      self: row.facts.employeeId === employeeId,
    }))
    .toSorted((a, b) => collator.compare(a.name, b.name))
  return { supervisor: personOf(tables, supervisorId), postKind, peers }
}
