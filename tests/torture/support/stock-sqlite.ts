import { spawnSync } from 'node:child_process'

export const stockSqliteMissing =
  spawnSync('sqlite3', ['--version']).status === 0
    ? undefined
    : 'the stock program sqlite3 is not installed (apt-get install sqlite3): its opinion of the files was not asked'

export interface StockAnswer {
  readonly lines: readonly string[]
  readonly error: string
}

/** What the stock command line program says; it waits up to three seconds for a lock. */
export function askStockSqlite(path: string, ...statements: readonly string[]): StockAnswer {
  const { stdout, stderr } = spawnSync('sqlite3', ['-cmd', '.timeout 3000', path, ...statements], { encoding: 'utf8' })
  return { lines: stdout.split('\n').filter((line) => line !== ''), error: stderr.trim() }
}

const journalState = 'SELECT count(*), coalesce(max(seq), 0) FROM journal'

/** Whole pages, whole references, a journal without gaps that holds at least what was acknowledged. */
export function stockVerdict(path: string, acknowledged: number): string {
  const { lines, error } = askStockSqlite(path, 'PRAGMA integrity_check', 'PRAGMA foreign_key_check', journalState)
  if (error !== '') return `stock sqlite3: ${error}`
  const [integrity, counts] = [lines[0], lines[1]?.split('|').map(Number)]
  if (integrity !== 'ok' || lines.length !== 2) return `stock sqlite3: ${lines.slice(0, 3).join('; ')}`
  const [count = 0, last = 0] = counts ?? []
  if (count !== last) return `stock sqlite3: ${count} journal entries, the last is number ${last}`
  return last >= acknowledged ? 'sound' : `stock sqlite3: entry ${acknowledged} was acknowledged, the last is ${last}`
}
