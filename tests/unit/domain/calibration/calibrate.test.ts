import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate, modelVersion } from '#domain/calibration/calibrate.ts'
import { type CalibrationInput, canonicalInput, type RatedCase } from '#domain/calibration/calibration-input.ts'
import { type CalibrationOptions, standardOptions } from '#domain/calibration/calibration-options.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { fitLadder } from '#domain/calibration/fit-ladder.ts'
import { aCase, anOffice, brokenFigures } from '#tests/support/rated-cases.ts'

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 6 })
const points = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(0, 80, 80, 100),
)
const index = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(100, 100, 120))

const rating: fc.Arbitrary<Partial<RatedCase>> = fc.record({
  supervisor: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
  unit: maybe(fc.constantFrom('u', 'v')),
  score: maybe(points),
  achievement: maybe(index),
  indicators: fc.array(index, { maxLength: 3 }),
  family: maybe(fc.constantFrom('III', 'IV')),
  marks: fc.oneof(fc.constant([]), fc.array(maybe(points), { minLength: 4, maxLength: 4 })),
  isDeclaredClose: fc.boolean(),
  former: maybe(fc.record({ supervisor: fc.constantFrom('a', 'b'), score: maybe(points), achievement: maybe(index) })),
  groups: fc.oneof(fc.constant({}), fc.record({ sex: fc.constantFrom('F', 'M') })),
  isHigh: maybe(fc.boolean()),
  category: maybe(fc.constantFrom('good', 'poor', 'other')),
})

const ballot = fc.record({ place: fc.nat(50), panelist: fc.constantFrom('p', 'q', 'r'), score: points })

/** Anything an office could hand in, much of it nonsense: from nobody to sixty people, half of them with a panel. */
const inputs: fc.Arbitrary<CalibrationInput> = fc
  .tuple(
    fc.oneof(fc.array(rating, { maxLength: 12 }), fc.array(rating, { minLength: 25, maxLength: 60, size: 'max' })),
    fc.oneof(fc.constant([]), fc.array(ballot, { maxLength: 60, size: 'max' })),
  )
  .map(([ratings, ballots]) => ({
    dimension: 'work-results' as const,
    cases: ratings.map((given, place) => aCase({ ...given, employee: `e${place}` })),
    panel: [...new Map(ballots.map((one) => [`${one.place} ${one.panelist}`, one])).values()].map(
      ({ place, panelist, score }) => ({ employee: `e${place}`, panelist, score }),
    ),
  }))

/** Everything switched on: levels, a pattern, small groups, a small panel allowed. */
const everything: CalibrationOptions = {
  ...standardOptions,
  bands: [50, 70, 90],
  pattern: [
    { category: 'good', share: 0.9 },
    { category: 'poor', share: 0.1 },
  ],
  draws: 200,
  smallestGroup: 3,
  panel: { ...standardOptions.panel, scores: 6, teams: 3 },
}

/** Pairs within a team whose order the proposals turn around. */
function turnedAround(result: CalibrationResult): number {
  const made = result.cases.flatMap(({ supervisor, proposal }) =>
    proposal.kind === 'proposed' ? [{ supervisor, raw: proposal.raw, score: proposal.score }] : [],
  )
  return made.reduce(
    (count, one) =>
      count +
      made.filter((other) => other.supervisor === one.supervisor && other.raw > one.raw && other.score < one.score)
        .length,
    0,
  )
}

