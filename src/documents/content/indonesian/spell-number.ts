import { AppError } from '#domain/app-error.ts'

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const
const GROUP_NAMES = ['', 'ribu', 'juta', 'miliar', 'triliun'] as const
/** From here on official usage has no agreed words. */
const TOO_LARGE = 1e15

/**
 * Writes a number in words (terbilang), as official documents do beside a figure.
 *
 * `decimals` fixes the number of digits after the comma; without it the digits of the number itself are spelt. Decimals
 * are read digit by digit, negative numbers begin with "minus".
 * Throws `E-ARG` for a number that is not finite or has more than 15 digits before the comma.
 * @example spellNumber(2026) // 'dua ribu dua puluh enam'
 * @example spellNumber(83.05) // 'delapan puluh tiga koma nol lima'
 */
export function spellNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= TOO_LARGE) throw new AppError('E-ARG')
  const [whole = '0', fraction = ''] = plainDigits(Math.abs(value), decimals).split('.')
  const words = spellWhole(whole) + (fraction === '' ? '' : ` koma ${spellDigits(fraction)}`)
  return value < 0 && /[1-9]/.test(whole + fraction) ? `minus ${words}` : words
}

function plainDigits(value: number, decimals: number | undefined): string {
  const digits = decimals === undefined ? { maximumFractionDigits: 15 } : fixedDigits(decimals)
  return new Intl.NumberFormat('en-US', { useGrouping: false, ...digits }).format(value)
}

function fixedDigits(decimals: number) {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
}

function spellWhole(digits: string): string {
  const groups: string[] = []
  for (let end = digits.length, scale = 0; end > 0; end -= 3, scale += 1) {
    const group = Number(digits.slice(Math.max(0, end - 3), end))
    if (group > 0) groups.unshift(spellGroup(group, GROUP_NAMES[scale] ?? ''))
  }
  return groups.length === 0 ? DIGITS[0] : groups.join(' ')
}

function spellGroup(group: number, name: string): string {
  if (group === 1 && name === 'ribu') return 'seribu'
  return name === '' ? spellBelowThousand(group) : `${spellBelowThousand(group)} ${name}`
}

function spellBelowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const words: string[] = []
  if (hundreds === 1) words.push('seratus')
  else if (hundreds > 1) words.push(`${digitWord(hundreds)} ratus`)
  if (rest > 0) words.push(spellBelowHundred(rest))
  return words.join(' ')
}

function spellBelowHundred(value: number): string {
  if (value < 10) return digitWord(value)
  if (value === 10) return 'sepuluh'
  if (value === 11) return 'sebelas'
  if (value < 20) return `${digitWord(value - 10)} belas`
  const tens = `${digitWord(Math.floor(value / 10))} puluh`
  return value % 10 === 0 ? tens : `${tens} ${digitWord(value % 10)}`
}

function spellDigits(digits: string): string {
  return [...digits].map((digit) => digitWord(Number(digit))).join(' ')
}

function digitWord(digit: number): string {
  return DIGITS[digit] ?? ''
}
