import type { Period } from '#domain/model/period.ts'
import { monthNames } from '#domain/rules/period-calendar.ts'
import { tidyText } from './table-cell.ts'

/** What a period column says; what it leaves out is null. */
export interface PeriodWords {
  readonly kind: Period['kind']
  readonly ordinal: number
  readonly year: number | null
}

const numerals: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
])

const months = new Map<string, number>([
  ...monthNames.map((name, index): [string, number] => [name.toLowerCase(), index + 1]),
  ['pebruari', 2],
  ['nopember', 11],
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['agt', 8],
  ['ags', 8],
  ['agu', 8],
  ['sep', 9],
  ['sept', 9],
  ['okt', 10],
  ['nov', 11],
  ['des', 12],
])

/**
 * Reads a period as offices write it. The year may be missing ("Triwulan IV-Akhir"), then it is null and the caller asks
 * or takes the period chosen on the screen. Null when the words name no period.
 * @example readPeriodWords('Triwulan IV-Akhir') // { kind: 'quarterly', ordinal: 4, year: null }
 * @example readPeriodWords('September 2026') // { kind: 'monthly', ordinal: 9, year: 2026 }
 */
export function readPeriodWords(text: string): PeriodWords | null {
  const plain = tidyText(text.slice(0, 80)).toLowerCase()
  const year = Number(/\b(20\d\d)\b/.exec(plain)?.[1] ?? Number.NaN)
  const known = Number.isNaN(year) ? null : year
  const quarter = /\b(?:triwulan|tw|trw|q|kuartal)\.?\s*-?\s*(iv|iii|ii|i|[1-4])(?![a-z0-9])/.exec(plain)?.[1]
  if (quarter !== undefined) return { kind: 'quarterly', ordinal: numerals.get(quarter) ?? 0, year: known }
  const iso = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(plain)
  if (iso) return { kind: 'monthly', ordinal: Number(iso[2]), year: Number(iso[1]) }
  for (const word of plain.split(/[^a-z]+/)) {
    const month = months.get(word)
    if (month !== undefined) return { kind: 'monthly', ordinal: month, year: known }
  }
  if (/^(tahun|tahunan|annual)?\s*(20\d\d)?$/.test(plain) && plain !== '')
    return { kind: 'annual', ordinal: 1, year: known }
  return null
}

/** Name of a month, short or long, also in old spelling; 0 when unknown. @example monthOf('Nopember') // 11 */
export function monthOf(word: string): number {
  return months.get(word.toLowerCase()) ?? 0
}
