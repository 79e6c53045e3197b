import { createEngine } from '#engine/compose.ts'
import { wasmBytes } from './bench-agency.ts'
const engine = createEngine({ wasmBytes, preferencesFolder: null, printPdf: null, now: () => new Date(), random: Math.random, locale: 'id', log: (l) => console.error(l) })
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
export async function call(name: string, input: unknown) {
  const s = performance.now(), c = cpu()
  const r = await engine.handle('operator', name, input)
  console.log(name.padEnd(28), 'wall', Math.round(performance.now() - s), 'cpu', Math.round(cpu() - c), r.ok ? '' : JSON.stringify(r.error))
  return (r as any).value
}
const path = process.env.DB ?? '/tmp/bf/engine.timbang'
const st = await call('workspace.open', { path })
const periodId = st.periods[0].id
const what = process.argv.slice(2)
for (const w of what.length ? what : ['staff.board', 'overview.get', 'supervisors.compare', 'reports.list', 'meetings', 'edit']) {
  if (w === 'none') continue
  if (w === 'meetings') {
    const list = await call('meetings.list', { periodId })
    const meetingId = list[0]?.id ?? (await call('meetings.create', { periodId, title: 'Rapat uji', place: 'Aula', heldOn: '2026-11-23', plannedStart: '09:00', quorum: null, minutesPerCase: 5 })).meetingId
    for (let i = 0; i < 2; i++) await call('meetings.room', { meetingId })
    await call('meetings.proposeAgenda', { meetingId })
    await call('history.undo', {})
  } else if (w === 'edit') {
    const { columns } = await call('staff.board', { periodId, from: 0, count: 1000 })
    for (let i = 0; i < 12; i++) await call('staff.recordCells', { periodId, cells: [{ employeeId: columns.employeeId[i * 7], field: 'resultScore', key: '1', text: String(60 + Math.round(Math.random() * 40)) }] })
  } else if (w === 'trail') await call('trail.changes', { seq: 2 })
  else if (w === 'import') {
    const r = await call('workspace.create', { path: `/tmp/bf/imp-${Date.now()}.timbang`, agency: { name: 'Dinas Contoh', government: 'x', address: 'J', contact: 'T', place: 'C', zone: 'WIB', workingWeek: 'monday-friday', cycle: 'quarterly', paper: 'A4' }, units: [{ name: 'Dinas', parent: null }], period: { kind: 'quarterly', year: 2026, ordinal: 3, rulePacks: ['permenpanrb-6-2022', 'se-menpanrb-3-2023'], windowStartsOn: null, windowEndsOn: null } })
    const p = await call('import.preview', { jobId: 'a', paths: ['/tmp/bf/list.xlsx'], periodId: r.periods[0].id })
    await call('import.commit', { jobId: 'b', previewId: p.previewId })
    await call('history.undo', {})
    await call('history.redo', {})
  } else for (let i = 0; i < 3; i++) await call(w, w === 'reports.list' ? { periodId, meetingId: null } : { periodId })
}
await engine.close()
