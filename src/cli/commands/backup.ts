import { dirname, join, resolve } from 'node:path'
import { type CliCommand, UsageError } from '../command.ts'
import { sentences } from '../sentences.ts'

/** Beside the workspace, under a name that says what it is. */
const standardFolder = 'cadangan'

/** Writes one checked copy; older ones in that folder go by the same rule as in the application. */
export const backupCommand: CliCommand = {
  usage: 'backup FILE [--to FOLDER]',
  about: {
    id: 'Membuat cadangan yang diperiksa, di FOLDER atau di folder “cadangan” di samping berkas.',
    en: 'Makes a checked backup, in FOLDER or in the folder “cadangan” beside the file.',
  },
  words: [1, 1],
  async run({ call, positionals, flags, locale }) {
    const path = resolve(positionals[0] ?? '')
    if (flags.to === '') throw new UsageError('--to FOLDER')
    const folder = typeof flags.to === 'string' ? resolve(flags.to) : join(dirname(path), standardFolder)
    await call('workspace.open', { path })
    const copy = await call('backups.take', { folder })
    return { lines: [sentences[locale].backedUp(copy.path, copy.entries)], data: { ...copy, workspace: path } }
  },
}
