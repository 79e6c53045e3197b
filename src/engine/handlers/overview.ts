import { distributionFits } from '#application/overview/distribution-fits.ts'
import { loadOverview, type OverviewSources } from '#application/overview/load-overview.ts'
import { overviewReader } from '#data/repositories/overview-reader.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { policyPacks } from '#engine/policy.ts'

export function overviewHandlers({ session, environment }: HandlerContext): HandlersOf<CallsOf<'overview'>> {
  const sources = (): OverviewSources => {
    const database = session.database()
    return {
      workspace: session.current(),
      staff: staffReader(database),
      overview: overviewReader(database),
      pause: session.pause(),
      packs: policyPacks,
      now: environment.now(),
    }
  }
  return {
    'overview.get': ({ periodId }) => loadOverview(sources(), periodId),
    'overview.distribution': ({ periodId }) => distributionFits(sources(), periodId),
  }
}
