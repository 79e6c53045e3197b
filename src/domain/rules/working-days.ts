import { AppError } from '#domain/app-error.ts'
import { daysInMonth } from './period-calendar.ts'

/** Which days are worked: the agency's week, and the days it lists as free (national, cuti bersama, local). */
export interface WorkingCalendar {
  readonly week: 'monday-friday' | 'monday-saturday'
  /** `YYYY-MM-DD` */
  readonly holidays: ReadonlySet<string>
}

/** Ten years of days: far beyond any term, and short enough to count. */
const longestTerm = 3660

/** Mon–Fri without any listed holiday; an agency fills in its own list. */
export const plainCalendar: WorkingCalendar = { week: 'monday-friday', holidays: new Set() }

/**
 * Whether people work on a date. "Hari kerja" is not defined in PermenPANRB 6/2022; the week and the list are the
 * agency's own (house convention, domain guide section 7). Throws E-RULE-DATE for a date that does not exist.
 * @example isWorkingDay('2027-01-02', plainCalendar) // false: a Saturday
 */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return isWorkingNumber(dayNumber(date), date, calendar)
}

/**
 * The last working day of a term: day 1 is the first working day after the starting event, and the term ends with the end
 * of that day in the agency's time zone. Zero days give the start itself.
 * Shapes: ISO dates; a whole number of days, 0 to 3660. Throws E-RULE-DATE for a date that does not exist, E-ARG for
 * another number of days.
 * Source: house convention, domain guide section 7.
 * @example addWorkingDays('2027-01-04', 14, plainCalendar) // '2027-01-22'
 */
export function addWorkingDays(start: string, days: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(days) || days < 0 || days > longestTerm) throw new AppError('E-ARG')
  let number = dayNumber(start)
  let date = start
  for (let left = days; left > 0; ) {
    number += 1
    date = dateOf(number)
    if (isWorkingNumber(number, date, calendar)) left -= 1
  }
  return date
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier, counted the same way round.
 * @example workingDaysBetween('2027-01-04', '2027-01-22', plainCalendar) // 14
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (last < first) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let number = first + 1; number <= last; number += 1) {
    if (isWorkingNumber(number, dateOf(number), calendar)) count += 1
  }
  return count
}

function isWorkingNumber(number: number, date: string, calendar: WorkingCalendar): boolean {
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7
  const free = weekday === 0 || (weekday === 6 && calendar.week === 'monday-friday')
  return !free && !calendar.holidays.has(date)
}

/** Days since 1 January 1970 in the Gregorian calendar. */
function dayNumber(date: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  const [year, month, day] = [Number(found?.[1]), Number(found?.[2]), Number(found?.[3])]
  const exists = found !== null && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!exists) throw new AppError('E-RULE-DATE', { value: date.slice(0, 40) })
  return Date.UTC(year, month - 1, day) / 86_400_000
}

const dateOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10)
