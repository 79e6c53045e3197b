import { removeView, saveView } from '#application/staff/saved-views.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function viewsHandlers({ session, environment }: HandlerContext): HandlersOf<CallsOf<'views'>> {
  return {
    'views.list': ({ screen }) => [...session.current().tables.savedView.where({ screen })],
    'views.save': (view) => saveView(session.current(), environment, view),
    'views.remove': ({ id }) => {
      removeView(session.current(), id)
      return {}
    },
  }
}
