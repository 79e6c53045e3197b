import type { Locale } from '#contract/error-sentences.ts'
import { noteSentence } from '#domain/statistics/model-sentences.ts'
import { type CliCommand, type CommandResult, UsageError } from '../command.ts'
import { sentences } from '../sentences.ts'
import { tableOfFlags } from '../statistics-file.ts'
import { statsAdjust } from './stats-adjust.ts'
import { statsAgreement } from './stats-agreement.ts'
import type { StatsCommand, StatsResult } from './stats-command.ts'
import { statsImpact } from './stats-impact.ts'
import { statsMixed } from './stats-mixed.ts'
import { statsPanel } from './stats-panel.ts'
import { statsRasch } from './stats-rasch.ts'

/** Every statistic by its name. */
const statistics: Readonly<Record<string, StatsCommand>> = {
  mixed: statsMixed,
  panel: statsPanel,
  agreement: statsAgreement,
  rasch: statsRasch,
  impact: statsImpact,
  adjust: statsAdjust,
}

/** The calibration engine on any table, for auditors. Reads one CSV or XLSX file and no workspace. */
export const statsCommand: CliCommand = {
  usage: Object.entries(statistics)
    .map(([name, { usage }]) => `stats ${name} --data F.csv ${usage}`)
    .join('\n  timbang '),
  about: {
    id: 'Menghitung satu statistik kalibrasi dari tabel mana pun.',
    en: 'Computes one calibration statistic from any table.',
  },
  words: [1, 1],
  async run({ positionals, flags, locale }): Promise<CommandResult> {
    const name = positionals[0] ?? ''
    const statistic = Object.hasOwn(statistics, name) ? statistics[name] : undefined
    if (!statistic) throw new UsageError(`${sentences[locale].unknownCommand(`stats ${name}`)}: ${names()}`)
    let repeated: readonly string[] = []
    const table = () => {
      const read = tableOfFlags(flags)
      repeated = read.repeated ?? []
      return read
    }
    const result = statistic.run({ table, flags, locale })
    return repeated.length === 0 ? result : withRepeated(result, repeated, locale)
  },
}

/** The same with a word on headings that stand more than once: the first of them was used. */
function withRepeated({ lines, data, ...rest }: StatsResult, repeated: readonly string[], locale: Locale): StatsResult {
  const note = 'repeated-headings'
  const warning = `${note}: ${noteSentence(note, { headings: repeated.join(', ') }, locale)}`
  return { ...rest, lines: [...lines, '', warning], data: { ...data, warnings: [...(data.warnings ?? []), warning] } }
}

const names = () => Object.keys(statistics).join(', ')
