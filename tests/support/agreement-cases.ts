import { type IccForm, intraclassCorrelation } from '#domain/statistics/agreement/intraclass-correlation.ts'
import { kendallTau } from '#domain/statistics/agreement/kendall-tau.ts'
import { kendallW } from '#domain/statistics/agreement/kendall-w.ts'
import { alphaMetrics, krippendorffAlpha } from '#domain/statistics/agreement/krippendorff-alpha.ts'
import { completeRows } from '#domain/statistics/agreement/rating-table.ts'
import { weightedKappa } from '#domain/statistics/agreement/weighted-kappa.ts'
import { distributionFit } from '#domain/statistics/distribution/distribution-fit.ts'
import { earthMoversDistance } from '#domain/statistics/distribution/earth-movers-distance.ts'
import { correlation } from '#domain/statistics/rater-habits/correlation.ts'
import { criteriaSummary } from '#domain/statistics/rater-habits/criteria-summary.ts'
import {
  type Comparison,
  columnNames,
  type Expected,
  type FigureCase,
  figure,
  has,
  list,
  part,
  rowsOf,
} from './reference-figures.ts'

/** The guide's tolerance for coefficients of agreement. */
const tolerance = 1e-8

const names = {
  oneway_consistency_single: 'icc11',
  oneway_consistency_average: 'icc1k',
  twoway_agreement_single: 'icc21',
  twoway_agreement_average: 'icc2k',
  twoway_consistency_single: 'icc31',
  twoway_consistency_average: 'icc3k',
} as const satisfies Record<string, IccForm>

/** Everything a case of agreement, ranks, halo or distribution expects, beside our figure. Empty for other cases. */
export function agreementComparisons(given: FigureCase): readonly Comparison[] {
  const { expected } = given
  const kinds = ['icc', 'krippendorff', 'kendall_W', 'halo', 'distribution']
  if (!kinds.some((kind) => has(expected, kind)) && pairKeys(given).length === 0) return []
  return [
    ...iccs(given),
    ...alphas(given),
    ...concordance(given),
    ...pairs(given),
    ...halo(given),
    ...distribution(given),
  ]
}

const compare = (what: string, found: number | null | undefined, expected: Expected, key: string): Comparison => ({
  what,
  found: found ?? null,
  expected: figure(expected, key),
  tolerance,
})

function iccs(given: FigureCase): readonly Comparison[] {
  if (!has(given.expected, 'icc')) return []
  const family = intraclassCorrelation(completeRows(rowsOf(given)))
  return Object.entries(names).flatMap(([key, form]) => {
    const expected = part(part(given.expected, 'icc'), key)
    const found = family[form]
    const value = found.kind === 'value' ? found : null
    const interval = value?.interval.kind === 'value' ? value.interval : null
    const test = value?.test.kind === 'value' ? value.test : null
    const [low, high] = list(expected, 'ci95')
    return [
      compare(form, value?.value, expected, 'value'),
      compare(`${form} F`, test?.f, expected, 'F'),
      compare(`${form} df2`, test?.df2, expected, 'df2'),
      compare(`${form} p`, test?.p, expected, 'p'),
      compare(`${form} low`, interval?.low, { low: low ?? null }, 'low'),
      compare(`${form} high`, interval?.high, { high: high ?? null }, 'high'),
    ]
  })
}

function alphas(given: FigureCase): readonly Comparison[] {
  const expected = part(given.expected, 'krippendorff')
  return alphaMetrics
    .filter((metric) => has(expected, metric))
    .map((metric) => {
      const found = krippendorffAlpha(rowsOf(given), metric)
      return compare(`alpha ${metric}`, found.kind === 'value' ? found.value : null, expected, metric)
    })
}

function concordance(given: FigureCase): readonly Comparison[] {
  if (!has(given.expected, 'kendall_W')) return []
  const expected = part(given.expected, 'kendall_W')
  const found = kendallW(completeRows(rowsOf(given)))
  const value = found.kind === 'value' ? found : null
  return [
    compare('W', value?.value, expected, 'W_tie_corrected'),
    compare('W chi-square', value?.chiSquare, expected, 'chisq'),
    compare('W p', value?.p, expected, 'p'),
  ]
}

interface PairKey {
  readonly key: string
  readonly kind: 'kappa' | 'tau_b'
  readonly places: readonly [number, number]
}

