import { readPeriodWords } from '#domain/import/period-words.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import { periodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { namedOption } from './findings.ts'
import { type Planning, placeIn, type RowRef, textOf } from './planning.ts'

/**
 * The period a row belongs to: its own column, or the one chosen on the screen. A period whose words leave the year out
 * is the chosen one when that fits. Otherwise one question per wording; null while it is open.
 */
export function periodOfRow(planning: Planning, ref: RowRef): PeriodId | null {
  const text = textOf(ref, 'period')
  if (text === '') return planning.period.id
  const known = planning.memory.periodOf.get(text)
  const found = known ?? fitting(planning, text)
  if (found !== null) {
    planning.memory.periodOf.set(text, found)
    return found
  }
  const options = planning.periods.map((period) => namedOption(period.id, period.name))
  // Words without a year in a workspace of one period can hardly mean another one: proposed, and shown.
  const suggested =
    planning.periods.length === 1 && (readPeriodWords(text)?.year ?? null) === null ? planning.period.id : null
  const place = placeIn(ref, 'period')
  const answer = planning.findings.ask(`period:${text}`, place, 'period-unknown', { text }, options, suggested)
  return answer === null ? null : periodId.parse(answer)
}

function fitting(planning: Planning, text: string): PeriodId | null {
  const words = readPeriodWords(text)
  const byName = planning.periods.find((period) => period.name.toLowerCase() === text.toLowerCase())
  if (byName) return byName.id
  if (words === null) return null
  const candidates = planning.periods.filter((period) => fits(period, words))
  if (candidates.some((period) => period.id === planning.period.id)) return planning.period.id
  // "Triwulan IV-Akhir" heads the evaluation at the end of the year, quarterly or annual.
  const closing = words.kind === 'quarterly' && words.ordinal === 4 && /akhir/i.test(text)
  if (closing && planning.period.kind === 'annual' && (words.year ?? planning.period.year) === planning.period.year) {
    return planning.period.id
  }
  return words.year !== null && candidates.length === 1 ? (candidates[0]?.id ?? null) : null
}

const fits = (period: Period, words: { kind: Period['kind']; ordinal: number; year: number | null }) =>
  period.kind === words.kind && period.ordinal === words.ordinal && (words.year === null || words.year === period.year)
