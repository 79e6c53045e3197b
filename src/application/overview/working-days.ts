import type { Agency } from '#domain/model/agency.ts'

const day = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)

const isWorkingDay = (instant: number, week: Agency['workingWeek']) => {
  const weekday = new Date(instant).getUTCDay()
  return weekday !== 0 && (weekday !== 6 || week === 'monday-saturday')
}

/** The last of so many working days after a day. @example addWorkingDays('2027-01-04', 14, 'monday-friday') // '2027-01-22' */
export function addWorkingDays(date: string, count: number, week: Agency['workingWeek']): string {
  let instant = at(date)
  for (let left = count; left > 0; ) {
    instant += day
    if (isWorkingDay(instant, week)) left -= 1
  }
  return new Date(instant).toISOString().slice(0, 10)
}

/** Working days after the first day up to and including the last. */
export function workingDaysBetween(from: string, to: string, week: Agency['workingWeek']): number {
  let count = 0
  for (let instant = at(from) + day; instant <= at(to); instant += day) if (isWorkingDay(instant, week)) count += 1
  return count
}
