import { clockTime, isoDate, isoInstant, longText, shortText } from '#domain/model/common.ts'
import { agendaItemId, employeeId, meetingId, noteId, participantId, periodId, rowId } from '#domain/model/ids.ts'
import { expectationLevel, failedStudyPredicate, predicate } from '#domain/model/levels.ts'
import {
  agendaItem,
  decision,
  evidenceLink,
  meeting,
  note,
  opinion,
  participant,
  reasonCodes,
  recusal,
} from '#domain/model/meeting.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'
import { withApproval } from './users.ts'

const inMeeting = { meetingId }
const inCase = { meetingId, employeeId }

export const meetingSummary = meeting.extend({
  cases: z.number().int(),
  decided: z.number().int(),
  consentList: z.number().int(),
  participants: z.number().int(),
  present: z.number().int(),
})

const quorum = z.object({
  present: z.number().int(),
  total: z.number().int(),
  required: z.number().int().nullable(),
  reached: z.boolean(),
})

const predicateCounts = z.record(predicate, z.number().int())

/** One line of the agenda column. */
export const roomItem = agendaItem
  .pick({
    id: true,
    employeeId: true,
    position: true,
    track: true,
    state: true,
    code: true,
    reasons: true,
    secondsSpent: true,
    startedAt: true,
  })
  .extend({
    name: z.string(),
    unit: z.string(),
    supervisor: z.string(),
    originalPredicate: predicate.nullable(),
    finalPredicate: predicate.nullable(),
    outcome: decision.shape.outcome.nullable(),
    consent: decision.shape.consent.nullable(),
    recusals: z.number().int(),
    complete: z.boolean(),
  })

export const meetingRoom = z.object({
  meeting,
  participants: z.array(participant),
  quorum,
  items: z.array(roomItem),
  /** Notes of the meeting as a whole and of its cases, oldest first. */
  notes: z.array(note.extend({ employeeName: z.string().nullable() })),
  openFollowUps: z.number().int(),
  distribution: z.object({
    before: predicateCounts,
    after: predicateCounts,
    undecided: z.number().int(),
    total: z.number().int(),
  }),
})

const scoredValue = z.object({
  score: z.number().nullable(),
  suggested: expectationLevel.nullable(),
  present: z.number().int(),
  total: z.number().int(),
})

export const meetingCase = z.object({
  item: agendaItem,
  person: z.object({
    employeeId,
    name: z.string(),
    nip: z.string().nullable(),
    post: z.string(),
    grade: z.string(),
    unit: z.string(),
    supervisorId: employeeId.nullable(),
    supervisor: z.string(),
    studyFailed: failedStudyPredicate.nullable(),
    organisationPredicate: z.string().nullable(),
    organisationUnit: z.string().nullable(),
  }),
  /** Evidence first: every indicator with its target and realisation as the office wrote them. */
  evidence: z.array(
    z.object({
      workResultId: z.string(),
      workResultNumber: z.number().int(),
      workResult: z.string(),
      kind: z.enum(['main', 'additional']),
      indicatorId: z.string(),
      statement: z.string(),
      target: z.string(),
      realisation: z.string(),
      evidence: z.string(),
      /** Advisory index, or null with the reason why there is none. */
      index: z.number().nullable(),
      noIndexBecause: z.string().nullable(),
    }),
  ),
  feedback: z.array(
    z.object({
      id: z.string(),
      fromRole: z.enum(['leader', 'peer', 'subordinate', 'other']),
      givenOn: isoDate.nullable(),
      text: z.string(),
      symbol: z.enum(['thumb', 'smile', 'sad', 'none']),
    }),
  ),
  role: z.object({ served: z.number().int(), ofTeam: z.number().int(), leaderResults: z.array(z.string()) }),
  work: scoredValue,
  behaviour: scoredValue,
  behaviourScores: z.array(z.object({ value: z.string(), score: z.number().int(), note: z.string() })),
  original: z.object({
    work: expectationLevel.nullable(),
    behaviour: expectationLevel.nullable(),
    predicate: predicate.nullable(),
  }),
  originalReasons: z.object({ work: z.string(), behaviour: z.string() }),
  printedPredicate: predicate.nullable(),
  printedConflict: z.boolean(),
  bands: z.object({
    work: z.object({ meets: z.number(), above: z.number() }),
    behaviour: z.object({ meets: z.number(), above: z.number() }),
  }),
  /** Earlier periods, oldest first. */
  history: z.array(
    z.object({
      period: z.string(),
      workScore: z.number().nullable(),
      behaviourScore: z.number().nullable(),
      predicate: predicate.nullable(),
    }),
  ),
  recusals: z.array(recusal.extend({ participantName: z.string() })),
  /** Who takes part in this case; nobody handles his own. */
  takingPart: z.array(participantId),
  leaderId: participantId.nullable(),
  /** Quorum counted without those who left the case. */
  quorum,
  /** Who is asked for an opinion: those taking part, observers apart. */
  asked: z.array(participantId),
  /** One who is not in the room can consent in writing only. */
  supervisorPresent: z.boolean(),
  opinions: z.object({
    received: z.number().int(),
    expected: z.number().int(),
    counts: z.record(opinion.shape.opinion, z.number().int()).nullable(),
    given: z.array(participantId),
  }),
  decision: decision.nullable(),
  notes: z.array(note),
})

export const meetingDetails = z.object({
  title: shortText.min(1),
  place: shortText,
  heldOn: isoDate,
  plannedStart: clockTime,
  quorum: z.number().int().min(1).nullable(),
  minutesPerCase: z.number().int().min(1).max(120),
})

