import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '#domain/calibration/calibrate.ts'
import {
  type CalibrationChoices,
  inputUnder,
  optionsUnder,
  orderedChoices,
  standardChoices,
} from '#domain/calibration/calibration-choices.ts'
import { compareResults } from '#domain/calibration/compare-results.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { anOffice } from '#tests/support/rated-cases.ts'

const office = anOffice({ seed: 4, supervisors: 12, size: 8, leniencies: [7, -6, 4], panelEvery: 3 })
const resultUnder = (choices: CalibrationChoices) =>
  calibrate(inputUnder(choices, office), optionsUnder(choices, defaultScoringPolicy, office.dimension))
const standard = resultUnder(standardChoices)

const choices = fc
  .record({
    psi: fc.double({ min: 0, max: 1, noNaN: true }),
    flagPoints: fc.double({ min: 0.5, max: 20, noNaN: true }),
    mostShift: fc.double({ min: 0, max: 30, noNaN: true }),
    achievementCap: fc.constant(null),
    usesPanel: fc.boolean(),
    leftOut: fc.subarray(['s00', 's03', 's07'], { maxLength: 2 }),
  })
  .map((one) => orderedChoices(one as unknown as CalibrationChoices))

describe('comparing two calibrations', () => {
  it('finds nothing between a result and itself', () => {
    const { supervisors, cases, changed, before, after } = compareResults(standard, resultUnder(standardChoices))
    expect([supervisors, cases, changed]).toEqual([[], [], { proposals: 0, levels: 0, flags: 0 }])
    expect(before).toEqual(after)
  })

  it('keeps the order inside every team whatever is chosen, and says of every difference what it was', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const other = resultUnder(chosen)
        const there = compareResults(standard, other)
        const back = compareResults(other, standard)
        expect(there.orderKept).toBe(true)
        expect(there.changed).toEqual(back.changed)
        expect(there.cases.length).toBe(there.changed.proposals)
        for (const one of there.cases) expect(one.before).not.toBe(one.after)
        const gone = there.supervisors.filter(({ after }) => after === null).map(({ supervisor }) => supervisor)
        expect(gone.toSorted()).toEqual(chosen.leftOut)
      }),
      { numRuns: 25 },
    )
  })

  it('lists those whose level changes first', () => {
    const { cases, changed } = compareResults(standard, resultUnder({ ...standardChoices, usesPanel: false, psi: 0 }))
    const isLevel = cases.map((one) => one.levelBefore !== one.levelAfter)
    expect(changed.levels).toBeGreaterThan(0)
    expect(isLevel).toEqual([...isLevel].sort((a, b) => Number(b) - Number(a)))
  })

  it('control: an order that was turned round is seen', () => {
    const [first] = standard.cases
    const cases = standard.cases.map((one) =>
      one.supervisor === first?.supervisor && one.proposal.kind === 'proposed'
        ? { ...one, proposal: { ...one.proposal, score: 100 - one.proposal.raw } }
        : one,
    )
    expect(compareResults(standard, { ...standard, cases }).orderKept).toBe(false)
  })
})

describe('what was chosen', () => {
  it('leaves out the people of a supervisor with the panel’s scores of them', () => {
    const without = inputUnder({ ...standardChoices, leftOut: ['s00' as never] }, office)
    expect(without.cases.some(({ supervisor }) => supervisor === 's00')).toBe(false)
    expect(without.panel.some(({ employee }) => employee.startsWith('e00'))).toBe(false)
    expect(without.panel.length).toBeGreaterThan(0)
    expect(inputUnder(standardChoices, office)).toBe(office)
    expect(inputUnder({ ...standardChoices, usesPanel: false }, office)).toEqual({ ...office, panel: [] })
  })

  it('stands in the options of both dimensions, each with its own levels', () => {
    const given = { ...standardChoices, psi: 0.4, flagPoints: 5, mostShift: 4, achievementCap: 150 }
    for (const dimension of ['work-results', 'behaviour'] as const)
      expect(optionsUnder(given, defaultScoringPolicy, dimension)).toMatchObject({
        psi: { value: 0.4, source: 'assumed' },
        flag: { points: 5 },
        mostShift: 4,
        achievementCap: 150,
        bands: dimension === 'behaviour' ? [60, 85] : [76, 91],
      })
    expect(optionsUnder(standardChoices, defaultScoringPolicy, 'behaviour').achievementCap).toBe(120)
  })
})
