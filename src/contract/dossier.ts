import { behaviourValue } from '#domain/model/assessment.ts'
import { employee } from '#domain/model/employee.ts'
import { feedback } from '#domain/model/feedback.ts'
import { employeeId, periodId } from '#domain/model/ids.ts'
import { expectationLevel, organisationPredicate, predicate } from '#domain/model/levels.ts'
import { decision, evidenceLink, followUp } from '#domain/model/meeting.ts'
import { period } from '#domain/model/period.ts'
import { placement } from '#domain/model/placement.ts'
import { indicator, workResult } from '#domain/model/work-plan.ts'
import { scoringPolicy } from '#domain/rules/scoring-policy.ts'
import { z } from '#domain/zod.ts'
import { query } from './define-contract.ts'
import { decisionState, missingCode, noIndexReason, staffFlag } from './staff.ts'

const person = z.object({ id: z.string(), name: z.string() })
const level = expectationLevel.nullable()

/**
 * The achievement index of one indicator with its arithmetic, so that every number opens to where it comes from.
 * `computed`: read from the words of target and realisation; `override`: entered by a person; `none`: `why` is a code.
 */
export const dossierIndex = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('computed'),
    value: z.number(),
    /** Which rule of domain guide section 6 applied. */
    rule: z.enum(['higher', 'lower', 'inside-range', 'nearer-edge-higher', 'nearer-edge-lower']),
    realisation: z.number(),
    /** The target, or the nearer edge of a range. */
    against: z.number(),
    /** Before clipping to 0–cap. */
    unclipped: z.number(),
  }),
  z.object({ kind: z.literal('override'), value: z.number(), reason: z.string(), computed: z.number().nullable() }),
  z.object({ kind: z.literal('none'), why: noIndexReason }),
])
export type DossierIndex = z.infer<typeof dossierIndex>

/** Feedback without the giver's name: the role may be shown, the name stays in the source. */
export const dossierFeedback = feedback.pick({
  id: true,
  fromRole: true,
  givenOn: true,
  about: true,
  text: true,
  symbol: true,
})
export type DossierFeedback = z.infer<typeof dossierFeedback>

export const dossierResult = workResult
  .pick({
    id: true,
    number: true,
    kind: true,
    statement: true,
    leaderResult: true,
    assignedBy: true,
    realisation: true,
  })
  .extend({
    /** Percent, unrounded; null when the plan's weights make no sense (no main result, or not 100). */
    weight: z.number().nullable(),
    weightTyped: z.boolean(),
    score: z.number().nullable(),
    /** weight × score ÷ 100; null while either is missing. */
    contribution: z.number().nullable(),
    feedback: z.array(dossierFeedback),
    indicators: z.array(indicator.omit({ workResultId: true }).extend({ index: dossierIndex })),
  })
export type DossierResult = z.infer<typeof dossierResult>

/** Whom a person works with on one result of the leader, read from what each plan says it serves. */
export const dossierRole = z.object({
  leaderResult: z.string(),
  own: z.array(z.object({ number: z.number().int(), kind: z.enum(['main', 'additional']), statement: z.string() })),
  /** Others of the same supervisor who serve it too. */
  others: z.array(person.extend({ results: z.number().int() })),
})

export const dossierBehaviour = z.object({
  value: behaviourValue,
  score: z.number().int().nullable(),
  note: z.string(),
  expectation: z.string(),
  feedback: z.array(dossierFeedback),
})

export const dossierHistoryEntry = period.pick({ id: true, name: true, kind: true, year: true, ordinal: true }).extend({
  workScore: z.number().nullable(),
  behaviourScore: z.number().nullable(),
  /** As rated, and after the meeting (null: no decision). */
  predicate: predicate.nullable(),
  finalPredicate: predicate.nullable(),
  supervisor: z.string().nullable(),
})

export const dossierDecision = decision
  .omit({ id: true, employeeId: true, evidence: true })
  .extend({ meetingTitle: z.string(), heldOn: z.string(), evidence: z.array(evidenceLink) })

export const dossier = z.object({
  period: period.pick({ id: true, name: true, startsOn: true, endsOn: true }),
  scoring: scoringPolicy,
  employee,
  /** Null: not placed in this period. */
  placement: placement
    .omit({ id: true, periodId: true, employeeId: true })
    .extend({ unitName: z.string().nullable() })
    .nullable(),
  supervisor: person.nullable(),
  reviewingSuperior: person.nullable(),
  /** Everyone who supervised in the period, oldest first; one entry when nobody changed. */
  supervisions: z.array(
    z.object({
      supervisor: person,
      fromDate: z.string().nullable(),
      toDate: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  /** The line of truth under the name. */
  state: z.object({
    predicate: predicate.nullable(),
    finalPredicate: predicate.nullable(),
    printedPredicate: predicate.nullable(),
    organisationPredicate: organisationPredicate.nullable(),
    previous: z.object({ periodName: z.string(), predicate }).nullable(),
    decision: decisionState,
    missing: z.array(missingCode),
    flags: z.array(staffFlag),
    /** True once a meeting of the period has been opened. */
    frozen: z.boolean(),
    onAgenda: z.boolean(),
  }),
  plan: z.object({ approach: z.enum(['qualitative', 'quantitative']), results: z.array(dossierResult) }).nullable(),
  roles: z.array(dossierRole),
  /** Feedback about nothing in particular, or about a result or value that is not in the plan. */
  feedback: z.array(dossierFeedback),
  feedbackCount: z.number().int(),
  behaviour: z.object({
    values: z.array(dossierBehaviour),
    scored: z.number().int(),
    /** Sum of the seven scores; null while any is missing. Score = sum × 20 ÷ 7. */
    sum: z.number().int().nullable(),
    score: z.number().nullable(),
    suggested: level,
    official: level,
    reason: z.string(),
  }),
  work: z.object({
    scored: z.number().int(),
    planned: z.number().int(),
    score: z.number().nullable(),
    suggested: level,
    official: level,
    reason: z.string(),
    achievementIndex: z.number().nullable(),
    note: z.string(),
  }),
  /** Oldest first, this period last. */
  history: z.array(dossierHistoryEntry),
  /** Original → final, oldest first. */
  decisions: z.array(dossierDecision),
  followUps: z.array(followUp.pick({ id: true, kind: true, task: true, responsible: true, dueOn: true, state: true })),
})
export type Dossier = z.infer<typeof dossier>

export const peer = z.object({
  id: z.string(),
  name: z.string(),
  post: z.string(),
  unitName: z.string().nullable(),
  workScore: z.number().nullable(),
  workLevel: level,
  behaviourScore: z.number().nullable(),
  behaviourLevel: level,
  predicate: predicate.nullable(),
  achievementIndex: z.number().nullable(),
  resultCount: z.number().int(),
  /** Results that serve the same leader's results as this person's. */
  sharedResults: z.number().int(),
  feedbackCount: z.number().int(),
  decision: decisionState,
  self: z.boolean(),
})
export type Peer = z.infer<typeof peer>

export const dossierCalls = {
  /** Everything known about one person in one period, evidence first. */
  'dossier.get': query({ input: z.object({ periodId, employeeId }), output: dossier }),
  /** Colleagues of the same supervisor and kind of post, the person among them, by name. */
  'dossier.peers': query({
    input: z.object({ periodId, employeeId }),
    output: z.object({
      supervisor: person.nullable(),
      postKind: placement.shape.postKind.nullable(),
      peers: z.array(peer),
    }),
  }),
}
