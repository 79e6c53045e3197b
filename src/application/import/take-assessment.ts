import { tidyText } from '#domain/import/table-cell.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { ExpectationLevel, Predicate } from '#domain/model/levels.ts'
import { predicateOf } from '#domain/rules/quadrant.ts'
import { type AssessmentPatch, assessmentFor, raterForAssessment } from './assessment-of-person.ts'
import { fixedOption } from './findings.ts'
import {
  type Planning,
  placeIn,
  type RowRef,
  refusesErrorCell,
  refusesLongText,
  textOf,
  wordingOf,
} from './planning.ts'
import { levelOf, predicateOfRow } from './rated-words.ts'
import { takeOrganisationPredicate } from './take-organisation.ts'
import { scoreOf, takeScore } from './take-score.ts'

/** Takes the supervisor's levels, scores and the printed predicate of one row. The printed predicate is never corrected. */
export function takeAssessmentRow(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId) {
  if (
    refusesErrorCell(planning, ref, [
      'workLevel',
      'behaviourLevel',
      'predicate',
      'score',
      'organisationPredicate',
      'note',
    ])
  )
    return
  if (refusesLongText(planning, ref, 'note', 20_000)) return
  const workLevel = levelOf(planning, ref, 'workLevel')
  const behaviourLevel = levelOf(planning, ref, 'behaviourLevel')
  const printedPredicate = predicateOfRow(planning, ref)
  const score = scoreOf(planning, ref, person, periodId)
  if ([workLevel, behaviourLevel, printedPredicate, score].includes('open')) return
  const note = wordingOf(ref, 'note')
  const patch: AssessmentPatch = {
    ...(workLevel === null ? {} : { workLevel: workLevel as ExpectationLevel }),
    ...(behaviourLevel === null ? {} : { behaviourLevel: behaviourLevel as ExpectationLevel }),
    ...(printedPredicate === null ? {} : { printedPredicate: printedPredicate as Predicate }),
    ...(note === '' ? {} : { note }),
  }
  const supervisor =
    Object.keys(patch).length > 0 || score !== null ? raterForAssessment(planning, ref, person, periodId) : null
  if (supervisor !== null) {
    const assessment = assessmentFor(planning, ref, person, periodId, supervisor, patch)
    if (assessment && score !== null && score !== 'open') takeScore(planning, ref, assessment, score)
    remarkConflict(planning, ref, patch)
  }
  takeOrganisationPredicate(planning, ref, person, periodId)
}

/** R01: the printed predicate contradicts the quadrant. It is kept as printed, and the conflict shown and asked about. */
function remarkConflict(planning: Planning, ref: RowRef, patch: AssessmentPatch) {
  const { workLevel, behaviourLevel, printedPredicate } = patch
  if (!workLevel || !behaviourLevel || !printedPredicate) return
  const quadrant = predicateOf(workLevel, behaviourLevel)
  if (quadrant === printedPredicate) return
  const params = {
    printed: printedPredicate,
    quadrant,
    work: workLevel,
    behaviour: behaviourLevel,
    text: tidyText(textOf(ref, 'predicate')),
  }
  const id = `conflict:${ref.sheet.key}:${ref.row.index}`
  planning.findings.ask(id, placeIn(ref, 'predicate'), 'predicate-conflict', params, [fixedOption('keep')], 'keep')
}
