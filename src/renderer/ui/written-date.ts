import { daysInMonth } from '#domain/rules/period-calendar.ts'

/** @example writtenDate('2026-11-27') // '27/11/2026' */
export const writtenDate = (iso: string): string => iso.split('-').toReversed().join('/')

/** The day somebody typed, or null when it is none. @example isoDateOf('7/2/2026') // '2026-02-07' */
export function isoDateOf(text: string): string | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  const [day, month, year] = (found ?? []).slice(1).map(Number)
  if (day === undefined || month === undefined || year === undefined) return null
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
