import { loadOverview } from '#application/overview/load-overview.ts'
import { overviewReader } from '#data/repositories/overview-reader.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { policyPacks } from '#engine/policy.ts'

export function overviewHandlers({ session, environment }: HandlerContext): HandlersOf<CallsOf<'overview'>> {
  return {
    'overview.get': ({ periodId }) => {
      const database = session.database()
      const readers = { staff: staffReader(database), overview: overviewReader(database) }
      const workspace = session.current()
      return loadOverview(
        { workspace, ...readers, pause: session.pause(), packs: policyPacks, now: environment.now() },
        periodId,
      )
    },
  }
}