function pairKeys(given: FigureCase): readonly PairKey[] {
  const columns = columnNames(given)
  return columns.flatMap((first, i) =>
    columns.flatMap((second, j) =>
      (['kappa', 'tau_b'] as const).flatMap((kind) =>
        [`${kind}_${first}_${second}`, `${kind}_${first}_vs_${second}`]
          .filter((key) => has(given.expected, key))
          .map((key) => ({ key, kind, places: [i, j] as const })),
      ),
    ),
  )
}

function pairs(given: FigureCase): readonly Comparison[] {
  return pairKeys(given).flatMap(({ key, kind, places: [i, j] }) => {
    const both = completeRows(rowsOf(given).map((row) => [row[i] ?? null, row[j] ?? null]))
    const [a, b] = [both.map(([x = 0]) => x), both.map(([, x = 0]) => x)]
    const expected = part(given.expected, key)
    return kind === 'kappa' ? kappas(key, a, b, expected) : taus(key, a, b, expected)
  })
}

function kappas(key: string, a: readonly number[], b: readonly number[], expected: Expected): readonly Comparison[] {
  const categories = [...new Set([...a, ...b])].toSorted((x, y) => x - y)
  return (['unweighted', 'linear', 'quadratic'] as const).flatMap((weights) => {
    const found = weightedKappa(a, b, categories, weights)
    const value = found.kind === 'value' ? found : null
    const test = weights === 'quadratic' ? [compare(`${key} z`, value?.test?.z, expected, 'z_quadratic')] : []
    return [compare(`${key} ${weights}`, value?.value, expected, weights), ...test]
  })
}

function taus(key: string, a: readonly number[], b: readonly number[], expected: Expected): readonly Comparison[] {
  const found = kendallTau(a, b)
  const value = found.kind === 'value' ? found : null
  const pearson = correlation(a, b)
  return [
    compare(key, value?.value, expected, 'tau_b'),
    compare(`${key} z`, value?.z, expected, 'z'),
    compare(`${key} p`, value?.p, expected, 'p'),
    compare(`${key} r`, pearson.kind === 'value' ? pearson.value : null, expected, 'pearson'),
  ]
}

function halo(given: FigureCase): readonly Comparison[] {
  if (!has(given.expected, 'halo')) return []
  const expected = part(given.expected, 'halo')
  const found = criteriaSummary(completeRows(rowsOf(given)))
  const value = found.kind === 'value' ? found : null
  const entries = (key: string, ours: readonly number[] | undefined) =>
    list(expected, key).map((entry, place) => compare(`${key} ${place}`, ours?.[place], { entry }, 'entry'))
  return [
    compare('mean correlation', value?.meanCorrelation, expected, 'mean_inter_criterion_r'),
    compare('first share', value?.firstShare, expected, 'first_eigen_share'),
    compare('alpha', value?.cronbachAlpha, expected, 'cronbach_alpha_raw'),
    compare('within deviation', value?.meanWithinDeviation, expected, 'mean_within_ratee_sd'),
    ...entries('column_means', value?.means),
    ...entries('column_sd', value?.deviations),
    ...list(expected, 'correlation').flatMap((row, place) =>
      list({ row }, 'row').map((entry, column) =>
        compare(`correlation ${place},${column}`, value?.correlations[place]?.[column], { entry }, 'entry'),
      ),
    ),
  ]
}

function distribution(given: FigureCase): readonly Comparison[] {
  if (!has(given.expected, 'distribution')) return []
  const expected = part(given.expected, 'distribution')
  const [counts, shares] = [list(expected, 'counts').map(Number), list(expected, 'recommended').map(Number)]
  const fit = distributionFit(counts, shares)
  const distance = earthMoversDistance(counts, shares)
  const value = fit.kind === 'value' ? fit : null
  return [
    compare('chi-square', value?.chiSquare, expected, 'chi2'),
    compare('df', value?.df, expected, 'df'),
    compare('p chi-square', value?.pChiSquare, expected, 'p_chi2'),
    compare('G', value?.g, expected, 'G'),
    compare('p G', value?.pG, expected, 'p_G'),
    compare('steps', distance.kind === 'value' ? distance.value : null, expected, 'emd_category_steps'),
    compare('moved', distance.kind === 'value' ? distance.movedShare : null, expected, 'total_variation'),
  ]
}
