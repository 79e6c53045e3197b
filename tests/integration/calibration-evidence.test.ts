import { describe, expect, it } from 'vitest'
import { evidenceDocument, isProven } from '#tests/bench/evidence-document.ts'
import { goals, judge, teamSizes } from '#tests/bench/evidence-goals.ts'
import { areaPart, measureOf } from '#tests/bench/evidence-measures.ts'
import { firstSeeds, judgeCell, runCell, runControls } from '#tests/bench/evidence-run.ts'
import { simulateAgency } from '#tests/bench/simulate.ts'

// The short form of `npm run bench:calibration`: one agency per cell, so goals may be missed by two standard errors.
const effort = { seeds: firstSeeds(1), employees: 1500, allowance: 2 }

describe('calibration against agencies whose truth is known', { timeout: 60_000 }, () => {
  it.each(teamSizes)('reaches every goal with teams of %i', (teamSize) => {
    const judged = judgeCell(runCell('base', teamSize, effort), effort.allowance)
    expect(judged).toHaveLength(goals.length)
    expect(judged.filter(({ pass }) => !pass)).toEqual([])
  })

  it('controls: worse methods miss their goals', () => {
    const controls = runControls(effort)
    expect(controls).toHaveLength(3)
    expect(controls.filter(({ failed }) => !failed)).toEqual([])
  })

  it('the naive methods do harm, most where teams truly differ', () => {
    const { measures } = runCell('hetero', 10, effort, { shares: [] })
    expect(measures['z per supervisor']?.value).toBeGreaterThan(1.3)
    expect(measures['forced rank']?.value).toBeGreaterThan(1.3)
    expect(measures['A K1']?.value).toBeLessThan(0.9)
  })
})

describe('the bench itself', () => {
  const scenario = { seed: 7, employees: 600, teamSize: 10, panelShare: 0.1, reliability: 0.7, teamSd: 2.5 }

  it('makes the same agency from the same seed, and another from another', () => {
    expect(simulateAgency(scenario)).toEqual(simulateAgency(scenario))
    expect(simulateAgency({ ...scenario, seed: 8 }).employees[0]).not.toEqual(simulateAgency(scenario).employees[0])
  })

  it('makes agencies as the guide describes them', () => {
    const agency = simulateAgency({ ...scenario, employees: 30_000 })
    const { employees, supervisors, panel } = agency
    const n = employees.length
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0)
    const sd = (values: readonly number[]) => {
      const centre = mean(values)
      return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
    }
    expect(n / supervisors.length).toBeCloseTo(10, 0)
    expect(sd(employees.map(({ truth }) => truth))).toBeCloseTo(Math.sqrt(1.5 ** 2 + 2.5 ** 2 + 6 ** 2), 0)
    expect(sd(supervisors.map(({ leniency }) => leniency))).toBeCloseTo(4, 0)
    expect(mean(supervisors.map(({ halo }) => halo))).toBeCloseTo(4 / 7, 1)
    expect(mean(employees.map(({ isDeclaredClose }) => Number(isDeclaredClose)))).toBeCloseTo(0.072, 2)
    expect(mean(employees.map(({ favour }) => Number(favour > 0)))).toBeCloseTo(0.06, 2)
    expect(panel.length / n).toBeCloseTo(0.2, 2)
    expect(new Set(panel.map(({ employee, panelist }) => `${employee} ${panelist}`)).size).toBe(panel.length)
    // Reliability of achievement is the squared correlation with the truth.
    const [a, t] = [employees.map((one) => one.achievement), employees.map((one) => one.truth)]
    const together = mean(a.map((value, place) => value * (t[place] ?? 0))) - mean(a) * mean(t)
    expect((together / sd(a) / sd(t)) ** 2).toBeCloseTo(0.7, 1)
  })

  it('computes areas as the share of pairs in the right order', () => {
    expect(areaPart([3, 1, 2, 2], [true, false, true, false])).toEqual({ sum: 3.5 / 4, weight: 1 })
    expect(areaPart([1, 2], [true, true])).toEqual({ sum: 0, weight: 0 })
  })

  it('judges by limits, with the room it was given, and never passes what is no figure', () => {
    const [goal] = goals
    if (goal === undefined) throw new Error('no goals')
    const measured = (value: number) => ({ value, se: 0.01, agencies: 20 })
    expect(judge(goal, 5, measured(0.76), 0).pass).toBe(true)
    expect(judge(goal, 5, measured(0.765), 0).pass).toBe(false)
    expect(judge(goal, 5, measured(0.765), 2).pass).toBe(true)
    expect(judge(goal, 5, measured(0.765 + (2 * goal.scatter) / Math.sqrt(20)), 2).pass).toBe(false)
    expect(judge(goal, 5, measured(Number.NaN), 2).pass).toBe(false)
    expect(measureOf([]).value).toBeNaN()
  })

  it('proves nothing when a goal, a control or a time is missed', () => {
    const [goal] = goals
    if (goal === undefined) throw new Error('no goals')
    const judged = [judge(goal, 5, { value: 0.7, se: 0.01, agencies: 2 }, 0)]
    const missed = [judge(goal, 5, { value: 0.9, se: 0.01, agencies: 2 }, 0)]
    const [first, other] = [judged, missed].flat()
    if (first === undefined || other === undefined) throw new Error('nothing judged')
    const evidence = { effort, machine: 'm', ranAt: '2026-01-01', cells: [], judged, timings: [] }
    const controls = [{ what: 'worse', judged: other, failed: true }]
    expect(isProven({ ...evidence, controls })).toBe(true)
    expect(isProven({ ...evidence, judged: missed, controls })).toBe(false)
    expect(isProven({ ...evidence, controls: [{ what: 'worse', judged: first, failed: false }] })).toBe(false)
    const slow = [{ name: 'x', measured: 9, unit: 'ms', atMost: 5, pass: false } as const]
    expect(isProven({ ...evidence, controls, timings: slow })).toBe(false)
    expect(evidenceDocument({ ...evidence, judged: missed, controls })).toContain('**MISSED**')
  })
})
