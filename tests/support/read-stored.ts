import { readFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import type { TestEngine } from './in-memory-app.ts'

type StoredRow = Readonly<Record<string, string | number | null>>

const tables = [
  'unit',
  'employee',
  'placement',
  'supervision',
  'work_plan',
  'work_result',
  'indicator',
  'feedback',
  'assessment',
  'result_score',
  'behaviour_score',
  'behaviour_expectation',
  'organisation_result',
  'import_mapping',
  'import_run',
  'journal',
] as const
export type StoredTables = Readonly<Record<(typeof tables)[number], readonly StoredRow[]>>

/** What stands in the workspace file itself, read by a plain sql.js without any of our code. */
export async function readStored(engine: Pick<TestEngine, 'path'>, name = 'kerja.timbang'): Promise<StoredTables> {
  const { Database } = await initSqlJs()
  const db = new Database(readFileSync(engine.path(name)))
  const rows = (table: string): StoredRow[] => {
    const [result] = db.exec(
      `SELECT * FROM ${table} ORDER BY id`.replace('journal ORDER BY id', 'journal ORDER BY seq'),
    )
    return (result?.values ?? []).map((values) =>
      Object.fromEntries(
        (result?.columns ?? []).map((column, index) => [column, values[index] as string | number | null]),
      ),
    )
  }
  try {
    return Object.fromEntries(tables.map((table) => [table, rows(table)])) as unknown as StoredTables
  } finally {
    db.close()
  }
}
