import { daysInMonth } from '#domain/rules/period-calendar.ts'
import { monthOf } from './period-words.ts'
import { cellText, type TableCell, tidyText } from './table-cell.ts'

/** In which order a column of dates with slashes is written; `ambiguous` fits both, `mixed` fits neither throughout. */
export type DateOrder = 'day-first' | 'month-first' | 'ambiguous' | 'mixed'

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?=$|[\sT,])/

/**
 * Decides the order of a column from all its texts: a first figure above 12 proves day first, a second one month first.
 * A column without any slashed date is day first.
 * Source: domain guide 9.2 (day first by default; decide per column; ambiguous or mixed column asks).
 * @example dateOrder(['22/11/2026', '03/04/2026']) // 'day-first'
 * @example dateOrder(['03/04/2026']) // 'ambiguous'
 */
export function dateOrder(texts: readonly string[]): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  let open = 0
  for (const text of texts) {
    const match = slashed.exec(tidyText(text.slice(0, 40)))
    if (match === null) continue
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12) dayFirst += 1
    else if (second > 12) monthFirst += 1
    else if (first !== second) open += 1
  }
  if (dayFirst > 0 && monthFirst > 0) return 'mixed'
  if (dayFirst > 0) return 'day-first'
  if (monthFirst > 0) return 'month-first'
  return open > 0 ? 'ambiguous' : 'day-first'
}

export type DateReading =
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none' }

/**
 * One date of a column: spreadsheet dates, ISO, `22/11/2026` in the column's order, `22 November 2026` with Indonesian
 * month names (also Pebruari, Nopember), five-digit serial numbers, and the day of a form's time stamp.
 * A day that does not exist is refused.
 * @example readDateCell({ kind: 'text', text: '22 Nopember 2026' }, 'day-first') // { kind: 'date', iso: '2026-11-22' }
 */
export function readDateCell(cell: TableCell, order: 'day-first' | 'month-first'): DateReading {
  if (cell.kind === 'date')
    return cell.iso.startsWith('T') ? { kind: 'refused' } : { kind: 'date', iso: cell.iso.slice(0, 10) }
  const text = tidyText(cellText(cell).slice(0, 60))
  if (text === '' || text === '-') return { kind: 'none' }
  const iso = isoOf(text, order)
  return iso === null ? { kind: 'refused' } : { kind: 'date', iso }
}

function isoOf(text: string, order: 'day-first' | 'month-first'): string | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[\sT])/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const match = slashed.exec(text)
  if (match) {
    const year = Number(match[3]) < 100 ? 2000 + Number(match[3]) : Number(match[3])
    const [first, second] = [Number(match[1]), Number(match[2])]
    return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second)
  }
  const named = /^(?:[A-Za-z']+,\s*)?(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s-]+(\d{4})/.exec(text)
  if (named) return dayOf(Number(named[3]), monthOf(named[2] ?? ''), Number(named[1]))
  return /^[2-6]\d{4}$/.test(text) ? dayOfSerial(Number(text)) : null
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Serial 25569 is 1 January 1970; counted in days, without a clock or zone. */
function dayOfSerial(serial: number): string | null {
  let days = serial - 25_569
  let year = 1970
  const length = (y: number) => 337 + daysInMonth(y, 2)
  for (; days < 0; days += length(year)) year -= 1
  for (; days >= length(year); year += 1) days -= length(year)
  let month = 1
  for (; days >= daysInMonth(year, month); month += 1) days -= daysInMonth(year, month)
  return dayOf(year, month, days + 1)
}
