import { AppError } from '#domain/app-error.ts'
import { type ExpectationLevel, expectationLevels, type FailedStudyPredicate } from '#domain/model/levels.ts'

/**
 * A number as offices type it: "86,5" and "86.5" are the same; blanks are ignored. Null: not a plain number.
 * Thousands marks are not read, for no figure of the grid reaches a thousand.
 */
export function parseDecimal(text: string): number | null {
  const cleaned = text.replaceAll(/[\s\u00a0]/g, '').replace(',', '.')
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(cleaned)) return null
  return Number(cleaned)
}

/** The supervisor's score of a result: 0–100, else E-RULE-SCORE. */
export function parseScore(text: string): number {
  const value = parseDecimal(text)
  if (value === null || value < 0 || value > 100) throw new AppError('E-RULE-SCORE', { value: text })
  return value
}

/** A behaviour score: a whole number 1–5, else E-RULE-BEHAVIOUR. */
export function parseBehaviour(text: string): number {
  const value = parseDecimal(text)
  if (value === null || !Number.isInteger(value) || value < 1 || value > 5) {
    throw new AppError('E-RULE-BEHAVIOUR', { value: text })
  }
  return value
}

/** An achievement index entered by a person: 0–200, else E-RULE-INDEX. */
export function parseIndex(text: string): number {
  const value = parseDecimal(text)
  if (value === null || value < 0 || value > 200) throw new AppError('E-RULE-INDEX', { value: text })
  return value
}

/** A weight in percent with at most two decimals, as hundredths, else E-RULE-WEIGHTS. */
export function parseWeight(text: string): number {
  const value = parseDecimal(text)
  const hundredths = value === null ? Number.NaN : Math.round(value * 100)
  if (value === null || value < 0 || value > 100 || Math.abs(value * 100 - hundredths) > 1e-6) {
    throw new AppError('E-RULE-WEIGHTS', { sum: text })
  }
  return hundredths
}

const plain = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')

const levelWords: Readonly<Record<ExpectationLevel, readonly string[]>> = {
  below: ['below', 'di bawah', 'dibawah', 'di bawah ekspektasi', 'dibawah ekspektasi', 'below expectation'],
  meets: ['meets', 'sesuai', 'sesuai ekspektasi', 'meets expectation'],
  above: ['above', 'di atas', 'diatas', 'di atas ekspektasi', 'diatas ekspektasi', 'above expectation'],
}

/** A level in the words of either language. Bare 1/2/3 are refused: two codings of opposite order circulate. */
export function parseLevel(text: string): ExpectationLevel {
  const found = expectationLevels.find((level) => levelWords[level].includes(plain(text)))
  if (!found) throw new AppError('E-RULE-CHOICE', { value: text, choices: 'levels' })
  return found
}

const yes = ['ya', 'y', 'yes', 'true', '1', 'dinilai', 'rated']
const no = ['tidak', 't', 'no', 'n', 'false', '0', 'tidak dinilai', 'not rated']

export function parseYesNo(text: string): boolean {
  if (yes.includes(plain(text))) return true
  if (no.includes(plain(text))) return false
  throw new AppError('E-RULE-CHOICE', { value: text, choices: 'yesNo' })
}

const failedStudyWords: Readonly<Record<FailedStudyPredicate, readonly string[]>> = {
  poor: ['poor', 'kurang', 'kurang/misconduct', 'kurang (misconduct)'],
  'very-poor': ['very-poor', 'very poor', 'sangat kurang'],
}

/** A failed study assignment: "no", or which of the two predicates the rater chose. A bare "yes" leaves the choice open. */
export function parseFailedStudy(text: string): FailedStudyPredicate | null {
  if (text === '' || no.includes(plain(text))) return null
  if (failedStudyWords.poor.includes(plain(text))) return 'poor'
  if (failedStudyWords['very-poor'].includes(plain(text))) return 'very-poor'
  throw new AppError('E-RULE-CHOICE', { value: text, choices: 'failedStudy' })
}

const directionWords = {
  higher: ['higher', 'naik', 'makin tinggi makin baik', 'tinggi', 'higher is better'],
  lower: ['lower', 'turun', 'makin rendah makin baik', 'rendah', 'lower is better'],
  unknown: ['unknown', '', 'belum diketahui', 'tidak diketahui', 'not known'],
} as const

export function parseDirection(text: string): 'higher' | 'lower' | 'unknown' {
  for (const [direction, words] of Object.entries(directionWords)) {
    if ((words as readonly string[]).includes(plain(text))) return direction as keyof typeof directionWords
  }
  throw new AppError('E-RULE-CHOICE', { value: text, choices: 'direction' })
}

/** Golongan as written in many ways: `III d`, `III.d`, `iii/D` → `III/d`; PPPK `ix` → `IX`. Unknown forms stay as typed. */
export function parseGrade(text: string): string {
  const trimmed = text.trim()
  const pns = /^(I{1,3}|IV)\s*[/. ]?\s*([a-e])$/i.exec(trimmed)
  if (pns) return `${(pns[1] ?? '').toUpperCase()}/${(pns[2] ?? '').toLowerCase()}`
  const pppk = /^[IVX]{1,5}$/i.exec(trimmed)
  if (pppk) return trimmed.toUpperCase()
  if (trimmed.length > 10) throw new AppError('E-RULE-CHOICE', { value: text, choices: 'I/a … IV/e, I … XVII' })
  return trimmed
}

/** Two names that mean the same when case and spacing are forgotten. */
export const sameWords = (first: string, second: string): boolean => plain(first) === plain(second)
