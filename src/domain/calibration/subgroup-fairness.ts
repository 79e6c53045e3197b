import { predictionInterval, twoSidedP } from '#domain/statistics/effect-evidence.ts'
import { fitModelA } from '#domain/statistics/model-a.ts'
import type { Outcome } from '#domain/statistics/outcome.ts'
import { type GroupImpact, impactRatios } from '#domain/statistics/selection/impact-ratio.ts'
import { type CommonOdds, mantelHaenszel, type Stratum } from '#domain/statistics/selection/mantel-haenszel.ts'
import { byText, type RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import { personOf } from './fit-ladder.ts'

/** Points a group gets more (less) than the reference group, achievement and supervisor held equal. */
export interface AdjustedGap {
  readonly estimate: number
  readonly se: number
  readonly low: number
  readonly high: number
  readonly p: number
}

export type GroupFairness =
  /** Fewer people than may be shown: neither figures nor their number. */
  | { readonly group: string; readonly kind: 'suppressed' }
  | {
      readonly group: string
      readonly kind: 'shown'
      readonly people: number
      /** Null: the reference group itself, or the gap cannot be told from the other columns. */
      readonly gap: AdjustedGap | null
      /** How often the group is rated high against the group with the highest rate; null: nobody has a level yet. */
      readonly impact: GroupImpact['impact'] | null
      /** Odds of being rated high against the group with the highest rate, units held apart; null: that group itself. */
      readonly withinUnits: Outcome<CommonOdds> | null
    }

export interface AttributeFairness {
  readonly attribute: string
  /** The largest group: the one gaps are measured from; null: fewer than two groups can be shown. */
  readonly reference: string | null
  readonly groups: readonly GroupFairness[]
}

/**
 * Whether groups of people (women and men, age bands) are rated alike: the gap in points with achievement and supervisor held
 * equal, the four-fifths rule on high ratings, and the same within units, for a difference over the agency may come from
 * where groups work. Attributes are asked about here and enter no score.
 * Groups below 10 people are suppressed; so is everything when fewer than two groups are left.
 * Source: calibration guide 5 ("subgroup"); Mantel and Haenszel 1959.
 * @example subgroupFairness(cases, standardOptions)[0] // { attribute: 'sex', reference: 'M', groups: [{ group: 'F', … }, …] }
 */
export function subgroupFairness(
  cases: readonly RatedCase[],
  options: CalibrationOptions,
): readonly AttributeFairness[] {
  const scored = cases.filter((one) => one.score !== null)
  const attributes = [...new Set(scored.flatMap((one) => Object.keys(one.groups)))].toSorted(byText)
  return attributes.map((attribute) => fairnessOf(attribute, scored, options))
}

interface Member {
  readonly one: RatedCase
  readonly group: string
}

function fairnessOf(attribute: string, scored: readonly RatedCase[], options: CalibrationOptions): AttributeFairness {
  const members = scored.flatMap((one): Member[] => {
    const group = one.groups[attribute]
    return group === undefined ? [] : [{ one, group }]
  })
  const sizes = new Map<string, number>()
  for (const { group } of members) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const names = [...sizes.keys()].toSorted(byText)
  const shown = names.filter((name) => (sizes.get(name) ?? 0) >= options.smallestGroup)
  const [first, ...others] = shown
  if (first === undefined || others.length === 0)
    return { attribute, reference: null, groups: names.map((group) => ({ group, kind: 'suppressed' })) }
  const reference = others.reduce(
    (best, name) => ((sizes.get(name) ?? 0) > (sizes.get(best) ?? 0) ? name : best),
    first,
  )
  const compared = members.filter(({ group }) => shown.includes(group))
  const gaps = adjustedGaps(
    compared,
    shown.filter((name) => name !== reference),
    options,
  )
  const impacts = impactOf(compared, shown, options)
  return {
    attribute,
    reference,
    groups: names.map((group): GroupFairness => {
      if (!shown.includes(group)) return { group, kind: 'suppressed' }
      return {
        group,
        kind: 'shown',
        people: sizes.get(group) ?? 0,
        gap: gaps.get(group) ?? null,
        impact: impacts.get(group)?.impact ?? null,
        withinUnits: impacts.get(group)?.withinUnits ?? null,
      }
    }),
  }
}

function adjustedGaps(
  compared: readonly Member[],
  groups: readonly string[],
  { interval }: CalibrationOptions,
): ReadonlyMap<string, AdjustedGap> {
  const columns = groups.map((group) => `group ${group}`)
  const people = compared.map(({ one, group }) => ({
    ...personOf(one),
    extras: groups.map((name) => (name === group ? 1 : 0)),
  }))
  const fit = fitModelA(people, columns)
  if (fit.kind === 'cannot-tell') return new Map()
  return new Map(
    groups.flatMap((group, index) => {
      const found = fit.fixed.find(({ term }) => term === columns[index])
      if (found === undefined) return []
      const { estimate, se } = found
      const p = se > 0 ? twoSidedP(estimate / se) : 1
      return [[group, { estimate, se, ...predictionInterval(estimate, se, interval), p }] as const]
    }),
  )
}

interface Impact {
  readonly impact: GroupImpact['impact'] | null
  readonly withinUnits: Outcome<CommonOdds> | null
}

function impactOf(
  compared: readonly Member[],
  groups: readonly string[],
  { smallestGroup }: CalibrationOptions,
): ReadonlyMap<string, Impact> {
  const rated = compared.filter(({ one }) => one.isHigh !== null)
  if (rated.length === 0) return new Map()
  const selections = groups.map((group) => ({ group, ...selectionOf(rated.filter((one) => one.group === group)) }))
  const impacts = impactRatios(selections, smallestGroup)
  return new Map(
    impacts.map((own) => {
      const reference = own.impact.kind === 'value' ? own.impact.comparison?.reference : undefined
      const withinUnits = reference === undefined ? null : mantelHaenszel(strataOf(rated, own.group, reference))
      return [own.group, { impact: own.impact, withinUnits }]
    }),
  )
}

const selectionOf = (members: readonly Member[]) => ({
  selected: members.filter(({ one }) => one.isHigh === true).length,
  total: members.length,
})

function strataOf(rated: readonly Member[], group: string, reference: string): readonly Stratum[] {
  const units = new Map<string, { first: Member[]; second: Member[] }>()
  for (const member of rated) {
    if (member.group !== group && member.group !== reference) continue
    const key = member.one.unit ?? ''
    const unit = units.get(key) ?? { first: [], second: [] }
    units.set(key, unit)
    unit[member.group === group ? 'first' : 'second'].push(member)
  }
  return [...units]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([, { first, second }]) => ({ first: selectionOf(first), second: selectionOf(second) }))
}
