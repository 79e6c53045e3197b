import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RaschFigure, rasch } from '#domain/statistics/rasch/rasch.ts'
import { categoryProbabilities, reachedCategories } from '#domain/statistics/rasch/rating-scale.ts'
import type { RaschRating } from '#domain/statistics/rasch/ratings.ts'
import { oddFigures } from '#tests/support/finite.ts'
import { raschMarks } from '#tests/support/rasch-marks.ts'

const severities = [-1, -0.4, 0, 0.5, 0.9]
const plan = {
  seed: 21,
  severities,
  difficulties: [-0.5, 0, 0.5],
  thresholds: [-1.5, 0, 1.5],
  persons: 120,
  ratersOf: (person: number) => [person % 5, (person + 1 + (person % 3)) % 5],
}
const marks = raschMarks(plan)

function fitted(ratings: readonly RaschRating[], method: 'jmle' | 'mml'): RaschFigure {
  const found = rasch(ratings, method)
  if (found.kind !== 'value') throw new Error(JSON.stringify(found))
  return found
}
const measuresOf = (figure: RaschFigure) => figure.raters.map(({ measure }) => measure ?? Number.NaN)
const closeTo = (found: readonly number[], expected: readonly number[], digits: number) =>
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] ?? Number.NaN, digits)
  })

