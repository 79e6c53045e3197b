import { inverse, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { canonicalInput } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { fitLadder } from '#domain/calibration/fit-ladder.ts'
import { advisedVariances, leniencyPrecision, typicalVariances } from '#domain/panel/size-advice.ts'
import type { PanelVariances } from '#domain/statistics/panel-model/fit-panel-model.ts'
import { simulateAgency } from '#tests/bench/simulate.ts'
import { simulatedInput } from '#tests/bench/simulated-input.ts'

const z = 1.6448536269514722

/** The same by the textbook: the whole covariance matrix, every row of it. */
function dense(teams: readonly { size: number; scored: number }[], perDossier: number, v: PanelVariances): number {
  const rows = teams.flatMap(({ size, scored }, team) =>
    Array.from({ length: size }, (_, person) => [
      { team, person: `${team}.${person}`, sup: true },
      ...Array.from({ length: person < scored ? perDossier : 0 }, () => ({
        team,
        person: `${team}.${person}`,
        sup: false,
      })),
    ]).flat(),
  )
  const n = rows.length
  const V = Matrix.zeros(n, n)
  rows.forEach((a, i) => {
    rows.forEach((b, j) => {
      let value = a.team === b.team ? v.team + (a.sup && b.sup ? v.leniency : 0) : 0
      if (a.person === b.person) value += v.employee
      if (i === j) value += a.sup ? v.supervisorResidual : v.panelResidual
      V.set(i, j, value)
    })
  })
  const W = inverse(V)
  const hasPanel = rows.some(({ sup }) => !sup)
  const X = new Matrix(rows.map(({ sup }) => (hasPanel ? [sup ? 1 : 0, sup ? 0 : 1] : [1])))
  const Vb = inverse(X.transpose().mmul(W).mmul(X))
  const errors = teams.map((_, team) => {
    const c = Matrix.columnVector(rows.map((row) => (row.sup && row.team === team ? v.leniency : 0)))
    const u = X.transpose().mmul(W).mmul(c)
    const known = v.leniency - c.transpose().mmul(W).mmul(c).get(0, 0)
    return known + u.transpose().mmul(Vb).mmul(u).get(0, 0)
  })
  return z * Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / teams.length)
}

describe('size advice', () => {
  const v: PanelVariances = { leniency: 16, team: 6, employee: 20, supervisorResidual: 9, panelResidual: 25 }

  it.each([
    [[6, 6, 6, 6], 8, 2],
    [[6, 6, 6, 6], 24, 2],
    [[4, 8, 12], 6, 3],
    [[3, 3], 0, 2],
    [[5, 5, 5], 15, 2],
  ])(
    'is the prediction error variance of the whole matrix: teams %j, %i dossiers, %i each',
    (teams, dossiers, each) => {
      const people = teams.reduce((sum, size) => sum + size, 0)
      const exact = dense(
        teams.map((size) => ({ size, scored: (dossiers * size) / people })),
        each,
        v,
      )
      expect(leniencyPrecision(teams, dossiers, each, v)).toBeCloseTo(exact, 9)
    },
  )

  it('mixes teams with one dossier more and one less where they do not come out even', () => {
    const mixed = leniencyPrecision([6, 6, 6, 6], 10, 2, v)
    const some = dense(
      [
        { size: 6, scored: 3 },
        { size: 6, scored: 3 },
        { size: 6, scored: 2 },
        { size: 6, scored: 2 },
      ],
      2,
      v,
    )
    expect(mixed).toBeCloseTo(some, 9)
  })

  it('gets narrower with every dossier, and is widest without a panel', () => {
    const teams = Array.from({ length: 20 }, () => 12)
    const widths = [0, 10, 20, 24, 40, 80, 160, 240].map((count) =>
      leniencyPrecision(teams, count, 2, typicalVariances),
    )
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(widths.every((width) => width > 0 && width < z * 4)).toBe(true)
  })

  it('comes within a tenth of what Model B then finds in simulated agencies', () => {
    const ratios = [1, 2, 3].map((seed) => {
      const agency = simulateAgency({
        seed,
        employees: 600,
        teamSize: 12,
        panelShare: 0.1,
        reliability: 0.7,
        teamSd: 2.5,
      })
      const ladder = fitLadder(canonicalInput(simulatedInput(agency)), standardOptions)
      if (ladder.modelB === null) throw new Error('no Model B')
      const found = ladder.modelB.teams.map(({ leniencySd }) => leniencySd ** 2)
      const width = z * Math.sqrt(found.reduce((sum, one) => sum + one, 0) / found.length)
      const sizes = new Map<string, number>()
      for (const { supervisor } of agency.employees) sizes.set(supervisor, (sizes.get(supervisor) ?? 0) + 1)
      const dossiers = new Set(agency.panel.map(({ employee }) => employee)).size
      const advised = leniencyPrecision([...sizes.values()], dossiers, 2, ladder.modelB.variance)
      return advised / width
    })
    for (const ratio of ratios) expect(ratio).toBeGreaterThan(0.9)
    for (const ratio of ratios) expect(ratio).toBeLessThan(1.05)
  })

  it('has typical variances that simulated agencies confirm', () => {
    const sums = { leniency: 0, team: 0, employee: 0, supervisorResidual: 0, panelResidual: 0 }
    const seeds = [11, 12, 13, 14]
    for (const seed of seeds) {
      const agency = simulateAgency({
        seed,
        employees: 900,
        teamSize: 12,
        panelShare: 0.3,
        reliability: 0.7,
        teamSd: 2.5,
      })
      const { modelB } = fitLadder(canonicalInput(simulatedInput(agency)), standardOptions)
      if (modelB === null) throw new Error('no Model B')
      for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += modelB.variance[key] / seeds.length
    }
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) {
      expect(Math.sqrt(sums[key]), key).toBeGreaterThan(0.8 * Math.sqrt(typicalVariances[key]))
      expect(Math.sqrt(sums[key]), key).toBeLessThan(1.25 * Math.sqrt(typicalVariances[key]))
    }
  })

  it('takes variances from the panel, else splits those of Model A, else takes typical ones', () => {
    const model = {
      main: 'A' as const,
      refusal: null,
      fallback: null,
      psi: { value: 0.7, source: 'assumed' as const },
      fixed: [],
      logLik: 0,
      supervisorVariance: 10,
      residualVariance: 20,
      panelVariances: null,
      dropped: [],
      warnings: [],
    }
    const split = advisedVariances(model, 0.52)
    expect(split.source).toBe('without-panel')
    expect(split.leniency).toBeCloseTo(7)
    expect(split.team).toBeCloseTo(3)
    expect(split.employee).toBeCloseTo(10.4)
    expect(split.supervisorResidual).toBeCloseTo(9.6)
    expect(advisedVariances({ ...model, panelVariances: v }, 0.52)).toEqual({ ...v, source: 'panel' })
    expect(advisedVariances({ ...model, supervisorVariance: 0 }, 0.52)).toBe(typicalVariances)
    expect(advisedVariances(null, 0.52)).toBe(typicalVariances)
  })

  it('refuses what is no office', () => {
    for (const [teams, dossiers] of [
      [[], 0],
      [[0, 3], 1],
      [[3], 4],
    ] as const)
      expect(() => leniencyPrecision(teams, dossiers, 2, v)).toThrow('E-ARG')
    expect(leniencyPrecision([3, 3], 2, 2, { ...v, leniency: 0 })).toBe(0)
  })
})
