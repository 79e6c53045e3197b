import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import type { TableName } from '#application/ports/tables.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { identifier, type Sql, sql } from '#data/store/sql.ts'
import type { StoredEntry } from '#domain/ledger/chain.ts'
import type { PlacedChange } from '#domain/ledger/replay.ts'
import { journalHead } from './journal.ts'
import type { Row } from './row-mapping.ts'
import { tableMaps, tableNames } from './table-map.ts'

interface EntryRow extends Omit<StoredEntry, 'changesHash' | 'prev' | 'hash'> {
  /** The digits of the three hashes one after another; null when one of them is no hash. */
  readonly hashes: string | null
}

const entryColumns = sql`seq, at, author, command, summary, reason, undoes, change_count AS changeCount,
  CASE WHEN length(changes_hash) = 32 AND length(prev) = 32 AND length(hash) = 32
    THEN lower(hex(changes_hash || prev || hash)) END AS hashes`
const changeColumns = sql`seq, ordinal, table_name AS [table], row_id AS rowId, before, after`

/** The chain and the tables read as they lie, without the checks of an entity: a damaged row is to be named, not refused. */
export function ledgerReader(db: ReadableDatabase): LedgerReader {
  return {
    tables: tableNames,
    head: () => journalHead(db),
    hashAt: (seq) => db.value<string>(sql`SELECT lower(hex(hash)) FROM journal WHERE seq = ${seq}`) ?? null,
    entries: (afterSeq, limit) =>
      db
        .all<EntryRow>(sql`SELECT ${entryColumns} FROM journal WHERE seq > ${afterSeq} ORDER BY seq LIMIT ${limit}`)
        .map(entryOf),
    changes: (after, untilSeq, limit) =>
      db.all<PlacedChange>(sql`SELECT ${changeColumns} FROM journal_change
        WHERE (seq, ordinal) > (${after.seq}, ${after.ordinal}) AND seq <= ${untilSeq} ORDER BY seq, ordinal LIMIT ${limit}`),
    change: ({ seq, ordinal }) =>
      db.get<PlacedChange>(
        sql`SELECT ${changeColumns} FROM journal_change WHERE seq = ${seq} AND ordinal = ${ordinal}`,
      ) ?? null,
    rowCount: (table) => Number(db.value(sql`SELECT count(*) FROM ${identifier(tableMaps[table].table)}`) ?? 0),
    rows: (table, afterPosition, limit) =>
      db.all<Row>(pageOf(table, afterPosition, limit)).map(({ place_in_table, ...row }) => ({
        id: String(row.id),
        text: JSON.stringify(row),
        position: Number(place_in_table),
      })),
    row(table, id) {
      const { columns, table: name } = tableMaps[table]
      const names = sql.join(columns.map(({ column }) => identifier(column)))
      const row = db.get<Row>(sql`SELECT ${names} FROM ${identifier(name)} WHERE id = ${id}`)
      return row === undefined ? null : JSON.stringify(row)
    },
  }
}

const entryOf = (row: EntryRow): StoredEntry => ({
  seq: row.seq,
  at: row.at,
  author: row.author,
  command: row.command,
  summary: row.summary,
  reason: row.reason,
  undoes: row.undoes,
  changeCount: row.changeCount,
  changesHash: hashIn(row, 0),
  prev: hashIn(row, 1),
  hash: hashIn(row, 2),
})

/** Read as one column, which is a third of the time. What is no hash, after some damage, reads as one that fits nowhere. */
const hashIn = ({ hashes }: EntryRow, place: number) => hashes?.slice(place * 64, place * 64 + 64) ?? ''

/** The columns in the order in which they are recorded. */
function pageOf(table: TableName, afterPosition: number, limit: number): Sql {
  const map = tableMaps[table]
  const columns = sql.join(map.columns.map(({ column }) => identifier(column)))
  return sql`SELECT ${columns}, rowid AS place_in_table FROM ${identifier(map.table)}
    WHERE rowid > ${afterPosition} ORDER BY rowid LIMIT ${limit}`
}
