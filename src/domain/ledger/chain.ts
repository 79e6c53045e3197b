import { assertWellFormed, canonicalJson, type JsonValue, textOf } from './canonical-json.ts'
import { emptyHash, type Sha256 } from './hashing.ts'

/** What an entry says, beside the rows it changed. */
export interface EntryContent {
  readonly seq: number
  /** ISO moment. */
  readonly at: string
  readonly author: string
  readonly command: string
  readonly summary: Readonly<Record<string, string | number>>
  readonly reason: string
  /** The entry this one takes back (undo) or makes again (redo), or null. */
  readonly undoes: number | null
  readonly changeCount: number
}

/** A recorded row as it lies in the file: the JSON texts byte for byte. */
export interface RecordedChange {
  readonly table: string
  readonly rowId: string
  /** The row as JSON text of its columns; null: it was not there (before) or is gone (after). */
  readonly before: string | null
  readonly after: string | null
}

/** A recorded row with the hashes of its two texts in their place. */
export interface HashedChange {
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
 * The hash of a recorded row's text, which is hashed byte for byte as it lies in the file; null for a row that was not there.
 *
 * @throws TypeError when the text has half a surrogate pair
 * @example textHash(sha256, '{}') // '44136fa3…'
 */
export function textHash(sha256: Sha256, text: string | null): string | null {
  if (text === null) return null
  assertWellFormed(text)
  return sha256.of(text)
}

/**
 * The line of one recorded row: the RFC 8785 text of [table, row id, hash of before, hash of after] and a line feed. The
 * hash of an entry's rows is the SHA-256 over the lines in their order.
 *
 * Hashes stand for the texts, so that whoever follows the chain reads each text once, for this and for the replay.
 *
 * @example changeLine({ table: 'unit', rowId: 'u1', before: null, after: '4413…' }) // '["unit","u1",null,"4413…"]\n'
 */
export function changeLine({ table, rowId, before, after }: HashedChange): string {
  return `[${textOf(table)},${textOf(rowId)},${digitsOf(before)},${digitsOf(after)}]\n`
}

/** Hexadecimal digits need no escapes. */
const digitsOf = (hash: string | null): string => (hash === null ? 'null' : `"${hash}"`)

/**
 * The hash over the {@link changeLine}s of an entry's rows, in the order in which they were recorded.
 *
 * @returns 64 hexadecimal digits
 * @throws TypeError when a text has half a surrogate pair
 * @example changesHashOf(sha256, [{ table: 'unit', rowId: 'u1', before: null, after: '{}' }]) // 'c0ffee…'
 */
export function changesHashOf(sha256: Sha256, changes: Iterable<RecordedChange>): string {
  const digest = sha256.begin()
  for (const { table, rowId, before, after } of changes) {
    const hashes = { before: textHash(sha256, before), after: textHash(sha256, after) }
    digest.update(changeLine({ table, rowId, ...hashes }))
  }
  return digest.hex()
}

/**
 * The hash of an entry: SHA-256 over the 64 digits of the hash before it and the RFC 8785 text of what it says, with the
 * hash of its rows. Whoever changes an entry, its rows or their order changes every hash after it.
 *
 * @param prev hash of the entry before, {@link emptyHash} for the first
 * @param changesHash see {@link changesHashOf}
 * @returns 64 hexadecimal digits
 * @throws TypeError when a text has half a surrogate pair
 * Source: S. Haber, W. S. Stornetta, How to time-stamp a digital document, Journal of Cryptology 3 (1991), section 5.1.
 * @example entryHash(sha256, emptyHash, { seq: 1, … }, changesHash) // 'c0ffee…'
 */
export function entryHash(sha256: Sha256, prev: string, content: EntryContent, changesHash: string): string {
  return hashOf(sha256, prev, content, canonicalJson(content.summary), changesHash)
}

/**
 * The canonical text put together by hand, since a trail may have a million entries: the names in the order of their
 * letters, the summary as it is kept.
 */
function hashOf(
  sha256: Sha256,
  prev: string,
  { seq, at, author, command, reason, undoes, changeCount }: Omit<EntryContent, 'summary'>,
  summary: string,
  changes: string,
): string {
  const first = `"at":${textOf(at)},"author":${textOf(author)},"changeCount":${numberOf(changeCount)}`
  const second = `"changes":${digitsOf(changes)},"command":${textOf(command)},"form":"${form}","reason":${textOf(reason)}`
  const third = `"seq":${numberOf(seq)},"summary":${summary},"undoes":${undoes === null ? 'null' : numberOf(undoes)}`
  return sha256.of(`${prev}{${first},${second},${third}}`)
}

/** Whatever a damaged file gives for a number is written as what it is. */
const numberOf = (value: number): string => (typeof value === 'number' ? String(value) : JSON.stringify(value))

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
