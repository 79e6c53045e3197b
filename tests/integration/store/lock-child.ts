/** A process for the lock tests: it commits on and on, says `ack n` after each commit, and what it was refused. */
import fs from 'node:fs'
import type { OsLocks } from '#data/store/os-locks.ts'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { firstSchema } from './test-schema.ts'

const [mode = '', path = '', wasmPath = ''] = process.argv.slice(2)
const text = 'z'.repeat(400)

/** The negative control: every lock is granted, as it was before there were real ones. */
const grantEverything: OsLocks = {
  open(opened) {
    const { dev, ino } = fs.statSync(opened, { bigint: true })
    const identity = `${dev}:${ino}`
    return { writable: true, identity, set: () => true, inTheWayOf: () => 'none', close: () => undefined }
  },
}

function say(line: string): void {
  fs.writeSync(1, `${line}\n`)
}

const engine = await (mode === 'fake'
  ? loadSqlEngine(fs.readFileSync(wasmPath), async () => grantEverything)
  : loadSqlEngine(fs.readFileSync(wasmPath)))
const { db } = openWorkspaceFile(engine, path, [firstSchema])
say('ready')
for (let round = 1; ; round += 1) {
  try {
    db.transaction(() => {
      db.run(sql`UPDATE parent SET name = ${`${round} `} || id || ${text}`)
      db.run(sql`INSERT INTO child (parent_id, note) VALUES (1, ${String(round)})`)
    })
    say(`ack ${round}`)
  } catch (error) {
    say(String(error))
    if (!String(error).includes('E-SAVE-BUSY')) break
  }
}
