import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, CallOutput } from '#contract/contracts.ts'
import { standardChoices } from '#domain/calibration/calibration-choices.ts'
import { shownResult } from '#domain/calibration/shown-result.ts'
import { canonicalJson } from '#domain/ledger/canonical-json.ts'
import { type EmployeeId, type MeetingBench, meetingBench } from '#tests/support/meeting-bench.ts'
import { storedCases } from '#tests/support/stored-cases.ts'

let app: MeetingBench
let periodId: MeetingBench['periodId']
let jobs = 0

const job = () => `job-${++jobs}`
const store = () => app.call('calibration.store', { jobId: job(), periodId })
const current = () => app.call('calibration.current', { periodId })
const freshness = (runId: CallInput<'calibration.freshness'>['runId']) => app.call('calibration.freshness', { runId })
const result = (runId: CallInput<'calibration.result'>['runId']) =>
  app.call('calibration.result', { runId, dimension: 'work-results' })
const trailLength = async () => (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).total
const undo = () => app.call('history.undo', {})

async function somebody() {
  const { columns } = await app.call('staff.board', { periodId })
  const row = columns.workScore.findIndex((score) => score !== null)
  return (columns.employeeId[row] ?? '') as EmployeeId
}

async function writeScore(text: string) {
  const cell = { employeeId: await somebody(), field: 'resultScore' as const, key: '1', text }
  await app.call('staff.recordCells', { periodId, cells: [cell] })
}

/** Every id that stands anywhere under the name `employee`. */
const employeesIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, part]) =>
        key === 'employee' && typeof part === 'string' ? [part] : employeesIn(part),
      )

beforeAll(async () => {
  app = await meetingBench()
  periodId = app.periodId
}, 120_000)
afterAll(() => app.close())