// Properties look at hundreds of whole offices; a busy machine takes its time.
describe('calibrate', { timeout: 60_000 }, () => {
  it('answers anything without a figure that is none', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(brokenFigures(calibrate(input, everything))).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  it('meets every rung of the ladder among what it is asked', () => {
    const mains = fc.sample(inputs, { numRuns: 60, seed: 1 }).map((input) => calibrate(input, everything).model.main)
    for (const main of ['A', 'B', 'none'] as const)
      expect(mains.filter((one) => one === main).length).toBeGreaterThan(6)
  })

  it('control: a figure that is none is seen wherever it hides', () => {
    expect(brokenFigures({ cases: [{ sd: Number.NaN }], low: Number.NEGATIVE_INFINITY })).toEqual([
      'result.cases.0.sd = NaN',
      'result.low = -Infinity',
    ])
    expect(brokenFigures({ kind: 'value', points: undefined })).toHaveLength(1)
  })

  it('gives the same bytes whatever the order of the rows', () => {
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (input, chance) => {
        const shuffled = <Row>(rows: readonly Row[]) =>
          rows
            .map((row) => ({ row, key: chance.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ row }) => row)
        const other = { ...input, cases: shuffled(input.cases), panel: shuffled(input.panel) }
        expect(JSON.stringify(calibrate(other, everything))).toBe(JSON.stringify(calibrate(input, everything)))
      }),
      { numRuns: 60 },
    )
  })

  it('control: what is behind it does depend on the order, so sorting is what makes it the same', () => {
    const input = anOffice({ seed: 8, supervisors: 9, size: 5 })
    const turned = { ...input, cases: input.cases.toReversed() }
    const deletion = (given: CalibrationInput) => JSON.stringify(fitLadder(given, standardOptions).deletion)
    expect(deletion(turned)).not.toBe(deletion(input))
    expect(deletion(canonicalInput(turned))).toBe(deletion(canonicalInput(input)))
  })

  it('never turns two people of one team around', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(turnedAround(calibrate(input, everything))).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  it('control: proposals made person by person would turn people around', () => {
    const result = calibrate(anOffice({ seed: 4, supervisors: 10, size: 8, leniencies: [9], panelEvery: 2 }))
    const perPerson = result.cases.map((one) =>
      one.proposal.kind === 'proposed' && one.advice.kind === 'value'
        ? { ...one, proposal: { ...one.proposal, score: one.advice.score } }
        : one,
    )
    expect(turnedAround(result)).toBe(0)
    expect(turnedAround({ ...result, cases: perPerson })).toBeGreaterThan(0)
  })

  it('moves everything alike when everybody gets the same points less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: -20, max: -1 }),
        fc.constantFrom(0, 2),
        (seed, more, panelEvery) => {
          const input = anOffice({ seed, supervisors: 10, size: 8, leniencies: [6, -5], panelEvery })
          const raised = {
            ...input,
            cases: input.cases.map((one) => ({ ...one, score: (one.score ?? 0) + more })),
            panel: input.panel.map((one) => ({ ...one, score: one.score + more })),
          }
          const [before, after] = [calibrate(input), calibrate(raised)]
          expect(after.model.main).toBe(before.model.main)
          for (const [place, { leniency }] of before.supervisors.entries()) {
            const other = after.supervisors[place]?.leniency
            if (leniency.kind !== 'value' || other?.kind !== 'value') throw new Error('not fitted')
            expect(other.estimate).toBeCloseTo(leniency.estimate, 4)
            expect(other.sd).toBeCloseTo(leniency.sd, 4)
          }
          for (const [place, { proposal }] of before.cases.entries()) {
            const other = after.cases[place]?.proposal
            expect(other?.kind).toBe(proposal.kind)
            if (proposal.kind !== 'proposed' || other?.kind !== 'proposed') continue
            expect(other.shift).toBeCloseTo(proposal.shift, 4)
            // Half points may fall to the other side when a figure lies on the edge of rounding.
            expect(Math.abs(other.score - more - proposal.score)).toBeLessThanOrEqual(0.5)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('control: points for one team alone do not move everything alike', () => {
    const input = anOffice({ seed: 9, supervisors: 10, size: 8, leniencies: [3] })
    const cases = input.cases.map((one) => (one.supervisor === 's04' ? { ...one, score: (one.score ?? 0) - 12 } : one))
    const estimates = (given: CalibrationInput) =>
      calibrate(given).supervisors.map(({ leniency }) => (leniency.kind === 'value' ? leniency.estimate : 0))
    const [before, after] = [estimates(input), estimates({ ...input, cases })]
    expect((after[4] ?? 0) - (before[4] ?? 0)).toBeLessThan(-3)
    expect((after[0] ?? 0) - (before[0] ?? 0)).toBeGreaterThan(0.1)
  })

  it('keeps what it was asked with, and is plain data', () => {
    const input = anOffice({ seed: 1, supervisors: 9, size: 6, panelEvery: 1 })
    const result = calibrate(input, everything)
    expect(result).toMatchObject({ modelVersion, dimension: 'work-results', options: everything })
    expect(structuredClone(result)).toEqual(JSON.parse(JSON.stringify(result)))
  })

  it('changes nothing of its input', () => {
    const input = anOffice({ seed: 2, supervisors: 9, size: 6, panelEvery: 2 })
    for (const one of [...input.cases, ...input.panel, input.cases, input.panel, input]) Object.freeze(one)
    expect(() => calibrate(input)).not.toThrow()
  })

  it.each([
    ['the same person twice under one supervisor', { cases: [aCase(), aCase()], panel: [] }],
    ['a score beyond the scale', { cases: [aCase({ score: 101 })], panel: [] }],
    ['a score that is no figure', { cases: [aCase({ score: Number.NaN })], panel: [] }],
    ['an achievement that is no figure', { cases: [aCase({ achievement: Number.POSITIVE_INFINITY })], panel: [] }],
    ['a share of nothing', { cases: [aCase({ share: 0 })], panel: [] }],
    [
      'criteria of different number',
      { cases: [aCase({ marks: [80] }), aCase({ employee: 'e2', marks: [80, 81] })], panel: [] },
    ],
    [
      'two scores of one panelist for one person',
      {
        cases: [aCase()],
        panel: [
          { employee: 'e1', panelist: 'p', score: 70 },
          { employee: 'e1', panelist: 'p', score: 71 },
        ],
      },
    ],
    ['a panel score beyond the scale', { cases: [aCase()], panel: [{ employee: 'e1', panelist: 'p', score: -1 }] }],
  ])('refuses %s', (_, given) => {
    expect(() => calibrate({ dimension: 'work-results', ...given })).toThrow('E-ARG')
  })

  it('control: the same rows without the fault are taken', () => {
    const cases = [aCase({ marks: [80, 81] }), aCase({ employee: 'e2', marks: [70, 71] })]
    const panel = [{ employee: 'e1', panelist: 'p', score: 70 }]
    expect(calibrate({ dimension: 'work-results', cases, panel }).counts.cases).toBe(2)
  })
})
