import { AppError } from '#domain/app-error.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { fisherExact } from './fisher-exact.ts'
import { ratioInterval, type Selection, twoProportions } from './two-proportions.ts'

export interface GroupSelection extends Selection {
  readonly group: string
}

export interface ImpactFigure {
  /** Share of the group that was selected. */
  readonly rate: number
  /** That share over the highest share of any group. */
  readonly ratio: number
  /** Against the group with the highest rate; null for that group itself. */
  readonly comparison: ImpactComparison | null
}

export interface ImpactComparison {
  readonly reference: string
  readonly normal: Outcome<{ z: number; p: number }>
  /** Exact p where a cell holds fewer than five persons, else null. */
  readonly exactP: number | null
  readonly interval: Outcome<{ low: number; high: number }>
  /** Ratio below four fifths and p (exact where there is one) below 0.05. */
  readonly flagged: boolean
}

export interface GroupImpact extends GroupSelection {
  readonly impact: Outcome<ImpactFigure>
}

const fourFifths = 0.8
const level = 0.05
const smallCell = 5
/** The exact test counts through all its persons; so many need no exact test. */
const largestExact = 1_000_000

/**
 * Whether groups are selected (rated high, promoted) at comparable rates: each group's rate as a share of the highest one,
 * with z, exact p where cells are small, and a 95 % interval. A flag asks to look, it proves nothing: a difference may come
 * from where the groups work (see `mantelHaenszel`).
 * Input: selected and total per group. Groups below `smallest` persons (10) are suppressed: insufficient-data, and they are
 * never the reference. No rate above zero → cannot-tell no-rate-above-zero. Of equal highest rates the first is the reference.
 * Throws E-ARG unless 0 ≤ selected ≤ total in whole numbers.
 * Source: Uniform Guidelines on Employee Selection Procedures 1978 (four-fifths rule).
 * @example impactRatios([{ group: 'F', selected: 557, total: 1835 }, { group: 'M', selected: 1198, total: 2691 }])[0]
 * // impact.ratio 0.682, flagged
 */
export function impactRatios(groups: readonly GroupSelection[], smallest = 10): readonly GroupImpact[] {
  if (!groups.every(isCount)) throw new AppError('E-ARG')
  const shown = groups.filter(({ total }) => total >= Math.max(1, smallest))
  const [first, ...others] = shown
  const reference = others.reduce((best, group) => (best && rate(group) > rate(best) ? group : best), first)
  return groups.map((group) => ({ ...group, impact: impactOf(group, reference, smallest) }))
}

const isCount = ({ selected, total }: Selection): boolean =>
  Number.isSafeInteger(selected) && Number.isSafeInteger(total) && selected >= 0 && selected <= total

const rate = ({ selected, total }: Selection): number => selected / total

function impactOf(
  group: GroupSelection,
  reference: GroupSelection | undefined,
  smallest: number,
): Outcome<ImpactFigure> {
  if (group.total < Math.max(1, smallest)) return tooFew(group.total, Math.max(1, smallest))
  if (reference === undefined || rate(reference) === 0) return cannotTell('no-rate-above-zero')
  const ratio = rate(group) / rate(reference)
  const comparison = group === reference ? null : compare(group, reference, ratio)
  return { kind: 'value', rate: rate(group), ratio, comparison }
}

function compare(group: GroupSelection, reference: GroupSelection, ratio: number): ImpactComparison {
  const normal = twoProportions(group, reference)
  const cells = [group, reference].flatMap(({ selected, total }) => [selected, total - selected])
  const exact = cells.some((cell) => cell < smallCell) && group.total + reference.total <= largestExact
  const exactP = exact ? fisherExact(group, reference) : null
  const p = exactP ?? (normal.kind === 'value' ? normal.p : 1)
  return {
    reference: reference.group,
    normal,
    exactP,
    interval: ratioInterval(group, reference),
    flagged: ratio < fourFifths && p < level,
  }
}
