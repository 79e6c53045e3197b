import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiesToDrop, keptDays, keptNewest } from '#domain/backups/rotation.ts'

interface Copy {
  readonly number: number
  readonly takenAt: string
}

const dayOf = (takenAt: string) => takenAt.slice(0, 10)
const hour = 3_600_000
const start = Date.parse('2026-01-01T00:00:00.000Z')

/** Copies as a clock would date them that runs ahead most of the time and is set back now and then. */
const histories = fc.array(fc.integer({ min: -50, max: 40 }), { minLength: 1, maxLength: 120 }).map((steps) => {
  let at = start
  return steps.map((step, index): Copy => {
    at += step * hour
    return { number: index + 1, takenAt: new Date(at).toISOString() }
  })
})

describe('rotation of copies', () => {
  it('keeps everything while there are ten', () => {
    const copies = Array.from({ length: 10 }, (_, index) => ({
      number: index + 1,
      takenAt: '2026-11-22T02:00:00.000Z',
    }))
    expect(copiesToDrop(copies, dayOf)).toEqual([])
  })

  it('keeps of a day with many copies the last ten, and after it the last one of that day', () => {
    const busy = Array.from({ length: 14 }, (_, index) => ({
      number: index + 1,
      takenAt: `2026-11-22T${String(index + 1).padStart(2, '0')}:00:00.000Z`,
    }))
    expect(copiesToDrop(busy, dayOf).map((copy) => copy.number)).toEqual([1, 2, 3, 4])
    const later = Array.from({ length: 10 }, (_, index) => ({
      number: index + 15,
      takenAt: `2026-11-23T${String(index + 1).padStart(2, '0')}:00:00.000Z`,
    }))
    const kept = [...busy, ...later].filter((copy) => !copiesToDrop([...busy, ...later], dayOf).includes(copy))
    expect(kept.map((copy) => copy.number)).toEqual([14, ...later.map((copy) => copy.number)])
  })

  it('does not count days without work: a clock set a year ahead takes nothing away', () => {
    const daily = Array.from({ length: 20 }, (_, index) => ({
      number: index + 1,
      takenAt: new Date(start + index * 24 * hour).toISOString(),
    }))
    const ahead = { number: 21, takenAt: '2027-12-31T00:00:00.000Z' }
    expect(copiesToDrop([...daily, ahead], dayOf)).toEqual([])
  })

  it('never drops the newest ten, keeps the last copy of each of the latest thirty days, and no more than that', () => {
    fc.assert(
      fc.property(histories, (copies) => {
        const dropped = new Set(copiesToDrop(copies, dayOf))
        const kept = copies.filter((copy) => !dropped.has(copy))
        expect(kept.slice(-keptNewest)).toEqual(copies.slice(-keptNewest))
        expect(kept.length).toBeLessThanOrEqual(keptNewest + keptDays)
        const days = [...new Set(copies.toReversed().map((copy) => dayOf(copy.takenAt)))].slice(0, keptDays)
        for (const day of days) {
          const last = copies.findLast((copy) => dayOf(copy.takenAt) === day)
          expect(last && kept.includes(last)).toBe(true)
        }
      }),
    )
  })

  it('leaves the same copies whether it runs after every copy or once at the end of a steady clock', () => {
    const steady = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 100 }).map((steps) => {
      let at = start
      return steps.map((step, index): Copy => {
        at += step * hour
        return { number: index + 1, takenAt: new Date(at).toISOString() }
      })
    })
    fc.assert(
      fc.property(steady, (copies) => {
        let kept: readonly Copy[] = []
        for (const copy of copies) {
          const next = [...kept, copy]
          const dropped = new Set(copiesToDrop(next, dayOf))
          kept = next.filter((one) => !dropped.has(one))
        }
        const atOnce = new Set(copiesToDrop(copies, dayOf))
        expect(kept).toEqual(copies.filter((copy) => !atOnce.has(copy)))
      }),
    )
  })
})
