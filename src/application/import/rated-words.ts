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
import { fixedOption } from './findings.ts'
import { type Planning, placeIn, type RowRef, textOf } from './planning.ts'

type LevelField = 'workLevel' | 'behaviourLevel'

/** The level a row gives; null for an empty cell, `open` while it is refused or asked about. */
export function levelOf(planning: Planning, ref: RowRef, field: LevelField): ExpectationLevel | null | 'open' {
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

/** The predicate a row prints; null for an empty cell, `open` while it is refused or asked about. */
export function predicateOfRow(planning: Planning, ref: RowRef): Predicate | null | 'open' {
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
