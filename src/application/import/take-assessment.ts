import { readNumberCell } from '#domain/import/column-numbers.ts'
import { headingKey } from '#domain/import/headings.ts'
import { tidyText } from '#domain/import/table-cell.ts'
import type { Assessment } from '#domain/model/assessment.ts'
import { assessmentId, type EmployeeId, type PeriodId, type WorkResultId } from '#domain/model/ids.ts'
import type { ExpectationLevel, Predicate } from '#domain/model/levels.ts'
import {
  type CodeDirection,
  type CodeDirectionFinding,
  type CodedRating,
  codeDirection,
  codeDirections,
  levelOfCode,
  readLevelWord,
  readPredicateWord,
} from '#domain/rules/level-words.ts'
import { predicateOf } from '#domain/rules/quadrant.ts'
import { draftKey } from './draft-tables.ts'
import { fixedOption } from './findings.ts'
import {
  cellOf,
  decimalsOf,
  type Planning,
  patchDraft,
  placeIn,
  type RowRef,
  refusesErrorCell,
  refusesLongText,
  textOf,
  wordingOf,
} from './planning.ts'
import { raterOfRow, supervisorFields } from './resolve-person.ts'
import { takeOrganisationPredicate } from './take-organisation.ts'

type LevelField = 'workLevel' | 'behaviourLevel'

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

type AssessmentPatch = Partial<Pick<Assessment, 'workLevel' | 'behaviourLevel' | 'printedPredicate' | 'note'>>

function levelOf(planning: Planning, ref: RowRef, field: LevelField): ExpectationLevel | null | 'open' {
  const text = textOf(ref, field)
  if (text === '' || text === '-') return null
  const word = readLevelWord(text)
  if (word.kind === 'level') return word.level
  if (word.kind === 'empty') return null
  if (word.kind === 'ambiguous-code') {
    const direction = directionOf(planning, ref)
    return direction === null ? 'open' : levelOfCode(word.code, direction)
  }
  planning.findings.refuse(placeIn(ref, field), 'word-unknown', { text })
  return 'open'
}

/**
 * Bare codes 1/2/3 mean opposite things in different systems: always asked, once per sheet, with the counts. Where the
 * sheet prints predicates, the direction that reproduces every one of them by the quadrant is offered first.
 * Source: domain guide 3.5.
 */
function directionOf(planning: Planning, ref: RowRef): CodeDirection | null {
  const id = `codes:${ref.sheet.key}`
  const summary = (planning.memory.cache.get(id) as CodeSummary | undefined) ?? summariseCodes(ref)
  planning.memory.cache.set(id, summary)
  const { finding, counts } = summary
  const first = finding.kind === 'direction' ? finding.direction : 'one-is-best'
  const order = codeDirections.toSorted((a, b) => Number(b === first) - Number(a === first))
  const answer = planning.findings.ask(
    id,
    placeIn(ref, 'workLevel'),
    'codes-direction',
    { counts },
    order.map(fixedOption),
  )
  return codeDirections.find((direction) => direction === answer) ?? null
}

interface CodeSummary {
  readonly counts: string
  readonly finding: CodeDirectionFinding
}

function summariseCodes(ref: RowRef): CodeSummary {
  const counts = new Map<number, number>()
  const samples: CodedRating[] = []
  for (const row of ref.sheet.recognised.rows) {
    const one = { ...ref, row }
    const [work, behaviour] = [readLevelWord(textOf(one, 'workLevel')), readLevelWord(textOf(one, 'behaviourLevel'))]
    for (const word of [work, behaviour]) {
      if (word.kind === 'ambiguous-code') counts.set(word.code, (counts.get(word.code) ?? 0) + 1)
    }
    const printed = readPredicateWord(textOf(one, 'predicate'))
    if (work.kind !== 'ambiguous-code' || behaviour.kind !== 'ambiguous-code' || printed.kind !== 'predicate') continue
    samples.push({ work: work.code, behaviour: behaviour.code, predicate: printed.predicate })
  }
  const words = [...counts].toSorted(([a], [b]) => a - b).map(([code, count]) => `${code}: ${count}`)
  return { counts: words.join(', '), finding: codeDirection(samples) }
}

function predicateOfRow(planning: Planning, ref: RowRef): Predicate | null | 'open' {
  const text = textOf(ref, 'predicate')
  if (text === '' || text === '-') return null
  const reading = readPredicateWord(text)
  if (reading.kind === 'predicate') return reading.predicate
  if (reading.kind === 'confirm') {
    const options = [fixedOption('needs-improvement'), fixedOption('set-aside')]
    const answer = planning.findings.ask(
      `fair:${ref.sheet.key}`,
      placeIn(ref, 'predicate'),
      'fair-word',
      { count: 1 },
      options,
    )
    return answer === null ? 'open' : answer === 'needs-improvement' ? 'needs-improvement' : null
  }
  planning.findings.refuse(placeIn(ref, 'predicate'), 'word-unknown', { text })
  return 'open'
}

interface Score {
  readonly workResultId: WorkResultId
  readonly value: number
}

function scoreOf(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId): Score | null | 'open' {
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
  const numberText = textOf(ref, 'resultNumber').replace(/[.)]$/, '')
  const plan = planning.drafts.workPlan.find(draftKey(periodId, person))
  const result =
    plan && /^\d{1,4}$/.test(numberText)
      ? planning.drafts.workResult.find(draftKey(plan.id, Number(numberText)))
      : undefined
  if (result) return { workResultId: result.id, value: reading.value }
  if (numberText === '') planning.findings.refuse(placeIn(ref, 'score'), 'no-result')
  else planning.findings.refuse(placeIn(ref, 'resultNumber'), 'result-missing', { number: numberText })
  return 'open'
}

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
    id: assessmentId.parse(planning.newId()),
    periodId,
    employeeId: person,
    supervisorId,
    workLevel: null,
    workLevelReason: '',
    behaviourLevel: null,
    behaviourLevelReason: '',
    printedPredicate: null,
    note: '',
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

function takeScore(planning: Planning, ref: RowRef, assessment: Assessment, score: Score) {
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
