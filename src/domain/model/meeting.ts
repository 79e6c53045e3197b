import { z } from '#domain/zod.ts'
import { clockTime, isoDate, isoInstant, longText, shortText } from './common.ts'
import {
  agendaItemId,
  decisionId,
  employeeId,
  followUpId,
  meetingId,
  noteId,
  participantId,
  periodId,
  rowId,
} from './ids.ts'
import { expectationLevel, predicate } from './levels.ts'

export const meetingStates = ['planned', 'open', 'closed'] as const

/** Rapat evaluasi of a period. */
export const meeting = z.object({
  id: meetingId,
  periodId,
  title: shortText.min(1),
  place: shortText,
  heldOn: isoDate,
  plannedStart: clockTime,
  state: z.enum(meetingStates),
  openedAt: isoInstant.nullable(),
  closedAt: isoInstant.nullable(),
  /** Number of the berita acara: typed by the office, never invented. */
  minutesNumber: shortText,
  legalBasis: z.array(longText),
  /** Smallest number present, or null when the agency set no quorum. */
  quorum: z.number().int().min(1).nullable(),
  minutesPerCase: z.number().int().min(1).max(120),
  openingNote: longText,
  closingNote: longText,
})
export type Meeting = z.infer<typeof meeting>

export const participant = z.object({
  id: participantId,
  meetingId,
  employeeId: employeeId.nullable(),
  name: shortText.min(1),
  nip: shortText,
  post: shortText,
  /** Pangkat/golongan printed under a signature. */
  rank: shortText,
  role: z.enum(['chair', 'secretary', 'supervisor', 'panelist', 'observer']),
  attendance: z.enum(['unknown', 'present', 'absent', 'excused']),
  absenceReason: shortText,
  position: z.number().int(),
})
export type Participant = z.infer<typeof participant>

export const agendaReasons = [
  'near-edge',
  'differs',
  'conflict',
  'incomplete',
  'jump',
  'spread',
  'self-rated',
  'calibration',
  'chosen',
] as const

/** Pokok bahasan: one employee's case, discussed by itself or settled with the consent list. */
export const agendaItem = z.object({
  id: agendaItemId,
  meetingId,
  employeeId,
  position: z.number().int(),
  track: z.enum(['discussion', 'consent']),
  state: z.enum(['waiting', 'current', 'decided', 'deferred']),
  /** Code shown instead of the name in blind mode, such as `K-12`. */
  code: z.string().max(20),
  reasons: z.array(z.enum(agendaReasons)),
  secondsSpent: z.number().int().min(0),
  startedAt: isoInstant.nullable(),
  scoresOpenedAt: isoInstant.nullable(),
})
export type AgendaItem = z.infer<typeof agendaItem>

/** One participant and one case of a meeting. */
const seatInCase = { id: rowId, meetingId, employeeId, participantId }

/** Pengunduran diri: a participant who leaves one case. */
export const recusal = z.object({
  ...seatInCase,
  cause: z.enum(['self', 'spouse', 'relative', 'conflict', 'other']),
  note: shortText,
})
export type Recusal = z.infer<typeof recusal>

/** One participant's opinion on one case; advice, recorded as such. */
export const opinion = z.object({
  ...seatInCase,
  opinion: z.enum(['too-low', 'fitting', 'too-high', 'abstain']),
})
export type Opinion = z.infer<typeof opinion>

export const reasonCodes = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'] as const

/** A link from a decision to what it rests on. */
export const evidenceLink = z.object({
  kind: z.enum(['work-result', 'indicator', 'feedback', 'document']),
  /** Id of the row, or empty for a document named in `label`. */
  targetId: z.string().max(64),
  label: shortText,
})
export type EvidenceLink = z.infer<typeof evidenceLink>

/**
 * Keputusan on one case: original → final. `keep` confirms the assessment; `change` is the supervisor's own new
 * level given with consent; `proposal` stays a proposal because the supervisor has not answered or declines.
 */
export const decision = z.object({
  id: decisionId,
  meetingId,
  employeeId,
  outcome: z.enum(['keep', 'change', 'proposal']),
  originalWorkLevel: expectationLevel.nullable(),
  originalBehaviourLevel: expectationLevel.nullable(),
  originalPredicate: predicate.nullable(),
  /** Levels the meeting proposes; equal to the final ones when the outcome is `change`. */
  proposedWorkLevel: expectationLevel,
  proposedBehaviourLevel: expectationLevel,
  finalWorkLevel: expectationLevel.nullable(),
  finalBehaviourLevel: expectationLevel.nullable(),
  finalPredicate: predicate.nullable(),
  reasonCode: z.enum(reasonCodes).nullable(),
  reason: longText,
  evidence: z.array(evidenceLink),
  consent: z.enum(['not-needed', 'agreed', 'declined', 'pending']),
  consentAt: isoInstant.nullable(),
  consentWay: z.enum(['in-meeting', 'written', 'none']),
  /** The supervisor who consented, by name as at the time. */
  consentBy: shortText,
  dissent: longText,
  decidedAt: isoInstant,
})
export type Decision = z.infer<typeof decision>

/** A line of the discussion; `employeeId` null: about the meeting as a whole. */
export const note = z.object({
  id: noteId,
  meetingId,
  employeeId: employeeId.nullable(),
  section: z.enum(['opening', 'discussion', 'response', 'conclusion', 'closing']),
  speaker: shortText,
  text: longText.min(1),
  writtenAt: isoInstant,
})
export type Note = z.infer<typeof note>

/** Tindak lanjut: who does what by when; open ones are carried to the next meeting. */
export const followUp = z.object({
  id: followUpId,
  periodId,
  meetingId: meetingId.nullable(),
  employeeId: employeeId.nullable(),
  kind: z.enum(['training', 'reward', 'counselling', 'sanction', 'action']),
  task: longText.min(1),
  responsible: shortText,
  dueOn: isoDate.nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  outcome: longText,
})
export type FollowUp = z.infer<typeof followUp>
