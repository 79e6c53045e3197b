import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  effectEvidence,
  leniencyShare,
  predictionInterval,
  probabilityBeyond,
  twoSidedP,
} from '#domain/statistics/effect-evidence.ts'
import type { MixedInput } from '#domain/statistics/mixed-model/model-input.ts'
import { fitModelA, type ModelA, modelColumns, type RatedPerson } from '#domain/statistics/model-a.ts'
import { fitOrdinary } from '#domain/statistics/ordinary-regression.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

/** An agency in which the supervisors' leniency is known: `s0` gives eight points too many. */
function agencyOf(seed: number, supervisors = 12, size = 8): readonly RatedPerson[] {
  const { normal } = seededFigures(seed)
  return Array.from({ length: supervisors }, (_, j) => {
    const leniency = j === 0 ? 8 : normal()
    return Array.from({ length: size }, (): RatedPerson => {
      const achievement = 100 + 8 * normal()
      const score = 80 + 0.4 * (achievement - 100) + leniency + 3 * normal()
      return { supervisor: `s${j}`, score, achievement, family: j % 2 === 0 ? 'III' : 'IV' }
    })
  }).flat()
}

function fitted(people: readonly RatedPerson[], extras?: readonly string[]): ModelA {
  const fit = fitModelA(people, extras)
  if (fit.kind !== 'fitted') throw new Error(fit.because)
  return fit
}

