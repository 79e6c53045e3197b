import { createEngine } from '#engine/compose.ts'
import { wasmBytes } from './bench-agency.ts'
const engine = createEngine({ wasmBytes, preferencesFolder: null, printPdf: null, now: () => new Date(), random: Math.random, locale: 'id', log: (l) => console.error(l) })
const call = async (name: string, input: unknown) => (await engine.handle('operator', name, input) as any).value
const st = await call('workspace.open', { path: '/tmp/bf/engine.timbang' })
const periodId = st.periods[0].id
const { columns } = await call('staff.board', { periodId, from: 0, count: 1000 })
const t: number[] = []
const c0 = process.cpuUsage()
for (let i = 0; i < 200; i++) { const s = performance.now(); await call('staff.recordCells', { periodId, cells: [{ employeeId: columns.employeeId[i * 5], field: 'resultScore', key: '1', text: String(60 + Math.round(Math.random() * 40)) }] }); t.push(performance.now() - s) }
const c = process.cpuUsage(c0); t.sort((a, b) => a - b)
console.log('p50', t[100], 'p95', t[190], 'cpu each', (c.user + c.system) / 200000)
await engine.close()
