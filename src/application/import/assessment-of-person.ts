import { headingKey } from '#domain/import/headings.ts'
import type { Assessment } from '#domain/model/assessment.ts'
import { assessmentId, type EmployeeId, type PeriodId } from '#domain/model/ids.ts'
import { blankAssessment } from '#domain/scoring/blank-assessment.ts'
import { draftKey } from './draft-tables.ts'
import { type Planning, patchDraft, placeIn, type RowRef, textOf } from './planning.ts'
import { raterOfRow, supervisorFields } from './resolve-person.ts'

/** What a row says of an assessment; what it leaves empty is not touched. */
export type AssessmentPatch = Partial<Pick<Assessment, 'workLevel' | 'behaviourLevel' | 'printedPredicate' | 'note'>>

/** Whose assessment this is: the rater the row names, else the supervisor of the period. */
export function raterForAssessment(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
): EmployeeId | null {
  const recorded = planning.drafts.supervision.find(draftKey(periodId, person))?.supervisorId ?? null
  const named = textOf(ref, 'supervisorName')
  if (recorded !== null && !ref.row.cells.has('supervisorNip') && !ref.row.cells.has('supervisorOfficeId')) {
    if (named === '' || isNamed(planning, recorded, named)) return recorded
  }
  const reading = raterOfRow(planning, ref, supervisorFields)
  if (reading.kind === 'open') return null
  const rater = reading.kind === 'rater' ? reading.id : recorded
  if (rater === null) planning.findings.refuse(placeIn(ref), 'supervisor-missing')
  else if (rater === person) {
    planning.findings.refuse(placeIn(ref, 'supervisorName'), 'self-rated', { name: planning.directory.nameOf(person) })
    return null
  }
  return rater
}

/** The recorded supervisor is meant when the words are that person's name or post. */
function isNamed(planning: Planning, supervisor: EmployeeId, words: string): boolean {
  const { directory } = planning
  return (
    directory.byName(words).includes(supervisor) ||
    directory.byPost(words).includes(supervisor) ||
    headingKey(directory.nameOf(supervisor)) === headingKey(words)
  )
}

/** The one assessment of a person and period. An opened meeting has frozen it; another rater's assessment is not overwritten. */
export function assessmentFor(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
  supervisorId: EmployeeId,
  patch: AssessmentPatch,
): Assessment | null {
  const { drafts, findings, directory } = planning
  const known = drafts.assessment.find(draftKey(periodId, person))
  if (known && known.supervisorId !== supervisorId) {
    findings.refuse(placeIn(ref, 'supervisorName'), 'supervisor-differs', {
      who: directory.nameOf(supervisorId),
      recorded: directory.nameOf(known.supervisorId),
    })
    return null
  }
  const changes =
    known === undefined ||
    (Object.keys(patch) as (keyof AssessmentPatch)[]).some((field) => patch[field] !== known[field])
  if (changes && isFrozen(planning, ref, periodId)) return null
  if (known) {
    const sources = {
      workLevel: 'workLevel',
      behaviourLevel: 'behaviourLevel',
      printedPredicate: 'predicate',
      note: 'note',
    } as const
    return patchDraft(planning, ref, 'assessment', known, patch, sources)
  }
  const recorded = drafts.supervision.find(draftKey(periodId, person))?.supervisorId
  if (recorded !== undefined && recorded !== supervisorId) {
    findings.warn(placeIn(ref, 'supervisorName'), 'supervisor-differs', {
      who: directory.nameOf(supervisorId),
      recorded: directory.nameOf(recorded),
    })
  }
  const assessment: Assessment = {
    ...blankAssessment({ id: assessmentId.parse(planning.newId()), periodId, employeeId: person, supervisorId }),
    ...patch,
  }
  drafts.assessment.put(assessment)
  planning.touch(ref, 'new')
  return assessment
}

/** Refuses what would change an assessment once its meeting is open (E-RULE-FROZEN on screens). */
export function isFrozen(planning: Planning, ref: RowRef, periodId: PeriodId): boolean {
  if (!planning.frozen.has(periodId)) return false
  planning.findings.refuse(placeIn(ref), 'assessment-frozen')
  return true
}
