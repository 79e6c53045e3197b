import { reportPanel } from '#application/statistics/report-panel.ts'
import { sentences } from '../sentences.ts'
import { neededFlag } from '../statistics-file.ts'
import type { StatsCommand } from './stats-command.ts'
import { alignedLines, figure, refusalReason, warningLines } from './stats-model.ts'

/** Supervisors' and panelists' scores in one model (Model B). No answer in the data: exit code 1, with the reason. */
export const statsPanel: StatsCommand = {
  usage: '--response Y --employee E --team T --source S [--panelist P] [--covariates A,B]',
  run({ table, flags, locale }) {
    const covariates =
      flags.covariates === undefined
        ? []
        : neededFlag(flags, 'covariates', 'A,B')
            .split(',')
            .map((name) => name.trim())
    const columns = {
      response: neededFlag(flags, 'response', 'Y'),
      employee: neededFlag(flags, 'employee', 'E'),
      team: neededFlag(flags, 'team', 'T'),
      source: neededFlag(flags, 'source', 'S'),
      ...(flags.panelist === undefined ? {} : { panelist: neededFlag(flags, 'panelist', 'P') }),
      covariates,
    }
    const report = reportPanel(table(), columns)
    const { notes: _notes, refusal: _refusal, ...figures } = report
    const reason = refusalReason(report, locale)
    const warnings = warningLines(report, locale)
    return {
      lines: reason === null ? textOf(report, warnings, locale) : [`${reason.because}: ${reason.sentence}`],
      data: { ...figures, warnings, reason },
      refused: reason !== null,
    }
  },
}

type Report = ReturnType<typeof reportPanel>

function textOf(report: Report, warnings: readonly string[], locale: 'id' | 'en'): readonly string[] {
  const words = sentences[locale].model
  return [
    `n = ${report.nobs}, logLik ${figure(report.logLik)}`,
    '',
    ...alignedLines(
      [words.fixed, words.estimate, words.se],
      report.fixed.map(({ term, estimate, se }) => [term, figure(estimate), figure(se)]),
    ),
    '',
    ...alignedLines(
      [words.part, words.variance],
      Object.entries(report.variance ?? {}).map(([part, value]) => [part, figure(value)]),
    ),
    '',
    ...alignedLines(
      [words.team, words.leniency, '±', words.quality, '±'],
      report.teams.map(({ team, leniency, leniencySd, quality, qualitySd }) => [
        team,
        ...[leniency, leniencySd, quality, qualitySd].map(figure),
      ]),
    ),
    '',
    ...alignedLines(
      [words.employee, words.team, words.merit, '±', words.deletionZ],
      report.employees.map(({ employee, team, merit, meritSd, deletionZ }) => [
        employee,
        team,
        ...[merit, meritSd, deletionZ].map(figure),
      ]),
    ),
    ...(warnings.length > 0 ? ['', ...warnings] : []),
  ]
}
