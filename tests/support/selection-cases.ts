import { reportAdjusted } from '#application/statistics/report-adjusted.ts'
import { reportImpact } from '#application/statistics/report-impact.ts'
import {
  type Comparison,
  columnNames,
  type Expected,
  type FigureCase,
  figure,
  has,
  type Json,
  list,
  part,
} from './reference-figures.ts'

const tolerance = 1e-8

/** Everything a case of selection rates or of corrected p values expects, beside our figure. Empty for other cases. */
export function selectionComparisons(given: FigureCase): readonly Comparison[] {
  return [...rates(given), ...corrected(given)]
}

function rates(given: FigureCase): readonly Comparison[] {
  if (!has(given.expected, 'overall')) return []
  const stratum = columnNames(given).includes('stratum') ? 'stratum' : null
  const report = reportImpact(given.table, { group: 'group', selected: 'selected', total: 'total', stratum })
  const odds = part(given.expected, 'mantel_haenszel_common_odds')
  return [
    ...lines('overall', report.overall, list(given.expected, 'overall')),
    ...Object.entries(part(given.expected, 'per_stratum')).flatMap(([name, expected]) =>
      lines(name, report.perStratum[name] ?? [], list({ expected }, 'expected')),
    ),
    ...(['estimate', 'chisq', 'p'] as const)
      .filter((key) => has(odds, key))
      .map((key) => compare(`odds ${key}`, report.mantelHaenszelCommonOdds?.[key], odds, key)),
  ]
}

type Line = ReturnType<typeof reportImpact>['overall'][number]

function lines(name: string, found: readonly Line[], expected: readonly Json[]): readonly Comparison[] {
  return expected.flatMap((entry) => {
    const wanted = part({ entry }, 'entry')
    const ours = found.find(({ group }) => group === wanted.group)
    const what = `${name} ${String(wanted.group)}`
    return [
      compare(`${what} rate`, ours?.rate, wanted, 'rate'),
      compare(`${what} ratio`, ours?.impactRatio, wanted, 'impact_ratio'),
      compare(`${what} z`, ours?.zTwoProportion, wanted, 'z_two_proportion'),
      compare(`${what} p`, ours?.p, wanted, 'p'),
      compare(`${what} low`, ours?.ratioCi95Low, wanted, 'ratio_ci95_low'),
      compare(`${what} high`, ours?.ratioCi95High, wanted, 'ratio_ci95_high'),
    ]
  })
}

function corrected(given: FigureCase): readonly Comparison[] {
  if (!has(given.expected, 'bh')) return []
  const report = reportAdjusted(given.table, 'p')
  const ours = { bh: report.bh, by: report.by, holm: report.holm }
  return Object.entries(ours).flatMap(([method, values]) =>
    list(given.expected, method).map((entry, row) => compare(`${method} ${row}`, values[row], { entry }, 'entry')),
  )
}

const compare = (what: string, found: number | null | undefined, expected: Expected, key: string): Comparison => ({
  what,
  found: found ?? null,
  expected: figure(expected, key),
  tolerance,
})
