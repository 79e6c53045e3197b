/** A hash being made. Texts count as UTF-8. */
export interface Digest {
  update(part: string | Uint8Array): void
  /** 64 hexadecimal digits in small letters; ends the digest. */
  hex(): string
}

/** Begins a SHA-256. An argument, since this layer has no cryptography of its own. */
export type Sha256 = () => Digest

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

/** '0' to '9' are the codes 48 to 57, 'a' to 'f' 97 to 102. */
const digit = (code: number) => (code < 58 ? code - 48 : code - 87)
