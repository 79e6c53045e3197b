import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { appendEntry } from '#data/repositories/journal.ts'
import { openConnection } from '#data/store/connection.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'

const pageSize = 4096

/** Makes a closed workspace heavy: one entry of its trail carries this many bytes, as a large import would. */
export async function makeHeavy(path: string, bytes: number): Promise<void> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
  const db = openConnection(await loadSqlEngine(wasm), { path, readOnly: false })
  try {
    db.transaction(() => {
      const head = { at: '2026-11-23T02:00:00.000Z', author: 'Uji', command: 'workspace.updateAgency', summary: {} }
      const after = `{"name":"${'x'.repeat(bytes)}"}`
      appendEntry(db, { ...head, reason: '', undoes: null }, [
        { table: 'agency', rowId: 'agency', before: null, after },
      ])
    })
  } finally {
    db.close()
  }
}

/** Breaks the chain of that entry's pages in the middle: nothing on the screen needs it, only a check of all pages finds it. */
export function damageHistory(path: string): void {
  const middle = Math.floor((statSync(path).size * 0.6) / pageSize) * pageSize
  const descriptor = openSync(path, 'r+')
  try {
    writeSync(descriptor, Buffer.alloc(4, 0xff), 0, 4, middle)
  } finally {
    closeSync(descriptor)
  }
}