describe.each(['jmle', 'mml'] as const)('many-facet Rasch by %s', (method) => {
  it('finds the severities the marks were drawn with, within their standard errors', () => {
    const found = fitted(marks, method)
    expect(oddFigures(found)).toEqual([])
    for (const [index, rater] of found.raters.entries()) {
      const distance = Math.abs((rater.measure ?? Number.NaN) - (severities[index] ?? Number.NaN))
      // Joint estimates are stretched by about 6/5 here.
      expect(distance).toBeLessThan(3 * (rater.se ?? 0) + (method === 'jmle' ? 0.25 : 0))
    }
    for (const list of [found.raters, found.items]) {
      expect(list.reduce((sum, { measure }) => sum + (measure ?? 0), 0)).toBeCloseTo(0, 8)
    }
    expect(found.thresholds.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8)
  })

  it('does not depend on the order of marks, on names, or on where scores start', () => {
    const other = marks.toReversed().map((mark) => ({ ...mark, person: `x${mark.person}`, score: 20 * mark.score + 3 }))
    const [first, second] = [fitted(marks, method), fitted(other, method)]
    expect(second.logLik).toBeCloseTo(first.logLik, 7)
    closeTo(measuresOf(second), measuresOf(first), 6)
  })

  it('turns severities over when the scale is turned over', () => {
    const turned = marks.map((mark) => ({ ...mark, score: -mark.score }))
    closeTo(
      measuresOf(fitted(turned, method)),
      measuresOf(fitted(marks, method)).map((value) => -value),
      6,
    )
  })

  it('refuses raters who share no person, and says which belong together', () => {
    const nested = marks.filter(({ person, rater }) => Number(person.slice(1)) % 5 === Number(rater.slice(1)))
    const found = rasch(nested, method)
    expect(found.kind).toBe('unconnected')
    if (found.kind === 'unconnected') expect(found.groups.map(({ to }) => to.length)).toEqual([1, 1, 1, 1, 1])
  })

  it('refuses raters who judged different items', () => {
    const found = rasch(
      marks.filter(({ rater, item }) => Number(rater.slice(1)) < 2 === (item === 'i0')),
      method,
    )
    expect(['confounded', 'unconnected']).toContain(found.kind)
    const crossed = Array.from({ length: 12 }, (_, person) => [
      { person: `p${person}`, rater: 'A', item: 'one', score: 1 + (person % 3) },
      { person: `p${person}`, rater: 'B', item: 'two', score: 1 + ((person * 2) % 3) },
    ]).flat()
    expect(rasch(crossed, method)).toEqual({ kind: 'confounded' })
  })

  it('places a rater who always gives the lowest mark outside the others, marked extreme', () => {
    const strict = marks.flatMap((mark) => (mark.rater === 'r0' ? [{ ...mark, rater: 'strict', score: 1 }] : []))
    const found = fitted([...marks, ...strict], method)
    const placed = found.raters.find(({ name }) => name === 'strict')
    expect(placed).toMatchObject({ extreme: 'lowest', infit: null })
    expect(placed?.measure).toBeGreaterThan(3)
    closeTo(
      measuresOf({ ...found, raters: found.raters.filter(({ name }) => name !== 'strict') }),
      measuresOf(fitted(marks, method)),
      6,
    )
  })

  it('says why there is none', () => {
    expect(rasch([], method)).toEqual({ kind: 'insufficient-data', n: 0, required: 1 })
    const same = marks.map((mark) => ({ ...mark, score: 3 }))
    expect(rasch(same, method)).toEqual({ kind: 'cannot-tell', because: 'no-variation' })
    const figures = marks.map((mark, index) => ({ ...mark, score: mark.score + index / 1000 }))
    expect(rasch(figures, method)).toEqual({ kind: 'cannot-tell', because: 'too-many-categories' })
    expect(() => rasch([{ person: 'p', rater: 'r', item: 'i', score: Number.NaN }], method)).toThrow('E-ARG')
  })

  it('never gives NaN, whatever the marks', () => {
    const name = fc.constantFrom('a', 'b', 'c')
    const mark = fc.record({
      person: fc.constantFrom('1', '2', '3', '4'),
      rater: name,
      item: name,
      score: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (ratings) => {
        expect(oddFigures(rasch(ratings, method))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('settles where raters are linked by few persons', () => {
    const chain = raschMarks({
      ...plan,
      seed: 4,
      severities: Array.from({ length: 12 }, (_, index) => ((index * 7) % 12) / 6 - 1),
      persons: 96,
      ratersOf: (person) => {
        const rater = person % 12
        return person % 4 === 0 && rater < 11
          ? [rater, rater + 1]
          : person < 48 && rater < 11
            ? [rater, rater + 1]
            : [rater]
      },
    })
    const found = fitted(chain, method)
    expect(found.rounds).toBeLessThan(60)
    expect(oddFigures(found)).toEqual([])
  })
})

describe('persons', () => {
  const ceiling = marks.map((mark) => (mark.person === 'p0' ? { ...mark, score: 4 } : mark))

  it('with only highest marks are extreme by JMLE, and have a measure as anyone by MML', () => {
    const [joint, marginal] = (['jmle', 'mml'] as const).map((method) =>
      fitted(ceiling, method).persons.find(({ name }) => name === 'p0'),
    )
    expect(joint).toMatchObject({ extreme: 'highest', infit: null })
    expect(marginal).toMatchObject({ extreme: null })
    expect(joint?.measure).toBeGreaterThan(marginal?.measure ?? 99)
    expect(joint?.fairAverage).toBeLessThan(4)
  })

  it('of the same marks have a higher measure from a stricter rater', () => {
    const extra = ['r0', 'r4'].flatMap((rater) =>
      [2, 3, 2].map((score, item) => ({ person: `by ${rater}`, rater, item: `i${item}`, score })),
    )
    for (const method of ['jmle', 'mml'] as const) {
      const found = fitted([...marks, ...extra], method)
      const of = (name: string) => found.persons.find((person) => person.name === name)?.fairAverage ?? Number.NaN
      expect(of('by r4')).toBeGreaterThan(of('by r0') + 0.3)
    }
  })
})

describe('the rating scale', () => {
  it('gives probabilities that sum to 1, however far out', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2000, max: 2000, noNaN: true }),
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (ahead, thresholds) => {
          const probabilities = new Float64Array(thresholds.length + 1)
          const { expected, variance } = categoryProbabilities(ahead, Float64Array.from(thresholds), probabilities)
          expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10)
          expect(expected).toBeGreaterThanOrEqual(0)
          expect(expected).toBeLessThanOrEqual(thresholds.length + 1e-9)
          const { reached, withCategory } = reachedCategories(probabilities, expected)
          expect(reached.reduce((sum, value) => sum + value, 0)).toBeCloseTo(expected, 8)
          expect(withCategory.reduce((sum, value) => sum + value, 0)).toBeCloseTo(variance, 8)
        },
      ),
    )
  })
})
