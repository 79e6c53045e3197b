import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { twoSidedP } from '#domain/statistics/effect-evidence.ts'
import type { RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import type { FittedLadder } from './fit-ladder.ts'

/** How far one score lies from what all other scores say about it, with the score itself left out. */
export type IndividualFigure =
  | {
      readonly kind: 'value'
      /** Points above (below) comparable people with similar achievement under the same supervisor. */
      readonly points: number
      readonly sd: number
      readonly z: number
      readonly p: number
      /** Corrected for all people. */
      readonly q: number
      /** z with the declared closeness added: an order to look at, never evidence. */
      readonly order: number
      /** q ≤ 0.10 and at least 5 points. */
      readonly isStrong: boolean
      /** The only one this supervisor rates: supervisor and person cannot be told apart. */
      readonly isAlone: boolean
    }
  | { readonly kind: 'cannot-tell'; readonly because: 'no-score' | 'not-fitted' | 'nothing-to-compare' }

export interface IndividualEvidence {
  /** In the order of the cases. */
  readonly figures: readonly IndividualFigure[]
  /** Places among the cases, most conspicuous first: perhaps favoured, and perhaps penalised. */
  readonly favoured: readonly number[]
  readonly penalised: readonly number[]
  /** People who could be tested. */
  readonly tested: number
}

/**
 * People whose score differs from what everything else suggests. One score per person proves almost nothing: a strong flag
 * is rare; the two lists (5 % each) are an order to look in, with a known hit rate, never an accusation. Declared closeness
 * adds 1 to z on the list of the favoured, and stays out of the figure itself.
 * Source: calibration guide 2.4, 4.2, 4.4.
 * @example individualEvidence(cases, ladder, standardOptions).favoured.length // 5 of 100 people
 */
export function individualEvidence(
  cases: readonly RatedCase[],
  ladder: FittedLadder,
  options: CalibrationOptions,
): IndividualEvidence {
  const { individual } = options
  const isFitted = ladder.deletion.some((residual) => residual !== null)
  const sizes = new Map<string, number>()
  for (const { supervisor, score } of cases) if (score !== null) sizes.set(supervisor, (sizes.get(supervisor) ?? 0) + 1)
  const p = ladder.deletion.map((residual) => (residual === null ? null : twoSidedP(residual.z)))
  const q = adjustPValues(p, 'bh')
  const figures = cases.map((one, index): IndividualFigure => {
    if (one.score === null) return { kind: 'cannot-tell', because: 'no-score' }
    const residual = ladder.deletion[index] ?? null
    if (residual === null) return { kind: 'cannot-tell', because: isFitted ? 'nothing-to-compare' : 'not-fitted' }
    const ownQ = q[index] ?? 1
    return {
      kind: 'value',
      points: residual.residual,
      sd: residual.sd,
      z: residual.z,
      p: p[index] ?? 1,
      q: ownQ,
      order: residual.z + (one.isDeclaredClose ? individual.closeness : 0),
      isStrong: ownQ <= individual.q && Math.abs(residual.residual) >= individual.points,
      isAlone: sizes.get(one.supervisor) === 1,
    }
  })
  const told = figures.flatMap((figure, place) =>
    figure.kind === 'value' ? [{ place, z: figure.z, order: figure.order }] : [],
  )
  const length = Math.ceil(individual.lookFirst * told.length)
  const first = (ranked: readonly { readonly place: number }[]) => ranked.slice(0, length).map(({ place }) => place)
  return {
    figures,
    favoured: first(told.filter(({ z }) => z > 0).toSorted((a, b) => b.order - a.order || a.place - b.place)),
    penalised: first(told.filter(({ z }) => z < 0).toSorted((a, b) => a.z - b.z || a.place - b.place)),
    tested: told.length,
  }
}
