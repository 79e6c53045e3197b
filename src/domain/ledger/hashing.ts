/** A hash being made of a text that comes in parts, each of them well-formed. Texts count as UTF-8. */
export interface Digest {
  update(part: string): void
  /** 64 hexadecimal digits in small letters; ends the digest. */
  hex(): string
}

/** SHA-256. An argument, since this layer has no cryptography of its own. */
export interface Sha256 {
  /** Of a whole text: 64 hexadecimal digits in small letters. */
  of(text: string): string
  begin(): Digest
}

/** What stands before the first entry: 32 bytes of zero. */
export const emptyHash = '0'.repeat(64)

/** The 32 bytes of a hash in small letters. @example hashBytes(emptyHash) // Uint8Array(32) [0, 0, …] */
export function hashBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (digit(hex.charCodeAt(at * 2)) << 4) | digit(hex.charCodeAt(at * 2 + 1))
  }
  return bytes
}

/**
 * The first 52 bits of a hash as a number, which holds them exactly. Enough to tell one row from another: whoever has
 * the means to find a second row with the same bits can write the whole chain anew with far less work.
 *
 * @param hash in small hexadecimal digits, 13 or more
 * @example fingerprintOf('00000000000ff…') // 255
 */
export function fingerprintOf(hash: string): number {
  let value = 0
  for (let at = 0; at < 13; at++) value = value * 16 + digit(hash.charCodeAt(at))
  return value
}

/** '0' to '9' are the codes 48 to 57, 'a' to 'f' 97 to 102. */
const digit = (code: number) => (code < 58 ? code - 48 : code - 87)
