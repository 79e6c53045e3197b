/** The shortest passphrase of fewer words, in characters. */
export const shortestPassphrase = 14
const enoughWords = 6
/** A word of one letter adds hardly anything to guess. */
const shortestWord = 2

/**
 * A passphrase as it counts: two keyboards may spell one letter differently, and nobody sees how many spaces stand between
 * two words.
 *
 * @example plainPassphrase(' enam   kata ') // 'enam kata'
 */
export const plainPassphrase = (typed: string): string => typed.normalize('NFKC').trim().replace(/\s+/g, ' ')

/**
 * Whether a passphrase is long enough: six words, or 14 characters (security guide, section 5).
 *
 * @param typed as typed; spaces around and between words do not count
 * @example isLongEnough('kuda besi') // false
 */
export function isLongEnough(typed: string): boolean {
  const text = plainPassphrase(typed)
  return (
    [...text].length >= shortestPassphrase ||
    text.split(' ').filter((word) => word.length >= shortestWord).length >= enoughWords
  )
}