describe('a stored calibration', { timeout: 60_000 }, () => {
  let first: CallOutput<'calibration.store'>

  it('is none before one was computed, and then says what computing says', async () => {
    expect(await current()).toMatchObject({ run: null, runs: 0, choices: { values: standardChoices, chosenAt: null } })
    first = await store()
    expect(first.isNew).toBe(true)
    const { run } = await current()
    expect(run).toMatchObject({
      id: first.runId,
      modelVersion: 'timbang-calibration-1',
      choices: standardChoices,
      computedAt: '2026-11-23T02:00:00.000Z',
      reason: '',
      meetings: [],
    })
    expect(run?.computedBy).not.toBe('')
    const now = await app.call('calibration.run', { periodId })
    expect(run?.dimensions.map(({ inputsHash }) => inputsHash)).toEqual(now.runs.map(({ inputsHash }) => inputsHash))
    const kept = await result(first.runId)
    const whole = now.runs[0]?.result
    expect(whole).toBeDefined()
    if (whole === undefined) return
    expect(canonicalJson(kept.result as never)).toBe(canonicalJson(shownResult(whole) as never))
    const cases = await storedCases(app, { runId: first.runId, dimension: 'work-results' })
    expect(canonicalJson(cases as never)).toBe(canonicalJson(whole.cases as never))
    const asked = { runId: first.runId, dimension: 'work-results', supervisorId: null } as const
    const rest = await app.call('calibration.cases', { ...asked, from: 200 })
    expect(rest).toMatchObject({ total: whole.cases.length, cases: whole.cases.slice(200) })
    expect(rest.employees.map(({ id }) => id)).toEqual(
      whole.cases
        .slice(200)
        .map(({ employee }) => employee)
        .toSorted(),
    )
    // What is stored is all of it, the part no page asks for too.
    const hash = createHash('sha256')
      .update(canonicalJson(whole as never))
      .digest('hex')
    expect(run?.dimensions[0]?.resultHash).toBe(hash)
    expect(kept).toMatchObject({ problems: now.problems, supervisors: now.supervisors })
    // Everybody the page may name has a name: the listed, those of the findings and of the jumps.
    const named = new Set(kept.employees.map(({ id }) => id))
    const meant = employeesIn(kept.result)
    expect(meant.length).toBeGreaterThan(50)
    expect(meant.filter((id) => !named.has(id))).toEqual([])
    expect(kept.result.jump).toMatchObject({ kind: 'value' })
    expect(kept.employees.length).toBeLessThan(whole.cases.length)
    expect(kept.employees.map(({ name }) => name)).not.toContain('')
  })

  it('stands in the journal with its hashes and facts, not with its megabytes', async () => {
    const { entries } = await app.call('trail.list', { beforeSeq: null, limit: 1, command: 'calibration.store' })
    expect(entries[0]).toMatchObject({ command: 'calibration.store', summary: { model: 'timbang-calibration-1' } })
    const { changes } = await app.call('trail.changes', { seq: entries[0]?.seq ?? 0 })
    expect(changes.map(({ table }) => table)).toEqual(['calibrationRun'])
    const { run } = await current()
    const text = JSON.stringify(changes)
    for (const { inputsHash, resultHash } of run?.dimensions ?? []) {
      expect(text).toContain(inputsHash)
      expect(text).toContain(resultHash)
    }
    expect(text.length).toBeLessThan(6_000)
    const whole = await storedCases(app, { runId: first.runId, dimension: 'work-results' })
    expect(JSON.stringify(whole).length).toBeGreaterThan(50_000)
  })

  it('is not stored twice while nothing changed', async () => {
    const length = await trailLength()
    expect(await store()).toEqual({ runId: first.runId, isNew: false })
    expect(await trailLength()).toBe(length)
  })

  it('is stale when a score changes, says what changed, and the same inputs give the same bytes again', async () => {
    const { run: before } = await current()
    await writeScore('41')
    expect(await freshness(first.runId)).toEqual({ kind: 'outdated', changes: [{ what: 'scores', rows: 1 }] })
    const second = await store()
    const { run: other } = await current()
    expect(second.isNew).toBe(true)
    expect(other?.dimensions[0]?.inputsHash).not.toBe(before?.dimensions[0]?.inputsHash)
    await undo()
    await undo()
    expect(await freshness(first.runId)).toEqual({ kind: 'current' })
    await writeScore('41')
    await store()
    expect((await current()).run?.dimensions).toEqual(other?.dimensions)
    await undo()
    await undo()
    expect((await app.call('calibration.list', { periodId })).map(({ id }) => id)).toEqual([first.runId])
  })

  it('heeds what a calibration reads, and nothing else', async () => {
    const employeeId = await somebody()
    const { columns } = await app.call('staff.board', { periodId })
    const other = columns.supervisorId.find(
      (id, row) =>
        id !== null && id !== columns.supervisorId[columns.employeeId.indexOf(employeeId)] && columns.rated[row],
    )
    await app.call('staff.setSupervisor', {
      periodId,
      employeeIds: [employeeId],
      supervisorId: other ?? '',
      fromDate: '2026-09-15',
      reason: 'Pejabat penilai pindah tugas',
      moved: 'employee',
    })
    const changed = await freshness(first.runId)
    expect(changed.kind === 'outdated' && changed.changes.map(({ what }) => what)).toEqual(['supervisors'])
    await undo()
    // Control: a post and a meeting are no part of it.
    await app.call('staff.recordCells', {
      periodId,
      cells: [{ employeeId, field: 'post', key: '', text: 'Perawat Lain' }],
    })
    await app.plan()
    expect(await freshness(first.runId)).toEqual({ kind: 'current' })
    await undo()
    await undo()
  })

  it('goes and comes back with undo and redo, whole', async () => {
    const whole = await result(first.runId)
    await undo()
    expect((await current()).run).toBeNull()
    await expect(result(first.runId)).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
    await app.call('history.redo', {})
    expect(await result(first.runId)).toEqual(whole)
  })

  it('is read back from the file after it was closed and opened', async () => {
    const whole = await result(first.runId)
    await app.call('workspace.close', {})
    await app.call('workspace.open', { path: app.path('c.timbang') })
    expect(await result(first.runId)).toEqual(whole)
    expect(await freshness(first.runId)).toEqual({ kind: 'current' })
    expect(await app.call('trail.verify', { jobId: job(), anchor: null })).toMatchObject({ found: 0 })
  })

  it('stops when it is cancelled, and then nothing is stored', async () => {
    await writeScore('42')
    const runs = (await current()).runs
    const jobId = job()
    await app.call('jobs.cancel', { jobId })
    await expect(app.call('calibration.store', { jobId, periodId })).rejects.toMatchObject({ code: 'E-CANCELLED' })
    expect((await current()).runs).toBe(runs)
    await undo()
  })
})
