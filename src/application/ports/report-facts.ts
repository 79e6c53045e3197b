import type { Anchor } from '#domain/ledger/anchor.ts'
import type { Agency } from '#domain/model/agency.ts'
import type { CalibrationRun } from '#domain/model/calibration-record.ts'
import type { ExpectationLevel, OrganisationPredicate, Predicate } from '#domain/model/levels.ts'
import type { Decision, FollowUp, Meeting, Note, Participant, Recusal } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import type { Approval, Duty } from '#domain/model/user.ts'

/** The two ratings and what the quadrant makes of them; null where nobody has rated yet. */
export interface Rating {
  readonly work: ExpectationLevel | null
  readonly behaviour: ExpectationLevel | null
  readonly predicate: Predicate | null
}

/** How a person's case stands: nothing decided yet, confirmed, changed with consent, or a proposal without consent. */
export type CaseState = 'undecided' | 'kept' | 'changed' | 'proposed'

export interface ReportPerson {
  readonly employeeId: string
  readonly name: string
  readonly nip: string | null
  readonly post: string
  readonly grade: string
  readonly unit: string
  readonly supervisor: string
  readonly workScore: number | null
  readonly behaviourScore: number | null
  /** The supervisor's own rating, never overwritten. */
  readonly original: Rating
  /** After the meeting; equal to the original for a case that was kept or only proposed; empty while undecided. */
  readonly final: Rating
  readonly state: CaseState
  /** What the meeting proposed where the supervisor has not consented; null otherwise. */
  readonly proposed: Predicate | null
  readonly decision: Decision | null
  /** The predicate printed in an imported file contradicts the quadrant. */
  readonly printedConflict: Predicate | null
  readonly excludedBecause: string
}

export interface ReportMeeting {
  readonly meeting: Meeting
  /** In the order of the attendance list. */
  readonly participants: readonly Participant[]
  readonly recusals: readonly (Recusal & { readonly participantName: string; readonly employeeName: string })[]
  readonly notes: readonly (Note & { readonly employeeName: string | null })[]
  readonly followUps: readonly (FollowUp & { readonly employeeName: string | null })[]
  readonly discussed: number
  readonly settledByConsent: number
  readonly undecided: readonly string[]
  /** The stored calibration the meeting looked at; null: none. */
  readonly calibration: Pick<CalibrationRun, 'modelVersion' | 'computedAt' | 'dimensions' | 'reason'> | null
}

/** How often each predicate occurs; people without one are counted apart, never inside a predicate. */
export interface PredicateCounts {
  readonly counts: Readonly<Record<Predicate, number>>
  readonly unrated: number
  readonly total: number
}

/** Who held which duty in the workspace, what changed meanwhile, and what a chair approved. */
export interface ReportDuties {
  /** When the meeting was opened; now, while it is planned. */
  readonly holders: readonly { readonly name: string; readonly duty: Duty }[]
  /** Between opening and closing (so far); `before` or `after` null: not a user then. */
  readonly changes: readonly {
    readonly at: string
    readonly author: string
    readonly before: { readonly name: string; readonly duty: Duty } | null
    readonly after: { readonly name: string; readonly duty: Duty } | null
    readonly pinOnly: boolean
  }[]
  /** Resets nobody proved a right to, whenever they were. */
  readonly emergencies: readonly { readonly at: string; readonly name: string; readonly reason: string }[]
  /** Of this meeting and of the stages of its period, oldest first. */
  readonly approvals: readonly (Approval & {
    readonly state: 'stands' | 'changed' | 'void'
    readonly laterEntries: number
  })[]
}

/** `entry`: where the chain breaks; null: it holds, and `found` rows differ from it. */
export interface TrailTrouble {
  readonly entry: number | null
  readonly found: number
}

/** Everything the documents of one period and meeting say, gathered once; the documents only put it into words. */
export interface ReportFacts {
  readonly agency: Agency
  readonly period: Period
  readonly organisation: readonly {
    readonly unit: string
    readonly predicate: OrganisationPredicate
    readonly setBy: string
    readonly setOn: string | null
  }[]
  /** Units whose people are rated but whose organisation predicate is missing. */
  readonly unitsWithoutResult: readonly string[]
  /** Sorted by unit, then name. */
  readonly people: readonly ReportPerson[]
  readonly excluded: readonly ReportPerson[]
  readonly before: PredicateCounts
  readonly after: PredicateCounts
  readonly meeting: ReportMeeting | null
  /** Null: a workspace without named users. */
  readonly duties: ReportDuties | null
  readonly reasonSentences: Readonly<Record<string, string>>
  readonly legalBasis: readonly string[]
  /** Entries in the journal when the facts were gathered. */
  readonly journalLength: number
  /** Head of the journal's chain at that moment, and when its last entry was written. */
  readonly trailHead: Anchor & { readonly at: string | null }
  /** The head when the meeting was closed; null while it is open or planned. */
  readonly closingHead: (Anchor & { readonly at: string }) | null
  /** The trail does not hold: nothing of this may be approved, and every document says so. */
  readonly trailTrouble: TrailTrouble | null
  readonly gatheredAt: string
}
