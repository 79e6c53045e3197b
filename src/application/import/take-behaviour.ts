import { readNumberCell } from '#domain/import/column-numbers.ts'
import type { ImportField } from '#domain/import/fields.ts'
import { readBehaviourValue, readSource } from '#domain/import/vocabulary.ts'
import { type BehaviourValue, behaviourValues } from '#domain/model/assessment.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import { assessmentFor, isFrozen, raterForAssessment } from './assessment-of-person.ts'
import { draftKey } from './draft-tables.ts'
import {
  cellOf,
  type Planning,
  patchDraft,
  placeIn,
  type RowRef,
  refusesErrorCell,
  refusesLongText,
  textOf,
  wordingOf,
} from './planning.ts'
import { takeFeedbackCell } from './take-feedback.ts'

const wideField = (value: BehaviourValue) => `score${value}` as ImportField

/** Takes behaviour from one row: one value with score, expectation and feedback, or seven scores side by side. */
export function takeBehaviourRow(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId) {
  if (refusesErrorCell(planning, ref, ['behaviourValue', 'behaviourScore', 'expectation', 'feedback'])) return
  if (refusesLongText(planning, ref, 'expectation', 20_000) || refusesLongText(planning, ref, 'feedback', 20_000))
    return
  for (const value of behaviourValues) takeScore(planning, ref, person, periodId, value, wideField(value))
  const text = textOf(ref, 'behaviourValue')
  if (text === '') return
  const value = readBehaviourValue(text)
  if (value === null) {
    planning.findings.refuse(placeIn(ref, 'behaviourValue'), 'behaviour-value', { text })
    return
  }
  takeScore(planning, ref, person, periodId, value, 'behaviourScore')
  takeExpectation(planning, ref, person, periodId, value)
  if (ref.row.cells.has('feedback')) takeFeedbackCell(planning, ref, person, periodId, value)
}

function takeScore(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
  value: BehaviourValue,
  field: ImportField,
) {
  const cell = cellOf(ref, field)
  if (cell === undefined) return
  const reading = readNumberCell(cell.cell, 'comma')
  if (reading.kind === 'none') return
  const text = textOf(ref, field)
  if (reading.kind === 'refused') {
    planning.findings.refuse(placeIn(ref, field), reading.reason, { text })
    return
  }
  if (!Number.isInteger(reading.value) || reading.value < 1 || reading.value > 5) {
    planning.findings.refuse(placeIn(ref, field), 'behaviour-score-range', { text })
    return
  }
  const supervisorId = raterForAssessment(planning, ref, person, periodId)
  if (supervisorId === null || !isOwnRater(planning, ref, person, periodId, supervisorId)) return
  const assessment = assessmentFor(planning, ref, person, periodId, supervisorId, {})
  if (assessment === null) return
  const note = field === 'behaviourScore' ? textOf(ref, 'note').slice(0, 500) : ''
  const known = planning.drafts.behaviourScore.find(draftKey(assessment.id, value))
  if (known?.score === reading.value && (note === '' || note === known.note)) return
  if (isFrozen(planning, ref, periodId)) return
  if (known) {
    patchDraft(
      planning,
      ref,
      'behaviourScore',
      known,
      { score: reading.value, ...(note === '' ? {} : { note }) },
      { score: field, note: 'note' },
    )
    return
  }
  planning.drafts.behaviourScore.put({
    id: planning.newId(),
    assessmentId: assessment.id,
    value,
    score: reading.value,
    note,
  })
  planning.touch(ref, 'new')
}

/** Scores of peers never become the supervisor's assessment: a rater other than the recorded one is refused here. */
function isOwnRater(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
  rater: EmployeeId,
): boolean {
  const recorded = planning.drafts.supervision.find(draftKey(periodId, person))?.supervisorId
  if (recorded === undefined || recorded === rater) return true
  const { directory } = planning
  planning.findings.refuse(placeIn(ref, 'supervisorName'), 'supervisor-differs', {
    who: directory.nameOf(rater),
    recorded: directory.nameOf(recorded),
  })
  return false
}

function takeExpectation(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
  value: BehaviourValue,
) {
  const expectation = wordingOf(ref, 'expectation')
  if (expectation === '') return
  const known = planning.drafts.behaviourExpectation.find(draftKey(periodId, person, value))
  if (known === undefined) {
    planning.drafts.behaviourExpectation.put({ id: planning.newId(), periodId, employeeId: person, value, expectation })
    planning.touch(ref, 'new')
    return
  }
  // The evaluation repeats the plan's expectation in shorter words: the plan's wording stays.
  if (readSource(textOf(ref, 'source')) === 'evaluation') {
    if (known.expectation !== expectation)
      planning.findings.note(placeIn(ref, 'expectation'), 'wording-differs', { kept: known.expectation })
    return
  }
  patchDraft(planning, ref, 'behaviourExpectation', known, { expectation }, { expectation: 'expectation' })
}
