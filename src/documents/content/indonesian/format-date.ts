import { AppError } from '#domain/app-error.ts'
import { monthNames } from '#domain/rules/period-calendar.ts'
import { spellNumber } from './spell-number.ts'

/** The zone is a setting of the agency, never of the computer. */
export type TimeZone = 'WIB' | 'WITA' | 'WIT'

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * A date in words and figures. Throws `E-RULE-DATE` when `date` is not an existing day written `YYYY-MM-DD`.
 * @example formatDate('2026-11-22') // '22 November 2026'
 */
export function formatDate(date: string): string {
  const { year, month, day } = dateParts(date)
  return `${day} ${monthName(month)} ${year}`
}

/** The day of the week. @example dayName('2026-11-23') // 'Senin' */
export function dayName(date: string): string {
  const { year, month, day } = dateParts(date)
  return DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
}

/** @example formatDayAndDate('2026-11-23') // 'Senin, 23 November 2026' */
export function formatDayAndDate(date: string): string {
  return `${dayName(date)}, ${formatDate(date)}`
}

/** A month written `YYYY-MM`. @example formatMonth('2026-11') // 'November 2026' */
export function formatMonth(month: string): string {
  const parts = dateParts(`${month}-01`)
  return `${monthName(parts.month)} ${parts.year}`
}

/**
 * A span of days; what both ends share is written once. Throws `E-RULE-DATE` when it ends before it begins.
 * @example formatDateSpan('2026-11-08', '2026-11-12') // '8 s.d. 12 November 2026'
 */
export function formatDateSpan(first: string, last: string): string {
  if (first === last) return formatDate(first)
  const start = dateParts(first)
  const end = dateParts(last)
  if (last < first) throw new AppError('E-RULE-DATE', { value: last })
  if (start.year !== end.year) return `${formatDate(first)} s.d. ${formatDate(last)}`
  const from = start.month === end.month ? String(start.day) : `${start.day} ${monthName(start.month)}`
  return `${from} s.d. ${formatDate(last)}`
}

/**
 * A time of day with its zone. Throws `E-RULE-DATE` when `time` is not `HH:MM`.
 * @example formatTime('09:00', 'WIB') // '09.00 WIB'
 */
export function formatTime(time: string, zone: TimeZone): string {
  return `${clockTime(time)} ${zone}`
}

/** @example formatTimeSpan('09:00', '12:30', 'WIB') // '09.00 s.d. 12.30 WIB' */
export function formatTimeSpan(start: string, end: string, zone: TimeZone): string {
  return `${clockTime(start)} s.d. ${formatTime(end, zone)}`
}

/**
 * The first words of a berita acara: day, date in words and figures, time.
 * @example formatOpening('2026-11-23', '09:00', 'WIB')
 * // 'Pada hari ini, Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026), pukul 09.00 WIB'
 */
export function formatOpening(date: string, time: string, zone: TimeZone): string {
  const { year, month, day } = dateParts(date)
  const words = `tanggal ${spellNumber(day)} bulan ${monthName(month)} tahun ${spellNumber(year)}`
  const figures = date.split('-').reverse().join('-')
  return `Pada hari ini, ${dayName(date)}, ${words} (${figures}), pukul ${formatTime(time, zone)}`
}

function dateParts(date: string): DateParts {
  const digits = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const [year = 0, month = 0, day = 0] = (digits ?? []).slice(1).map(Number)
  const moment = new Date(Date.UTC(year, month - 1, day))
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  if (digits === null || year < 1000 || !exists) throw new AppError('E-RULE-DATE', { value: date })
  return { year, month, day }
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? ''
}

function clockTime(time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new AppError('E-RULE-DATE', { value: time })
  return time.replace(':', '.')
}
