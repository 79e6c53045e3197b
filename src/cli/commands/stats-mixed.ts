import { reportMixed } from '#application/statistics/report-mixed.ts'
import { sentences } from '../sentences.ts'
import { neededFlag } from '../statistics-file.ts'
import type { StatsCommand } from './stats-command.ts'
import { alignedLines, figure, refusalReason, warningLines } from './stats-model.ts'

/** A linear mixed model of any table in lme4's notation. No answer in the data: exit code 1, with the reason. */
export const statsMixed: StatsCommand = {
  usage: '--formula "Y ~ X + (1 | G)"',
  run({ table, flags, locale }) {
    const formula = neededFlag(flags, 'formula', '"Y ~ X + (1 | G)"')
    const report = reportMixed(table(), formula)
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

type Report = ReturnType<typeof reportMixed>

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
      [words.group, words.term, words.variance],
      [
        ...report.variance.map(({ group, term, variance }) => [group, term, figure(variance)]),
        [words.residual, '', figure(report.residualVariance)],
      ],
    ),
    '',
    ...alignedLines(
      [words.group, words.level, words.term, words.effect, words.conditionalSd, words.predictionSd],
      report.effects.map(({ group, level, term, estimate, conditionalSd, predictionSd }) => [
        group,
        level,
        term,
        ...[estimate, conditionalSd, predictionSd].map(figure),
      ]),
    ),
    ...(warnings.length > 0 ? ['', ...warnings] : []),
  ]
}
