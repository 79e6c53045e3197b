import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AchievementIndex,
  achievementIndex,
  directionOf,
  employeeAchievement,
  type IndexedIndicator,
} from '#domain/scoring/achievement-index.ts'

const indicator = (target: string, realisation: string, more: Partial<IndexedIndicator> = {}): IndexedIndicator => ({
  target,
  realisation,
  direction: 'unknown',
  aspect: 'none',
  statement: 'Persentase layanan',
  indexOverride: null,
  ...more,
})
const index = (target: string, realisation: string, more: Partial<IndexedIndicator> = {}) =>
  achievementIndex(indicator(target, realisation, more), 120)
const figureOf = (found: AchievementIndex) => (found.kind === 'index' ? found.value : Number.NaN)
const lower = { direction: 'lower' } as const

describe('achievement index', () => {
  it.each([
    ['30%', '25%', {}, 83.3333],
    ['7-8 bulan', '9 bulan', lower, 87.5],
    ['7-8 bulan', '9 bulan', { aspect: 'time' } as const, 87.5],
    ['80 – 90%', '85%', {}, 100],
    ['80 – 90%', '80%', {}, 100],
    ['80 – 90%', '90%', {}, 100],
    ['80 – 90%', '72%', {}, 90],
    ['80 – 90%', '99%', {}, 110],
    ['3 unit', '3 unit', {}, 100],
    ['3,5 dari skala 5', '4', {}, 114.2857],
    ['3,5 dari skala 5', '4 dari skala 5', {}, 114.2857],
    ['60', '90', {}, 120],
    ['≤ 10 hari', '12 hari', {}, 80],
    ['10 keluhan', '25 keluhan', lower, 0],
    ['10 keluhan', '0 keluhan', lower, 120],
  ])('target %s, realised %s', (target, realisation, more, expected) => {
    expect(figureOf(index(target, realisation, more))).toBeCloseTo(expected, 4)
  })

  it('keeps the value before clipping for showing', () => {
    expect(index('60', '90')).toMatchObject({
      arithmetic: { formula: 'higher', target: 60, realisation: 90, unclipped: 150 },
    })
  })

  it.each([
    ['', '25%', 'no-target'],
    ['-', '25%', 'no-target'],
    ['30%', '', 'no-realisation'],
    ['30%', '-', 'no-realisation'],
    ['Laporan tersusun', '3', 'text-target'],
    ['30%', '(realisasi)****', 'text-realisation'],
    ['30%', '20 – 25%', 'text-realisation'],
    ['0', '3', 'target-zero'],
    ['0%', '0,5%', 'target-zero'],
    ['2 minggu', '12 hari kerja', 'different-units'],
    ['30%', '3 dokumen', 'different-units'],
  ])('has none for target %j, realised %j: %s', (target, realisation, because) => {
    expect(index(target, realisation)).toEqual({ kind: 'none', because })
  })

  it('takes an index a person entered before any arithmetic, above the cap too', () => {
    expect(figureOf(index('Laporan', '', { indexOverride: 95 }))).toBe(95)
    expect(figureOf(index('30%', '25%', { indexOverride: 150 }))).toBe(150)
  })

  it.each([
    ['higher', { direction: 'higher', aspect: 'time', statement: 'keluhan' }],
    ['lower', { direction: 'unknown', aspect: 'time', statement: '' }],
    ['lower', { direction: 'unknown', aspect: 'cost', statement: '' }],
    ['lower', { direction: 'unknown', aspect: 'quantity', statement: 'Jumlah keluhan masyarakat' }],
    ['higher', { direction: 'unknown', aspect: 'quantity', statement: 'Jumlah dokumen' }],
  ] as const)('%s is better for %j', (expected, facts) => expect(directionOf(facts)).toBe(expected))

  const amount = fc.integer({ min: 1, max: 100_000 })
  const direction = fc.constantFrom('higher' as const, 'lower' as const)

  it('stays between 0 and its cap, and never falls when the realisation gets better', () => {
    fc.assert(
      fc.property(amount, amount, amount, direction, fc.constantFrom(100, 120, 150), (target, one, two, way, cap) => {
        const at = (realised: number) =>
          figureOf(achievementIndex(indicator(`${target} unit`, `${realised} unit`, { direction: way }), cap))
        const [worse, better] = one < two === (way === 'higher') ? [at(one), at(two)] : [at(two), at(one)]
        expect(worse).toBeLessThanOrEqual(better)
        expect(worse).toBeGreaterThanOrEqual(0)
        expect(better).toBeLessThanOrEqual(cap)
      }),
    )
  })

  it('is 100 at the target, and anywhere inside a range', () => {
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0, max: 1, noNaN: true }), direction, (one, two, share, way) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)]
        const inside = Math.round(low + (high - low) * share)
        expect(figureOf(index(`${low}-${high}`, String(inside), { direction: way }))).toBe(100)
        expect(figureOf(index(String(low), String(low), { direction: way }))).toBeCloseTo(100, 9)
      }),
    )
  })

  it('gives a figure or a reason for any wording, never NaN', () => {
    const wording = fc.string({ unit: fc.constantFrom(...'0123456789.,%-– Rpunit'), maxLength: 20 })
    fc.assert(
      fc.property(wording, wording, direction, (target, realisation, way) => {
        const found = index(target, realisation, { direction: way })
        if (found.kind === 'index') expect(found.value >= 0 && found.value <= 120).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('achievement of a person', () => {
  const part = (weight: number, value: number | null) => ({
    weight,
    index: value === null ? ({ kind: 'none', because: 'text-target' } as const) : index('100', String(value)),
  })

  it('weighs the indices that exist', () => {
    expect(employeeAchievement([part(0.75, 80), part(0.25, 100)])).toMatchObject({
      kind: 'index',
      value: 85,
      indicators: 2,
    })
    expect(employeeAchievement([part(0.5, 90), part(0.5, null)])).toMatchObject({ value: 90, indicators: 1, total: 2 })
  })

  it('is missing when less than half of the weight has an index, and never counts it as zero', () => {
    expect(employeeAchievement([part(0.4, 90), part(0.6, null)])).toMatchObject({ kind: 'insufficient-data', n: 1 })
    expect(employeeAchievement([])).toMatchObject({ kind: 'insufficient-data', n: 0 })
    expect(employeeAchievement([part(0, 90), part(0, 80)])).toMatchObject({ kind: 'insufficient-data' })
  })

  it('does not depend on the order of the indicators', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(fc.integer({ min: 1, max: 119 }))), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(parts, (list) => {
        const build = (pairs: typeof list) => employeeAchievement(pairs.map(([weight, value]) => part(weight, value)))
        const [one, two] = [build(list), build(list.toReversed())]
        expect(two.kind).toBe(one.kind)
        if (one.kind === 'index' && two.kind === 'index') expect(two.value).toBeCloseTo(one.value, 9)
      }),
    )
  })
})
