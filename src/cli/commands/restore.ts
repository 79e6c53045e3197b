import { resolve } from 'node:path'
import type { CallInput } from '#contract/contracts.ts'
import { AppError } from '#domain/app-error.ts'
import { type CliCommand, type EngineCall, type Flags, UsageError } from '../command.ts'
import { sentences } from '../sentences.ts'

/** Puts a copy in the place of a workspace; the file that was there is kept under another name, which is said. */
export const restoreCommand: CliCommand = {
  usage: 'restore COPY --to FILE',
  about: {
    id: 'Memulihkan cadangan COPY ke FILE; berkas yang sudah ada di sana disimpan dengan nama lain.',
    en: 'Restores the backup COPY to FILE; a file that is there already is kept under another name.',
  },
  words: [1, 1],
  async run({ call, positionals, flags, locale }) {
    if (typeof flags.to !== 'string' || flags.to === '') throw new UsageError('restore COPY --to FILE')
    const path = resolve(flags.to)
    const copy = resolve(positionals[0] ?? '')
    const restored = await restore(call, { path, copy, reason: '', jobId: 'cli' }, flags)
    const words = sentences[locale]
    return {
      lines: [
        words.restored(restored.path, restored.copy.entries),
        ...(restored.keptAside === null ? [] : [words.keptAside(restored.keptAside)]),
      ],
      data: restored,
    }
  },
}

/**
 * A workspace with named users, or an encrypted one that a plain copy is to replace, is opened first by whoever may: with
 * `--user`, with the passphrase. Any other is not: opened, an older file would be brought up to date before it is put aside.
 */
async function restore(call: EngineCall, request: CallInput<'backups.restore'>, flags: Flags) {
  try {
    return await call('backups.restore', request)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const opensFirst =
      error.code === 'E-BACKUP-PLAIN' || (error.code === 'E-BACKUP-SIGNIN' && typeof flags.user === 'string')
    if (!opensFirst) throw error
    await openFirst(call, request.path, error)
    return call('backups.restore', request)
  }
}

/** Nobody to ask for the passphrase: the refusal is the first one, which says what to do. */
async function openFirst(call: EngineCall, path: string, refusal: AppError): Promise<void> {
  try {
    await call('workspace.open', { path })
  } catch (error) {
    throw error instanceof AppError && error.code === 'E-OPEN-ENCRYPTED' ? refusal : error
  }
}
