import { describe, expect, it } from 'vitest'
import { runBesideLme4 } from '#tests/bench/beside-lme4.ts'
import { type FitBesideLme4, isBesideProven } from '#tests/bench/beside-lme4-goals.ts'
import { besideSection, pageWithBeside } from '#tests/bench/beside-lme4-section.ts'
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

/** A fit as quick and as close as it must be, unless told otherwise; lme4 takes `clock` times as long. */
function besideFit({ clock = 25, processor = 25, distance = 1e-9, controlDistance = 3 } = {}): FitBesideLme4 {
  const ours = { clock: 1, processor: 1 }
  const time = { fit: ours, withFormula: ours, lme4: { clock, processor } }
  return { name: 'a', formula: 'y ~ x + (1 | g)', rows: 10_000, logLik: -5, distance, controlDistance, time }
}

describe("beside R's lme4", () => {
  const written = { machine: 'm', ranAt: '2026-01-01' }
  const measured = (...fits: FitBesideLme4[]) => ({ kind: 'measured', versions: 'R 4 with lme4 1', fits }) as const

  it('is skipped with a word where R is missing, and that is no failure', () => {
    const said: string[] = []
    const beside = runBesideLme4((text) => said.push(text), 'no-such-program-as-this')
    expect(beside).toMatchObject({ kind: 'skipped', why: expect.stringContaining('Rscript') })
    expect(said).toEqual([expect.stringMatching(/skipped.*not installed/)])
    expect(isBesideProven(beside)).toBe(true)
    expect(besideSection(beside, written)).toContain(
      'Skipped on 2026-01-01 (m): R (the program Rscript) is not installed',
    )
  })

  it('holds where likelihoods agree and the fit is quick; not else, nor where a wrong fit is not noticed', () => {
    expect(isBesideProven(measured(besideFit()))).toBe(true)
    for (const wrong of [
      { distance: 2e-6 },
      { distance: Number.NaN },
      { clock: 19 },
      { processor: 19 },
      { controlDistance: 1e-7 },
    ])
      expect(isBesideProven(measured(besideFit(), besideFit(wrong))), JSON.stringify(wrong)).toBe(false)
    expect(isBesideProven(measured())).toBe(false)
    const page = besideSection(measured(besideFit({ clock: 19, distance: 1, controlDistance: 0 })), written)
    expect(page.match(/\*\*(MISSED|DID NOT FAIL)\*\*/g)).toHaveLength(3)
  })

  it('writes its section anew and leaves the rest of the page as it is', () => {
    const rest = '# Page\n\n## Goals\n\nkept\n\n## How to read this\n\nkept too\n'
    const first = pageWithBeside(rest, besideSection({ kind: 'skipped', why: 'No R.' }, written))
    const second = pageWithBeside(first, besideSection(measured(besideFit()), written))
    expect(second).not.toContain('No R.')
    expect(second.match(/^## .*$/gm)).toEqual(['## Goals', "## Beside R's lme4", '## How to read this'])
    expect(second).toContain('| `y ~ x + (1 \\| g)` | 10,000 | -5.000000 | 1.0e-9 pass | 3.000 fails |')
    expect(() => pageWithBeside('# Another page', '')).toThrow('How to read this')
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
    const evidence = { effort, machine: 'm', ranAt: '2026-01-01', cells: [], judged, timings: [], beside: null }
    const controls = [{ what: 'worse', judged: other, failed: true }]
    expect(isProven({ ...evidence, controls })).toBe(true)
    expect(isProven({ ...evidence, judged: missed, controls })).toBe(false)
    expect(isProven({ ...evidence, controls: [{ what: 'worse', judged: first, failed: false }] })).toBe(false)
    const slow = [{ name: 'x', measured: 9, unit: 'ms', atMost: 5, pass: false } as const]
    expect(isProven({ ...evidence, controls, timings: slow })).toBe(false)
    expect(evidenceDocument({ ...evidence, judged: missed, controls })).toContain('**MISSED**')
    const slower = { kind: 'measured', versions: 'R', fits: [besideFit({ clock: 19 })] } as const
    expect(isProven({ ...evidence, controls, beside: slower })).toBe(false)
    expect(isProven({ ...evidence, controls, beside: { kind: 'skipped', why: 'No R.' } })).toBe(true)
  })
})
