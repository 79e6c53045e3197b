import type { ResultScore } from '#domain/model/assessment.ts'
import { resultWeights, type WeighedResult } from './weights.ts'

/** One line of the arithmetic of a work score: the result, its share, its score, and what it adds. */
export interface WorkScoreTerm {
  readonly workResultId: string
  /** Share of 1. */
  readonly weight: number
  /** 0–100, or null while the supervisor has not scored this result. */
  readonly score: number | null
}

export type WorkScore =
  | { readonly kind: 'complete'; readonly score: number; readonly terms: readonly WorkScoreTerm[] }
  | {
      readonly kind: 'incomplete'
      readonly present: number
      readonly total: number
      /** Weighted mean over the results that are scored; for looking at, it suggests nothing. Null when none is. */
      readonly previewScore: number | null
      readonly terms: readonly WorkScoreTerm[]
    }

/**
 * Work score of one person: the weighted mean of the scores of the work results, 0–100, unrounded.
 * A missing score never counts as zero: it leaves the work score incomplete, "k of n".
 * Source: house convention (domain guide section 6).
 * @example workScore([{ id: 'a', kind: 'main', weightHundredths: null }], [{ workResultId: 'a', score: 90 }], 80) // { kind: 'complete', score: 90, terms: [...] }
 */
export function workScore(
  results: readonly WeighedResult[],
  scores: readonly Pick<ResultScore, 'workResultId' | 'score'>[],
  mainShare: number,
): WorkScore {
  const weights = resultWeights(results, mainShare)
  const scoreOf = new Map(scores.map((score) => [score.workResultId as string, score.score]))
  const terms = results.map((result) => ({
    workResultId: result.id as string,
    weight: weights.get(result.id) ?? 0,
    score: scoreOf.get(result.id) ?? null,
  }))
  const scored = terms.filter((term) => term.score !== null)
  const weight = scored.reduce((sum, term) => sum + term.weight, 0)
  const mean = weight === 0 ? null : scored.reduce((sum, term) => sum + term.weight * (term.score ?? 0), 0) / weight
  if (results.length > 0 && scored.length === results.length && mean !== null) {
    return { kind: 'complete', score: settle(mean), terms }
  }
  return {
    kind: 'incomplete',
    present: scored.length,
    total: results.length,
    previewScore: mean === null ? null : settle(mean),
    terms,
  }
}

/** Takes back the last bits of floating-point noise, so that 0.8·80 + 0.2·80 is 80 and not a hair below an edge. */
const settle = (value: number) => Math.round(value * 1e9) / 1e9
