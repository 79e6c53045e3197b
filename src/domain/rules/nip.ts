import { daysInMonth } from './period-calendar.ts'

/** Why a number cannot be taken: the row waits until it is corrected, or confirmed with a reason. */
export const nipRefusals = ['digits-lost', 'not-digits', 'wrong-length', 'birth-date', 'sex-digit'] as const
export type NipRefusal = (typeof nipRefusals)[number]

/**
 * What is worth knowing about a number that was taken. `cleaned`: signs or spaces were removed. `old-number`: nine
 * digits, no parts can be read. `kind-unknown`: places 13–14 are neither a month nor 21. `serial-zero`, `age-at-appointment`
 * (below 18 or above 60) and `appointed-in-future`: implausible, but the office may know better.
 */
export const nipNotes = [
  'cleaned',
  'old-number',
  'kind-unknown',
  'serial-zero',
  'age-at-appointment',
  'appointed-in-future',
] as const
export type NipNote = (typeof nipNotes)[number]

/** Cleaning is worth an information; every other note is a warning. @example nipNoteSeverity('cleaned') // 'info' */
export const nipNoteSeverity = (note: NipNote): 'info' | 'warning' => (note === 'cleaned' ? 'info' : 'warning')

/** What the 18 digits say about a person. */
export interface NipParts {
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  readonly appointedYear: number
  /** 1–12; null for PPPK and for an unknown kind, whose places 13–14 are no month. */
  readonly appointedMonth: number | null
  readonly sex: 'male' | 'female'
  /** Three digits, from 001. */
  readonly serial: string
}

