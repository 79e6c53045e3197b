import type { Indicator } from '#domain/model/work-plan.ts'
import { type Quantity, readQuantity, sameMeasure } from './quantity.ts'

/** Why there is no index until a person enters one with a reason. */
export type NoIndexReason =
  | 'no-target'
  | 'no-realisation'
  | 'text-target'
  | 'text-realisation'
  | 'target-zero'
  | 'different-units'
  | 'direction-unknown'

/** The arithmetic of one index, for showing: which formula, against which edge, and the value before clipping. */
export interface IndexArithmetic {
  readonly formula: 'higher' | 'lower' | 'inside-range' | 'entered'
  readonly target: number
  readonly realisation: number
  readonly unclipped: number
}

export type AchievementIndex =
  | { readonly kind: 'index'; readonly value: number; readonly arithmetic: IndexArithmetic }
  | { readonly kind: 'none'; readonly because: NoIndexReason }

export type IndexedIndicator = Pick<
  Indicator,
  'target' | 'realisation' | 'direction' | 'aspect' | 'statement' | 'indexOverride'
>

/** Words of an indicator whose count should fall. */
const fewerIsBetter =
  /\b(?:keluhan|pengaduan|temuan|kematian|kedaluwarsa|keterlambatan|kesalahan|kasus|prevalensi|rujukan nonspesialistik)\b/i

/** What is done about them should rise: complaints answered, cases found, accounts free of findings. */
const doneAboutThem =
  /\b(?:penyelesaian|diselesaikan|terselesaikan|selesai|tindak lanjut|ditindaklanjuti|penanganan|ditangani|tertangani|direspons?|bebas|tanpa|penemuan|deteksi|ditemukan|pencegahan|penurunan|pengurangan|pelaporan|cakupan|kepuasan|ketepatan)\b/i

const isDuration = /^(?:waktu|lama|durasi|rata-rata (?:waktu|lama))\b|\bwaktu tunggu\b/i

/**
 * Whether more or less is better for an indicator. The indicator's own direction counts; where it says nothing, aspects of
 * time and cost and words such as "keluhan" mean that less is better, and everything else that more is.
 * @example directionOf({ direction: 'unknown', aspect: 'time', statement: 'Lama layanan' }) // 'lower'
 */
export function directionOf(indicator: Pick<Indicator, 'direction' | 'aspect' | 'statement'>): 'higher' | 'lower' {
  if (indicator.direction !== 'unknown') return indicator.direction
  if (indicator.aspect === 'time' || indicator.aspect === 'cost') return 'lower'
  if (isDuration.test(indicator.statement)) return 'lower'
  const fewer = fewerIsBetter.test(indicator.statement) && !doneAboutThem.test(indicator.statement)
  return fewer ? 'lower' : 'higher'
}

/**
 * Achievement index of one indicator: realisation against target in percent, clipped to 0…cap. Advisory: a colour may
 * hint, it never becomes a rating (the official example of Direktur II is "sesuai" at 83,33).
 * More is better: realisation / target × 100. Less is better: 200 − realisation / target × 100. Inside a range, edges
 * included: 100; outside, the formula against the nearer edge. An index entered by a person wins.
 * None when target or realisation cannot be read, the target is 0, or the two count different things.
 * Source: house convention (domain guide section 6).
 * @example achievementIndex({ target: '30%', realisation: '25%', direction: 'higher', … }, 120) // { kind: 'index', value: 83.33…, … }
 */
export function achievementIndex(indicator: IndexedIndicator, cap: number): AchievementIndex {
  if (indicator.indexOverride !== null) {
    const value = indicator.indexOverride
    return indexOf('entered', Number.NaN, Number.NaN, value, Math.max(cap, value))
  }
  const target = readQuantity(indicator.target)
  const realisation = readQuantity(indicator.realisation)
  if (target.kind === 'empty') return { kind: 'none', because: 'no-target' }
  if (realisation.kind === 'empty') return { kind: 'none', because: 'no-realisation' }
  if (target.kind === 'text') return { kind: 'none', because: 'text-target' }
  if (realisation.kind !== 'number') return { kind: 'none', because: 'text-realisation' }
  if (!sameMeasure(target.measure, realisation.measure)) return { kind: 'none', because: 'different-units' }
  const limit = indicator.direction === 'unknown' && target.bound === 'at-most'
  return against(target, realisation.value, limit ? 'lower' : directionOf(indicator), cap)
}

function against(
  target: Extract<Quantity, { kind: 'number' | 'range' }>,
  realisation: number,
  direction: 'higher' | 'lower',
  cap: number,
): AchievementIndex {
  if (target.kind === 'range' && realisation >= target.low && realisation <= target.high) {
    return indexOf('inside-range', realisation, realisation, 100, cap)
  }
  const edge = target.kind === 'number' ? target.value : realisation < target.low ? target.low : target.high
  if (edge === 0) return { kind: 'none', because: 'target-zero' }
  const ratio = (realisation / edge) * 100
  return indexOf(direction, edge, realisation, direction === 'higher' ? ratio : 200 - ratio, cap)
}

function indexOf(
  formula: IndexArithmetic['formula'],
  target: number,
  realisation: number,
  unclipped: number,
  cap: number,
): AchievementIndex {
  const value = Math.min(cap, Math.max(0, unclipped))
  const shown = (figure: number) => (Number.isNaN(figure) ? value : figure)
  return {
    kind: 'index',
    value,
    arithmetic: { formula, target: shown(target), realisation: shown(realisation), unclipped },
  }
}

export type EmployeeAchievement =
  | { readonly kind: 'index'; readonly value: number; readonly indicators: number; readonly total: number }
  | { readonly kind: 'insufficient-data'; readonly n: number; readonly required: number }

/**
 * Achievement of one person: the weighted mean of the indices of the indicators, each work result's weight shared equally
 * by its indicators. Missing when indicators with less than half of the weight have an index.
 * Source: calibration guide section 1.
 * @example employeeAchievement([{ weight: 0.5, index: { kind: 'index', value: 90, … } }, { weight: 0.5, index: { kind: 'none', … } }])
 */
export function employeeAchievement(
  parts: readonly { readonly weight: number; readonly index: AchievementIndex }[],
): EmployeeAchievement {
  const whole = parts.reduce((sum, part) => sum + part.weight, 0)
  let weight = 0
  let weighted = 0
  let n = 0
  for (const { weight: share, index } of parts) {
    if (index.kind === 'none') continue
    weight += share
    weighted += share * index.value
    n += 1
  }
  if (weight <= 0 || weight < whole / 2 - 1e-9)
    return { kind: 'insufficient-data', n, required: Math.ceil(parts.length / 2) }
  return { kind: 'index', value: weighted / weight, indicators: n, total: parts.length }
}
