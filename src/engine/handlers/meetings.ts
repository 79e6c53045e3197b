import { decideCase, decideConsentList, revokeDecision, setConsent } from '#application/meetings/decide-case.ts'
import { loadCase } from '#application/meetings/load-case.ts'
import { listMeetings, loadRoom } from '#application/meetings/load-room.ts'
import { addToAgenda, moveItem, proposeMeetingAgenda, setTrack } from '#application/meetings/plan-agenda.ts'
import {
  createMeeting,
  removeMeeting,
  removeParticipant,
  saveParticipant,
  setAttendance,
} from '#application/meetings/prepare-meeting.ts'
import {
  closeMeeting,
  deferCase,
  openMeeting,
  openScores,
  recordOpinions,
  recuse,
  reopenMeeting,
  startCase,
  unrecuse,
  updateMeeting,
} from '#application/meetings/run-meeting.ts'
import { removeNote, saveNote } from '#application/meetings/write-notes.ts'
import type { Meeting } from '#domain/model/meeting.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { behaviourValuesGuide, decisionReasonList, legalBasis } from '#engine/policy.ts'

export function meetingHandlers({ session, environment, backups }: HandlerContext): HandlersOf<CallsOf<'meetings'>> {
  const workspace = () => session.current()
  const done = {}
  return {
    'meetings.list': ({ periodId }) => listMeetings(workspace().tables, periodId),
    'meetings.create': (input) => ({ meetingId: createMeeting(workspace(), environment, input, legalBasis) }),
    'meetings.update': ({ meetingId, change }) => {
      updateMeeting(workspace(), meetingId, change as Partial<Meeting>)
      return done
    },
    'meetings.remove': ({ meetingId }) => {
      removeMeeting(workspace(), meetingId)
      return done
    },
    'meetings.room': ({ meetingId }) => loadRoom(workspace().tables, meetingId),
    'meetings.case': ({ meetingId, employeeId }) => loadCase(workspace().tables, meetingId, employeeId),
    'meetings.reasons': () => decisionReasonList.map((reason) => ({ ...reason, code: reason.code as 'A1' })),

    'meetings.behaviourGuide': () => behaviourValuesGuide,

    'meetings.proposeAgenda': ({ meetingId }) => proposeMeetingAgenda(workspace(), environment, meetingId),
    'meetings.addToAgenda': (input) => addToAgenda(workspace(), environment, input),
    'meetings.setTrack': ({ meetingId, employeeId, track }) => {
      setTrack(workspace(), meetingId, employeeId, track)
      return done
    },
    'meetings.moveItem': ({ meetingId, itemId, toPosition }) => {
      moveItem(workspace(), meetingId, itemId, toPosition)
      return done
    },

    'meetings.saveParticipant': (input) => ({ participantId: saveParticipant(workspace(), environment, input) }),
    'meetings.removeParticipant': ({ meetingId, participantId }) => {
      removeParticipant(workspace(), meetingId, participantId)
      return done
    },
    'meetings.setAttendance': (input) => {
      setAttendance(workspace(), input)
      return done
    },

    'meetings.open': ({ meetingId }) => {
      openMeeting(workspace(), environment, meetingId)
      return done
    },
    'meetings.close': async ({ meetingId }, approver) => {
      await backups.before('closing')
      return closeMeeting(workspace(), environment, meetingId, approver)
    },
    'meetings.reopen': ({ meetingId, reason }, approver) => {
      reopenMeeting(workspace(), environment, meetingId, reason, approver)
      return done
    },

    'meetings.startCase': ({ meetingId, employeeId }) => {
      startCase(workspace(), environment, meetingId, employeeId)
      return done
    },
    'meetings.openScores': ({ meetingId, employeeId }) => ({
      openedAt: openScores(workspace(), environment, meetingId, employeeId),
    }),
    'meetings.defer': ({ meetingId, employeeId, reason }) => {
      deferCase(workspace(), environment, meetingId, employeeId, reason)
      return done
    },
    'meetings.recuse': (input) => {
      recuse(workspace(), environment, input)
      return done
    },
    'meetings.unrecuse': ({ meetingId, recusalId }) => {
      unrecuse(workspace(), meetingId, recusalId)
      return done
    },
    'meetings.recordOpinions': ({ meetingId, employeeId, opinions }) => {
      recordOpinions(workspace(), environment, meetingId, employeeId, opinions)
      return done
    },
    'meetings.decide': ({ meetingId, employeeId, ...input }) =>
      decideCase(workspace(), environment, meetingId, employeeId, input),
    'meetings.revokeDecision': ({ meetingId, employeeId, reason }) => {
      revokeDecision(workspace(), meetingId, employeeId, reason)
      return done
    },
    'meetings.setConsent': ({ meetingId, employeeId, ...answer }) => {
      setConsent(workspace(), environment, meetingId, employeeId, answer)
      return done
    },
    'meetings.decideConsentList': ({ meetingId }) => decideConsentList(workspace(), environment, meetingId),
    'meetings.saveNote': (input) => ({ noteId: saveNote(workspace(), environment, input) }),
    'meetings.removeNote': ({ meetingId, noteId }) => {
      removeNote(workspace(), meetingId, noteId)
      return done
    },
  }
}