export type NipReading =
  | {
      readonly kind: 'pns' | 'pppk' | 'unknown'
      readonly nip: string
      readonly parts: NipParts
      readonly notes: readonly NipNote[]
    }
  | { readonly kind: 'old'; readonly nip: string; readonly parts: null; readonly notes: readonly NipNote[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly reason: NipRefusal; readonly proposal: string | null }

const signs = /[\s\u00a0\u00ad\u180e\u200b-\u200f\u2060\ufeff.\u2010-\u2015\u2212-]/g
const leadingQuote = /^[\s\u00a0\u200b-\u200f\u2060\ufeff]*['`\u2018\u2019\u02bc\u00b4]/
const scientific = /^\d+(?:[.,]\d+)?e[+-]?\d+$/i
const asDecimal = /^\d{16,}[.,]0+$/
const earliestBirthYear = 1900

/**
 * Reads a NIP (PNS) or NI PPPK. It is text of 18 digits without a check digit: birth date, year and month of appointment
 * (PPPK: year and the code 21), sex, serial. An apostrophe in front, white space, dots and hyphens are taken off, which is
 * noted. Nothing else is changed: letters that look like digits give a proposal, never a silent repair.
 * `numeric`: the cell held a number, so 16 and more digits have already lost some. `today`: `YYYY-MM-DD`.
 * `empty` for nothing or a dash; whether that is allowed depends on the person (a rater outside the civil service).
 * Source: domain guide 3.1 (secondary pages; part-time PPPK codes are unknown). Never throws, for any text.
 * @example readNip("'19960818 202204 1 001", { numeric: false, today: '2026-11-22' })
 * // { kind: 'pns', nip: '199608182022041001', parts: { birthDate: '1996-08-18', … }, notes: ['cleaned'] }
 */
export function readNip(raw: string, options: { readonly numeric: boolean; readonly today: string }): NipReading {
  const bare = raw.replace(leadingQuote, '')
  const text = bare.replace(signs, '')
  if (text === '') return { kind: 'empty' }
  if (hasLostDigits(bare.trim(), options.numeric)) return refusal('digits-lost')
  if (!/^\d+$/.test(text)) return { kind: 'refused', reason: 'not-digits', proposal: proposalFor(bare, options.today) }
  return readDigits(text, options.today, text !== raw)
}

function hasLostDigits(text: string, numeric: boolean): boolean {
  if (scientific.test(text) || asDecimal.test(text)) return true
  return numeric && text.replace(/\D/g, '').length >= 16
}

/** Look-alikes put right (O → 0; l, I, | → 1) and a label "NIP" taken off, when what comes out reads as 18 good digits. */
function proposalFor(text: string, today: string): string | null {
  const digits = text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(signs, '')
    .replace(/^nip(?:pppk)?:?/i, '')
    .replace(/[oO]/g, '0')
    .replace(/[lI|]/g, '1')
  if (!/^\d{18}$/.test(digits)) return null
  return readDigits(digits, today, true).kind === 'refused' ? null : digits
}

function readDigits(nip: string, today: string, cleaned: boolean): NipReading {
  const notes: NipNote[] = cleaned ? ['cleaned'] : []
  if (nip.length === 9) return { kind: 'old', nip, parts: null, notes: [...notes, 'old-number'] }
  if (nip.length !== 18) return refusal('wrong-length')
  const birthDate = birthDateOf(nip, today)
  if (birthDate === null) return refusal('birth-date')
  const sex = nip[14] === '1' ? 'male' : nip[14] === '2' ? 'female' : null
  if (sex === null) return refusal('sex-digit')
  const code = Number(nip.slice(12, 14))
  const month = code >= 1 && code <= 12 ? code : null
  const kind = month !== null ? 'pns' : code === 21 ? 'pppk' : 'unknown'
  const parts: NipParts = {
    birthDate,
    appointedYear: Number(nip.slice(8, 12)),
    appointedMonth: month,
    sex,
    serial: nip.slice(15),
  }
  if (kind === 'unknown') notes.push('kind-unknown')
  return { kind, nip, parts, notes: [...notes, ...implausible(parts, today)] }
}

function birthDateOf(nip: string, today: string): string | null {
  const [year, month, day] = [Number(nip.slice(0, 4)), Number(nip.slice(4, 6)), Number(nip.slice(6, 8))]
  if (year < earliestBirthYear || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const date = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  return date > today ? null : date
}

/** An appointment is known to the month or to the year, so each limit is tested with the day that favours the person. */
function implausible(parts: NipParts, today: string): NipNote[] {
  const { appointedYear: year, appointedMonth: month } = parts
  const firstDay = `${String(year).padStart(4, '0')}-${String(month ?? 1).padStart(2, '0')}-01`
  const lastMonth = month ?? 12
  const lastDay = `${firstDay.slice(0, 4)}-${String(lastMonth).padStart(2, '0')}-${daysInMonth(year, lastMonth)}`
  const tooYoung = ageOn(parts.birthDate, lastDay) < 18
  const tooOld = ageOn(parts.birthDate, firstDay) > 60
  return [
    ...(parts.serial === '000' ? ['serial-zero' as const] : []),
    ...(tooYoung || tooOld ? ['age-at-appointment' as const] : []),
    ...(firstDay > today ? ['appointed-in-future' as const] : []),
  ]
}

/** Whole years between two ISO dates; negative when the second is earlier. */
function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const refusal = (reason: NipRefusal): NipReading => ({ kind: 'refused', reason, proposal: null })

/** What the columns of a staff list say about a person; null where the list says nothing. */
export interface ColumnClaims {
  readonly status: 'pns' | 'pppk' | 'external' | 'unknown' | null
  readonly sex: 'male' | 'female' | null
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null
}

export type NipContradiction = 'status' | 'sex' | 'birth-date'

/**
 * Where the number and the columns of the same row disagree. A warning: both are kept, a person decides.
 * A number of unknown kind contradicts no status; an old nine-digit number belongs to a PNS and says nothing else.
 * Source: domain guide 3.1.
 * @example nipContradictions(readNip('199608182022041001', …), { status: 'pppk', sex: 'male', birthDate: null }) // ['status']
 */
export function nipContradictions(reading: NipReading, columns: ColumnClaims): readonly NipContradiction[] {
  if (reading.kind === 'empty' || reading.kind === 'refused') return []
  const byNip = reading.kind === 'old' ? 'pns' : reading.kind
  const claimed = columns.status === 'unknown' ? null : columns.status
  const status = byNip !== 'unknown' && claimed !== null && claimed !== byNip
  const { parts } = reading
  return [
    ...(status ? ['status' as const] : []),
    ...(parts && columns.sex !== null && columns.sex !== parts.sex ? ['sex' as const] : []),
    ...(parts && columns.birthDate !== null && columns.birthDate !== parts.birthDate ? ['birth-date' as const] : []),
  ]
}