export const meetingCalls = {
  'meetings.list': query({ input: z.object({ periodId }), output: z.array(meetingSummary) }),
  'meetings.create': command({ input: meetingDetails.extend({ periodId }), output: z.object({ meetingId }) }),
  'meetings.update': command({
    input: z.object({
      ...inMeeting,
      change: meetingDetails
        .extend({
          minutesNumber: shortText,
          legalBasis: z.array(longText).max(40),
          openingNote: longText,
          closingNote: longText,
        })
        .partial(),
    }),
    output: nothing,
  }),
  'meetings.remove': command({ input: z.object(inMeeting), output: nothing }),
  'meetings.room': query({ input: z.object(inMeeting), output: meetingRoom }),
  'meetings.case': query({ input: z.object(inCase), output: meetingCase }),
  'meetings.reasons': query({
    input: nothing,
    output: z.array(
      z.object({ code: z.enum(reasonCodes), id: z.string(), en: z.string(), evidence: z.array(z.string()) }),
    ),
  }),

  /** The seven values with their official guides, for reading beside a behaviour score. */
  'meetings.behaviourGuide': query({
    input: nothing,
    output: z.array(z.object({ code: z.string(), name: z.string(), english: z.string(), guides: z.array(z.string()) })),
  }),

  'meetings.proposeAgenda': command({
    input: z.object(inMeeting),
    output: z.object({ discussion: z.number().int(), consent: z.number().int() }),
  }),
  /** Without a meeting's id: the latest meeting of the period that is not closed. */
  'meetings.addToAgenda': command({
    input: z.object({ meetingId: meetingId.nullable(), periodId, employeeIds: z.array(employeeId).min(1).max(2000) }),
    output: z.object({ meetingId, added: z.number().int() }),
  }),
  'meetings.setTrack': command({
    input: z.object({ ...inCase, track: z.enum(['discussion', 'consent']) }),
    output: nothing,
  }),
  'meetings.moveItem': command({
    input: z.object({ meetingId, itemId: agendaItemId, toPosition: z.number().int().min(0) }),
    output: nothing,
  }),

  'meetings.saveParticipant': command({
    input: z.object({
      meetingId,
      participantId: participantId.nullable(),
      fields: participant.omit({ id: true, meetingId: true, position: true, attendance: true, absenceReason: true }),
    }),
    output: z.object({ participantId }),
  }),
  'meetings.removeParticipant': command({ input: z.object({ meetingId, participantId }), output: nothing }),
  'meetings.setAttendance': command({
    input: z.object({
      meetingId,
      participantIds: z.array(participantId).min(1).max(500),
      attendance: participant.shape.attendance,
      absenceReason: shortText,
    }),
    output: nothing,
  }),

  'meetings.open': command({ input: z.object(inMeeting), output: nothing }),
  'meetings.close': command({
    input: z.object({ ...inMeeting, ...withApproval }),
    output: z.object({ undecided: z.array(z.string()) }),
    needsWholeTrail: true,
  }),
  'meetings.reopen': command({
    input: z.object({ ...inMeeting, reason: longText.trim().min(1), ...withApproval }),
    output: nothing,
  }),

  'meetings.startCase': command({ input: z.object(inCase), output: nothing }),
  'meetings.openScores': command({ input: z.object(inCase), output: z.object({ openedAt: isoInstant }) }),
  'meetings.defer': command({ input: z.object({ ...inCase, reason: longText }), output: nothing }),
  'meetings.recuse': command({
    input: z.object({ ...inCase, participantId, cause: recusal.shape.cause, note: shortText }),
    output: nothing,
  }),
  'meetings.unrecuse': command({ input: z.object({ meetingId, recusalId: rowId }), output: nothing }),
  'meetings.recordOpinions': command({
    input: z.object({
      ...inCase,
      opinions: z.array(z.object({ participantId, opinion: opinion.shape.opinion })).max(500),
    }),
    output: nothing,
  }),
  'meetings.decide': command({
    input: z.object({
      ...inCase,
      workLevel: expectationLevel,
      behaviourLevel: expectationLevel,
      reasonCode: z.enum(reasonCodes).nullable(),
      reason: longText,
      evidence: z.array(evidenceLink).max(50),
      consent: z.enum(['agreed', 'declined', 'pending']),
      consentWay: z.enum(['in-meeting', 'written']),
      dissent: longText,
    }),
    output: z.object({ outcome: decision.shape.outcome, nextEmployeeId: employeeId.nullable() }),
  }),
  'meetings.revokeDecision': command({
    input: z.object({ ...inCase, reason: longText.trim().min(1) }),
    output: nothing,
  }),
  /** The supervisor's later answer to a proposal: agreed makes it the supervisor's own new level. */
  'meetings.setConsent': command({
    input: z.object({
      ...inCase,
      consent: z.enum(['agreed', 'declined']),
      consentWay: z.enum(['in-meeting', 'written']),
    }),
    output: nothing,
  }),
  'meetings.decideConsentList': command({
    input: z.object(inMeeting),
    output: z.object({ kept: z.number().int(), left: z.array(z.string()) }),
  }),
  'meetings.saveNote': command({
    input: z.object({
      meetingId,
      noteId: noteId.nullable(),
      employeeId: employeeId.nullable(),
      section: note.shape.section,
      speaker: shortText,
      text: longText.min(1),
    }),
    output: z.object({ noteId }),
  }),
  'meetings.removeNote': command({ input: z.object({ meetingId, noteId }), output: nothing }),
}
