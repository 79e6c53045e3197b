import { it } from 'vitest'
import { existsSync } from 'node:fs'
import { testEngine } from '#tests/support/in-memory-app.ts'
import { buildExample } from '#application/example/build-example.ts'
import { exampleSource } from '#engine/example-source.ts'
import { createSession } from '#engine/session.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
it('perf', async () => {
  const path = '/tmp/ov_big.timbang'
  if (!existsSync(path)) {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
    let n = 0
    const env = { now: () => '2026-11-23T02:00:00.000Z', newId: () => `id${String(n++).padStart(12, '0')}`, author: () => 'x' }
    const s = createSession(wasm, env, () => {}, () => {})
    await s.create(path, (w) => buildExample(w, env, exampleSource, 1, { report() {}, async pause() {} } as never, { staff: 9000, unitCopies: 40, quarters: [2, 3], indicatorsPerPlan: 8 }))
    s.close()
  }
  const app = testEngine({ checkOutputs: false })
  const status = await app.call('workspace.open', { path })
  const periodId = status?.periods[0]?.id ?? ''
  console.log(status?.employeeCount)
  for (let k = 0; k < 3; k++) {
    const t0 = performance.now()
    const o = await app.call('overview.get', { periodId })
    const t1 = performance.now()
    const c = await app.call('supervisors.compare', { periodId })
    const t2 = performance.now()
    await app.call('supervisors.detail', { periodId, supervisorId: c.supervisors[3]?.supervisorId ?? '' })
    const t3 = performance.now()
    await app.call('organisation.get', { periodId })
    const t4 = performance.now()
    console.log(o.counts.people, c.supervisors.length, c.cases.length, [t1 - t0, t2 - t1, t3 - t2, t4 - t3].map(Math.round))
  }
  await app.close()
}, 300000)
