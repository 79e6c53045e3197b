import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { openConnection } from '#data/store/connection.ts'
import { configure } from '#data/store/open-workspace.ts'
import { sql } from '#data/store/sql.ts'
import { schemaHash } from '#data/store/schema-hash.ts'
import { wasmBytes } from './bench-agency.ts'
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
const t = (n: string, w: () => unknown) => { const s = performance.now(), c = cpu(); const r = w(); console.log(n.padEnd(40), 'wall', Math.round(performance.now() - s), 'cpu', Math.round(cpu() - c), JSON.stringify(r)?.slice(0, 80)) }
const engine = await loadSqlEngine(wasmBytes)
const path = process.env.DB ?? '/tmp/bf/large.timbang'
const open = () => { const db = openConnection(engine, { path, readOnly: true }); configure(db); return db }
let db = open()
t('schemaHash', () => schemaHash(db))
t('quick_check cold', () => db.value(sql`PRAGMA quick_check`))
t('quick_check warm', () => db.value(sql`PRAGMA quick_check`))
t('fk', () => db.get(sql`PRAGMA foreign_key_check`))
t('fk', () => db.get(sql`PRAGMA foreign_key_check`))
db.pragma('ignore_check_constraints = ON')
t('quick_check nocheck', () => db.value(sql`PRAGMA quick_check`))
for (const table of ['journal_change', 'indicator', 'result_score', 'behaviour_score', 'work_result']) t('qc ' + table, () => db.value(sql`SELECT count(*) FROM pragma_quick_check(${table})`))
t('pages', () => db.all(sql`SELECT (SELECT count(*) FROM journal_change) AS j, (SELECT count(*) FROM indicator) AS i, (SELECT count(*) FROM behaviour_score) AS b, (SELECT count(*) FROM result_score) r`))
t('sum', () => db.all(sql`SELECT sum(length(after)) FROM journal_change`))
db.close()
db = open()
t('sum cold', () => db.all(sql`SELECT sum(length(after)) FROM journal_change`))
t('sum cold i', () => db.all(sql`SELECT sum(length(target)) FROM indicator`))
t('fk journal', () => db.get(sql`PRAGMA foreign_key_check(journal_change)`))
t('fk indicator', () => db.get(sql`PRAGMA foreign_key_check(indicator)`))
t('fk result_score', () => db.get(sql`PRAGMA foreign_key_check(result_score)`))
db.close()
