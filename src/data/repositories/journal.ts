import type { RowChange, TrailEntry } from '#application/ports/workspace.ts'
import type { ReadableDatabase, WritableDatabase } from '#data/store/database.ts'
import { sql } from '#data/store/sql.ts'
import type { Anchor } from '#domain/ledger/anchor.ts'
import { canonicalJson } from '#domain/ledger/canonical-json.ts'
import { changesHashOf, entryHash } from '#domain/ledger/chain.ts'
import { emptyHash, hashBytes } from '#domain/ledger/hashing.ts'
import { storableText } from './row-mapping.ts'
import { sha256 } from './sha256.ts'
import { tableName } from './table-names.ts'

interface JournalRow {
  seq: number
  at: string
  author: string
  command: string
  summary: string
  reason: string
  undoes: number | null
  change_count: number
  hash: Uint8Array
}

interface ChangeRow {
  table_name: string
  row_id: string
  before: string | null
  after: string | null
}

/**
 * The journal of commands: append-only, counted without gaps, every entry with the rows it changed, and every entry with
 * a hash that rests on the one before. Written in the transaction of the command itself.
 */
export function appendEntry(
  db: WritableDatabase,
  entry: Omit<TrailEntry, 'seq' | 'changeCount' | 'hash'>,
  changes: readonly RowChange[],
): TrailEntry {
  const last = journalHead(db)
  const content = { ...storable(entry), seq: last.count + 1, changeCount: changes.length }
  const changesHash = changesHashOf(sha256, changes)
  const hash = entryHash(sha256, last.hash, content, changesHash)
  db.run(sql`INSERT INTO journal
      (seq, at, author, command, summary, reason, undoes, change_count, changes_hash, prev, hash)
    VALUES (${content.seq}, ${content.at}, ${content.author}, ${content.command}, ${canonicalJson(content.summary)},
      ${content.reason}, ${content.undoes}, ${changes.length}, ${hashBytes(changesHash)}, ${hashBytes(last.hash)},
      ${hashBytes(hash)})`)
  for (const [ordinal, change] of changes.entries()) appendChange(db, content.seq, ordinal, change)
  return { ...content, hash }
}

/**
 * One statement for each row, not `insertMany`: the guards on INSERT give every statement a savepoint, and inside another
 * savepoint SQLite walks through all it keeps for it at the end of each. An undo of 30,000 rows took 30 seconds so.
 */
function appendChange(db: WritableDatabase, seq: number, ordinal: number, change: RowChange): void {
  db.run(sql`INSERT INTO journal_change (seq, ordinal, table_name, row_id, before, after)
    VALUES (${seq}, ${ordinal}, ${change.table}, ${change.rowId}, ${change.before}, ${change.after})`)
}

/** The texts as the file will give them back: what is hashed must be what is read. */
const storable = <Entry extends Pick<TrailEntry, 'author' | 'reason' | 'summary'>>(entry: Entry): Entry => ({
  ...entry,
  author: storableText(entry.author),
  reason: storableText(entry.reason),
  summary: Object.fromEntries(
    Object.entries(entry.summary).map(([name, value]) => [
      name,
      typeof value === 'string' ? storableText(value) : value,
    ]),
  ),
})

/** Number and hash of the last entry. */
export function journalHead(db: ReadableDatabase): Anchor {
  const last = db.get<{ seq: number; hash: Uint8Array }>(sql`SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1`)
  return last === undefined ? { count: 0, hash: emptyHash } : { count: last.seq, hash: hexOf(last.hash) }
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

export const journalLength = (db: ReadableDatabase): number =>
  Number(db.value<number>(sql`SELECT coalesce(max(seq), 0) FROM journal`) ?? 0)

/** When the last command was committed, or null in a new file. */
export const lastWrittenAt = (db: ReadableDatabase): string | null =>
  db.value<string>(sql`SELECT at FROM journal ORDER BY seq DESC LIMIT 1`) ?? null

export function readEntries(
  db: ReadableDatabase,
  page: { beforeSeq: number | null; limit: number; command?: string },
): readonly TrailEntry[] {
  const before = page.beforeSeq ?? Number.MAX_SAFE_INTEGER
  const only = page.command === undefined ? sql`` : sql`AND command = ${page.command}`
  return db
    .all<JournalRow>(sql`SELECT * FROM journal WHERE seq < ${before} ${only} ORDER BY seq DESC LIMIT ${page.limit}`)
    .map(entryOf)
}

/** The rows of an entry in order; `limit` -1: all of them. */
export const readChanges = (db: ReadableDatabase, seq: number, limit = -1): readonly RowChange[] =>
  db
    .all<ChangeRow>(
      sql`SELECT table_name, row_id, before, after FROM journal_change WHERE seq = ${seq} ORDER BY ordinal LIMIT ${limit}`,
    )
    .map((row) => ({ table: tableName(row.table_name), rowId: row.row_id, before: row.before, after: row.after }))

export const usedCommands = (db: ReadableDatabase): readonly string[] =>
  db.all<{ command: string }>(sql`SELECT DISTINCT command FROM journal ORDER BY command`).map((row) => row.command)

const entryOf = (row: JournalRow): TrailEntry => ({
  seq: row.seq,
  at: row.at,
  author: row.author,
  command: row.command,
  summary: JSON.parse(row.summary) as TrailEntry['summary'],
  reason: row.reason,
  undoes: row.undoes,
  changeCount: row.change_count,
  hash: hexOf(row.hash),
})
