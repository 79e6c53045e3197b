/** A process for the crash tests: it says `ready`, then `ack n` after each commit, until somebody ends it. */
import fs from 'node:fs'
import initSqlJs from 'sql.js/dist/sql-wasm.js'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { firstSchema } from './test-schema.ts'

const [mode = '', path = '', wasmPath = ''] = process.argv.slice(2)
const text = 'z'.repeat(400)

function say(line: string): void {
  fs.writeSync(1, `${line}\n`)
}

/** Each round renames every row and adds one: many pages per commit, and a count that tells which commit it was. */
async function commitLoop(): Promise<void> {
  const engine = await loadSqlEngine(fs.readFileSync(wasmPath))
  const { db } = openWorkspaceFile(engine, path, [firstSchema])
  say('ready')
  for (let round = (db.value<number>(sql`SELECT count(*) FROM child`) ?? 0) + 1; ; round += 1) {
    db.transaction(() => {
      db.run(sql`UPDATE parent SET name = ${`${round} `} || id || ${text}`)
      db.run(sql`INSERT INTO child (parent_id, note) VALUES (1, ${String(round)})`)
    })
    say(`ack ${round}`)
  }
}

/** Negative control: one more row per round, saved by writing the whole file anew. */
async function exportLoop(): Promise<void> {
  // sql.js's glue asks for it; the store has its own way (sql-engine.ts).
  Object.assign(globalThis, { __dirname: '' })
  const { Database } = await initSqlJs({ wasmBinary: new Uint8Array(fs.readFileSync(wasmPath)).buffer })
  const db = new Database(fs.readFileSync(path))
  say('ready')
  for (let round = Number(db.exec('SELECT count(*) FROM child')[0]?.values[0]?.[0]) + 1; ; round += 1) {
    db.run(`INSERT INTO child (parent_id, note) VALUES (1, '${round}')`)
    fs.writeFileSync(path, db.export())
    say(`ack ${round}`)
  }
}

/** Opens the file, reports what came of it, and keeps it open. */
async function hold(): Promise<void> {
  const engine = await loadSqlEngine(fs.readFileSync(wasmPath))
  try {
    openWorkspaceFile(engine, path, [firstSchema])
    say('ready')
    setInterval(() => undefined, 1000)
  } catch (error) {
    say(String(error))
  }
}

const modes: Record<string, () => Promise<void>> = { commit: commitLoop, export: exportLoop, hold }
await modes[mode]?.()
