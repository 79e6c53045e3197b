import { intlTag, type Locale } from './locale.ts'

/** What every component needs to write numbers and dates as the reader's language does. */
export interface Formatters {
  readonly locale: Locale
  /** 82.4 → "82,4". `decimals` fixes the number of digits; without it up to two are shown, none padded. */
  number(value: number, decimals?: number): string
  /** 2.4 → "+2,4", −9.6 → "−9,6" (true minus sign), 0 → "0,0". */
  signed(value: number, decimals?: number): string
  /** 0.797 → "79,7%". */
  percent(share: number, decimals?: number): string
  /** "Senin, 23 November 2026". Takes an ISO date or date-time. */
  longDate(iso: string): string
  /** "23 November 2026". */
  date(iso: string): string
  /** "23 Nov 2026", for narrow cells. */
  shortDate(iso: string): string
  /** "10.42" (id), "10:42" (en). */
  time(iso: string): string
  /** "Senin, 23 November 2026, 10.42". */
  dateTime(iso: string): string
  /** 1_153_434 → "1,1 MB". */
  bytes(count: number): string
  /** 192 → "3:12". */
  duration(seconds: number): string
  /** ["a","b","c"] → "a, b, dan c". */
  list(items: readonly string[]): string
  /** Compares two texts in the order of the language. */
  compare(first: string, second: string): number
}

const isBareDate = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso)

/**
 * A moment is written in the agency's zone. A bare date belongs to the calendar, not to a clock: it is read and written as
 * noon of the laptop, so that no zone shifts it.
 */
function dateWriter(tag: string, zone: Zone | null, options: Intl.DateTimeFormatOptions): (iso: string) => string {
  const bare = new Intl.DateTimeFormat(tag, options)
  const zoned = zone === null ? bare : new Intl.DateTimeFormat(tag, { ...options, timeZone: zoneNames[zone] })
  return (iso) => (isBareDate(iso) ? bare.format(new Date(`${iso}T12:00:00`)) : zoned.format(new Date(iso)))
}

function formatBytes(count: number, number: Formatters['number']): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const
  const step = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3))
  return `${number(count / 1000 ** step, step === 0 ? 0 : 1)} ${units[step] ?? 'B'}`
}

function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** The agency's zone as Intl names it; without one, the laptop's. */
export const zoneNames = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const
export type Zone = keyof typeof zoneNames

export function createFormatters(locale: Locale, zone: Zone | null = null): Formatters {
  const tag = intlTag[locale]
  const date = dateWriter(tag, zone, { day: 'numeric', month: 'long', year: 'numeric' })
  const shortDate = dateWriter(tag, zone, { day: 'numeric', month: 'short', year: 'numeric' })
  const weekday = dateWriter(tag, zone, { weekday: 'long' })
  const time = dateWriter(tag, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const conjunction = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' })
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' })
  const numberFormats = new Map<string, Intl.NumberFormat>()

  const number = (value: number, decimals?: number): string => {
    const key = String(decimals)
    const known = numberFormats.get(key)
    const format =
      known ??
      new Intl.NumberFormat(
        tag,
        decimals === undefined
          ? { maximumFractionDigits: 2 }
          : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
      )
    if (known === undefined) numberFormats.set(key, format)
    return format.format(value).replace('-', '−')
  }
  const signed = (value: number, decimals = 1): string => {
    const text = number(Math.abs(value), decimals)
    const isZero = Number(Math.abs(value).toFixed(decimals)) === 0
    if (isZero) return text
    return `${value > 0 ? '+' : '−'}${text}`
  }
  const longDate = (iso: string): string => `${weekday(iso)}, ${date(iso)}`

  return {
    locale,
    number,
    signed,
    percent: (share, decimals = 1) => `${number(share * 100, decimals)}%`,
    longDate,
    date,
    shortDate,
    time,
    dateTime: (iso) => `${longDate(iso)}, ${time(iso)}`,
    bytes: (count) => formatBytes(count, number),
    duration: formatDuration,
    list: (items) => conjunction.format([...items]),
    compare: (first, second) => collator.compare(first, second),
  }
}

/**
 * Reads a number as people of the language type it: "86,0", "1.312", "86.5".
 * A single separator followed by one or two (or four and more) digits is a decimal mark in either language;
 * followed by exactly three digits it is a thousands mark only when it is that language's mark.
 * Not a number → null.
 */
export function parseTypedNumber(text: string, locale: Locale): number | null {
  const cleaned = text
    .trim()
    .replaceAll('−', '-')
    .replaceAll(/[\s\u00a0]/g, '')
  if (!/^[+-]?[\d.,]+$/.test(cleaned) || !/\d/.test(cleaned)) return null
  const [decimalMark, groupMark] = locale === 'id' ? [',', '.'] : ['.', ',']
  const decimals = cleaned.split(decimalMark).length - 1
  const groups = cleaned.split(groupMark).length - 1
  if (decimals > 1) return null
  const onlyForeignMark = decimals === 0 && groups === 1 && !/[.,]\d{3}$/.test(cleaned)
  if (onlyForeignMark) return finite(cleaned.replace(groupMark, '.'))
  if (groups > 0 && !/^[+-]?\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(cleaned)) return null
  return finite(cleaned.replaceAll(groupMark, '').replace(decimalMark, '.'))
}

function finite(text: string): number | null {
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}
