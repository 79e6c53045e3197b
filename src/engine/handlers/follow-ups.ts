import {
  editFollowUps,
  listFollowUps,
  listPeople,
  removeFollowUp,
  saveFollowUp,
} from '#application/follow-ups/follow-ups.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function followUpHandlers({ session, environment }: HandlerContext): HandlersOf<CallsOf<'followUps'>> {
  return {
    'followUps.list': ({ periodId }) => listFollowUps(session.current().tables, periodId, environment.now()),
    'followUps.people': ({ periodId }) => listPeople(session.current().tables, periodId),
    'followUps.edit': ({ edits }) => {
      editFollowUps(session.current(), edits)
      return {}
    },
    'followUps.save': (input) => ({ followUpId: saveFollowUp(session.current(), environment, input) }),
    'followUps.remove': ({ followUpId }) => {
      removeFollowUp(session.current(), followUpId)
      return {}
    },
  }
}
