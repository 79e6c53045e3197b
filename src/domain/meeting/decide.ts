import { AppError } from '#domain/app-error.ts'
import type { Assessment } from '#domain/model/assessment.ts'
import type { ExpectationLevel, FailedStudyPredicate, Predicate } from '#domain/model/levels.ts'
import type { Decision } from '#domain/model/meeting.ts'
import { finalPredicate } from '#domain/rules/quadrant.ts'

/** What the room says about one case. */
export interface DecisionInput {
  readonly workLevel: ExpectationLevel
  readonly behaviourLevel: ExpectationLevel
  readonly reasonCode: Decision['reasonCode']
  readonly reason: string
  readonly evidence: Decision['evidence']
  readonly consent: 'agreed' | 'declined' | 'pending'
  readonly consentWay: 'in-meeting' | 'written'
  readonly dissent: string
}

export interface DecisionFacts {
  readonly assessment: Pick<Assessment, 'workLevel' | 'behaviourLevel'> | undefined
  readonly originalPredicate: Predicate | null
  readonly studyFailed: FailedStudyPredicate | null
  /** Empty: nobody is the rater of record, so nobody can consent. */
  readonly supervisorName: string
  /** Whether the rater is in the room; one who is not can consent in writing only. */
  readonly supervisorPresent: boolean
  /** Whether the unit led by the rater has its organisation predicate; null when the rater is from outside the agency. */
  readonly organisationKnown: boolean | null
  readonly unitName: string
  readonly now: string
}

type Outcome = Omit<Decision, 'id' | 'meetingId' | 'employeeId'>

/**
 * The decision on one case, original beside final. The same levels keep the assessment. Other levels become the
 * supervisor's own act with the supervisor's consent, and stay a proposal without it: the meeting changes nobody's rating
 * over the rater's head. Any difference needs a coded and a written reason and at least one piece of evidence.
 * Errors: E-RULE-REASON, E-RULE-EVIDENCE; E-RULE-CONSENT for an answer nobody can have given (no rater, or "in the meeting"
 * by one who is not there); E-RULE-ORGANISATION when a final predicate would come before the organisation's.
 * Source: PermenPANRB 6/2022 art. 24–25 (the rater fixes, the organisation comes first); domain guide section 5.
 * @example decide({ workLevel: 'meets', behaviourLevel: 'above', consent: 'pending', … }, facts).outcome // 'proposal' when the assessment said 'above'
 */
export function decide(input: DecisionInput, facts: DecisionFacts): Outcome {
  const original = {
    originalWorkLevel: facts.assessment?.workLevel ?? null,
    originalBehaviourLevel: facts.assessment?.behaviourLevel ?? null,
    originalPredicate: facts.originalPredicate,
  }
  const same =
    original.originalWorkLevel === input.workLevel && original.originalBehaviourLevel === input.behaviourLevel
  if (!same) requireGrounds(input, facts)
  const outcome = same ? 'keep' : input.consent === 'agreed' ? 'change' : 'proposal'
  if (outcome !== 'proposal' && facts.organisationKnown === false) {
    throw new AppError('E-RULE-ORGANISATION', { unit: facts.unitName })
  }
  return {
    outcome,
    ...original,
    proposedWorkLevel: input.workLevel,
    proposedBehaviourLevel: input.behaviourLevel,
    ...finalOf(outcome, input, original, facts),
    reasonCode: input.reasonCode,
    reason: input.reason.trim(),
    evidence: input.evidence,
    ...consentOf(same, input, facts),
    dissent: input.dissent.trim(),
    decidedAt: facts.now,
  }
}

function requireGrounds(input: DecisionInput, facts: DecisionFacts): void {
  if (input.reasonCode === null || input.reason.trim() === '') throw new AppError('E-RULE-REASON')
  if (input.evidence.length === 0) throw new AppError('E-RULE-EVIDENCE')
  const absent = input.consentWay === 'in-meeting' && !facts.supervisorPresent
  if (input.consent !== 'pending' && (facts.supervisorName === '' || absent)) throw new AppError('E-RULE-CONSENT')
}

function finalOf(
  outcome: Decision['outcome'],
  input: DecisionInput,
  original: Pick<Outcome, 'originalWorkLevel' | 'originalBehaviourLevel' | 'originalPredicate'>,
  facts: DecisionFacts,
): Pick<Outcome, 'finalWorkLevel' | 'finalBehaviourLevel' | 'finalPredicate'> {
  if (outcome === 'proposal') {
    return {
      finalWorkLevel: original.originalWorkLevel,
      finalBehaviourLevel: original.originalBehaviourLevel,
      finalPredicate: original.originalPredicate,
    }
  }
  return {
    finalWorkLevel: input.workLevel,
    finalBehaviourLevel: input.behaviourLevel,
    finalPredicate: finalPredicate(input.workLevel, input.behaviourLevel, facts.studyFailed),
  }
}

function consentOf(
  same: boolean,
  input: DecisionInput,
  facts: DecisionFacts,
): Pick<Outcome, 'consent' | 'consentAt' | 'consentWay' | 'consentBy'> {
  if (same) return { consent: 'not-needed', consentAt: null, consentWay: 'none', consentBy: '' }
  const answered = input.consent !== 'pending'
  return {
    consent: input.consent,
    consentAt: answered ? facts.now : null,
    consentWay: answered ? input.consentWay : 'none',
    consentBy: answered ? facts.supervisorName : '',
  }
}
