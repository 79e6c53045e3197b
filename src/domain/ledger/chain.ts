import { assertWellFormed, canonicalJson, type JsonValue } from './canonical-json.ts'
import { emptyHash, hashBytes, type Sha256 } from './hashing.ts'

/** What an entry says, beside the rows it changed. */
export interface EntryContent {
  readonly seq: number
  /** ISO moment. */
  readonly at: string
  readonly author: string
  readonly command: string
  readonly summary: Readonly<Record<string, string | number>>
  readonly reason: string
  readonly undoes: number | null
  readonly changeCount: number
}

/** A recorded row as it lies in the file: the JSON texts byte for byte. */
export interface RecordedChange {
  readonly table: string
  readonly rowId: string
  readonly before: string | null
  readonly after: string | null
}

/** An entry as it lies in the file. Hashes are 64 hexadecimal digits. */
export interface StoredEntry extends Omit<EntryContent, 'summary'> {
  readonly summary: string
  /** Of the recorded rows. */
  readonly changesHash: string
  /** The hash of the entry before. */
  readonly prev: string
  readonly hash: string
}

/** How far a chain has been followed: the number and the hash of the last entry. */
export interface ChainState {
  readonly seq: number
  readonly hash: string
}

export type ChainFinding =
  /** Entries `seq` to `until` are not there. */
  | { readonly kind: 'gap'; readonly seq: number; readonly until: number }
  /** The entry does not follow from the one before it, which was put there or written anew afterwards. */
  | { readonly kind: 'link'; readonly seq: number }
  /** What the entry says is not what was hashed. */
  | { readonly kind: 'entry'; readonly seq: number }
  /** The rows recorded with the entry are not those that were hashed. */
  | { readonly kind: 'changes'; readonly seq: number }

/** Before the first entry. */
export const chainStart: ChainState = { seq: 0, hash: emptyHash }

/** Names the form of what is hashed, so that a later form cannot be taken for this one. */
const form = 'timbang-entry-1'

/**
 * The line of one recorded row: the RFC 8785 text of [table, row id, before, after] and a line feed. The hash of an
 * entry's rows is the SHA-256 over the lines in their order.
 *
 * @example changeLine({ table: 'unit', rowId: 'u1', before: null, after: '{}' }) // '["unit","u1",null,"{}"]\n'
 */
export function changeLine({ table, rowId, before, after }: RecordedChange): string {
  const parts = [table, rowId, before, after]
  for (const part of parts) if (part !== null) assertWellFormed(part)
  // Of texts and null alone `JSON.stringify` writes the canonical form, and a trail of a million entries is read in time.
  return `${JSON.stringify(parts)}\n`
}

/**
 * The hash of an entry: SHA-256 over the 32 bytes of the hash before it and the RFC 8785 text of what it says, with the
 * hash of its rows. Whoever changes an entry, its rows or their order changes every hash after it.
 *
 * @param prev hash of the entry before, {@link emptyHash} for the first
 * @param changesHash SHA-256 over the entry's {@link changeLine}s
 * @returns 64 hexadecimal digits
 * @throws TypeError when a text has half a surrogate pair
 * Source: S. Haber, W. S. Stornetta, How to time-stamp a digital document, Journal of Cryptology 3 (1991), section 5.1.
 * @example entryHash(sha256, emptyHash, { seq: 1, … }, changesHash) // 'c0ffee…'
 */
export function entryHash(sha256: Sha256, prev: string, content: EntryContent, changesHash: string): string {
  return hashOf(sha256, prev, content, canonicalJson(content.summary), changesHash)
}

/** The canonical text put together by hand: the names in the order of their letters, the summary as it is kept. */
function hashOf(
  sha256: Sha256,
  prev: string,
  { seq, at, author, command, reason, undoes, changeCount }: Omit<EntryContent, 'summary'>,
  summary: string,
  changes: string,
): string {
  for (const text of [at, author, command, reason]) assertWellFormed(text)
  const head = JSON.stringify({ at, author, changeCount, changes, command, form, reason, seq })
  const digest = sha256()
  digest.update(hashBytes(prev))
  digest.update(`${head.slice(0, -1)},"summary":${summary},"undoes":${undoes}}`)
  return digest.hex()
}

/**
 * Follows the chain by one entry. The state afterwards rests on what the file says, so that one altered entry is one
 * finding and not one for every entry after it.
 *
 * @param rows what lies in the file as the entry's rows: the hash over their lines, and how many
 * @returns the state after the entry, and what is wrong with it (empty: nothing)
 * @example followEntry(sha256, chainStart, first, { hash, count: 1 }).findings // []
 */
export function followEntry(
  sha256: Sha256,
  state: ChainState,
  entry: StoredEntry,
  rows: { readonly hash: string; readonly count: number },
): { readonly state: ChainState; readonly findings: readonly ChainFinding[] } {
  const findings: ChainFinding[] = []
  const { seq } = entry
  if (seq !== state.seq + 1) findings.push({ kind: 'gap', seq: state.seq + 1, until: seq - 1 })
  else if (entry.prev !== state.hash) findings.push({ kind: 'link', seq })
  if (hashOfStored(sha256, entry) !== entry.hash) findings.push({ kind: 'entry', seq })
  if (rows.hash !== entry.changesHash || rows.count !== entry.changeCount) findings.push({ kind: 'changes', seq })
  return { state: { seq, hash: entry.hash }, findings }
}

/** The hash an entry ought to have; null when its summary is not one that we could have written. */
function hashOfStored(sha256: Sha256, entry: StoredEntry): string | null {
  try {
    if (canonicalJson(JSON.parse(entry.summary) as JsonValue) !== entry.summary) return null
    return hashOf(sha256, entry.prev, entry, entry.summary, entry.changesHash)
  } catch {
    return null
  }
}
