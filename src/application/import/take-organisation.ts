import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { OrganisationPredicate } from '#domain/model/levels.ts'
import { readOrganisationWord } from '#domain/rules/level-words.ts'
import { draftKey } from './draft-tables.ts'
import { fixedOption } from './findings.ts'
import { type Planning, patchDraft, placeIn, type RowRef, textOf } from './planning.ts'

/**
 * Takes the organisation predicate printed on a row: it belongs to the unit led by the row's rater (p. 94 (g)). Rows that
 * give one unit two predicates are refused.
 */
export function takeOrganisationPredicate(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId) {
  const text = textOf(ref, 'organisationPredicate')
  if (text === '' || text === '-') return
  const { drafts, findings, memory } = planning
  const predicate = predicateOf(planning, ref, text)
  if (predicate === null) return
  const rater = drafts.supervision.find(draftKey(periodId, person))?.supervisorId
  const unitId = rater === undefined ? null : (drafts.placement.find(draftKey(periodId, rater))?.unitId ?? null)
  const unit = unitId === null ? undefined : drafts.unit.get(unitId)
  if (unitId === null || unit === undefined) {
    findings.warn(placeIn(ref, 'organisationPredicate'), 'organisation-no-unit')
    return
  }
  const key = `organisation:${periodId}:${unitId}`
  const earlier = memory.seen.get(key)
  if (earlier !== undefined && earlier.source !== predicate) {
    findings.refuse(placeIn(ref, 'organisationPredicate'), 'organisation-differs', {
      unit: unit.name,
      first: earlier.text,
      second: text,
    })
    return
  }
  if (earlier === undefined)
    memory.seen.set(key, { row: ref.row.index, sheetKey: ref.sheet.key, text, source: predicate })
  const known = drafts.organisationResult.find(draftKey(periodId, unitId))
  if (known) {
    patchDraft(planning, ref, 'organisationResult', known, { predicate }, { predicate: 'organisationPredicate' })
    return
  }
  const annual = planning.periods.find((period) => period.id === periodId)?.kind === 'annual'
  drafts.organisationResult.put({
    id: planning.newId(),
    periodId,
    unitId,
    predicate,
    source: annual ? 'annual' : 'action-plan',
    setBy: '',
    setOn: null,
    note: '',
  })
  planning.touch(ref, 'new')
}

function predicateOf(planning: Planning, ref: RowRef, text: string): OrganisationPredicate | null {
  const reading = readOrganisationWord(text)
  if (reading.kind === 'predicate') return reading.predicate
  const place = placeIn(ref, 'organisationPredicate')
  if (reading.kind !== 'confirm') {
    planning.findings.refuse(place, 'word-unknown', { text })
    return null
  }
  const params = { text, proposal: reading.proposal }
  const options = [fixedOption('proposal'), fixedOption('set-aside')]
  const answer = planning.findings.ask(
    `organisation-word:${ref.sheet.key}:${reading.proposal}`,
    place,
    'organisation-word',
    params,
    options,
  )
  return answer === 'proposal' ? reading.proposal : null
}
