import type { ExpectationLevel, Predicate } from '#domain/model/levels.ts'
import type { AgendaItem } from '#domain/model/meeting.ts'
import { predicateRank } from '#domain/rules/quadrant.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import type { AssessmentSummary } from '#domain/scoring/assessment-summary.ts'

export type AgendaReason = AgendaItem['reasons'][number]

export interface AgendaFacts {
  readonly employeeId: string
  readonly summary: AssessmentSummary
  readonly previousPredicate: Predicate | null
  /** The rater gave five or more people nearly one and the same work score (R10). */
  readonly sameForAll: boolean
}

/** R10 speaks from this many rated people on. */
const smallestTeam = 5
/** Highest less lowest work score, in points, up to which a team has no spread. */
const noSpreadPoints = 2

/**
 * Whether one rater's work scores show no spread: five or more, all within two points. Information for the agenda only.
 * Source: domain guide R10; the two points are a house convention.
 * @example isWithoutSpread([88, 88, 88.5, 89, 88]) // true
 */
export const isWithoutSpread = (scores: readonly number[]): boolean =>
  scores.length >= smallestTeam && Math.max(...scores) - Math.min(...scores) <= noSpreadPoints

/** A score this near to a band edge decides a level by a hair. */
const nearEdgePoints = 1.5

/**
 * Why a person's case is worth discussing, by rules anyone can check. Empty: the consent list.
 * `incomplete` something is missing · `conflict` the printed predicate contradicts the quadrant · `differs` an official level
 * is not the suggested one · `near-edge` a score within 1.5 points of a band edge · `jump` two predicates or more from the
 * period before · `spread` the rater's scores lie so close together that they cannot carry this case by themselves; it adds
 * to another reason and lists nobody alone, or a whole team would be listed.
 * @example agendaReasons({ employeeId: 'e', summary, previousPredicate: 'good', sameForAll: false }, policy) // ['near-edge']
 */
export function agendaReasons(facts: AgendaFacts, policy: ScoringPolicy): readonly AgendaReason[] {
  const { summary, previousPredicate } = facts
  const found: AgendaReason[] = []
  if (summary.missing.length > 0) found.push('incomplete')
  if (summary.printedConflict) found.push('conflict')
  if (differs(summary.work, summary.workLevel) || differs(summary.behaviour, summary.behaviourLevel))
    found.push('differs')
  if (nearEdge(summary.work, policy.workBands) || nearEdge(summary.behaviour, policy.behaviourBands))
    found.push('near-edge')
  if (jumped(summary.predicate, previousPredicate)) found.push('jump')
  if (facts.sameForAll && found.length > 0) found.push('spread')
  return found
}

type Scored =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'complete'; readonly score: number; readonly suggested: ExpectationLevel }

const differs = (part: Scored, official: ExpectationLevel | null) =>
  part.kind === 'complete' && official !== null && part.suggested !== official

const nearEdge = (part: Scored, bands: { readonly meets: number; readonly above: number }) =>
  part.kind === 'complete' && [bands.meets, bands.above].some((edge) => Math.abs(part.score - edge) <= nearEdgePoints)

const jumped = (now: Predicate | null, before: Predicate | null) =>
  now !== null && before !== null && Math.abs(predicateRank(now) - predicateRank(before)) >= 2

const weightOf: Readonly<Record<AgendaReason, number>> = {
  chosen: 6,
  conflict: 5,
  incomplete: 4,
  jump: 4,
  differs: 3,
  'self-rated': 3,
  calibration: 3,
  spread: 2,
  'near-edge': 1,
}

export interface ProposedItem {
  readonly employeeId: string
  readonly track: AgendaItem['track']
  readonly reasons: readonly AgendaReason[]
}

/**
 * The proposed agenda: cases with a reason first, those with more and weightier reasons earlier; everybody else on the
 * consent list. Ties keep the order given. The order is where discussion is worth most, never an order of merit.
 * @example proposeAgenda([{ employeeId: 'a', reasons: [] }, { employeeId: 'b', reasons: ['jump'] }]).map((item) => item.employeeId) // ['b', 'a']
 */
export function proposeAgenda(
  people: readonly { readonly employeeId: string; readonly reasons: readonly AgendaReason[] }[],
): readonly ProposedItem[] {
  const worth = (item: { readonly reasons: readonly AgendaReason[] }) =>
    item.reasons.reduce((sum, reason) => sum + weightOf[reason], 0)
  return people
    .map((person): ProposedItem => ({ ...person, track: person.reasons.length > 0 ? 'discussion' : 'consent' }))
    .toSorted((a, b) => worth(b) - worth(a))
}

/** Code shown instead of a name in blind mode: the number of the case. @example caseCode(12) // 'K-12' */
export const caseCode = (number: number): string => `K-${number}`

/**
 * Number of the next new case: one more than the highest in use. A code that is kept is never given to another
 * case, for minutes may name it.
 * @example nextCaseNumber(['K-1', 'K-7']) // 8
 */
export const nextCaseNumber = (codes: readonly string[]): number =>
  1 + codes.reduce((highest, code) => Math.max(highest, Number(/^K-(\d+)$/.exec(code)?.[1] ?? 0)), 0)
