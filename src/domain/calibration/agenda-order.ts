import type { RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import type { IndividualFigure } from './individual-evidence.ts'
import type { CaseScores } from './score-proposals.ts'

/** How much a discussion of one case is worth, with the parts it is made of. */
export interface AgendaValue {
  readonly employee: string
  readonly supervisor: string
  /** uncertainty × nearness × (1 + flags). */
  readonly value: number
  /** Standard deviation of a fair score, in points. */
  readonly uncertainty: number
  /** 1 at the edge of a level, falling to 0 as the edge lies beyond what uncertainty reaches; 1 where there are no levels. */
  readonly nearness: number
  /** Visible rules, a strong individual flag, a proposal in another level than the score. */
  readonly flags: number
}

/**
 * Cases in the order in which discussing them is worth most: where the fair score is uncertain, an edge between levels is near,
 * and rules are broken. Nearness is exp(−d²/2sd²) with d the distance of the fair score from the nearest edge. Declared
 * closeness plays no part: the order may be shown to everyone. Cases without a score are left out; equal values stand in the
 * order of the cases.
 * Source: house rule; every part is shown beside the value.
 * @example agendaOrder(cases, scores, figures, standardOptions)[0] // { employee: 'E7', value: 9.4, … }
 */
export function agendaOrder(
  cases: readonly RatedCase[],
  scores: readonly CaseScores[],
  figures: readonly IndividualFigure[],
  options: CalibrationOptions,
): readonly AgendaValue[] {
  const values = cases.flatMap((one, index): AgendaValue[] => {
    const own = scores[index]
    if (one.score === null || own === undefined) return []
    // Without any model every case is equally uncertain, and edges and rules alone make the order.
    const uncertainty = own.uncertainty ?? 1
    const proposed = own.proposal.kind === 'proposed' ? own.proposal.score : one.score
    const figure = figures[index]
    const flags =
      one.rules.length +
      (figure?.kind === 'value' && figure.isStrong ? 1 : 0) +
      (levelOf(proposed, options.bands) === levelOf(one.score, options.bands) ? 0 : 1)
    const nearness = nearnessOf(proposed, uncertainty, options.bands)
    const { employee, supervisor } = one
    return [{ employee, supervisor, value: uncertainty * nearness * (1 + flags), uncertainty, nearness, flags }]
  })
  return values.toSorted((a, b) => b.value - a.value)
}

const levelOf = (score: number, bands: readonly number[]) => bands.filter((edge) => score >= edge).length

function nearnessOf(score: number, uncertainty: number, bands: readonly number[]): number {
  if (bands.length === 0) return 1
  const distance = bands.reduce((least, edge) => Math.min(least, Math.abs(score - edge)), Number.POSITIVE_INFINITY)
  if (uncertainty <= 0) return distance === 0 ? 1 : 0
  return Math.exp(-((distance / uncertainty) ** 2) / 2)
}
