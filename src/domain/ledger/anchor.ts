import { emptyHash } from './hashing.ts'

/** A chain as it stood at one moment. Kept outside the file, it tells later whether the file still holds that history. */
export interface Anchor {
  /** Hash of the last entry, 64 hexadecimal digits; zeros when there is none. */
  readonly hash: string
  /** Number of entries. */
  readonly count: number
}

/** How a file's chain stands to an anchor from outside. */
export type AnchorComparison =
  /** The same history, and nothing after it. */
  | { readonly kind: 'match' }
  /** The same history, and `later` entries after it. */
  | { readonly kind: 'continues'; readonly later: number }
  /** As many entries or more, but another one stands in the anchor's place. */
  | { readonly kind: 'different' }
  /** Entries are missing at the end: the tail was cut, or an older copy put back. */
  | { readonly kind: 'shorter'; readonly missing: number }

/** Why a typed code is not an anchor: how many digits of the hash were found, no count, or a digit mistyped. */
export type AnchorParsing =
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'digits'; readonly found: number }
  | { readonly kind: 'count' }
  | { readonly kind: 'check' }

const hashDigits = 64
const groupDigits = 8

/**
 * The hash in eight groups of eight digits, as it is printed and read aloud.
 * @example hashGroups(emptyHash)[0] // '00000000'
 */
export const hashGroups = (hash: string): readonly string[] =>
  Array.from({ length: hash.length / groupDigits }, (_, index) =>
    hash.slice(index * groupDigits, (index + 1) * groupDigits),
  )

/**
 * Two digits that tell a mistyped code from another history: the digits of hash and count, read as one number of base 16,
 * modulo 97. Since 97 is prime, no single wrong digit and no two swapped neighbours keep it.
 * Source: the check of ISO/IEC 7064, MOD 97, applied to base 16.
 * @example checkDigits({ hash: emptyHash, count: 0 }) // '00'
 */
export function checkDigits({ hash, count }: Anchor): string {
  let rest = 0
  for (const digit of `${hash}${count}`) rest = (rest * 16 + Number.parseInt(digit, 16)) % 97
  return String(rest).padStart(2, '0')
}

/**
 * The anchor as people copy it: groups of eight digits, count, check.
 * @example anchorText(anchor) // '1f0c22d9 … 77ab0134 : 1204 : 61'
 */
export const anchorText = (anchor: Anchor): string =>
  `${hashGroups(anchor.hash).join(' ')} : ${anchor.count} : ${checkDigits(anchor)}`

/**
 * The same in capitals without spaces, for a QR code: capitals and digits take it a third less room than bytes.
 * @example anchorCode(anchor) // '1F0C22D9…77AB0134:1204:61'
 */
export const anchorCode = (anchor: Anchor): string =>
  `${anchor.hash.toUpperCase()}:${anchor.count}:${checkDigits(anchor)}`

/**
 * Reads an anchor as typed or scanned: any spaces, line ends, dots or dashes between the digits, small or capital
 * letters, O for 0 and I or L for 1. The count follows after a colon, slash, dot or space; the check may be left out, and
 * then a mistyped digit cannot be told from another history.
 *
 * @returns the anchor, or why it is none
 * @example parseAnchor(`${'AB'.repeat(32)}:12`) // { kind: 'anchor', anchor: { hash: 'abab…', count: 12 } }
 * @example parseAnchor('1f0c22d9') // { kind: 'digits', found: 8 }
 */
export function parseAnchor(typed: string): AnchorParsing {
  const text = typed.toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1')
  const hashPart = /^(?:[\s.\-–·]*[0-9a-f]){0,64}/.exec(text)?.[0] ?? ''
  const hash = hashPart.replace(/[^0-9a-f]/g, '')
  if (hash.length !== hashDigits) return { kind: 'digits', found: hash.length }
  const rest = /^[\s:;,./·|-]+(\d{1,15})(?:[\s:;,./·|-]+(\d{2}))?\s*$/.exec(text.slice(hashPart.length))
  if (rest === null) return { kind: 'count' }
  const anchor = { hash, count: Number(rest[1]) }
  if (rest[2] !== undefined && rest[2] !== checkDigits(anchor)) return { kind: 'check' }
  // Without an entry there is nothing but zeros to hash.
  if ((anchor.count === 0) !== (hash === emptyHash)) return { kind: 'check' }
  return { kind: 'anchor', anchor }
}

/**
 * Whether the file still holds the history that was anchored.
 *
 * @param count entries of the file
 * @param hashAt hash of the file's entry of that number; never asked beyond `count`, and not for 0
 * @example compareAnchor({ hash, count: 3 }, 5, () => hash) // { kind: 'continues', later: 2 }
 */
export function compareAnchor(anchor: Anchor, count: number, hashAt: (seq: number) => string | null): AnchorComparison {
  if (count < anchor.count) return { kind: 'shorter', missing: anchor.count - count }
  const hash = anchor.count === 0 ? emptyHash : hashAt(anchor.count)
  if (hash !== anchor.hash) return { kind: 'different' }
  return count === anchor.count ? { kind: 'match' } : { kind: 'continues', later: count - anchor.count }
}
