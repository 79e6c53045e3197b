import { reportImpact } from '#application/statistics/report-impact.ts'
import { neededFlag } from '../statistics-file.ts'
import { reasonLines, reasonsWithSentences, type StatsCommand, shown, shownP, withSentence } from './stats-command.ts'

/** Selection rates of groups: one row per group (and stratum) with how many were selected out of how many. */
export const statsImpact: StatsCommand = {
  usage: '--group G --selected S --total T [--stratum X]',
  run({ table, flags, locale }) {
    const columns = {
      group: neededFlag(flags, 'group', 'G'),
      selected: neededFlag(flags, 'selected', 'S'),
      total: neededFlag(flags, 'total', 'T'),
      stratum: flags.stratum === undefined ? null : neededFlag(flags, 'stratum', 'X'),
    }
    const report = reportImpact(table(), columns)
    type Line = (typeof report.overall)[number]
    const spoken = (line: Line) => ({ ...line, reason: line.reason && withSentence(line.reason, locale) })
    const odds = report.mantelHaenszelCommonOdds
    return {
      lines: [
        ...report.overall.map(
          (line) => `${line.group} ${line.selected}/${line.total} → ${shown(line.impactRatio)}, ${shownP(line.p)}`,
        ),
        ...(odds ? [`Mantel–Haenszel ${odds.group}/${odds.reference} ${shown(odds.estimate)}, ${shownP(odds.p)}`] : []),
        ...reasonLines(report.reasons, locale),
      ],
      data: {
        ...report,
        overall: report.overall.map(spoken),
        perStratum: Object.fromEntries(
          Object.entries(report.perStratum).map(([stratum, lines]) => [stratum, lines.map(spoken)]),
        ),
        reasons: reasonsWithSentences(report.reasons, locale),
      },
    }
  },
}
