import { windowTimings } from './window-timings.ts'
import { mkdtempSync } from 'node:fs'
const r = await windowTimings({ folder: mkdtempSync(process.env.TMPDIR + '/b-'), large: '/tmp/bf/large.timbang', list: '/tmp/bf/list.xlsx' })
console.log(r.runtime); console.table(r.rows.map(x => ({...x, goal: x.goal.text})))
