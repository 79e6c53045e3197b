import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCycles, raterAfterMove, raterOfRecord, refuseCycles } from '#domain/rules/supervision.ts'

const quarter = { startsOn: '2026-07-01', endsOn: '2026-09-30' }
const span = (supervisorId: string, fromDate: string | null, toDate: string | null) => ({
  supervisorId: supervisorId as never,
  fromDate,
  toDate,
})

describe('rater of record', () => {
  it.each([
    ['the only one', [span('a', null, null)], 'a'],
    ['the later one', [span('a', null, '2026-08-31'), span('b', '2026-09-01', null)], 'b'],
    ['the one who stays when another helps out', [span('a', null, null), span('b', '2026-08-01', '2026-08-31')], 'a'],
    ['of two to the end the later start', [span('a', null, null), span('b', '2026-09-01', null)], 'b'],
    ['an end on the last day is the end', [span('b', '2026-09-01', '2026-09-30'), span('a', null, null)], 'b'],
  ])('is %s, in any order', (_, records, expected) => {
    expect(raterOfRecord(records, quarter)?.supervisorId).toBe(expected)
    expect(raterOfRecord(records.toReversed(), quarter)?.supervisorId).toBe(expected)
  })

  it('is nobody when nobody supervises', () => expect(raterOfRecord([], quarter)).toBeUndefined())
})

describe('who rates after a move', () => {
  const window = { windowStartsOn: '2026-09-21', windowEndsOn: '2026-10-16' }

  it.each([
    ['2026-08-25', 'successor'],
    ['2026-09-20', 'successor'],
    ['2026-09-21', 'former'],
    ['2026-09-25', 'former'],
    ['2026-10-16', 'former'],
    ['2026-10-17', 'successor'],
  ] as const)('a rater who moves on %s leaves it to the %s', (day, expected) => {
    expect(raterAfterMove('supervisor', day, window)).toBe(expected)
  })

  it('is the successor whenever the employee moves or the rater is gone for good', () => {
    for (const moved of ['employee', 'gone'] as const)
      for (const day of ['2026-08-25', '2026-09-25'])
        for (const known of [window, { windowStartsOn: null, windowEndsOn: null }])
          expect(raterAfterMove(moved, day, known)).toBe('successor')
  })

  it('is not known without a window, and a window without an end stays open', () => {
    expect(raterAfterMove('supervisor', '2026-09-25', { ...window, windowStartsOn: null })).toBe('window-unknown')
    expect(raterAfterMove('supervisor', '2027-09-25', { ...window, windowEndsOn: null })).toBe('former')
  })
})

/** Follows the chain of each person as many steps as there are people, and keeps those who come back to themselves. */
function peopleInCircles(raters: ReadonlyMap<string, string>): Set<string> {
  const inCircle = new Set<string>()
  for (const start of raters.keys()) {
    let person = raters.get(start)
    for (let step = 0; step <= raters.size && person !== undefined; step += 1) {
      if (person === start) inCircle.add(start)
      person = raters.get(person)
    }
  }
  return inCircle
}

describe('circles of supervision', () => {
  it.each([
    [
      'a chain',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [],
    ],
    ['oneself', [['a', 'a']], [['a']]],
    [
      'a pair',
      [
        ['b', 'a'],
        ['a', 'b'],
        ['c', 'a'],
      ],
      [['a', 'b']],
    ],
    [
      'two circles',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['x', 'y'],
        ['y', 'z'],
        ['z', 'x'],
        ['q', 'x'],
      ],
      [
        ['a', 'b'],
        ['x', 'y', 'z'],
      ],
    ],
  ] as [string, [string, string][], string[][]][])('%s', (_, pairs, circles) => {
    expect(findCycles(pairs)).toEqual(circles)
  })

  it('finds exactly the people brute force finds, each circle once, in order of supervision', () => {
    const person = fc.integer({ min: 0, max: 11 }).map((n) => `p${n}`)
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(person, person), { selector: ([id]) => id, maxLength: 12 }), (pairs) => {
        const circles = findCycles(pairs)
        const raters = new Map(pairs)
        const listed = circles.flat()
        expect(new Set(listed)).toEqual(peopleInCircles(raters))
        expect(new Set(listed).size).toBe(listed.length)
        for (const circle of circles) {
          expect(circle.map((id) => raters.get(id))).toEqual([...circle.slice(1), circle[0]])
          expect(circle[0]).toBe(circle.toSorted()[0])
        }
        const byStart = (list: readonly (readonly string[])[]) => list.map((circle) => circle.join()).toSorted()
        expect(byStart(findCycles(pairs.toReversed()))).toEqual(byStart(circles))
      }),
      { numRuns: 500 },
    )
  })

  it('visits a chain of 100,000 people once', () => {
    const pairs = Array.from({ length: 100_000 }, (_, index): [string, string] => [`p${index}`, `p${index + 1}`])
    expect(findCycles(pairs)).toEqual([])
    expect(findCycles([...pairs, ['p100000', 'p0']])).toHaveLength(1)
  })

  it('refuses a circle by the names in it, and rating oneself by its own code', () => {
    const nameOf = (id: string) => id.toUpperCase()
    expect(() =>
      refuseCycles(
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        nameOf,
      ),
    ).toThrow(/E-RULE-CYCLE.*A → B/)
    expect(() => refuseCycles([['a', 'a']], nameOf)).toThrow('E-RULE-SELF')
    expect(() => refuseCycles([['a', 'b']], nameOf)).not.toThrow()
  })
})
