import { loadOrganisation } from '#application/organisation/load-organisation.ts'
import { removeIndicator, saveIndicator } from '#application/organisation/save-indicator.ts'
import { setPatternReason } from '#application/organisation/set-pattern-reason.ts'
import { setRulePacks, setStage, setWindow } from '#application/organisation/set-period-rules.ts'
import { setResult } from '#application/organisation/set-result.ts'
import { setScoring } from '#application/organisation/set-scoring.ts'
import { overviewReader } from '#data/repositories/overview-reader.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { policyPacks } from '#engine/policy.ts'

const packIds = policyPacks.map((pack) => pack.id)

export function organisationHandlers(context: HandlerContext): HandlersOf<CallsOf<'organisation'>> {
  const { session, environment, backups } = context
  return {
    'organisation.get': ({ periodId }) =>
      loadOrganisation(session.current().tables, overviewReader(session.database()), policyPacks, periodId),
    'organisation.setResult': (input) => {
      setResult(session.current(), environment, input)
      return {}
    },
    'organisation.saveIndicator': (input) => saveIndicator(session.current(), environment, input),
    'organisation.removeIndicator': ({ id }) => {
      removeIndicator(session.current(), id)
      return {}
    },
    'organisation.setPatternReason': (input) => {
      setPatternReason(session.current(), environment, input)
      return {}
    },
    'organisation.setRulePacks': (input) => {
      setRulePacks(session.current(), packIds, input)
      return {}
    },
    'organisation.setScoring': (input) => setScoring(session.current(), staffReader(session.database()), input),
    'organisation.setStage': async (input, approver) => {
      await backups.before('closing')
      setStage(session.current(), environment, input, approver)
      return {}
    },
    'organisation.setWindow': (input) => {
      setWindow(session.current(), input)
      return {}
    },
  }
}
