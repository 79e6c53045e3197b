import { describe, expect, it } from 'vitest'
import { canonicalInput } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { fitLadder } from '#domain/calibration/fit-ladder.ts'
import { supervisorLeniency } from '#domain/calibration/supervisor-leniency.ts'
import { usablePanel } from '#domain/calibration/usable-panel.ts'
import { aCase, anOffice } from '#tests/support/rated-cases.ts'

const office = (panelEvery: number, leniencies = [9, -7]) =>
  canonicalInput(anOffice({ seed: 21, supervisors: 15, size: 8, leniencies, panelEvery }))

describe('usable panel', () => {
  it('asks for thirty scores in ten teams', () => {
    const input = office(2)
    expect(usablePanel(input, standardOptions)).toMatchObject({ refusal: null, panelists: 4, unknown: 0 })
    const firstTeams = new Set(input.cases.slice(0, 9 * 8).map(({ employee }) => employee))
    const nine = { ...input, panel: input.panel.filter(({ employee }) => firstTeams.has(employee)) }
    expect(usablePanel(nine, standardOptions).refusal).toMatchObject({ kind: 'panel-too-small', teams: 9 })
    const most = { ...input, panel: input.panel.slice(0, 29) }
    expect(usablePanel(most, standardOptions).refusal).toMatchObject({ kind: 'panel-too-small', scores: 29 })
    expect(usablePanel({ ...input, panel: [] }, standardOptions).refusal).toEqual({ kind: 'no-panel' })
  })

  it('leaves out people who are not rated, and counts them', () => {
    const input = office(2)
    const stranger = { employee: 'stranger', panelist: 'p0', score: 70 }
    const panel = usablePanel({ ...input, panel: [...input.panel, stranger] }, standardOptions)
    expect(panel.unknown).toBe(1)
    expect(panel.scores).toHaveLength(input.panel.length)
  })

  it('leaves out a panelist who shares no dossier with the others, and names him', () => {
    const input = office(2)
    const free = input.cases.filter(({ employee }) => !input.panel.some((one) => one.employee === employee)).slice(0, 3)
    const alone = free.map(({ employee }) => ({ employee, panelist: 'loner', score: 75 }))
    const panel = usablePanel({ ...input, panel: [...input.panel, ...alone] }, standardOptions)
    expect(panel).toMatchObject({ refusal: null, unconnected: ['loner'] })
    expect(panel.scores.some(({ panelist }) => panelist === 'loner')).toBe(false)
  })

  it('refuses a panel in groups of which none suffices by itself', () => {
    const input = office(1)
    // Every panelist keeps to dossiers of his own: four groups.
    const apart = input.cases
      .slice(0, 100)
      .map(({ employee }, place) => ({ employee, panelist: `p${place % 4}`, score: 70 + (place % 9) }))
    expect(usablePanel({ ...input, panel: apart }, standardOptions).refusal).toEqual({
      kind: 'panel-unconnected',
      groups: 4,
    })
  })

  it('holds a person with two supervisors against the one with the larger share', () => {
    const cases = [aCase({ supervisor: 'a', share: 0.3 }), aCase({ supervisor: 'b', share: 0.7 })]
    const panel = [{ employee: 'e1', panelist: 'p', score: 70 }]
    const found = usablePanel({ dimension: 'work-results', cases, panel }, standardOptions)
    expect(found.scores[0]?.supervisor).toBe('b')
  })
})

describe('ladder', () => {
  it('takes Model A without a panel, with psi as assumed', () => {
    const ladder = fitLadder(office(0), standardOptions)
    expect(ladder).toMatchObject({ main: 'A', modelB: null, fallback: { kind: 'no-panel' } })
    expect(ladder.psi).toEqual({ value: 0.7, source: 'assumed' })
    const earlier = { ...standardOptions, psi: { value: 0.55, source: 'earlier-panel' as const } }
    expect(fitLadder(office(0), earlier).psi).toEqual({ value: 0.55, source: 'earlier-panel' })
  })

  it('takes Model B with a panel, and psi from it', () => {
    const ladder = fitLadder(office(2), standardOptions)
    if (ladder.modelB === null) throw new Error('no Model B')
    const { leniency, team } = ladder.modelB.variance
    expect(ladder).toMatchObject({ main: 'B', fallback: null })
    expect(ladder.psi).toEqual({ value: leniency / (leniency + team), source: 'panel' })
    expect(ladder.modelA.kind).toBe('fitted')
  })

  it('says why a panel model is refused', () => {
    // Every panel score equals the supervisor's: the rows are no evidence of their own, but connected and many.
    const cases = office(2).cases.map((one) => ({ ...one, score: 80 }))
    const ladder = fitLadder(
      { ...office(2), cases, panel: office(2).panel.map((one) => ({ ...one, score: 80 })) },
      standardOptions,
    )
    expect(ladder).toMatchObject({ main: 'none', fallback: { kind: 'panel-model-refused', because: 'all-equal' } })
  })
})

describe('leniency', () => {
  it('finds the lenient and the severe supervisor, with and without a panel', () => {
    for (const panelEvery of [0, 2]) {
      const input = office(panelEvery, [12, -12])
      const rows = supervisorLeniency(input.cases, fitLadder(input, standardOptions), standardOptions)
      expect(rows[0]?.flag?.direction).toBe('lenient')
      expect(rows[1]?.flag?.direction).toBe('severe')
      expect(rows.slice(2).filter(({ flag }) => flag !== null).length).toBeLessThanOrEqual(1)
      expect(rows.every(({ quality }) => (quality === null) === (panelEvery === 0))).toBe(true)
    }
  })

  it('splits the effect by psi, with the wider interval (guide 2.3)', () => {
    const input = office(0)
    const ladder = fitLadder(input, standardOptions)
    if (ladder.modelA.kind !== 'fitted') throw new Error('not fitted')
    const [whole] = ladder.modelA.supervisors
    const variance = ladder.modelA.supervisorVariance
    const [row] = supervisorLeniency(input.cases, ladder, standardOptions)
    if (whole === undefined || row?.leniency.kind !== 'value') throw new Error('not fitted')
    expect(row.leniency.estimate).toBeCloseTo(0.7 * whole.estimate, 10)
    expect(row.leniency.sd ** 2).toBeCloseTo(0.49 * whole.predictionSd ** 2 + 0.21 * variance, 10)
    expect(row.leniency.reliability).toBeCloseTo(1 - whole.predictionSd ** 2 / variance, 10)
  })

  it('flags by either route only beyond its thresholds', () => {
    const input = office(2, [9])
    const ladder = fitLadder(input, standardOptions)
    const flagged = (flag: Partial<typeof standardOptions.flag>) =>
      supervisorLeniency(input.cases, ladder, {
        ...standardOptions,
        flag: { ...standardOptions.flag, ...flag },
      })[0]?.flag?.routes
    expect(flagged({})).toEqual(['q', 'probability'])
    expect(flagged({ points: 99 })).toEqual(['probability'])
    expect(flagged({ probablePoints: 99 })).toEqual(['q'])
    expect(flagged({ q: 0, probability: 1.1 })).toBeUndefined()
  })

  it('corrects for having looked at many supervisors', () => {
    const input = office(0)
    const rows = supervisorLeniency(input.cases, fitLadder(input, standardOptions), standardOptions)
    const tests = rows.flatMap(({ leniency }) => (leniency.kind === 'value' && leniency.test ? [leniency.test] : []))
    expect(tests).toHaveLength(15)
    expect(tests.every(({ p, q }) => q >= p && q <= 1)).toBe(true)
    expect(tests.some(({ p, q }) => q > p)).toBe(true)
  })
})
