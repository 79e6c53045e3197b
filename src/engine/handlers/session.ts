import { undoStep } from '#application/meetings/undo-step.ts'
import { sealPanel } from '#application/panel/seal-panel.ts'
import type { RowChange } from '#application/ports/workspace.ts'
import { hidePrivateRows } from '#application/relations/hide-private-rows.ts'
import { exportTrail } from '#application/trail/export-trail.ts'
import { nameReferences, subjectOf } from '#application/trail/name-references.ts'
import { sealOpinions } from '#application/trail/seal-opinions.ts'
import type { ledgerCalls } from '#contract/ledger.ts'
import { trailSentence, trailTable } from '#contract/trail-sentences.ts'
import { usedCommands } from '#data/repositories/journal.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { seesRelations } from '#engine/sees-relations.ts'

type SessionCalls = Exclude<CallsOf<'history' | 'preferences' | 'jobs' | 'trail'>, keyof typeof ledgerCalls>

const changesShown = 200

export function sessionHandlers(context: HandlerContext): HandlersOf<SessionCalls> {
  const { session, preferences, jobs, files } = context
  return {
    'history.state': () => (session.isOpen() ? session.current().history() : { undo: null, redo: null }),
    'history.undo': () => {
      const state = session.current().history().undo
      if (!state) throw new AppError('E-UNDO-NOTHING')
      undoStep(session.current())
      return state
    },
    'history.redo': () => {
      const state = session.current().history().redo
      if (!state) throw new AppError('E-UNDO-NOTHING')
      session.current().redo()
      return state
    },
    'preferences.get': () => preferences.get(),
    'preferences.set': (change) => preferences.set(change as Parameters<typeof preferences.set>[0]),
    'jobs.cancel': ({ jobId }) => {
      jobs.cancel(jobId)
      return {}
    },
    'trail.list': ({ beforeSeq, limit, command }) => ({
      entries: [...session.current().trail({ beforeSeq, limit, ...(command === null ? {} : { command }) })],
      total: session.current().trailLength(),
      commands: [...usedCommands(session.database())],
    }),
    'trail.changes': ({ seq }) => {
      const { tables } = session.current()
      const [entry] = session.current().trail({ beforeSeq: seq + 1, limit: 1 })
      const read = session.current().changesOf(seq, changesShown).map(shown)
      const opinions = sealPanel(tables, sealOpinions(tables, read))
      const changes = seesRelations(context) ? opinions : hidePrivateRows(opinions)
      return {
        changes: changes.map((change) => ({ ...change, about: subjectOf(tables, change) })),
        names: nameReferences(tables, changes),
        total: entry?.seq === seq ? entry.changeCount : 0,
      }
    },
    'trail.export': ({ path, command, language }) => {
      const { title, headers } = trailTable[language]
      const sentenceOf = (entry: Parameters<typeof trailSentence>[0]) => trailSentence(entry, language)
      return exportTrail(session.current(), { path, command, title, headers, sentenceOf }, workbookWriter, files)
    },
  }
}

const shown = (change: RowChange) => ({
  table: change.table,
  rowId: change.rowId,
  before: change.before === null ? null : (JSON.parse(change.before) as Record<string, unknown>),
  after: change.after === null ? null : (JSON.parse(change.after) as Record<string, unknown>),
})
