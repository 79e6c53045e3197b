import type { RowChange, TrailEntry } from '#application/ports/workspace.ts'
import type { ReadableDatabase, WritableDatabase } from '#data/store/database.ts'
import { sql } from '#data/store/sql.ts'
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
}

interface ChangeRow {
  table_name: string
  row_id: string
  before: string | null
  after: string | null
}

/** The journal of commands: append-only, counted without gaps, every entry with the rows it changed. */
export function appendEntry(
  db: WritableDatabase,
  entry: Omit<TrailEntry, 'seq' | 'changeCount'>,
  changes: readonly RowChange[],
): TrailEntry {
  const seq = journalLength(db) + 1
  db.run(sql`INSERT INTO journal (seq, at, author, command, summary, reason, undoes, change_count)
    VALUES (${seq}, ${entry.at}, ${entry.author}, ${entry.command}, ${JSON.stringify(entry.summary)}, ${entry.reason},
      ${entry.undoes}, ${changes.length})`)
  db.insertMany(
    'journal_change',
    ['seq', 'ordinal', 'table_name', 'row_id', 'before', 'after'],
    changes.map((change, ordinal) => [seq, ordinal, change.table, change.rowId, change.before, change.after]),
  )
  return { ...entry, seq, changeCount: changes.length }
}

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
})
