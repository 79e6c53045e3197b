import { readNumberCell } from '#domain/import/column-numbers.ts'
import type { Assessment } from '#domain/model/assessment.ts'
import type { EmployeeId, PeriodId, WorkResultId } from '#domain/model/ids.ts'
import { isFrozen } from './assessment-of-person.ts'
import { draftKey } from './draft-tables.ts'
import { resultNumbered, resultNumberText } from './numbered-result.ts'
import { cellOf, decimalsOf, type Planning, patchDraft, placeIn, type RowRef, textOf } from './planning.ts'

/** A score from 0 to 100 for one work result. */
interface Score {
  readonly workResultId: WorkResultId
  readonly value: number
}

/** The score a row gives one work result; null for an empty cell, `open` while it is refused or asked about. */
export function scoreOf(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
): Score | null | 'open' {
  const cell = cellOf(ref, 'score')
  if (cell === undefined) return null
  const mark = decimalsOf(planning, ref, 'score')
  if (mark === null) return 'open'
  const reading = readNumberCell(cell.cell, mark)
  if (reading.kind === 'none') return null
  const text = textOf(ref, 'score')
  if (reading.kind === 'refused') {
    planning.findings.refuse(placeIn(ref, 'score'), reading.reason, { text })
    return 'open'
  }
  if (reading.value < 0 || reading.value > 100) {
    planning.findings.refuse(placeIn(ref, 'score'), 'score-range', { text })
    return 'open'
  }
  const numberText = resultNumberText(ref)
  const result = resultNumbered(planning, person, periodId, numberText)
  if (result) return { workResultId: result.id, value: reading.value }
  if (numberText === '') planning.findings.refuse(placeIn(ref, 'score'), 'no-result')
  else planning.findings.refuse(placeIn(ref, 'resultNumber'), 'result-missing', { number: numberText })
  return 'open'
}

/** Writes a score into the assessment it belongs to. */
export function takeScore(planning: Planning, ref: RowRef, assessment: Assessment, score: Score) {
  const known = planning.drafts.resultScore.find(draftKey(assessment.id, score.workResultId))
  if (known?.score === score.value) return
  if (isFrozen(planning, ref, assessment.periodId)) return
  if (known) {
    patchDraft(planning, ref, 'resultScore', known, { score: score.value }, { score: 'score' })
    return
  }
  planning.drafts.resultScore.put({
    id: planning.newId(),
    assessmentId: assessment.id,
    workResultId: score.workResultId,
    score: score.value,
  })
  planning.touch(ref, 'new')
}
