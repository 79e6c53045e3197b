import { resolve } from 'node:path'
import type { CliCommand } from '../command.ts'
import { sentences } from '../sentences.ts'

/** Opening already checks the head, the structure and the references of the file; this reads every page as well. */
export const checkCommand: CliCommand = {
  usage: 'check FILE',
  about: {
    id: 'Memeriksa keutuhan berkas ruang kerja.',
    en: 'Checks that a workspace file is sound.',
  },
  words: [1, 1],
  async run({ call, positionals, locale }) {
    const path = resolve(positionals[0] ?? '')
    const status = await call('workspace.open', { path })
    const { problems } = await call('workspace.check', { jobId: 'cli' })
    const sound = problems.length === 0
    const first = sound ? sentences[locale].sound(path) : sentences[locale].defects(path, problems.length)
    return {
      lines: [first, ...problems.map((problem) => `- ${problem}`)],
      data: { path, sound, problems, employees: status?.employeeCount ?? 0, journalLength: status?.journalLength ?? 0 },
      refused: !sound,
    }
  },
}
