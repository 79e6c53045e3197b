import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { fQuantile, fUpperTail } from '#domain/statistics/tail-probability.ts'
import { type MeanSquares, meanSquares } from './mean-squares.ts'
import { allEqual, type CompleteTable, completeRows } from './rating-table.ts'

/** The six coefficients of Shrout and Fleiss: model 1, 2, 3, of one rater (1) or of the mean of all k raters (k). */
export const iccForms = ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k'] as const
export type IccForm = (typeof iccForms)[number]

export interface IccFigure {
  readonly value: number
  readonly n: number
  readonly k: number
  /** 95 % interval, or why there is none. */
  readonly interval: Outcome<{ low: number; high: number }>
  /** The F test of "raters do not agree at all". */
  readonly test: Outcome<{ f: number; df1: number; df2: number; p: number }>
}

export type IccFamily = Readonly<Record<IccForm, Outcome<IccFigure>>>

const upper = 0.975
/** A sum of parts this small beside them is rounding. */
const cancelled = 1e-12

/**
 * How much of the variation between ratings is real difference between the rated persons (intraclass correlation), in six
 * forms: `icc1…` each person was rated by other raters (one-way), `icc2…` the same raters, drawn from many, and a strict
 * rater counts as disagreement, `icc3…` the same raters and only the order and distances count; `…1` one rater's score, `…k`
 * the mean of all.
 * Input: one row per person, one column per rater, no missing rating; unit and zero of the scale do not matter. Output: at
 * most 1; below 0 when raters disagree more than by chance.
 * Intervals and tests: F-based; for `icc2…` with Satterthwaite degrees of freedom at the estimate.
 * Too little: fewer than 2 persons → insufficient-data; 1 rater → cannot-tell two-raters-needed. All ratings equal → cannot
 * tell no-variation. Mean forms with no difference between persons → no-difference-between-persons.
 * Source: Shrout and Fleiss 1979; McGraw and Wong 1996, table 7; as R `irr::icc`.
 * @example intraclassCorrelation([[9, 2, 5, 8], [6, 1, 3, 2], …]).icc21 // value 0.29 (Shrout and Fleiss, table 2)
 */
export function intraclassCorrelation(table: CompleteTable): IccFamily {
  const rows = completeRows(table)
  const k = rows[0]?.length ?? 0
  if (rows.length < 2) return everyForm(tooFew(rows.length, 2))
  if (k < 2) return everyForm(cannotTell('two-raters-needed'))
  if (allEqual(rows.flat())) return everyForm(cannotTell('no-variation'))
  const squares = meanSquares(rows)
  return {
    icc11: oneWaySingle(squares),
    icc21: agreementSingle(squares),
    icc31: consistencySingle(squares),
    icc1k: oneWayMean(squares),
    icc2k: agreementMean(squares),
    icc3k: consistencyMean(squares),
  }
}

const everyForm = (outcome: Outcome<IccFigure>): IccFamily => ({
  icc11: outcome,
  icc21: outcome,
  icc31: outcome,
  icc1k: outcome,
  icc2k: outcome,
  icc3k: outcome,
})

const oneWaySingle = (ms: MeanSquares) => single(ms, ms.within, ms.n * (ms.k - 1))
const oneWayMean = (ms: MeanSquares) => average(ms, ms.within, ms.n * (ms.k - 1))
const consistencySingle = (ms: MeanSquares) => single(ms, ms.residual, (ms.n - 1) * (ms.k - 1))
const consistencyMean = (ms: MeanSquares) => average(ms, ms.residual, (ms.n - 1) * (ms.k - 1))

/** One rater, when everything but persons is one error part. */
function single(ms: MeanSquares, error: number, errorDf: number): Outcome<IccFigure> {
  const { n, k } = ms
  // Only raters differ: there is neither agreement nor disagreement about persons.
  if (ms.persons === 0 && error === 0) return cannotTell('no-difference-between-persons')
  const limits = fLimits(ms, error, errorDf)
  const share = (f: number) => (f - 1) / (f + k - 1)
  return {
    kind: 'value',
    value: (ms.persons - error) / (ms.persons + (k - 1) * error),
    n,
    k,
    interval: error === 0 ? perfect : intervalOf(share(limits.low), share(limits.high)),
    test: fTest(ms.persons, error, n - 1, errorDf),
  }
}

