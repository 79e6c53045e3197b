import { mkdtempSync, existsSync } from 'node:fs'
import { makeLargeWorkspace, makeStaffList } from './bench-agency.ts'
import { engineTimings } from './engine-timings.ts'
const folder = process.env.BENCH_FOLDER ?? mkdtempSync('/tmp/timbang-bench-')
const t = performance.now()
if (!existsSync(folder + '/large.timbang')) await makeLargeWorkspace(folder + '/large.timbang')
console.log('made', performance.now() - t)
if (!existsSync(folder + '/list.xlsx')) await makeStaffList(folder + '/list.xlsx', 10000)
console.table(await engineTimings({ folder, large: folder + '/large.timbang', list: folder + '/list.xlsx' }))
