import { describe, expect, it } from 'vitest'
import { achievementReliability } from '#domain/calibration/achievement-reliability.ts'
import { achievementSlopes } from '#domain/calibration/achievement-slopes.ts'
import { calibrate } from '#domain/calibration/calibrate.ts'
import type { RatedCase } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { categoryDistribution } from '#domain/calibration/category-distribution.ts'
import { closenessEffect } from '#domain/calibration/closeness-effect.ts'
import { fitLadder } from '#domain/calibration/fit-ladder.ts'
import { reliabilitySensitivity } from '#domain/calibration/reliability-sensitivity.ts'
import { subgroupFairness } from '#domain/calibration/subgroup-fairness.ts'
import { targetDifficulty } from '#domain/calibration/target-difficulty.ts'
import { aCase, anOffice } from '#tests/support/rated-cases.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

const office = anOffice({ seed: 41, supervisors: 12, size: 20 })
const codes = (cases: readonly RatedCase[], options = standardOptions) =>
  calibrate({ ...office, cases }, options).findings.map(({ code }) => code)

describe('reliability of the achievement index', () => {
  it('is k r / (1 + (k − 1) r) of indicators that share a true part', () => {
    const { normal } = seededFigures(3)
    // Every indicator: a part of the person and an equal part of its own, so r = 0.5 and with four indicators rho = 0.8.
    const rows = Array.from({ length: 4000 }, () => {
      const own = normal()
      return Array.from({ length: 4 }, () => 100 + 5 * (own + normal()))
    })
    const found = achievementReliability(rows, 0.6)
    if (found.kind !== 'computed') throw new Error(found.because)
    expect(found.indicatorCorrelation).toBeCloseTo(0.5, 1)
    expect(found.value).toBeCloseTo(0.8, 1)
    expect(found).toMatchObject({ indicators: 4, people: 4000 })
  })

  it('is assumed where indicators cannot tell it, with the reason', () => {
    expect(achievementReliability([[90, 80]], 0.6)).toEqual({ kind: 'assumed', value: 0.6, because: 'few-people' })
    const equal = Array.from({ length: 20 }, () => [100, 100])
    expect(achievementReliability(equal, 0.6)).toMatchObject({ because: 'no-variation' })
    const opposed = Array.from({ length: 20 }, (_, place) => [100 + place, 100 - place])
    expect(achievementReliability(opposed, 0.6)).toMatchObject({ because: 'no-correlation' })
    expect(codes(office.cases)).toContain('reliability-assumed')
  })

  it('shows leniency for other reliabilities: less reliable, more is explained by real differences', () => {
    const input = anOffice({ seed: 42, supervisors: 20, size: 6, leniencies: [6, -6, 5, -5, 4, -4] })
    const ladder = fitLadder(input, standardOptions)
    const found = reliabilitySensitivity(input.cases, ladder, [0.4, 0.8, 1])
    const figures = found.get('s00')
    const [row] = calibrate(input).supervisors
    if (row?.leniency.kind !== 'value') throw new Error('not fitted')
    expect(figures?.at(-1)?.leniency).toBeCloseTo(row.leniency.estimate, 10)
    expect(row.alternatives.map(({ reliability }) => reliability)).toEqual([0.4, 0.8])
    const away = (place: number) =>
      Math.abs((figures?.[place]?.leniency ?? 0) - (row.leniency.kind === 'value' ? row.leniency.estimate : 0))
    expect(away(0)).toBeGreaterThan(away(1))
  })
})

describe('slope on achievement', () => {
  it('finds the supervisor whose scores do not follow achievement', () => {
    const cases = office.cases.map((one) =>
      one.supervisor === 's04' ? { ...one, score: 70 + (Math.abs(one.achievement ?? 0) % 1) } : one,
    )
    const slopes = achievementSlopes(cases, standardOptions)
    const flat = slopes.get('s04')
    if (flat === undefined) throw new Error('no slope')
    expect(flat.slope).toBeLessThan(flat.usual / 3)
    expect(flat.high).toBeLessThan(0)
    // Control: nobody else is that flat.
    expect([...slopes].filter(([, { slope, usual }]) => slope < usual / 2).map(([name]) => name)).toEqual(['s04'])
  })

  it('is not asked of teams below ten, nor without achievement', () => {
    const nine = office.cases.filter(({ employee }) => Number(employee.slice(-2)) < 9)
    expect(achievementSlopes(nine, standardOptions).size).toBe(0)
    const without = office.cases.map((one) => ({ ...one, achievement: null }))
    expect(achievementSlopes(without, standardOptions).size).toBe(0)
  })
})

