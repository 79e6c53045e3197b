import { byText } from '#domain/calibration/calibration-input.ts'
import { incompleteIcc } from '#domain/statistics/agreement/incomplete-icc.ts'
import { type IccFigure, intraclassCorrelation } from '#domain/statistics/agreement/intraclass-correlation.ts'
import { type AlphaFigure, krippendorffAlpha } from '#domain/statistics/agreement/krippendorff-alpha.ts'
import { completeRows, type RatingTable } from '#domain/statistics/agreement/rating-table.ts'
import { type KappaFigure, weightedKappa } from '#domain/statistics/agreement/weighted-kappa.ts'
import { mean } from '#domain/statistics/mean.ts'
import { median } from '#domain/statistics/median.ts'
import { type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import type { Statistic } from '#domain/statistics/statistic.ts'

/** One score of one case by one rater, 0–100. */
export interface CaseScore {
  readonly subject: string
  readonly rater: string
  readonly score: number
}

/** How a rater's scores lie beside what the others gave the same cases. */
export interface RaterLevel {
  readonly rater: string
  /** Cases that somebody else scored too. */
  readonly cases: number
  /** Points above (below: negative) the mean of the others; null: no case in common. */
  readonly difference: number | null
}

/** How the coefficient was computed, which says what it means. */
export type IccMethod =
  /** Everybody scored every case: ICC(2,1). */
  | 'all-by-all'
  /** Every case was scored by equally many, but not by the same: ICC(1,1). */
  | 'same-number'
  /** Gaps: ICC(2,1) from the variances of a mixed model, without an interval. */
  | 'with-gaps'

export interface ScoreAgreement {
  readonly scores: number
  readonly raters: number
  /** Cases scored by two and more; only these tell anything. */
  readonly cases: number
  /** Median distance of two scores of the same case, in points. */
  readonly typicalDistance: number | null
  readonly iccMethod: IccMethod
  readonly icc: Outcome<IccFigure>
  readonly alpha: Outcome<AlphaFigure>
  /** On the levels (below, meets, above), quadratic weights, over all pairs of scores of the same case. */
  readonly kappa: Outcome<Pick<KappaFigure, 'value' | 'n' | 'informative'>>
  readonly levels: readonly RaterLevel[]
}

/**
 * How far those who scored the same cases agree, and who stands higher or lower than the others on them.
 * Input: scores in any order, one for a rater and case; the edges of the levels in points, rising. Order changes nothing.
 * Output: the agreement of a single score (intraclass correlation, with a 95 % interval where the table allows one),
 * Krippendorff's alpha on the scale of points, weighted kappa on the levels: both orders of every pair count, so that it
 * does not matter who is "first". Cases with a single score are left out of all figures.
 * Too little: as in each figure, tagged, never NaN.
 * Source: calibration guide 5 (panel agreement); Shrout and Fleiss 1979; McGraw and Wong 1996; Krippendorff 2011; Cohen 1968.
 * @example scoreAgreement([{ subject: 'P-01', rater: 'A', score: 80 }, …], [70, 90]).icc
 */
export function scoreAgreement(scores: readonly CaseScore[], bands: readonly number[]): ScoreAgreement {
  const ordered = scores.toSorted((a, b) => byText(a.subject, b.subject) || byText(a.rater, b.rater))
  const bySubject = new Map<string, CaseScore[]>()
  for (const one of ordered) bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one])
  const shared = [...bySubject.values()].filter((list) => list.length > 1)
  const raters = [...new Set(shared.flat().map(({ rater }) => rater))].toSorted(byText)
  const table: RatingTable = shared.map((list) =>
    raters.map((rater) => list.find((one) => one.rater === rater)?.score ?? null),
  )
  const pairs = shared.flatMap((list) =>
    list.flatMap((a, index) => list.slice(index + 1).map((b): readonly [number, number] => [a.score, b.score])),
  )
  return {
    scores: scores.length,
    raters: new Set(scores.map(({ rater }) => rater)).size,
    cases: shared.length,
    typicalDistance: figureOf(median(pairs.map(([a, b]) => Math.abs(a - b)))),
    ...iccOf(table, shared),
    alpha: krippendorffAlpha(table, 'interval'),
    kappa: kappaOf(pairs, bands),
    levels: [...new Set(ordered.map(({ rater }) => rater))].toSorted(byText).map((rater) => levelOf(rater, shared)),
  }
}

function iccOf(
  table: RatingTable,
  shared: readonly (readonly CaseScore[])[],
): Pick<ScoreAgreement, 'icc' | 'iccMethod'> {
  const complete = completeRows(table)
  if (complete.length === table.length) return { iccMethod: 'all-by-all', icc: intraclassCorrelation(complete).icc21 }
  const numbers = new Set(shared.map((list) => list.length))
  if (numbers.size === 1) {
    const rows = shared.map((list) => list.map(({ score }) => score))
    return { iccMethod: 'same-number', icc: intraclassCorrelation(rows).icc11 }
  }
  return { iccMethod: 'with-gaps', icc: incompleteIcc(table).icc21 }
}

function kappaOf(pairs: readonly (readonly [number, number])[], bands: readonly number[]): ScoreAgreement['kappa'] {
  if (pairs.length === 0) return tooFew(0, 1)
  const level = (score: number) => bands.filter((edge) => score >= edge).length
  const levels = pairs.map(([a, b]): readonly [number, number] => [level(a), level(b)])
  const first = [...levels.map(([a]) => a), ...levels.map(([, b]) => b)]
  const second = [...levels.map(([, b]) => b), ...levels.map(([a]) => a)]
  const categories = Array.from({ length: bands.length + 1 }, (_, index) => index)
  const found = weightedKappa(first, second, categories, 'quadratic')
  if (found.kind !== 'value') return found
  return { kind: 'value', value: found.value, n: pairs.length, informative: found.informative }
}

function levelOf(rater: string, shared: readonly (readonly CaseScore[])[]): RaterLevel {
  const differences = shared.flatMap((list) => {
    const own = list.find((one) => one.rater === rater)
    const others = list.filter((one) => one.rater !== rater).map(({ score }) => score)
    const middle = figureOf(mean(others))
    return own === undefined || middle === null ? [] : [own.score - middle]
  })
  return { rater, cases: differences.length, difference: figureOf(mean(differences)) }
}

const figureOf = (found: Statistic): number | null => (found.kind === 'value' ? found.value : null)
