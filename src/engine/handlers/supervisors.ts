import { loadComparison, loadSupervisor } from '#application/supervisors/load-comparison.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { standingReader } from '#data/repositories/standing-reader.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function supervisorHandlers({ session }: HandlerContext): HandlersOf<CallsOf<'supervisors'>> {
  const sources = () => {
    const database = session.database()
    return {
      workspace: session.current(),
      staff: staffReader(database),
      standings: standingReader(database),
      pause: session.pause(),
    }
  }
  return {
    'supervisors.compare': ({ periodId }) => loadComparison(sources(), periodId),
    'supervisors.detail': ({ periodId, supervisorId }) => loadSupervisor(sources(), periodId, supervisorId),
  }
}
