import { reportAdjusted } from '#application/statistics/report-adjusted.ts'
import { neededFlag } from '../statistics-file.ts'
import { type StatsCommand, shown } from './stats-command.ts'

/** p values corrected for many tests: Benjamini–Hochberg, Benjamini–Yekutieli, Holm. */
export const statsAdjust: StatsCommand = {
  usage: '--column P',
  run({ table, flags }) {
    const column = neededFlag(flags, 'column', 'P')
    const report = reportAdjusted(table(), column)
    const rows = report.p.map((p, row) => [p, report.bh[row], report.by[row], report.holm[row]].map(shown).join('\t'))
    return { lines: ['p\tBH\tBY\tHolm', ...rows], data: report }
  },
}
