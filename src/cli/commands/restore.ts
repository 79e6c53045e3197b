import { resolve } from 'node:path'
import { type CliCommand, UsageError } from '../command.ts'
import { secretOfFile } from '../secret.ts'
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
    const restored = await call('backups.restore', {
      path,
      copy,
      secret: secretOfFile(flags),
      reason: '',
      jobId: 'cli',
    })
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
