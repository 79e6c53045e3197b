import type { PersonReading, TableReading } from '#application/ports/inspection.ts'
import type { TableName } from '#application/ports/tables.ts'
import { tableMaps, tableNames } from '#data/repositories/table-map.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { identifier, type Sql, sql, type Value } from '#data/store/sql.ts'

type Row = Readonly<Record<string, Value>>

/** What was read from the tables of a file nobody vouches for. */
export interface TablesReading {
  readonly tables: readonly TableReading[]
  readonly agency: string | null
  readonly people: readonly PersonReading[]
}

const rowsAtATime = 200

/**
 * Reads every table from its first row on, and where that ends early from its last row backwards: in between lies the
 * damage. A table that is not one (a view, computed columns) is not read at all: it could run for ever.
 */
export function readTables(db: ReadableDatabase, heard: (tables: readonly TableReading[]) => void): TablesReading {
  const people = collectPeople()
  const tables: TableReading[] = []
  for (const table of tableNames) {
    tables.push(readTable(db, table, (row) => people.take(table, row)))
    heard([...tables])
  }
  tables.push(readJournal(db))
  return { tables, ...people.result() }
}

function readTable(db: ReadableDatabase, name: TableName, visit: (row: Row) => void): TableReading {
  const { table, columns } = tableMaps[name]
  const names = columns.map(({ column }) => column)
  const form = formOf(db, table, names)
  if (form !== 'plain') return { table: name, rows: 0, state: form }
  return { table: name, ...walk(db, table, names, visit) }
}

function readJournal(db: ReadableDatabase): TableReading {
  const names = ['at', 'command', 'hash']
  const form = formOf(db, 'journal', names)
  if (form !== 'plain') return { table: 'journal', rows: 0, state: form }
  return { table: 'journal', ...walk(db, 'journal', names, () => undefined) }
}

/** Whether this is a table of stored rows with our columns. */
export function formOf(
  db: ReadableDatabase,
  table: string,
  columns: readonly string[],
): 'plain' | 'missing' | 'altered' | 'unreadable' {
  try {
    const type = db.value(sql`SELECT type FROM sqlite_schema WHERE name = ${table} AND rootpage > 0`)
    if (type === undefined) {
      return db.value(sql`SELECT 1 FROM sqlite_schema WHERE name = ${table}`) === undefined ? 'missing' : 'altered'
    }
    const found = db.all<{ name: string; hidden: number }>(sql`SELECT name, hidden FROM pragma_table_xinfo(${table})`)
    const stored = new Set(found.filter(({ hidden }) => hidden === 0).map(({ name }) => name))
    return type === 'table' && columns.every((column) => stored.has(column)) ? 'plain' : 'altered'
  } catch {
    return 'unreadable'
  }
}

type Direction = 'forward' | 'backward'

function walk(
  db: ReadableDatabase,
  table: string,
  columns: readonly string[],
  visit: (row: Row) => void,
): Pick<TableReading, 'rows' | 'state'> {
  const front = walkOneWay(db, { table, columns, visit }, 'forward', null)
  if (front.ended) return { rows: front.rows, state: 'whole' }
  const back = walkOneWay(db, { table, columns, visit }, 'backward', front.last)
  const rows = front.rows + back.rows
  return { rows, state: rows === 0 ? 'unreadable' : 'partly' }
}

interface WalkedTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly visit: (row: Row) => void
}

/** @param stop the place (exclusive) the other way had come to */
function walkOneWay(db: ReadableDatabase, walked: WalkedTable, direction: Direction, stop: number | null) {
  let last: number | null = null
  let rows = 0
  let limit = rowsAtATime
  for (;;) {
    const page = readPage(db, pageQuery(walked, direction, { last, stop, limit }))
    if (page === null) {
      // One row of many cannot be read: those before it can.
      if (limit === 1) return { rows, last, ended: false }
      limit = 1
      continue
    }
    for (const row of page) {
      const place = Number(row.place_in_table)
      // Rows out of their order: pages that lead back to themselves would be walked for ever.
      if (last !== null && (direction === 'forward' ? place <= last : place >= last))
        return { rows, last, ended: false }
      last = place
      rows += 1
      walked.visit(row)
    }
    if (page.length < limit) return { rows, last, ended: true }
  }
}

function readPage(db: ReadableDatabase, query: Sql): readonly Row[] | null {
  try {
    return db.all<Row>(query)
  } catch {
    return null
  }
}

function pageQuery(
  { table, columns }: WalkedTable,
  direction: Direction,
  { last, stop, limit }: { readonly last: number | null; readonly stop: number | null; readonly limit: number },
): Sql {
  const names = sql.join(columns.map(identifier))
  const from = sql`SELECT ${names}, rowid AS place_in_table FROM ${identifier(table)}`
  if (direction === 'forward') {
    const after = last ?? Number.MIN_SAFE_INTEGER
    return sql`${from} WHERE rowid > ${after} ORDER BY rowid LIMIT ${limit}`
  }
  const before = last ?? Number.MAX_SAFE_INTEGER
  const until = stop ?? Number.MIN_SAFE_INTEGER
  return sql`${from} WHERE rowid < ${before} AND rowid > ${until} ORDER BY rowid DESC LIMIT ${limit}`
}

/** Puts names to the scores and decisions that could be read. */
function collectPeople() {
  const names = new Map<string, string>()
  const units = new Map<string, string>()
  const unitOf = new Map<string, string>()
  const personOf = new Map<string, string>()
  const scoresOf = new Map<string, number>()
  const decisionsOf = new Map<string, number>()
  let agency: string | null = null
  const text = (row: Row, column: string) => (typeof row[column] === 'string' ? row[column] : '')
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

  const takers: Readonly<Partial<Record<TableName, (row: Row) => void>>> = {
    agency: (row) => {
      agency = text(row, 'name')
    },
    unit: (row) => units.set(text(row, 'id'), text(row, 'name')),
    employee: (row) => names.set(text(row, 'id'), text(row, 'name')),
    placement: (row) => unitOf.set(text(row, 'employee_id'), text(row, 'unit_id')),
    assessment: (row) => personOf.set(text(row, 'id'), text(row, 'employee_id')),
    resultScore: (row) => count(scoresOf, text(row, 'assessment_id')),
    behaviourScore: (row) => count(scoresOf, text(row, 'assessment_id')),
    decision: (row) => count(decisionsOf, text(row, 'employee_id')),
  }

  function result(): Pick<TablesReading, 'agency' | 'people'> {
    const scores = new Map<string, number>()
    for (const [assessment, found] of scoresOf) {
      const person = personOf.get(assessment)
      if (person !== undefined) scores.set(person, (scores.get(person) ?? 0) + found)
    }
    const people = [...names].map(([id, name]) => ({
      name,
      unit: units.get(unitOf.get(id) ?? '') ?? null,
      scores: scores.get(id) ?? 0,
      decisions: decisionsOf.get(id) ?? 0,
    }))
    return { agency, people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'id')) }
  }

  return { take: (table: TableName, row: Row) => takers[table]?.(row), result }
}
