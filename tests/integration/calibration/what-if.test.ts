import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { type CalibrationChoices, standardChoices } from '#domain/calibration/calibration-choices.ts'
import { type MeetingBench, meetingBench } from '#tests/support/meeting-bench.ts'
import { storedCases } from '#tests/support/stored-cases.ts'

let app: MeetingBench
let periodId: MeetingBench['periodId']
let jobs = 0

const job = () => `job-${++jobs}`
const whatIf = (change: Partial<CalibrationChoices>) =>
  app.call('calibration.whatIf', { jobId: job(), periodId, choices: { ...standardChoices, ...change } })
const apply = (change: Partial<CalibrationChoices>, reason: string) =>
  app.call('calibration.apply', { jobId: job(), periodId, choices: { ...standardChoices, ...change }, reason })
const current = () => app.call('calibration.current', { periodId })
const trailLength = async () => (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).total
const undo = () => app.call('history.undo', {})

async function scores() {
  const { columns } = await app.call('staff.board', { periodId })
  return JSON.stringify([columns.workScore, columns.behaviourScore, columns.predicate])
}

beforeAll(async () => {
  app = await meetingBench()
  periodId = app.periodId
}, 120_000)
afterAll(() => app.close())

describe('other choices, beside the stored calibration', { timeout: 60_000 }, () => {
  it('need a stored one to stand beside', async () => {
    await expect(whatIf({ psi: 1 })).rejects.toMatchObject({ code: 'E-CALIBRATE-NONE' })
    await app.call('calibration.store', { jobId: job(), periodId })
  })

  it('change nothing where they are the same', async () => {
    const { isStored, dimensions } = await whatIf({})
    expect(isStored).toBe(true)
    for (const { supervisors, cases, changed, before, after } of dimensions) {
      expect([supervisors, cases, changed]).toEqual([[], [], { proposals: 0, levels: 0, flags: 0 }])
      expect(after).toEqual(before)
    }
  })

  it('say who would change, keep the order inside every team, and write nothing', async () => {
    const [length, before] = [await trailLength(), await scores()]
    const { dimensions, employees } = await whatIf({ usesPanel: false, psi: 1 })
    const [work] = dimensions
    expect(work?.after).toMatchObject({ main: 'A', psi: { value: 1, source: 'assumed' } })
    expect(work?.changed.proposals).toBeGreaterThan(10)
    expect(work?.cases.length).toBe(Math.min(200, work?.changed.proposals ?? 0))
    expect(dimensions.every(({ orderKept }) => orderKept)).toBe(true)
    const named = new Set(employees.map(({ id }) => id))
    for (const one of work?.cases ?? []) {
      expect(one.before).not.toBe(one.after)
      expect(named.has(one.employee)).toBe(true)
    }
    expect(await trailLength()).toBe(length)
    expect(await scores()).toBe(before)
    expect((await current()).choices.chosenAt).toBeNull()
  })

  it('move no proposal further than the largest shift, and none at all with 0', async () => {
    const { dimensions } = await whatIf({ mostShift: 0 })
    for (const { cases } of dimensions)
      for (const one of cases) expect(Math.abs((one.after ?? 0) - (one.raw ?? 0))).toBeLessThanOrEqual(0.25)
    expect(dimensions[0]?.after.proposed).toBeGreaterThan(0)
  })

  it('leave out a supervisor with all his people', async () => {
    const { run } = await current()
    const { result } = await app.call('calibration.result', {
      runId: run?.id ?? ('' as never),
      dimension: 'work-results',
    })
    const [flagged] = result.supervisors.filter(({ flag }) => flag !== null)
    const { dimensions } = await whatIf({ leftOut: [flagged?.supervisor as never] })
    const work = dimensions[0]
    expect(work?.supervisors.find((one) => one.supervisor === flagged?.supervisor)?.after).toBeNull()
    const own = work?.cases.filter((one) => one.supervisor === flagged?.supervisor) ?? []
    expect(own.length).toBe(flagged?.people)
    for (const one of own) expect(one.after).toBeNull()
  })

  it('are held against the choices computed anew once the stored calibration is stale', async () => {
    const { columns } = await app.call('staff.board', { periodId })
    const row = columns.workScore.findIndex((score) => score !== null)
    const employeeId = (columns.employeeId[row] ?? '') as CallInput<'dossier.get'>['employeeId']
    await app.call('staff.recordCells', {
      periodId,
      cells: [{ employeeId, field: 'resultScore', key: '1', text: '12' }],
    })
    const same = await whatIf({})
    expect(same.isStored).toBe(false)
    // The edited score is no difference between choices.
    expect(same.dimensions.map(({ changed }) => changed.proposals)).toEqual([0, 0])
    await undo()
    expect((await whatIf({})).isStored).toBe(true)
  })

  it('become the period’s own by one reasoned decision, which one undo takes back', async () => {
    await expect(apply({ psi: 0.5 }, ' ')).rejects.toMatchObject({ code: 'E-ARG' })
    const [length, before, { run: stored }] = [await trailLength(), await scores(), await current()]
    const { runId } = await apply({ usesPanel: false, psi: 0.5 }, 'Panel tahun lalu menunjukkan separuh')
    expect(await trailLength()).toBe(length + 1)
    const { run, choices } = await current()
    expect(run).toMatchObject({ id: runId, choices: { psi: 0.5 }, reason: 'Panel tahun lalu menunjukkan separuh' })
    expect(choices).toMatchObject({ values: { psi: 0.5 }, reason: 'Panel tahun lalu menunjukkan separuh' })
    expect(await app.call('calibration.freshness', { runId })).toEqual({ kind: 'current' })
    expect(await app.call('calibration.freshness', { runId: stored?.id ?? ('' as never) })).toEqual({
      kind: 'outdated',
      changes: [{ what: 'choices', rows: 1 }],
    })
    const { entries } = await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })
    expect(entries[0]).toMatchObject({ command: 'calibration.apply', reason: 'Panel tahun lalu menunjukkan separuh' })
    const computed = await app.call('calibration.run', { periodId })
    expect(computed.runs[0]?.result.options.psi.value).toBe(0.5)
    expect(await scores()).toBe(before)
    await undo()
    const after = await current()
    expect([after.run?.id, after.choices.chosenAt, after.choices.values]).toEqual([stored?.id, null, standardChoices])
  })

  it('are kept with the run when they say how far proposals may go and whom to leave out', async () => {
    const { run: stored } = await current()
    const { result: before } = await app.call('calibration.result', {
      runId: stored?.id ?? ('' as never),
      dimension: 'work-results',
    })
    const [flagged] = before.supervisors.filter(({ flag }) => flag !== null)
    const leftOut = [flagged?.supervisor as never]
    const { runId } = await apply({ mostShift: 1, leftOut }, 'Bidang ini dinilai ulang tersendiri')
    expect((await current()).run).toMatchObject({ id: runId, choices: { mostShift: 1, leftOut } })
    const { result } = await app.call('calibration.result', { runId, dimension: 'work-results' })
    expect(result.supervisors.map(({ supervisor }) => supervisor)).not.toContain(flagged?.supervisor)
    const cases = await storedCases(app, { runId, dimension: 'work-results' })
    expect(cases.some(({ supervisor }) => supervisor === flagged?.supervisor)).toBe(false)
    const shifts = cases.flatMap(({ proposal }) => (proposal.kind === 'proposed' ? [proposal.shift] : []))
    expect(shifts.length).toBeGreaterThan(0)
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(1)
    // The very same run comes back with the same choices, so nothing is written again.
    expect(await app.call('calibration.store', { jobId: job(), periodId })).toEqual({ runId, isNew: false })
    await undo()
    expect((await current()).run?.id).toBe(stored?.id)
  })
})

