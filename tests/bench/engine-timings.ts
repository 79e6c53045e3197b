import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import { standardChoices } from '#domain/calibration/calibration-choices.ts'
import { periodId as periodIdOf } from '#domain/model/ids.ts'
import { createEngine } from '#engine/compose.ts'
import { calibrateBeside } from '#engine/hosts/calibrate-beside.ts'
import { everyPath } from '#engine/path-access.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { wasmBytes } from './bench-agency.ts'
import { type BenchRow, limitRow, median, percentile, timed } from './bench-row.ts'

/** How long calls of the engine take on the large agency, under plain Node, with every answer on disk. */
export async function engineTimings(files: { readonly folder: string; readonly large: string; readonly list: string }) {
  const path = join(files.folder, 'engine.timbang')
  copyFileSync(files.large, path)
  const { call, close } = startEngine()
  const rows: BenchRow[] = []
  try {
    const status = await call('workspace.open', { path })
    const periodId = periodIdOf.parse(status?.periods[0]?.id)
    const measure = async (name: string, goal: number, work: () => Promise<unknown>, runs = 3) => {
      const times: number[] = []
      for (let run = 0; run < runs; run++) times.push((await timed(work)).milliseconds)
      rows.push(limitRow(`engine: ${name}`, 'ms', median(times), goal))
    }
    await measure('staff.board, everybody', 1_500, () => call('staff.board', { periodId }))
    await measure('overview.get', 1_500, () => call('overview.get', { periodId }))
    await measure('supervisors.compare', 1_500, () => call('supervisors.compare', { periodId }))
    rows.push(...(await calibrationRows(call, periodId)))
    await measure('reports.list', 2_000, () => call('reports.list', { periodId, meetingId: null }))
    rows.push(await editsOnDisk(call, periodId))
    const { milliseconds, value } = await timed(() => call('meetings.create', meetingInput(periodId)))
    rows.push(limitRow('engine: meetings.create with its agenda', 'ms', milliseconds, 3_000))
    const meetingId = value.meetingId as CallInput<'meetings.room'>['meetingId']
    await measure('meetings.proposeAgenda', 1_500, () => call('meetings.proposeAgenda', { meetingId }))
    await measure('meetings.room', 1_500, () => call('meetings.room', { meetingId }))
    await measure('trail.list', 100, () => call('trail.list', { beforeSeq: null, limit: 100, command: null }))
    await measure('trail.changes of the largest entry', 500, () => call('trail.changes', { seq: 2 }))
    rows.push(...(await importAndUndo(call, files)))
    await measure('workspace.open with the check of all pages', 3_000, async () => {
      await call('workspace.close', {})
      await call('workspace.open', { path })
    })
  } finally {
    await close()
  }
  return rows
}

/** As the application computes it: on threads, with the program that was built for them. */
const calibrationProgram = join(import.meta.dirname, '../../out/main/calibrate-thread.js')

/** The whole calibration of a period, first as it comes, then with what was read at hand; and whether others are answered. */
async function calibrationRows(call: Call, periodId: CallInput<'staff.board'>['periodId']): Promise<BenchRow[]> {
  const first = await timed(() => call('calibration.run', { periodId }))
  const stored = await timed(() => call('calibration.store', { jobId: 'store', periodId }))
  const choices = { ...standardChoices, psi: 0.9 }
  const branch = await timed(() => call('calibration.whatIf', { jobId: 'branch', periodId, choices }))
  const silence = await longestSilence(() =>
    call('calibration.apply', { jobId: 'apply', periodId, choices, reason: 'Uji' }),
  )
  return [
    limitRow('engine: calibration.run, both dimensions, the first time', 'ms', first.milliseconds, 5_000),
    limitRow('engine: calibration.store', 'ms', stored.milliseconds, 5_000),
    limitRow('engine: calibration.whatIf', 'ms', branch.milliseconds, 5_000),
    limitRow('engine: longest silence while a calibration is computed and stored', 'ms', silence, 300),
  ]
}

/** How long the engine goes without answering anybody else, at the longest, in milliseconds. */
async function longestSilence(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, performance.now()]
  const beat = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  await work()
  longest = Math.max(longest, performance.now() - last)
  clearInterval(beat)
  return longest
}

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

function startEngine(): { readonly call: Call; readonly close: () => Promise<void> } {
  const engine = createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: null,
    now: () => new Date(),
    random: Math.random,
    locale: 'id',
    ...(existsSync(calibrationProgram) ? { calibrator: calibrateBeside(calibrationProgram) } : {}),
    log: (line) => process.stderr.write(`${line}\n`),
  })
  return {
    async call(name, input) {
      const reply = await engine.handle('operator', name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`)
      return reply.value as never
    },
    close: () => engine.close(),
  }
}

/** Two hundred single scores, one command each: from the call to the answer, which is sent when the file is synced. */
async function editsOnDisk(call: Call, periodId: CallInput<'staff.board'>['periodId']): Promise<BenchRow> {
  const { columns } = await call('staff.board', { periodId, from: 0, count: 1_000 })
  const times: number[] = []
  for (let edit = 0; edit < 200; edit++) {
    const employeeId = (columns.employeeId[(edit * 7) % 1_000] ?? '') as CallInput<'dossier.get'>['employeeId']
    const text = String(60 + (edit % 40))
    const input = { periodId, cells: [{ employeeId, field: 'resultScore' as const, key: '1', text }] }
    times.push((await timed(() => call('staff.recordCells', input))).milliseconds)
  }
  return limitRow('engine: an edit on disk, p95', 'ms', percentile(times, 0.95), 50)
}

const meetingInput = (periodId: CallInput<'staff.board'>['periodId']): CallInput<'meetings.create'> => ({
  periodId,
  title: 'Rapat uji',
  place: 'Aula',
  heldOn: '2026-11-23',
  plannedStart: '09:00',
  quorum: null,
  minutesPerCase: 5,
})

async function importAndUndo(call: Call, files: { readonly folder: string; readonly list: string }) {
  const status = await call('workspace.create', newWorkspaceInput(join(files.folder, 'engine-import.timbang')))
  const periodId = periodIdOf.parse(status?.periods[0]?.id)
  const preview = await timed(() => call('import.preview', { jobId: 'preview', paths: [files.list], periodId }))
  if (preview.value.blocking > 0) throw new Error(`the staff list has ${preview.value.blocking} open questions`)
  const commit = await timed(() => call('import.commit', { jobId: 'commit', previewId: preview.value.previewId }))
  const undo = await timed(() => call('history.undo', {}))
  const redo = await timed(() => call('history.redo', {}))
  return [
    limitRow('engine: preview of 10,000 rows', 'ms', preview.milliseconds, 10_000),
    limitRow('engine: import of 10,000 rows', 'ms', commit.milliseconds, 5_000),
    limitRow('engine: undo of that import', 'ms', undo.milliseconds, 5_000),
    limitRow('engine: redo of that import', 'ms', redo.milliseconds, 5_000),
  ]
}
