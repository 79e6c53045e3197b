import { reportAgreement } from '#application/statistics/report-agreement.ts'
import { UsageError } from '../command.ts'
import { neededFlag } from '../statistics-file.ts'
import { reasonLines, reasonsWithSentences, type StatsCommand, shown } from './stats-command.ts'

/** How far raters agree: one row per person, one column per rater. */
export const statsAgreement: StatsCommand = {
  usage: '--columns A,B[,…]',
  run({ table, flags, locale }) {
    const columns = neededFlag(flags, 'columns', 'A,B')
      .split(',')
      .map((name) => name.trim())
    if (columns.length < 2 || new Set(columns).size < columns.length) throw new UsageError('--columns A,B')
    const report = reportAgreement(table(), columns)
    const figures = { ...report.icc, ...prefixed('krippendorff', report.krippendorff) }
    const single = { kendallW: report.kendallW, weightedKappa: report.weightedKappa, tauB: report.tauB }
    return {
      lines: [
        `n = ${report.n}, k = ${report.k}`,
        ...Object.entries({ ...figures, ...single }).map(([name, value]) => `${name} ${shown(value)}`),
        ...reasonLines(report.reasons, locale),
      ],
      data: {
        ...report,
        pairs: report.pairs.map((pair) => ({ ...pair, reasons: reasonsWithSentences(pair.reasons, locale) })),
        reasons: reasonsWithSentences(report.reasons, locale),
      },
    }
  },
}

const prefixed = (name: string, figures: Readonly<Record<string, number | null | undefined>>) =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${name}.${key}`, value]))