describe('cases brought to a meeting', { timeout: 60_000 }, () => {
  it('stand on its agenda with the calibration as the reason, and show the proposal of that run', async () => {
    const { run } = await current()
    const runId = run?.id ?? ('' as never)
    const cases = await storedCases(app, { runId, dimension: 'work-results' })
    const proposed = cases.filter(({ proposal }) => proposal.kind === 'proposed').slice(0, 3)
    const employeeIds = proposed.map(({ employee }) => employee as never)
    const meetingId = await app.plan()
    const before = (await app.room(meetingId)).items.filter(({ track }) => track === 'discussion').length
    const brought = await app.call('calibration.toAgenda', { runId, meetingId: null, employeeIds })
    expect(brought.meetingId).toBe(meetingId)
    const { items } = await app.room(meetingId)
    expect(items.filter(({ track }) => track === 'discussion').length).toBe(before + brought.added)
    for (const { employee, proposal } of proposed) {
      const item = items.find(({ employeeId }) => employeeId === employee)
      expect(item).toMatchObject({ track: 'discussion', reasons: expect.arrayContaining(['calibration']) })
      const shown = await app.call('calibration.caseProposals', { meetingId, employeeId: employee as never })
      expect(shown).toMatchObject({ isCurrent: true, run: { id: runId } })
      expect(shown?.dimensions.find(({ dimension }) => dimension === 'work-results')?.proposal).toEqual(proposal)
    }
    expect((await current()).run?.meetings).toEqual([{ id: meetingId, title: expect.any(String) }])
    // A new proposal of the agenda keeps what was brought.
    await app.call('meetings.proposeAgenda', { meetingId })
    const kept = (await app.room(meetingId)).items.filter(({ reasons }) => reasons.includes('calibration'))
    expect(kept.length).toBe(brought.added)
    await undo()
    await undo()
    expect((await current()).run?.meetings).toEqual([])
    expect(await app.call('calibration.caseProposals', { meetingId, employeeId: employeeIds[0] as never })).toBeNull()
    await app.call('calibration.toAgenda', { runId, meetingId, employeeIds })
    await app.call('meetings.remove', { meetingId })
    expect((await current()).run?.meetings).toEqual([])
  })

  it('refuses a meeting of another period', async () => {
    const { run } = await current()
    const status = await app.call('workspace.status', {})
    const other = status?.periods.find(({ id }) => id !== periodId)?.id ?? ('' as never)
    const { newMeeting } = await import('#tests/support/builders.ts')
    const { meetingId } = await app.call('meetings.create', { periodId: other, ...newMeeting })
    const employeeIds = ['x' as never]
    await expect(
      app.call('calibration.toAgenda', { runId: run?.id ?? ('' as never), meetingId, employeeIds }),
    ).rejects.toMatchObject({ code: 'E-ARG' })
  })

  it('a meeting looks at the newest run when it opens, and its minutes name model and hashes', async () => {
    const { run } = await current()
    const meetingId = await app.openedMeeting()
    expect((await current()).run?.meetings.map(({ id }) => id)).toEqual([meetingId])
    const { html } = await app.call('reports.preview', { periodId, meetingId, kind: 'minutes' })
    expect(html).toContain('timbang-calibration-1')
    for (const { inputsHash } of run?.dimensions ?? []) expect(html).toContain(inputsHash.slice(0, 8))
  })
})
