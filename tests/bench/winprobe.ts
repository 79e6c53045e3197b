import { mkdtempSync, copyFileSync } from 'node:fs'
import { timbangWindow } from '#tests/e2e/pages/timbang-window.ts'
import { launchTimbang } from '#tests/e2e/support/app.ts'
const folder = mkdtempSync(process.env.TMPDIR + '/b-')
copyFileSync('/tmp/bf/large.timbang', folder + '/w.timbang')
for (let i = 0; i < 2; i++) {
  const s = performance.now(); const at = (n: string) => console.log(n, Math.round(performance.now() - s))
  const timbang = await launchTimbang({ args: [folder + '/w.timbang'], userData: folder + '/ud' })
  at('launched')
  const w = timbangWindow(timbang); await w.ready(); at('frame')
  await w.go('staff'); at('go staff')
  await timbang.page.locator('[role="row"][row-index="0"] [col-id="name"]').filter({ hasText: /\w/ }).first().waitFor(); at('grid')
  if (i === 1) {
    const t = await timbang.page.evaluate(async () => {
      const b = (globalThis as any).timbang; const out: any[] = []
      const ask = async (n: string, x: unknown) => { const a = performance.now(); const r = await b.call(n, x); out.push(n + ' ' + Math.round(performance.now() - a)); return r.value }
      const st = await ask('workspace.status', {}); const periodId = st.periods[0].id
      await new Promise(r => setTimeout(r, 8000))
      for (let k = 0; k < 2; k++) { await ask('overview.get', { periodId }); await ask('staff.board', { periodId, from: 0, count: 200 }); await ask('staff.board', { periodId }) }
      const board = await ask('staff.board', { periodId, from: 0, count: 500 })
      for (let e = 0; e < 25; e++) { await ask('staff.recordCells', { periodId, cells: [{ employeeId: board.columns.employeeId[e * 7], field: 'resultScore', key: '1', text: String(55 + e) }] }); await new Promise(r => setTimeout(r, 40)) }
      for (let e = 0; e < 10; e++) { await ask('staff.recordCells', { periodId, cells: [{ employeeId: board.columns.employeeId[e * 7], field: 'resultScore', key: '1', text: String(65 + e) }] }); await new Promise(r => setTimeout(r, 1500)) }
      return out
    })
    console.log(t.join('\n'))
    console.log(await timbang.app.evaluate(({ app }) => app.getAppMetrics().map(m => m.type + ' ' + m.name + ' ' + Math.round(m.memory.workingSetSize / 1024))))
  }
  await timbang.close()
}
