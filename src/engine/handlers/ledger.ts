import type { ledgerCalls } from '#contract/ledger.ts'
import { lastWrittenAt } from '#data/repositories/journal.ts'
import { qrCode } from '#documents/writers/qr-code.ts'
import { anchorCode, anchorText } from '#domain/ledger/anchor.ts'
import { checkTrail } from '#engine/check-trail.ts'
import type { HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function ledgerHandlers(context: HandlerContext): HandlersOf<keyof typeof ledgerCalls> {
  const { session, jobs, trust } = context
  return {
    'trail.state': () => trust.state(),
    'trail.anchor': () => {
      const anchor = session.current().anchor()
      const at = lastWrittenAt(session.database())
      return { ...anchor, at, text: anchorText(anchor), qr: qrCode(anchorCode(anchor)) }
    },
    'trail.verify': ({ jobId, anchor }) => jobs.run(jobId, (job) => checkTrail(context, anchor, job)),
  }
}
