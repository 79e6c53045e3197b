import type { EmployeeId, MeetingId } from '#domain/model/ids.ts'
import { type FreshnessSources, freshnessOf, readResult, type TextSources } from './stored-runs.ts'

/**
 * What the run a meeting looks at proposes for one case, in both dimensions, and whether that run is up to date; null where
 * the meeting looks at none, or the run does not know the person. Somebody rated by two supervisors has a proposal of each.
 */
export function caseProposals(sources: TextSources & FreshnessSources, meetingId: MeetingId, employeeId: EmployeeId) {
  const { tables } = sources.workspace
  const [link] = tables.meetingCalibration.where({ meetingId })
  if (link === undefined) return null
  const run = tables.calibrationRun.require(link.calibrationRunId)
  const dimensions = run.dimensions.flatMap(({ dimension }) => {
    const { cases, options } = readResult(sources, run, dimension)
    const { evidence, interval } = options
    return cases
      .filter(({ employee }) => employee === employeeId)
      .map(({ proposal }) => ({ dimension, proposal, evidence, interval }))
  })
  if (dimensions.length === 0) return null
  const { id, modelVersion, computedAt } = run
  return {
    run: { id, modelVersion, computedAt, dimensions: run.dimensions },
    isCurrent: freshnessOf(sources, run).kind === 'current',
    dimensions,
  }
}
