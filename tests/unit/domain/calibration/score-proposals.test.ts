import { describe, expect, it } from 'vitest'
import { calibrate } from '#domain/calibration/calibrate.ts'
import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { anOffice } from '#tests/support/rated-cases.ts'

const office = (panelEvery: number, leniencies = [9, -7]): CalibrationInput =>
  anOffice({ seed: 21, supervisors: 15, size: 8, leniencies, panelEvery })

/** 95 % of a standard normal figure lie below: the reach of a 90 % interval. */
const reach = 1.6448536269514722

describe('proposals (K1)', () => {
  it('take out psi times the effect, with the interval of the guide, without a panel', () => {
    const result = calibrate(office(0))
    const [one] = result.cases
    const [first] = result.supervisors
    if (one?.proposal.kind !== 'proposed' || first?.leniency.kind !== 'value') throw new Error('nothing proposed')
    const { proposal } = one
    const fair = proposal.raw - first.leniency.estimate
    expect(proposal.shift).toBeCloseTo(-first.leniency.estimate, 10)
    expect(proposal.score).toBe(Math.round(fair * 2) / 2)
    const sd = Math.sqrt(first.leniency.sd ** 2 + 0.48 * (result.model.residualVariance ?? 0))
    expect(proposal.low).toBeCloseTo(fair - reach * sd, 8)
    expect(proposal.high).toBeCloseTo(fair + reach * sd, 8)
  })

  it('take out the leniency, with the residual variance of supervisors, with a panel', () => {
    const result = calibrate(office(2))
    const [one] = result.cases
    const [first] = result.supervisors
    if (one?.proposal.kind !== 'proposed' || first?.leniency.kind !== 'value') throw new Error('nothing proposed')
    const variance = result.model.panelVariances?.supervisorResidual ?? Number.NaN
    const fair = one.proposal.raw - first.leniency.estimate
    expect(one.proposal.high).toBeCloseTo(Math.min(100, fair + reach * Math.sqrt(first.leniency.sd ** 2 + variance)), 8)
    expect(one.advice.kind).toBe('value')
  })

  it('are half points on the scale, and one shift for the whole team', () => {
    const result = calibrate(office(0))
    for (const { proposal } of result.cases) {
      if (proposal.kind !== 'proposed') continue
      expect(proposal.score * 2).toBe(Math.round(proposal.score * 2))
      for (const figure of [proposal.score, proposal.low, proposal.high]) {
        expect(figure).toBeGreaterThanOrEqual(0)
        expect(figure).toBeLessThanOrEqual(100)
      }
    }
    for (const { supervisor } of result.supervisors) {
      const own = result.cases.filter((one) => one.supervisor === supervisor)
      expect(new Set(own.map(({ proposal }) => (proposal.kind === 'proposed' ? proposal.shift : 0))).size).toBe(1)
    }
  })

  it('move ten points at most, and say so', () => {
    const input = office(2, [25, -25])
    const result = calibrate(input)
    const limited = result.cases.filter(({ proposal }) => proposal.kind === 'proposed' && proposal.isLimited)
    expect(new Set(limited.map(({ supervisor }) => supervisor))).toEqual(new Set(['s00', 's01']))
    for (const { proposal } of limited)
      expect(proposal).toMatchObject({ shift: expect.closeTo(-10 * signOf(proposal), 10) })
    // Control: with more room the same scores move further.
    const free = calibrate(input, { ...standardOptions, mostShift: 50 })
    expect(free.cases.every(({ proposal }) => proposal.kind !== 'proposed' || !proposal.isLimited)).toBe(true)
  })

  it('stay on the scale, and say so', () => {
    const input = office(2, [-18])
    const cases = input.cases.map((one, place) => (place === 3 ? { ...one, score: 99 } : one))
    const result = calibrate({ ...input, cases })
    const [clipped, ...others] = result.cases.filter(
      ({ proposal }) => proposal.kind === 'proposed' && proposal.isClipped,
    )
    expect(clipped?.proposal).toMatchObject({ raw: 99, score: 100, high: 100 })
    expect(others).toEqual([])
  })

  it('leave scores alone where reliability is too low, with the reason', () => {
    const strict = { ...standardOptions, evidence: { ...standardOptions.evidence, reliability: 0.999 } }
    const result = calibrate(office(0), strict)
    for (const one of result.cases)
      expect(one.proposal).toEqual({ kind: 'unchanged', raw: expect.any(Number), because: ['low-reliability'] })
    expect(calibrate(office(0)).cases.every(({ proposal }) => proposal.kind === 'proposed')).toBe(true)
  })
})

const signOf = (proposal: { readonly kind: string }) =>
  'shift' in proposal && typeof proposal.shift === 'number' ? -Math.sign(proposal.shift) : 0

describe('advice (K2)', () => {
  it('is nearer to the panel than the raw score is, for people the panel saw', () => {
    const input = office(1)
    const result = calibrate(input)
    const panel = new Map<string, number[]>()
    for (const { employee, score } of input.panel) panel.set(employee, [...(panel.get(employee) ?? []), score])
    const distances = result.cases.map(({ employee, advice }, place) => {
      const seen = panel.get(employee) ?? []
      const mean = seen.reduce((sum, score) => sum + score / seen.length, 0)
      const raw = input.cases.find((one) => one.employee === employee)?.score ?? 0
      if (advice.kind !== 'value') throw new Error(`no advice at ${place}`)
      expect(advice.low).toBeLessThan(advice.high)
      return [Math.abs(advice.score - mean), Math.abs(raw - mean)] as const
    })
    const sum = (which: 0 | 1) => distances.reduce((all, pair) => all + pair[which], 0)
    expect(sum(0)).toBeLessThan(0.7 * sum(1))
  })

  it('needs a panel', () => {
    const result = calibrate(office(0))
    expect(result.cases[0]?.advice).toEqual({ kind: 'cannot-tell', because: 'needs-panel' })
  })
})
