import { it } from 'vitest'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { overviewReader } from '#data/repositories/overview-reader.ts'
import { standingReader } from '#data/repositories/standing-reader.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { staffRow } from '#application/staff/staff-row.ts'
import { createSession } from '#engine/session.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
it('perf', async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
  const env = { now: () => '2026-11-23T02:00:00.000Z', newId: () => 'x', author: () => 'x' }
  const s = createSession(wasm, env, () => {}, () => {})
  await s.open('/tmp/ov_big.timbang')
  const db = s.database()
  const period = s.current().tables.period.all().toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))[0]
  if (!period) throw new Error('x')
  for (let k = 0; k < 3; k++) {
    const T: Record<string, number> = {}
    const time = <X>(n: string, f: () => X): X => { const t = performance.now(); const x = f(); T[n] = Math.round(performance.now() - t); return x }
    const facts = time('facts', () => staffReader(db).facts(period.id, null))
    const indexOf = indexReader(period.scoring)
    time('rows', () => [...facts.values()].map((f) => staffRow(f, period.scoring, indexOf)))
    time('present', () => overviewReader(db).present(period.id))
    time('fresh', () => overviewReader(db).freshness(period.id, ['work-scores', 'behaviour', 'realisation', 'evidence', 'feedback']))
    time('standings', () => standingReader(db).standings(period.id))
    time('units', () => overviewReader(db).unitsOfSupervisors(period.id))
    time('sizes', () => overviewReader(db).poolSizes(period.id))
    console.log(JSON.stringify(T))
  }
  s.close()
}, 300000)
