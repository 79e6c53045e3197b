import fs from 'node:fs'
import { join } from 'node:path'
import type { CallInput } from '#contract/contracts.ts'
import type { testEngine } from '#tests/support/in-memory-app.ts'
import { type StaffAgency, staffAgency } from '../staff/staff-agency.ts'

type Cell = CallInput<'staff.recordCells'>['cells'][number]

/** An agency whose copies go to a folder of the test, and never by themselves unless a test says when. */
export interface Office extends StaffAgency {
  readonly file: string
  readonly copies: string
  /** Writes the score of Sari's first result. */
  score(text: string): Promise<void>
  /** Sari's first score as it is now. */
  scoreNow(): Promise<number | null | undefined>
  restore(copy: string, more?: Partial<CallInput<'backups.restore'>>): ReturnType<StaffAgency['call']>
}

/** Timers take no more than 24 days. */
const never = 2_000_000_000

export async function office(options: Parameters<typeof testEngine>[0] = {}): Promise<Office> {
  const app = await staffAgency(
    [
      { name: 'Ratna', supervisor: null },
      { name: 'Sari', supervisor: 0, results: [{ score: 80 }, { score: 75 }], behaviours: [4, 4, 4, 4, 4, 4, 4] },
      { name: 'Dewi', supervisor: 0, results: [{ score: 80 }], behaviours: [4, 4, 4, 4, 4, 4, 4] },
    ],
    { backups: { after: never, every: never, thread: null }, ...options },
  )
  const { periodId } = app
  const employeeId = app.ids[1] ?? ''
  const copies = app.path('cadangan')
  await app.call('backups.setFolder', { folder: copies })
  return {
    ...app,
    file: fs.realpathSync(app.path('agency.timbang')),
    copies,
    async score(text) {
      const cell: Cell = { employeeId, field: 'resultScore', key: '1', text, reason: '' }
      const { refused } = await app.call('staff.recordCells', { periodId, cells: [cell] })
      if (refused.length > 0) throw new Error(JSON.stringify(refused))
    },
    async scoreNow() {
      const page = await app.call('staff.rows', { periodId, employeeIds: [employeeId] })
      return page.columns.results[0]?.scores[0]
    },
    restore: (copy, more = {}) =>
      app.call('backups.restore', {
        path: app.path('agency.timbang'),
        copy,
        reason: '',
        jobId: 'job',
        ...more,
      }),
  }
}

/** Names of everything below a folder, sorted. */
export function namesBelow(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(folder.length + 1), entry.name))
    .sort()
}
