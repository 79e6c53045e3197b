import { describe, expect, it } from 'vitest'
import { daysInMonth, periodCalendar } from '#domain/rules/period-calendar.ts'

describe('periods', () => {
  it.each([
    ['annual', 2026, 1, 'Tahun 2026', '2026-01-01', '2026-12-31'],
    ['quarterly', 2026, 1, 'Triwulan I 2026', '2026-01-01', '2026-03-31'],
    ['quarterly', 2026, 4, 'Triwulan IV 2026', '2026-10-01', '2026-12-31'],
    ['monthly', 2024, 2, 'Februari 2024', '2024-02-01', '2024-02-29'],
    ['monthly', 2026, 2, 'Februari 2026', '2026-02-01', '2026-02-28'],
    ['monthly', 2026, 11, 'November 2026', '2026-11-01', '2026-11-30'],
  ] as const)('%s %i %i', (kind, year, ordinal, name, startsOn, endsOn) => {
    expect(periodCalendar(kind, year, ordinal)).toEqual({ name, startsOn, endsOn })
  })

  it.each([
    ['annual', 2],
    ['quarterly', 0],
    ['quarterly', 5],
    ['monthly', 13],
    ['monthly', 1.5],
    ['quarterly', Number.NaN],
  ] as const)('refuses %s %d', (kind, ordinal) => {
    expect(() => periodCalendar(kind, 2026, ordinal)).toThrow('E-RULE-PERIOD')
  })

  it('knows leap years by the rule of 4, 100 and 400', () => {
    expect([2023, 2024, 2100, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
    expect(Array.from({ length: 12 }, (_, month) => daysInMonth(2026, month + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ])
  })
})