describe('closeness', () => {
  const favoured = (points: number) =>
    office.cases.map((one, place) => {
      const isDeclaredClose = place % 5 === 0
      return { ...one, isDeclaredClose, score: Math.min(100, (one.score ?? 0) + (isDeclaredClose ? points : 0)) }
    })

  it('finds what close people get more, for the agency and per supervisor', () => {
    const found = closenessEffect(favoured(6), standardOptions)
    if (found.kind !== 'value') throw new Error(found.kind)
    expect(found.low).toBeLessThan(6)
    expect(found.high).toBeGreaterThan(6)
    expect(found).toMatchObject({ close: 48, people: 240 })
    expect(found.supervisors).toHaveLength(12)
    expect(codes(favoured(6))).toContain('closeness')
    // Control: nobody gets anything for it.
    expect(codes(favoured(0))).not.toContain('closeness')
  })

  it('singles out the supervisor who alone favours', () => {
    const cases = favoured(0).map((one) =>
      one.supervisor === 's03' && one.isDeclaredClose ? { ...one, score: Math.min(100, (one.score ?? 0) + 14) } : one,
    )
    const found = closenessEffect(cases, standardOptions)
    if (found.kind !== 'value') throw new Error(found.kind)
    expect(found.supervisors.filter(({ isFlagged }) => isFlagged).map(({ supervisor }) => supervisor)).toEqual(['s03'])
  })

  it('says nothing of fewer than three close people', () => {
    const two = office.cases.map((one, place) => ({ ...one, isDeclaredClose: place < 2 }))
    expect(closenessEffect(two, standardOptions)).toEqual({ kind: 'insufficient-data', n: 2, required: 3 })
    const all = office.cases.map((one) => ({ ...one, isDeclaredClose: true }))
    expect(closenessEffect(all, standardOptions)).toMatchObject({ kind: 'insufficient-data', n: 0 })
  })
})

describe('fairness', () => {
  const grouped = (gap: number, everyF: number) =>
    office.cases.map((one, place) => {
      const sex = place % everyF === 0 ? 'F' : 'M'
      const score = Math.max(0, (one.score ?? 0) - (sex === 'F' ? gap : 0))
      return { ...one, groups: { sex }, score, isHigh: score > 72, unit: `u${place % 4}` }
    })

  it('shows the gap of points, the four-fifths rule and the same within units', () => {
    const [sex] = subgroupFairness(grouped(5, 3), standardOptions)
    expect(sex).toMatchObject({ attribute: 'sex', reference: 'M' })
    const women = sex?.groups.find(({ group }) => group === 'F')
    if (women?.kind !== 'shown' || women.gap === null) throw new Error('not shown')
    expect(women.gap.low).toBeLessThan(-5)
    expect(women.gap.high).toBeGreaterThan(-5)
    expect(women.impact).toMatchObject({ kind: 'value', comparison: { reference: 'M', flagged: true } })
    expect(women.withinUnits).toMatchObject({ kind: 'value', strata: 4 })
    expect(codes(grouped(5, 3))).toEqual(expect.arrayContaining(['subgroup-gap', 'subgroup-impact']))
    expect(codes(grouped(0, 3))).not.toContain('subgroup-gap')
  })

  it('suppresses groups below ten people: no figure, no number', () => {
    const [sex] = subgroupFairness(grouped(5, 40), standardOptions)
    expect(sex).toEqual({
      attribute: 'sex',
      reference: null,
      groups: [
        { group: 'F', kind: 'suppressed' },
        { group: 'M', kind: 'suppressed' },
      ],
    })
    expect(codes(grouped(30, 40))).not.toContain('subgroup-gap')
    // Control: ten people are shown.
    const ten = subgroupFairness(grouped(5, 24), standardOptions)
    expect(ten[0]?.groups[0]).toMatchObject({ group: 'F', kind: 'shown', people: 10 })
  })

  it('never changes a score', () => {
    const plain = calibrate(office)
    const asked = calibrate({
      ...office,
      cases: office.cases.map((one, k) => ({ ...one, groups: { sex: `${k % 2}` } })),
    })
    expect(asked.cases).toEqual(plain.cases)
  })
})

