import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { supportText } from '#engine/support-file.ts'

export function supportHandlers(context: HandlerContext): HandlersOf<CallsOf<'support'>> {
  const { session, trust, history, preferences, host, environment, files } = context
  let shown: { readonly id: string; readonly text: string } | null = null
  return {
    'support.note': ({ reference, error }) => {
      history.ofPage(reference, error)
      return {}
    },
    'support.preview': () => {
      const now = host.now()
      const { language } = preferences.get()
      const text = supportText({ session, trust, history, language, version: host.version ?? 'unknown', now })
      shown = { id: environment.newId(), text }
      return {
        ...shown,
        fileName: `timbang-${language === 'id' ? 'dukungan' : 'support'}-${now.toISOString().slice(0, 10)}.json`,
      }
    },
    'support.save': ({ id, path }) => {
      // What is saved is what was read, not what has happened since.
      if (shown?.id !== id) throw new AppError('E-NOT-FOUND', { what: 'support' })
      const bytes = Buffer.from(shown.text)
      files.writeWhole(path, bytes)
      return { path, bytes: bytes.byteLength }
    },
  }
}
