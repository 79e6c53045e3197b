import { loadDossier } from '#application/staff/load-dossier.ts'
import { loadPeers } from '#application/staff/load-peers.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function dossierHandlers({ session }: HandlerContext): HandlersOf<CallsOf<'dossier'>> {
  const reader = () => staffReader(session.database())
  return {
    'dossier.get': ({ periodId, employeeId }) => {
      const { tables } = session.current()
      return loadDossier(tables, reader(), tables.period.require(periodId), employeeId)
    },
    'dossier.peers': ({ periodId, employeeId }) => {
      const { tables } = session.current()
      return loadPeers(tables, reader(), tables.period.require(periodId), employeeId)
    },
  }
}
