/** A score in the parts a screen or document puts together with its own decimal sign. */
export interface DisplayedScore {
  /** Decimals shown: two, or more where two would put the score on the wrong side of an edge. */
  readonly decimals: number
  readonly sign: '' | '-'
  readonly whole: string
  /** Exactly `decimals` digits. */
  readonly fraction: string
}

const usualDecimals = 2

/**
 * How a score is shown: rounded half up to two decimals, and to more when rounding would show it on the other side of a
 * band edge (75,999 is below the edge 76 and must not read 76,00). The comparison itself always uses the unrounded value.
 * Shapes: a finite score; the edges of its bands.
 * Source: house convention (domain guide section 6).
 * @example displayScore(75.999, { meets: 76, above: 91 }) // { decimals: 3, sign: '', whole: '75', fraction: '999' }
 */
export function displayScore(value: number, bands: { readonly meets: number; readonly above: number }): DisplayedScore {
  const edges = [bands.meets, bands.above]
  const [whole = '0', fraction = ''] = digitsOf(Math.abs(value)).split('.')
  const sign = value < 0 ? '-' : ''
  let decimals = usualDecimals
  let shown = roundHalfUp(whole, fraction, decimals)
  // With all its digits a score stands where it stands, so this ends at the latest there.
  while (decimals < fraction.length && edges.some((edge) => Number(sign + shown) >= edge !== value >= edge)) {
    decimals += 1
    shown = roundHalfUp(whole, fraction, decimals)
  }
  const [shownWhole = '0', shownFraction = ''] = shown.split('.')
  return { decimals, sign: Number(shown) === 0 ? '' : sign, whole: shownWhole, fraction: shownFraction }
}

/** The decimal figure a person would write for the number: the shortest that means it, without an exponent. */
function digitsOf(value: number): string {
  const shortest = String(value)
  return shortest.includes('e') ? value.toFixed(12) : shortest
}

/** Rounds written digits, not the binary value: 1,005 becomes 1,01 though its binary value lies a hair below. */
function roundHalfUp(whole: string, fraction: string, decimals: number): string {
  if (fraction.length <= decimals) return `${whole}.${fraction.padEnd(decimals, '0')}`
  const up = Number(fraction[decimals]) >= 5 ? 1n : 0n
  const digits = (BigInt(whole + fraction.slice(0, decimals)) + up).toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
