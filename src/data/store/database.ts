import type { Sql, Value } from './sql.ts'

/**
 * What readers get: it can ask, and cannot change anything.
 * Integers beyond 2^53 lose digits on reading; store such numbers as text.
 */
export interface ReadableDatabase {
  /** Every row as a plain object, keyed by column name. The caller parses it with its row schema. */
  all<Row>(query: Sql): Row[]
  /** The first row, or undefined. */
  get<Row>(query: Sql): Row | undefined
  /** The first column of the first row, or undefined when there is no row. */
  value<T extends Value>(query: Sql): T | undefined
}

/** What repositories and migrations write with. Everything is synchronous; a returned call is on disk. */
export interface WritableDatabase extends ReadableDatabase {
  /** Runs one INSERT, UPDATE, DELETE or definition. Returns the number of changed rows (INSERT, UPDATE, DELETE only). */
  run(query: Sql): number
  /** Runs several statements that carry no values: table definitions of a migration. */
  script(query: Sql): void
  /** Inserts many rows with one prepared statement, in one transaction. Returns the number of rows. */
  insertMany(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): number
  /**
   * One unit of work: BEGIN IMMEDIATE … COMMIT, or nothing at all when `work` throws. A nested call is a savepoint.
   * `work` is synchronous. When this returns, the change is on disk.
   */
  transaction<T>(work: () => T): T
}
