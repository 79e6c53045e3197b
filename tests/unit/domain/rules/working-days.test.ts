import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  isWorkingDay,
  plainCalendar,
  type WorkingCalendar,
  workingDaysBetween,
} from '#domain/rules/working-days.ts'

const withHolidays = (...days: string[]): WorkingCalendar => ({ ...plainCalendar, holidays: new Set(days) })
const sixDays: WorkingCalendar = { ...plainCalendar, week: 'monday-saturday' }

describe('working days', () => {
  it.each([
    ['2027-01-04', 14, plainCalendar, '2027-01-22'],
    ['2027-01-04', 14, withHolidays('2027-01-05'), '2027-01-25'],
    ['2027-01-02', 14, plainCalendar, '2027-01-21'],
    ['2027-01-29', 30, plainCalendar, '2027-03-12'],
    ['2027-01-29', 30, withHolidays('2027-02-08', '2027-02-09'), '2027-03-16'],
    ['2027-01-29', 9, plainCalendar, '2027-02-11'],
    ['2027-02-11', 14, plainCalendar, '2027-03-03'],
    ['2027-03-03', 7, plainCalendar, '2027-03-12'],
    ['2027-01-04', 14, sixDays, '2027-01-20'],
    ['2027-01-04', 0, plainCalendar, '2027-01-04'],
    ['2024-02-28', 2, plainCalendar, '2024-03-01'],
    ['2026-12-31', 1, plainCalendar, '2027-01-01'],
  ])('from %s, %i days', (start, days, calendar, end) => {
    expect(addWorkingDays(start, days, calendar)).toBe(end)
    expect(workingDaysBetween(start, end, calendar)).toBe(days)
  })

  it('knows the week of the agency', () => {
    const week = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04']
    expect(week.map((date) => isWorkingDay(date, plainCalendar))).toEqual([true, false, false, true])
    expect(week.map((date) => isWorkingDay(date, sixDays))).toEqual([true, true, false, true])
    expect(isWorkingDay('2027-01-01', withHolidays('2027-01-01'))).toBe(false)
  })

  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-1-1', 'kemarin', ''])('refuses the date %j', (date) => {
    expect(() => addWorkingDays(date, 1, plainCalendar)).toThrow('E-RULE-DATE')
    expect(() => workingDaysBetween('2027-01-01', date, plainCalendar)).toThrow('E-RULE-DATE')
  })

  it.each([-1, 1.5, Number.NaN, 1e9])('refuses a term of %d days', (days) => {
    expect(() => addWorkingDays('2027-01-04', days, plainCalendar)).toThrow('E-ARG')
  })

  const day = fc
    .integer({ min: 0, max: 3000 })
    .map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10))
  const calendar = fc.record({
    week: fc.constantFrom('monday-friday' as const, 'monday-saturday' as const),
    holidays: fc.array(day, { maxLength: 40 }).map((days) => new Set(days)),
  })
  const term = fc.integer({ min: 1, max: 60 })

  it('ends on a working day after exactly so many of them', () => {
    fc.assert(
      fc.property(day, term, calendar, (start, days, rules) => {
        const end = addWorkingDays(start, days, rules)
        expect(isWorkingDay(end, rules)).toBe(true)
        expect(end > start).toBe(true)
        expect(workingDaysBetween(start, end, rules)).toBe(days)
        expect(workingDaysBetween(end, start, rules) <= 0).toBe(true)
      }),
    )
  })

  it('gives the same day in two steps as in one, and never an earlier one with one more holiday', () => {
    fc.assert(
      fc.property(day, term, term, calendar, day, (start, first, second, rules, extra) => {
        const whole = addWorkingDays(start, first + second, rules)
        expect(addWorkingDays(addWorkingDays(start, first, rules), second, rules)).toBe(whole)
        const more = { ...rules, holidays: new Set([...rules.holidays, extra]) }
        expect(addWorkingDays(start, first + second, more) >= whole).toBe(true)
      }),
    )
  })
})
