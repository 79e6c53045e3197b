import { resolve } from 'node:path'
import type { CallOutput } from '#contract/contracts.ts'
import { trailSentence } from '#contract/trail-sentences.ts'
import type { CliCommand, EngineCall } from '../command.ts'
import { sentences } from '../sentences.ts'

type Entry = CallOutput<'trail.list'>['entries'][number]

const pageSize = 500

/** The trail, newest first, one line for each entry: number, beginning of its hash, moment (UTC), author, sentence, reason. */
export const logCommand: CliCommand = {
  usage: 'log FILE',
  about: {
    id: 'Menampilkan jejak: setiap perubahan dengan nomor, sidik, waktu, pelaku, dan alasannya.',
    en: 'Lists the trail: every change with its number, hash, time, author and reason.',
  },
  words: [1, 1],
  async run({ call, positionals, locale }) {
    const path = resolve(positionals[0] ?? '')
    await call('workspace.open', { path })
    const entries = await allEntries(call)
    const { text } = await call('trail.anchor', {})
    const lines = entries.map((entry) => {
      const reason = entry.reason === '' ? '' : ` (${entry.reason})`
      return `${entry.seq}  ${entry.hash.slice(0, 8)}  ${entry.at}  ${entry.author}  ${trailSentence(entry, locale)}${reason}`
    })
    return {
      lines: [...lines, sentences[locale].head(text)],
      data: {
        path,
        anchor: text,
        entries: entries.map((entry) => ({ ...entry, sentence: trailSentence(entry, locale) })),
      },
    }
  },
}

async function allEntries(call: EngineCall): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const beforeSeq = entries.at(-1)?.seq ?? null
    const page = await call('trail.list', { beforeSeq, limit: pageSize, command: null })
    entries.push(...page.entries)
    if (page.entries.length < pageSize) return entries
  }
}
