import { describe, expect, it } from 'vitest'
import type { SupervisorRow } from '#contract/supervisors.ts'
import { sorted, type sortings } from '#renderer/screens/supervisors/sorting.ts'

const row = (name: string, mean: number | null, gap: number | null, people: number) =>
  ({
    name,
    people,
    score: mean === null ? { kind: 'too-few', n: 2, required: 3 } : { kind: 'told', mean, deviation: 100 - mean },
    difference: { score: null, achievement: null, scoreOverAchievement: gap },
  }) as SupervisorRow

const rows = [row('Citra', 80, 1, 5), row('Ani', 90, -2, 7), row('Budi', null, null, 2), row('Dedi', 85, 4, 6)]
const names = (sorting: (typeof sortings)[number]) =>
  sorted(rows, sorting, (a, b) => a.localeCompare(b)).map((each) => each.name)

describe('order of the supervisors', () => {
  it('goes from the highest figure down, and puts who has none at the end', () => {
    expect(names('mean')).toEqual(['Ani', 'Dedi', 'Citra', 'Budi'])
    expect(names('gap')).toEqual(['Dedi', 'Citra', 'Ani', 'Budi'])
    expect(names('deviation')).toEqual(['Citra', 'Dedi', 'Ani', 'Budi'])
    expect(names('people')).toEqual(['Ani', 'Dedi', 'Citra', 'Budi'])
  })

  it('goes by the alphabet when asked for names', () => {
    expect(names('name')).toEqual(['Ani', 'Budi', 'Citra', 'Dedi'])
  })
})
