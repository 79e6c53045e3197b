import { Buffer } from 'node:buffer'
import type { TextEncoding } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'

const ENCODINGS: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']
/**
 * What Windows-1252 holds at 0x80 to 0x9F, the dashes and curly quotes among them. Our own table, because the decoder of
 * Node 20 reads these bytes as Latin-1 control characters and so loses every "80 – 90%".
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Enough of the file to tell two-byte text from one-byte text. */
const SAMPLE_BYTES = 4096

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** Characters the encoding could not explain (U+FFFD). */
  readonly unreadable: number
}

/**
 * The text of a CSV file. Order of belief: the user's choice, the byte order mark, zero bytes in every second place
 * (UTF-16), valid UTF-8, and Windows-1252 for the rest, which is what Indonesian spreadsheets write as plain "CSV".
 */
export function decodeCsvText(bytes: Uint8Array, wanted: string | undefined): DecodedText {
  const encoding = wanted === undefined ? detectEncoding(bytes) : ENCODINGS.find((known) => known === wanted)
  if (encoding === undefined) throw new AppError('E-ARG')
  const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
  return { text, encoding, unreadable: countUnreadable(text) }
}

function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 5 && even === 0) return 'utf-16le'
  if (even > sample.length / 5 && odd === 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? '\ufffd')
}

function countUnreadable(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

/**
 * One kind of line end outside quotation marks, so that a file glued together from two programs still splits into its
 * rows. Files with a single kind, nearly all, come back as they are.
 */
export function evenLineEnds(text: string): { text: string; newline: '\r\n' | '\n' | '\r' } {
  const kinds = lineEndKinds(text)
  const [only] = kinds
  if (kinds.size <= 1) return { text, newline: only ?? '\n' }
  let even = ''
  let inside = false
  let start = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x22) inside = !inside
    else if (code === 0x0d && !inside) {
      even += `${text.slice(start, index)}\n`
      if (text.charCodeAt(index + 1) === 0x0a) index += 1
      start = index + 1
    }
  }
  return { text: even + text.slice(start), newline: '\n' }
}

function lineEndKinds(text: string): Set<'\r\n' | '\n' | '\r'> {
  const kinds = new Set<'\r\n' | '\n' | '\r'>()
  let inside = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x22) inside = !inside
    else if (inside) continue
    else if (code === 0x0a) kinds.add('\n')
    else if (code === 0x0d && text.charCodeAt(index + 1) === 0x0a) {
      kinds.add('\r\n')
      index += 1
    } else if (code === 0x0d) kinds.add('\r')
  }
  return kinds
}