describe('targets', () => {
  it('finds the supervisor whose people nearly all stand at the cap', () => {
    const cases = office.cases.map((one, place) =>
      one.supervisor === 's05' || place % 10 === 0 ? { ...one, achievement: 120 } : one,
    )
    const soft = targetDifficulty(cases, standardOptions).filter(({ comparison }) => comparison?.isSoft === true)
    expect(soft.map(({ supervisor }) => supervisor)).toEqual(['s05'])
    expect(soft[0]).toMatchObject({ people: 20, atCap: 20, comparison: { share: 1 } })
    expect(codes(cases)).toContain('soft-targets')
    expect(codes(office.cases)).not.toContain('soft-targets')
  })

  it('is Fisher’s test in the direction of more', () => {
    // 3 of 5 here, 1 of 5 elsewhere: (C(4,3) C(6,2) + C(4,4) C(6,1)) / C(10,5) = 66/252.
    const cases = ['a', 'b'].flatMap((supervisor, team) =>
      Array.from({ length: 5 }, (_, place) =>
        aCase({ supervisor, employee: `${place}`, achievement: place < (team === 0 ? 3 : 1) ? 120 : 90 }),
      ),
    )
    const [first, second] = targetDifficulty(cases, standardOptions)
    expect(first?.comparison?.p).toBeCloseTo(66 / 252, 12)
    expect(second?.comparison?.p).toBeCloseTo(246 / 252, 12)
  })

  it('compares no team of fewer than five', () => {
    const [one] = targetDifficulty([aCase(), ...office.cases], standardOptions)
    expect(one).toMatchObject({ supervisor: 's00', comparison: { share: 0 } })
    expect(targetDifficulty([aCase({ achievement: 120 })], standardOptions)[0]?.comparison).toBeNull()
  })
})

describe('inflation', () => {
  it('is measured against the panel, and only hinted at without one', () => {
    const withPanel = calibrate(anOffice({ seed: 43, supervisors: 15, size: 8, panelEvery: 2 }))
    // Supervisors start from 72; panelists from 70, 71, 72 and 73.
    if (withPanel.inflation.kind !== 'against-panel') throw new Error(withPanel.inflation.kind)
    expect(withPanel.inflation.low).toBeLessThan(0.5)
    expect(withPanel.inflation.high).toBeGreaterThan(0.5)
    const bands = calibrate(office, { ...standardOptions, bands: [60, 70] })
    expect(bands.inflation).toMatchObject({ kind: 'against-targets', people: 240 })
    expect(calibrate(office).inflation).toEqual({ kind: 'cannot-tell', because: 'no-levels' })
  })

  it('cannot be told from the severity of a single panelist', () => {
    const input = anOffice({ seed: 44, supervisors: 15, size: 8, panelEvery: 1 })
    const single = { ...input, panel: input.panel.filter(({ panelist }) => panelist === 'p0') }
    const result = calibrate(single)
    expect(result.model).toMatchObject({ main: 'A', fallback: { kind: 'one-panelist', scores: single.panel.length } })
    expect(result.inflation).toEqual({ kind: 'cannot-tell', because: 'one-panelist' })
  })
})

describe('distribution', () => {
  const pattern = [
    { category: 'poor', share: 0.1 },
    { category: 'good', share: 0.6 },
    { category: 'very-good', share: 0.3 },
  ]
  const given = office.cases.map((one, place) => ({ ...one, category: place % 5 === 0 ? 'very-good' : 'good' }))

  it('is compared with the guide, in steps and against chance, the same for the same seed', () => {
    const options = { ...standardOptions, pattern, draws: 500 }
    const found = categoryDistribution(given, options)
    expect(found?.counts.map(({ count }) => count)).toEqual([0, 192, 48])
    expect(found).toMatchObject({ without: 0, fit: { kind: 'value', n: 240 }, distance: { kind: 'value' } })
    expect(categoryDistribution(given, options)).toEqual(found)
  })

  it('is left out without a guide, and counts people without a category', () => {
    expect(categoryDistribution(given, standardOptions)).toBeNull()
    expect(categoryDistribution(office.cases, { ...standardOptions, pattern })?.without).toBe(240)
  })
})
