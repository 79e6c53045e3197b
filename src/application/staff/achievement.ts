import type { Indicator } from '#domain/model/work-plan.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { type AchievementIndex, achievementIndex, type IndexedIndicator } from '#domain/scoring/achievement-index.ts'
import { readQuantity } from '#domain/scoring/quantity.ts'

/** Reads indices for a whole board: the same wording of target and realisation is read once. */
export function indexReader({
  indexCap,
}: Pick<ScoringPolicy, 'indexCap'>): (indicator: IndexedIndicator) => AchievementIndex {
  const known = new Map<string, AchievementIndex>()
  return (indicator) => {
    if (indicator.indexOverride !== null) return achievementIndex(indicator, indexCap)
    const statement = indicator.direction === 'unknown' ? indicator.statement : ''
    const key = [indicator.direction, indicator.aspect, indicator.target, indicator.realisation, statement].join('\n')
    const found = known.get(key) ?? achievementIndex(indicator, indexCap)
    known.set(key, found)
    return found
  }
}

/** One index with its arithmetic in the words of the dossier. */
export function indexArithmetic(
  indicator: IndexedIndicator & Pick<Indicator, 'indexOverrideReason'>,
  { indexCap }: Pick<ScoringPolicy, 'indexCap'>,
) {
  const computed = achievementIndex({ ...indicator, indexOverride: null }, indexCap)
  if (indicator.indexOverride !== null) {
    return {
      kind: 'override' as const,
      value: indicator.indexOverride,
      reason: indicator.indexOverrideReason,
      computed: computed.kind === 'index' ? computed.value : null,
    }
  }
  if (computed.kind === 'none') return { kind: 'none' as const, why: computed.because }
  const { formula, realisation, target, unclipped } = computed.arithmetic
  const rule = ruleOf(formula, readQuantity(indicator.target).kind === 'range')
  return { kind: 'computed' as const, value: computed.value, rule, realisation, against: target, unclipped }
}

function ruleOf(formula: 'higher' | 'lower' | 'inside-range' | 'entered', range: boolean) {
  if (formula === 'inside-range') return 'inside-range' as const
  if (formula === 'lower') return range ? ('nearer-edge-lower' as const) : ('lower' as const)
  return range ? ('nearer-edge-higher' as const) : ('higher' as const)
}
