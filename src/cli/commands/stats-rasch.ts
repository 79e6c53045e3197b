import { reportRasch } from '#application/statistics/report-rasch.ts'
import { UsageError } from '../command.ts'
import { sentences } from '../sentences.ts'
import { neededFlag } from '../statistics-file.ts'
import { type StatsCommand, shown, withSentence } from './stats-command.ts'

/** Severity of raters and difficulty of items: one row per mark. No common scale: exit code 1, with the groups. */
export const statsRasch: StatsCommand = {
  usage: '--person P --rater R --item I --score S [--method mml|jmle]',
  run({ table, flags, locale }) {
    const columns = {
      person: neededFlag(flags, 'person', 'P'),
      rater: neededFlag(flags, 'rater', 'R'),
      item: neededFlag(flags, 'item', 'I'),
      score: neededFlag(flags, 'score', 'S'),
    }
    const method = flags.method ?? 'mml'
    if (method !== 'jmle' && method !== 'mml') throw new UsageError(sentences[locale].wrongValue('method', 'jmle, mml'))
    const report = reportRasch(table(), columns, method)
    const reason = report.reason && withSentence(report.reason, locale)
    const groups = (report.groups ?? []).map(({ raters }) => `- ${raters.join(', ')}`)
    return {
      lines:
        reason === null
          ? [
              `logLik ${shown(report.logLik)}`,
              ...report.raters.map(({ rater, severity, se }) => `${rater} ${shown(severity)} ± ${shown(se)}`),
              ...report.items.map(({ item, difficulty, se }) => `${item} ${shown(difficulty)} ± ${shown(se)}`),
              report.thresholds.map(shown).join('  '),
            ]
          : [reason.sentence, ...groups],
      data: { ...report, reason },
      refused: reason !== null,
    }
  },
}
