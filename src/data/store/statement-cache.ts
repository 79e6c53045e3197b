import type { Database, SqlValue, Statement } from 'sql.js'
import type { Sql, Value } from './sql.ts'

/** Prepared statements by their text; the oldest is freed when there are too many, and all of them on closing. */
export interface StatementCache {
  rows(query: Sql, limit?: number): Record<string, Value>[]
  first(query: Sql): Value | undefined
  run(query: Sql): void
  /** The same statement once per row of values. Returns the number of rows. */
  runMany(query: Sql, rows: Iterable<readonly Value[]>): number
  free(): void
}

/** Enough for every query of the product; lists of varying length (IN) take the rest in turn. */
const capacity = 256

export function createStatementCache(db: Database): StatementCache {
  const statements = new Map<string, Statement>()

  function cached(text: string): Statement {
    const known = statements.get(text)
    if (known !== undefined) {
      statements.delete(text)
      statements.set(text, known)
      return known
    }
    const statement = prepare(text)
    statements.set(text, statement)
    if (statements.size > capacity) evictOldest()
    return statement
  }

  function prepare(text: string): Statement {
    const statement = db.prepare(text)
    try {
      assertAlone(statement, text)
    } catch (error) {
      statement.free()
      throw error
    }
    return statement
  }

  function evictOldest(): void {
    for (const [text, statement] of statements) {
      statement.free()
      statements.delete(text)
      return
    }
  }

  /** Out of the cache while it runs: the source of its rows may ask other queries, and push it out in the middle. */
  function lend(text: string): Statement {
    const statement = statements.get(text) ?? prepare(text)
    statements.delete(text)
    return statement
  }

  function takeBack(text: string, statement: Statement): void {
    statements.get(text)?.free()
    statements.set(text, statement)
    if (statements.size > capacity) evictOldest()
  }

  /** A statement left standing in the middle of its rows would keep a read lock and block VACUUM. */
  function using<T>(query: Sql, work: (statement: Statement) => T): T {
    const statement = cached(query.text)
    try {
      bind(statement, query.values)
      return work(statement)
    } finally {
      statement.reset()
    }
  }

  return {
    rows: (query, limit = Number.POSITIVE_INFINITY) =>
      using(query, (statement) => {
        const rows: Record<string, Value>[] = []
        let names: string[] | undefined
        while (rows.length < limit && statement.step()) {
          names ??= statement.getColumnNames()
          rows.push(asObject(names, statement.get()))
        }
        return rows
      }),
    first: (query) => using(query, (statement) => (statement.step() ? statement.get()[0] : undefined)),
    run: (query) =>
      using(query, (statement) => {
        while (statement.step());
      }),
    runMany: (query, rows) => {
      const statement = lend(query.text)
      let count = 0
      try {
        for (const row of rows) {
          if (row.length !== query.values.length) throw new TypeError(`${row.length} values for ${query.values.length}`)
          bind(statement, row)
          statement.step()
          count += 1
        }
      } finally {
        statement.reset()
        takeBack(query.text, statement)
      }
      return count
    },
    free() {
      for (const statement of statements.values()) statement.free()
      statements.clear()
    },
  }
}

function asObject(names: readonly string[], values: readonly SqlValue[]): Record<string, Value> {
  const row: Record<string, Value> = {}
  // A plain loop: this runs once per row of a trail of a million entries.
  let index = 0
  for (const name of names) {
    row[name] = values[index] ?? null
    index += 1
  }
  return row
}

/** sql.js binds by number only, turns NaN into NULL and takes any array for bytes: all three are mistakes here. */
function bind(statement: Statement, values: readonly Value[]): void {
  for (const value of values) {
    if (typeof value === 'string' || typeof value === 'bigint' || value === null || value instanceof Uint8Array)
      continue
    if (typeof value === 'number' && Number.isFinite(value)) continue
    throw new TypeError(`not a value SQLite can keep: ${String(value)}`)
  }
  statement.bind(values as SqlValue[])
}

/** SQLite prepares the first statement and silently leaves the rest of the text. */
function assertAlone(statement: Statement, text: string): void {
  const rest = text.slice(statement.getSQL().length).trim()
  if (rest !== '' && rest !== ';') throw new TypeError('one statement at a time')
}