describe('Model A', () => {
  it('splits achievement into team and person, and keeps the terms apart', () => {
    const columns = modelColumns(
      [
        { supervisor: 'a', score: 80, achievement: 90, family: null },
        { supervisor: 'a', score: 81, achievement: 110, family: null },
        { supervisor: 'b', score: 82, achievement: 130, family: null },
        { supervisor: 'b', score: 83, achievement: null, family: null },
      ],
      [],
    )
    expect(columns.names).toEqual(['(Intercept)', 'ach_within', 'ach_team', 'has_achievement'])
    // Grand mean 110; team means 100 and 130; the person without an index counts as average in the team.
    expect([...columns.values]).toEqual([1, -10, -10, 1, 1, 10, -10, 1, 1, 0, 20, 1, 1, 0, 20, 0])
  })

  it('finds the lenient supervisor', () => {
    const fit = fitted(agencyOf(4, 20, 12))
    const highest = fit.supervisors.toSorted((a, b) => b.estimate - a.estimate)[0]
    expect(highest?.supervisor).toBe('s0')
    expect(highest?.estimate).toBeGreaterThan(3)
    expect(highest?.reliability).toBeGreaterThan(0.5)
  })

  it('leaves out people without a score, counts them, and keeps everybody at their place', () => {
    const people = agencyOf(7).map((person, i) => (i === 3 ? { ...person, score: null } : person))
    const fit = fitted(people)
    expect([fit.nobs, fit.withoutScore, fit.deletion.length]).toEqual([people.length - 1, 1, people.length])
    expect(fit.deletion[3]).toBeNull()
    expect(fit.deletion[4]).not.toBeNull()
  })

  it('works without any achievement index, and with half of them', () => {
    const none = fitted(agencyOf(8).map((person) => ({ ...person, achievement: null })))
    expect(none.fixed.map((one) => one.term)).toEqual(['(Intercept)', 'family IV'])
    const half = fitted(agencyOf(8).map((person, i) => (i % 2 === 0 ? { ...person, achievement: null } : person)))
    expect(half.fixed.map((one) => one.term)).toContain('has_achievement')
    expect(half.supervisors.map((one) => one.achievementMissing)).toEqual(half.supervisors.map(() => 0.5))
  })

  it('answers one more question when asked: a column of its own', () => {
    const people = agencyOf(9).map((person, i) => ({
      ...person,
      score: (person.score ?? 0) + (i % 7 === 0 ? 5 : 0),
      extras: [i % 7 === 0 ? 1 : 0],
    }))
    const closeness = fitted(people, ['close']).fixed.find((one) => one.term === 'close')
    expect(Math.abs((closeness?.estimate ?? 0) - 5)).toBeLessThan(3 * (closeness?.se ?? 0))
  })

  it('cannot tell with one supervisor; ordinary residuals remain', () => {
    const people = agencyOf(3, 1, 12)
    const refused = fitModelA(people)
    expect(refused.kind === 'cannot-tell' ? [refused.because, refused.subject] : null).toEqual([
      'one-group',
      'supervisor',
    ])
    const plain = fitOrdinary(
      Float64Array.from(people, (one) => one.score ?? 0),
      modelColumns(people, []),
    )
    if (plain.kind !== 'fitted') throw new Error(plain.because)
    expect(plain.dropped).toEqual(['ach_team'])
    expect(plain.deletion.filter((one) => one !== null)).toHaveLength(12)
  })

  it('a person alone in a team is shrunk hard and still has a residual', () => {
    const people = [...agencyOf(5), { supervisor: 'alone', score: 95, achievement: 100, family: 'III' }]
    const alone = fitted(people).supervisors.find((one) => one.supervisor === 'alone')
    const full = fitted(people).supervisors.find((one) => one.supervisor === 's1')
    expect(alone?.n).toBe(1)
    expect(alone?.reliability ?? 1).toBeLessThan(full?.reliability ?? 0)
  })

  it('a supervisor who differs by chance only: no variance, no division by it', () => {
    const scores = [70, 75, 80, 85, 90]
    const people = ['a', 'b', 'c', 'd'].flatMap((supervisor) =>
      scores.map((score): RatedPerson => ({ supervisor, score, achievement: null, family: null })),
    )
    const fit = fitted(people)
    expect(fit.supervisorVariance).toBe(0)
    expect(fit.supervisors.map((one) => [one.estimate, one.predictionSd, one.reliability])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(fit.warnings).toEqual(['singular', 'few-groups'])
  })
})

describe('ordinary least squares', () => {
  // numpy on the same five points: solve(X'X, X'y), residual variance with divisor n − 2, residual / (1 − leverage).
  it('gives the line, its errors and the deletion residuals of numpy', () => {
    const values = Float64Array.from([1, 2, 3, 4, 5].flatMap((value) => [1, value]))
    const fit = fitOrdinary(Float64Array.of(1.1, 1.9, 3.2, 3.9, 5.3), { names: ['(Intercept)', 'x'], rows: 5, values })
    if (fit.kind !== 'fitted') throw new Error(fit.because)
    expect(fit.fixed.map((one) => one.estimate)).toEqual([expect.closeTo(-0.04, 12), expect.closeTo(1.04, 12)])
    expect(fit.fixed.map((one) => one.se)).toEqual([expect.closeTo(0.20264912, 8), expect.closeTo(0.06110101, 8)])
    expect(fit.residualVariance).toBeCloseTo(0.03733333333333338, 12)
    const residuals = [0.25, -0.2, 0.15, -0.31428571, 0.35]
    expect(fit.deletion.map((one) => one?.residual)).toEqual(residuals.map((value) => expect.closeTo(value, 8)))
  })
})

describe('evidence for an effect', () => {
  it('is none where groups do not differ', () => {
    expect(effectEvidence({ estimate: 0, sd: 0, variance: 0 })).toEqual({ kind: 'no-difference' })
    expect(effectEvidence({ estimate: 0, sd: 2, variance: 4 })).toEqual({ kind: 'no-difference' })
  })

  it('has the figures of the normal distribution', () => {
    expect(twoSidedP(1.959963984540054)).toBeCloseTo(0.05, 12)
    expect(probabilityBeyond(-5, 2, 1)).toBeCloseTo(0.9772498680518208, 12)
    expect([probabilityBeyond(3, 0, 2), probabilityBeyond(1, 0, 2)]).toEqual([1, 0])
    expect(predictionInterval(0, 1, 0.9).high).toBeCloseTo(1.6448536269514722, 10)
  })

  it('shares an effect between leniency and quality as the guide says', () => {
    expect(leniencyShare({ estimate: 5, sd: 1, variance: 9 }, 0.7)).toEqual({
      estimate: 3.5,
      sd: Math.sqrt(0.49 + 0.21 * 9),
      variance: 6.3,
    })
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: -1, max: 2, noNaN: true }),
        (estimate, reliability, variance, psi) => {
          const effect = { estimate, sd: Math.sqrt((1 - reliability) * variance), variance }
          const share = leniencyShare(effect, psi)
          expect(Number.isFinite(share.sd)).toBe(true)
          // Knowing only the sum, leniency is never surer than its own share of the sum.
          expect(share.sd).toBeGreaterThanOrEqual(Math.min(1, Math.max(0, psi)) * effect.sd - 1e-12)
          expect(share.sd ** 2).toBeLessThanOrEqual(share.variance + 1e-9)
        },
      ),
    )
  })
})

describe('the inputs of a model', () => {
  it('are left as they are', () => {
    const people = Object.freeze(agencyOf(2).map((person) => Object.freeze(person)))
    const before = JSON.stringify(people)
    fitted(people)
    expect(JSON.stringify(people)).toBe(before)
    const input: Pick<MixedInput, 'response'> = { response: Float64Array.of(1, 2, 3, 5) }
    fitOrdinary(input.response, { names: ['(Intercept)'], rows: 4, values: Float64Array.of(1, 1, 1, 1) })
    expect([...input.response]).toEqual([1, 2, 3, 5])
  })
})
