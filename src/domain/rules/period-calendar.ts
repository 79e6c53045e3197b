import { AppError } from '#domain/app-error.ts'
import type { Period } from '#domain/model/period.ts'

/** Months in the official language, January first: names of periods and dates in documents both read them here. */
export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const
const quarterNumerals = ['I', 'II', 'III', 'IV'] as const

/**
 * Name and span of a periode penilaian. Names are Indonesian, since they stand in official documents.
 * Throws E-RULE-PERIOD for a quarter beyond 4 or a month beyond 12.
 * Source: PermenPANRB 6/2022 art. 24(2)–(3): monthly or quarterly evaluation, and the annual one.
 * @example periodCalendar('quarterly', 2026, 3)
 * // { name: 'Triwulan III 2026', startsOn: '2026-07-01', endsOn: '2026-09-30' }
 */
export function periodCalendar(kind: Period['kind'], year: number, ordinal: number) {
  const months = { annual: 12, quarterly: 3, monthly: 1 }[kind]
  const last = 12 / months
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > last)
    throw new AppError('E-RULE-PERIOD', { value: `${kind} ${ordinal}` })
  const firstMonth = (ordinal - 1) * months + 1
  const lastMonth = firstMonth + months - 1
  return {
    name: periodName(kind, year, ordinal),
    startsOn: `${year}-${two(firstMonth)}-01`,
    endsOn: `${year}-${two(lastMonth)}-${two(daysInMonth(year, lastMonth))}`,
  }
}

function periodName(kind: Period['kind'], year: number, ordinal: number): string {
  if (kind === 'annual') return `Tahun ${year}`
  if (kind === 'quarterly') return `Triwulan ${quarterNumerals[ordinal - 1]} ${year}`
  return `${monthNames[ordinal - 1]} ${year}`
}

/** Days of a month in the Gregorian calendar. @example daysInMonth(2024, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const two = (value: number) => String(value).padStart(2, '0')
