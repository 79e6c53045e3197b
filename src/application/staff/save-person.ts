import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Assessment } from '#domain/model/assessment.ts'
import { type AssessmentId, assessmentId, type PeriodId, supervisionId, workResultId } from '#domain/model/ids.ts'
import { blankAssessment } from '#domain/scoring/blank-assessment.ts'
import type { PersonDraft } from './person-draft.ts'

/** Writes what a draft changed. Equal rows write nothing. */
export function savePerson(
  tables: WriteTables,
  environment: Environment,
  periodId: PeriodId,
  { employee, before, after }: PersonDraft,
): void {
  if (after.placement !== before.placement) tables.placement.put(after.placement)
  if (after.supervisorId !== before.supervisorId && after.supervisorId !== null) {
    const { supervisorId } = after
    tables.supervision.put(
      before.supervision
        ? { ...before.supervision, supervisorId }
        : {
            id: supervisionId.parse(environment.newId()),
            periodId,
            employeeId: employee.id,
            supervisorId,
            fromDate: null,
            toDate: null,
            reviewingSuperiorId: null,
            reason: '',
          },
    )
  }
  if (after.results !== before.results) tables.workResult.putAll(after.results)
  if (after.indicators !== before.indicators) {
    for (const [id, row] of after.indicators) if (row !== before.indicators.get(id)) tables.indicator.put(row)
  }
  if (after.scores !== before.scores || after.behaviours !== before.behaviours || after.levels !== before.levels) {
    saveAssessment(tables, environment, periodId, { employee, before, after })
  }
}

function saveAssessment(
  tables: WriteTables,
  environment: Environment,
  periodId: PeriodId,
  { employee, before, after }: PersonDraft,
): void {
  const { supervisorId } = after
  const stored = before.assessment
  if (!stored && supervisorId === null) return
  const assessment: Assessment = {
    ...(stored ??
      blankAssessment({
        id: assessmentId.parse(environment.newId()),
        periodId,
        employeeId: employee.id,
        supervisorId: supervisorId ?? employee.id,
      })),
    ...after.levels,
  }
  tables.assessment.put(assessment)
  saveScores(tables, environment, assessment.id, { employee, before, after })
  saveBehaviours(tables, environment, assessment.id, { employee, before, after })
}

function saveScores(tables: WriteTables, environment: Environment, id: AssessmentId, draft: PersonDraft): void {
  const stored = new Map(draft.before.storedScores.map((row) => [row.workResultId as string, row]))
  for (const [resultId, score] of draft.after.scores) {
    const row = stored.get(resultId)
    if (row?.score === score) continue
    tables.resultScore.put(
      row
        ? { ...row, score }
        : { id: environment.newId(), assessmentId: id, workResultId: workResultId.parse(resultId), score },
    )
  }
  for (const [resultId, row] of stored) if (!draft.after.scores.has(resultId)) tables.resultScore.remove(row.id)
}

function saveBehaviours(tables: WriteTables, environment: Environment, id: AssessmentId, draft: PersonDraft): void {
  const stored = new Map(draft.before.storedBehaviours.map((row) => [row.value, row]))
  for (const [value, score] of draft.after.behaviours) {
    const row = stored.get(value)
    if (row?.score === score) continue
    tables.behaviourScore.put(
      row ? { ...row, score } : { id: environment.newId(), assessmentId: id, value, score, note: '' },
    )
  }
  for (const [value, row] of stored) if (!draft.after.behaviours.has(value)) tables.behaviourScore.remove(row.id)
}
