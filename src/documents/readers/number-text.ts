import { formatValue, isDateFormat } from 'hucre'

/** Longer format codes than this do not exist in spreadsheet programs. */
const LONGEST_FORMAT = 255
const MILLISECONDS_PER_DAY = 86_400_000
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465
/** German writes figures as Indonesian does (decimal comma, thousands dot), and is a locale the formatter knows. */
const COMMA_LOCALE = 'de-DE'

const ENGLISH_TO_INDONESIAN: ReadonlyMap<string, string> = new Map([
  ['January', 'Januari'],
  ['February', 'Februari'],
  ['March', 'Maret'],
  ['May', 'Mei'],
  ['June', 'Juni'],
  ['July', 'Juli'],
  ['August', 'Agustus'],
  ['October', 'Oktober'],
  ['December', 'Desember'],
  ['Aug', 'Agu'],
  ['Oct', 'Okt'],
  ['Dec', 'Des'],
  ['Monday', 'Senin'],
  ['Tuesday', 'Selasa'],
  ['Wednesday', 'Rabu'],
  ['Thursday', 'Kamis'],
  ['Friday', 'Jumat'],
  ['Saturday', 'Sabtu'],
  ['Sunday', 'Minggu'],
  ['Mon', 'Sen'],
  ['Tue', 'Sel'],
  ['Wed', 'Rab'],
  ['Thu', 'Kam'],
  ['Fri', 'Jum'],
  ['Sat', 'Sab'],
  ['Sun', 'Min'],
])

/** How a number format reads: a plain number, or a date, and if so whether it only counts hours (`[h]:mm`). */
export type NumberKind = 'number' | 'date'

export function numberKind(format: string): NumberKind {
  if (format.length > LONGEST_FORMAT || /\[(h+|m+|s+)\]/i.test(format)) return 'number'
  return isDateFormat(format) ? 'date' : 'number'
}

/**
 * A number as an Indonesian spreadsheet shows it. `stored` is the text in the file: whole numbers beyond 15 digits keep
 * the digits that stand there.
 */
export function showNumber(value: number, format: string, stored: string): string {
  if (Math.abs(value) >= 1e15) return /^-?\d+$/.test(stored) ? stored : showHuge(value)
  if (format === 'General' || format === '@' || format.length > LONGEST_FORMAT) return showGeneral(value)
  if (format === '0' && Number.isInteger(value)) return String(value)
  try {
    return formatValue(value, format, { locale: COMMA_LOCALE })
  } catch {
    return showGeneral(value)
  }
}

/** Fifteen digits and zeros after them, as a spreadsheet shows a number it has cut. */
function showHuge(value: number): string {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  if (Number(exponent) > 20) return String(value).replace('.', ',')
  const digits = mantissa.replace('.', '').padEnd(Number(exponent) + 1, '0')
  return value < 0 ? `-${digits}` : digits
}

/** Fifteen significant digits, as spreadsheets show them: 0.1 + 0.2 is 0,3. */
function showGeneral(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return String(Number(value.toPrecision(15))).replace('.', ',')
}

/** A date cell as text, with Indonesian names of days and months. */
export function showDate(serial: number, format: string, epoch1904: boolean): string {
  try {
    const shown = formatValue(serial, format, { is1904: epoch1904 })
    return shown.replace(/[A-Z][a-z]{2,8}/g, (word) => ENGLISH_TO_INDONESIAN.get(word) ?? word)
  } catch {
    return showGeneral(serial)
  }
}

/**
 * The day and time behind a serial number: `YYYY-MM-DD`, with `THH:MM:SS` when there is a time, or the time alone for a
 * number below one. `null` when no such day exists (negative, beyond 9999, or 29 February 1900, which spreadsheets
 * invented).
 */
export function serialToIso(serial: number, epoch1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return null
  const day = Math.floor(serial)
  const seconds = Math.round((serial - day) * 86_400)
  if (day === 0 && !epoch1904) return seconds < 86_400 ? timeOf(seconds) : null
  if (day === 60 && !epoch1904) return null
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const moment = new Date(epoch + day * MILLISECONDS_PER_DAY + seconds * 1000)
  const iso = moment.toISOString()
  return seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(10, 19)
}
