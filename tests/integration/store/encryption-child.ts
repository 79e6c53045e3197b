/** A process for the crash test of encrypted files: it says `ready`, then `ack n` after each commit, until it is ended. */
import fs from 'node:fs'
import { openEncryptedWorkspace, unlock } from '#data/store/encryption/encryption.ts'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { firstSchema } from './test-schema.ts'

const [path = '', wasmPath = '', passphrase = ''] = process.argv.slice(2)

function say(line: string): void {
  fs.writeSync(1, `${line}\n`)
}

const engine = await loadSqlEngine(fs.readFileSync(wasmPath))
const { db } = openEncryptedWorkspace(engine, path, [firstSchema], await unlock(path, passphrase))
// Pages reach the file in the middle of transactions.
db.value(sql`PRAGMA cache_size = 8`)
say('ready')
for (let round = (db.value<number>(sql`SELECT count(*) FROM child`) ?? 0) + 1; ; round += 1) {
  db.transaction(() => {
    db.run(sql`UPDATE parent SET name = ${`${round} `} || id || ${'z'.repeat(400)}`)
    db.run(sql`INSERT INTO child (parent_id, note) VALUES (1, ${String(round)})`)
  })
  say(`ack ${round}`)
}