/** The mean of k raters, when everything but persons is one error part. */
function average(ms: MeanSquares, error: number, errorDf: number): Outcome<IccFigure> {
  const { n, k } = ms
  if (ms.persons === 0) return cannotTell('no-difference-between-persons')
  const limits = fLimits(ms, error, errorDf)
  return {
    kind: 'value',
    value: (ms.persons - error) / ms.persons,
    n,
    k,
    interval: error === 0 ? perfect : intervalOf(1 - 1 / limits.low, 1 - 1 / limits.high),
    test: fTest(ms.persons, error, n - 1, errorDf),
  }
}

function agreementSingle(ms: MeanSquares): Outcome<IccFigure> {
  const { n, k, persons, raters, residual } = ms
  const whole = persons + (k - 1) * residual + (k * (raters - residual)) / n
  if (!(whole > cancelled * (persons + raters + residual))) return cannotTell('parts-cancel')
  const value = (persons - residual) / whole
  const v = satterthwaite(ms, value)
  const spread = k * raters + (k * n - k - n) * residual
  return {
    kind: 'value',
    value,
    n,
    k,
    interval: agreementInterval(ms, v, (f) => [
      (n * (persons - f.low * residual)) / (f.low * spread + n * persons),
      (n * (f.high * persons - residual)) / (spread + n * f.high * persons),
    ]),
    test: fTest(persons, residual, n - 1, v),
  }
}

function agreementMean(ms: MeanSquares): Outcome<IccFigure> {
  const { n, k, persons, raters, residual } = ms
  if (persons === 0) return cannotTell('no-difference-between-persons')
  const whole = persons + (raters - residual) / n
  if (!(whole > cancelled * (persons + raters + residual))) return cannotTell('parts-cancel')
  const value = (persons - residual) / whole
  const v = satterthwaite(ms, value)
  return {
    kind: 'value',
    value,
    n,
    k,
    interval: agreementInterval(ms, v, (f) => [
      (n * (persons - f.low * residual)) / (f.low * (raters - residual) + n * persons),
      (n * (f.high * persons - residual)) / (raters - residual + n * f.high * persons),
    ]),
    test: fTest(persons, residual, n - 1, v),
  }
}

/** Degrees of freedom of the raters-and-residual part at the estimate (McGraw and Wong 1996). */
function satterthwaite({ n, k, raters, residual }: MeanSquares, value: number): number {
  const a = (k * value) / (n * (1 - value))
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value))
  return (a * raters + b * residual) ** 2 / ((a * raters) ** 2 / (k - 1) + (b * residual) ** 2 / ((n - 1) * (k - 1)))
}

function agreementInterval(
  ms: MeanSquares,
  v: number,
  limits: (f: { low: number; high: number }) => readonly [number, number],
): IccFigure['interval'] {
  if (ms.raters === 0 && ms.residual === 0) return perfect
  if (!(v > 0 && Number.isFinite(v))) return cannotTell('parts-cancel')
  const [low, high] = limits({ low: fQuantile(upper, ms.n - 1, v), high: fQuantile(upper, v, ms.n - 1) })
  return intervalOf(low, high)
}

const perfect = { kind: 'value', low: 1, high: 1 } as const

function fLimits(ms: MeanSquares, error: number, errorDf: number): { low: number; high: number } {
  const f = ms.persons / error
  return { low: f / fQuantile(upper, ms.n - 1, errorDf), high: f * fQuantile(upper, errorDf, ms.n - 1) }
}

const intervalOf = (low: number, high: number): IccFigure['interval'] =>
  Number.isFinite(low) && Number.isFinite(high) ? { kind: 'value', low, high } : cannotTell('parts-cancel')

function fTest(persons: number, error: number, df1: number, df2: number): IccFigure['test'] {
  if (error === 0) return cannotTell('nothing-left-over')
  const f = persons / error
  const p = fUpperTail(f, df1, df2)
  // Figures near the end of the floating-point range can leave the degrees of freedom without a value.
  return [f, df2, p].every(Number.isFinite) ? { kind: 'value', f, df1, df2, p } : cannotTell('parts-cancel')
}
