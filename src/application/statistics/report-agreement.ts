import { incompleteIcc } from '#domain/statistics/agreement/incomplete-icc.ts'
import {
  type IccFamily,
  type IccForm,
  iccForms,
  intraclassCorrelation,
} from '#domain/statistics/agreement/intraclass-correlation.ts'
import { kendallTau } from '#domain/statistics/agreement/kendall-tau.ts'
import { kendallW } from '#domain/statistics/agreement/kendall-w.ts'
import {
  type AlphaConvention,
  type AlphaMetric,
  alphaMetrics,
  krippendorffAlpha,
} from '#domain/statistics/agreement/krippendorff-alpha.ts'
import { completeRows, type RatingTable } from '#domain/statistics/agreement/rating-table.ts'
import { type KappaWeights, weightedKappa } from '#domain/statistics/agreement/weighted-kappa.ts'
import type { ColumnTable } from '#domain/statistics/column-table.ts'
import { cannotTell } from '#domain/statistics/outcome.ts'
import { figureOr, type Reasons } from './reasons.ts'
import { numberColumn } from './statistics-table.ts'

/** Whole-number categories over a wider range than this are figures: then only the values that occur are categories. */
const widestScale = 100

/**
 * How far the columns (raters) of a table agree about its rows (persons). Rows without any rating are left out; ICC of a table
 * with gaps comes from variance components, Kendall's W from the complete rows, tau-b and kappa from the rows both raters
 * filled. Figures that do not exist are null, with the reason under their path in `reasons`.
 * Weighted kappa is quadratic, over all whole numbers between the lowest and the highest rating (or the values that occur).
 */
export function reportAgreement(table: ColumnTable, columns: readonly string[]) {
  const raters = columns.map((column) => numberColumn(table, column))
  const rows: RatingTable = Array.from({ length: table.rows }, (_, row) =>
    raters.map((ratings) => ratings[row] ?? null),
  ).filter((row) => row.some((rating) => rating !== null))
  const complete = completeRows(rows)
  const full = complete.length === rows.length
  const reasons: Reasons = {}
  const pairs = pairsOf(columns, rows)
  const onePair = columns.length === 2 ? pairs[0] : undefined
  const concordance = figureOr(kendallW(complete), 'kendallW', reasons)
  return {
    n: rows.length,
    k: columns.length,
    complete: complete.length,
    ...iccReport(full ? intraclassCorrelation(complete) : incompleteIcc(rows), reasons),
    iccMethod: full ? 'mean-squares' : 'variance-components',
    krippendorff: alphas(rows, 'irr', reasons),
    krippendorffPublished: alphas(rows, 'published', {}),
    kendallW: concordance?.value ?? null,
    weightedKappa: onePair ? pairFigure(onePair, 'weightedKappa', reasons) : withoutPair('weightedKappa', reasons),
    tauB: onePair ? pairFigure(onePair, 'tauB', reasons) : withoutPair('tauB', reasons),
    tests: { kendallW: concordance && { chiSquare: concordance.chiSquare, df: concordance.df, p: concordance.p } },
    pairs,
    reasons,
  }
}

function iccReport(family: IccFamily, reasons: Reasons) {
  const icc: Partial<Record<IccForm, number | null>> = {}
  const intervals: Partial<Record<IccForm, object | null>> = {}
  for (const form of iccForms) {
    const found = figureOr(family[form], `icc.${form}`, reasons)
    icc[form] = found?.value ?? null
    const interval = found && figureOr(found.interval, `iccIntervals.${form}`, reasons)
    const test = found?.test.kind === 'value' ? found.test : null
    intervals[form] = interval && {
      low: interval.low,
      high: interval.high,
      f: test?.f ?? null,
      df1: test?.df1 ?? null,
      df2: test?.df2 ?? null,
      p: test?.p ?? null,
    }
  }
  return { icc, iccIntervals: intervals }
}

function alphas(rows: RatingTable, convention: AlphaConvention, reasons: Reasons) {
  const figures: Partial<Record<AlphaMetric, number | null>> = {}
  for (const metric of alphaMetrics) {
    const found = figureOr(krippendorffAlpha(rows, metric, convention), `krippendorff.${metric}`, reasons)
    figures[metric] = found?.value ?? null
  }
  return figures
}

interface PairReport {
  readonly first: string
  readonly second: string
  readonly n: number
  readonly weightedKappa: number | null
  readonly linearKappa: number | null
  readonly unweightedKappa: number | null
  readonly tauB: number | null
  readonly tests: {
    readonly weightedKappa: { readonly z: number; readonly p: number } | null
    readonly tauB: { readonly z: number; readonly p: number } | null
  }
  readonly reasons: Reasons
}

function pairsOf(columns: readonly string[], rows: RatingTable): readonly PairReport[] {
  return columns.flatMap((first, i) =>
    columns.slice(i + 1).map((second, offset) => {
      const both = completeRows(rows.map((row) => [row[i] ?? null, row[i + 1 + offset] ?? null]))
      return pairReport(
        first,
        second,
        both.map(([rating = 0]) => rating),
        both.map(([, rating = 0]) => rating),
      )
    }),
  )
}

function pairReport(first: string, second: string, a: readonly number[], b: readonly number[]): PairReport {
  const reasons: Reasons = {}
  const categories = categoriesOf([...a, ...b])
  const kappa = (weights: KappaWeights) => weightedKappa(a, b, categories, weights)
  const quadratic = figureOr(kappa('quadratic'), 'weightedKappa', reasons)
  if (quadratic?.informative === false) reasons.weightedKappa = { because: 'not-informative' }
  const tau = figureOr(kendallTau(a, b), 'tauB', reasons)
  const plain = (weights: KappaWeights) => {
    const found = kappa(weights)
    return found.kind === 'value' ? found.value : null
  }
  return {
    first,
    second,
    n: a.length,
    weightedKappa: quadratic?.value ?? null,
    linearKappa: plain('linear'),
    unweightedKappa: plain('unweighted'),
    tauB: tau?.value ?? null,
    tests: { weightedKappa: quadratic?.test ?? null, tauB: tau && { z: tau.z, p: tau.p } },
    reasons,
  }
}

function categoriesOf(values: readonly number[]): readonly number[] {
  const rising = [...new Set(values)].toSorted((x, y) => x - y)
  const [lowest = 0, highest = 0] = [rising[0], rising.at(-1)]
  if (!rising.every(Number.isInteger) || highest - lowest > widestScale) return rising
  return Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step)
}

function pairFigure(pair: PairReport, figure: 'weightedKappa' | 'tauB', reasons: Reasons): number | null {
  const reason = pair.reasons[figure]
  if (reason) reasons[figure] = reason
  return pair[figure]
}

/** Of more than two raters each pair has its own figure: see `pairs`. */
function withoutPair(figure: string, reasons: Reasons): null {
  reasons[figure] = { because: cannotTell('two-raters-needed').because }
  return null
}
