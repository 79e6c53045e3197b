import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

type PeriodId = CallInput<'followUps.list'>['periodId']

let app: TestEngine
let latest: PeriodId
let earlier: PeriodId

beforeEach(async () => {
  app = testEngine()
  const status = await app.call('workspace.createExample', { path: app.path('c.timbang'), seed: 2026, jobId: 'make' })
  const [first, second] = status?.periods ?? []
  if (!first || !second) throw new Error('the example has several periods')
  latest = first.id
  earlier = second.id
})
afterEach(() => app.close())

const list = (periodId = latest) => app.call('followUps.list', { periodId })

async function save(periodId: PeriodId, fields: Partial<CallInput<'followUps.save'>['fields']> = {}) {
  const { followUpId } = await app.call('followUps.save', {
    followUpId: null,
    periodId,
    meetingId: null,
    employeeId: null,
    fields: {
      kind: 'action',
      task: 'Lengkapi bukti',
      responsible: '',
      dueOn: null,
      state: 'open',
      outcome: '',
      ...fields,
    },
  })
  return followUpId
}

it('counts days by the agency’s own calendar, for open ones only', async () => {
  await save(latest, { task: 'hari ini', dueOn: '2026-11-23' })
  await save(latest, { task: 'lewat', dueOn: '2026-11-20' })
  await save(latest, { task: 'selesai', dueOn: '2026-11-20', state: 'done' })
  await save(latest, { task: 'tanpa tanggal' })
  const days = async () =>
    Object.fromEntries((await list()).filter((row) => !row.carriedOver).map((row) => [row.task, row.daysLeft]))
  expect(await days()).toMatchObject({ 'hari ini': 0, lewat: -3, selesai: null, 'tanpa tanggal': null })
  // Half past midnight in Jakarta is still the day before in UTC.
  app.setNow('2026-11-23T17:30:00.000Z')
  expect(await days()).toMatchObject({ 'hari ini': -1 })
})

it('carries open ones over to the next period, and leaves them there when they are edited', async () => {
  const id = await save(earlier, { task: 'dibawa' })
  await save(earlier, { task: 'sudah selesai', state: 'done' })
  const carried = (await list()).filter((row) => row.carriedOver)
  expect(carried.map((row) => row.task)).toContain('dibawa')
  expect(carried.map((row) => row.task)).not.toContain('sudah selesai')
  const [somebody] = await app.call('followUps.people', { periodId: latest })
  const row = carried.find((one) => one.id === id)
  if (!row || !somebody) throw new Error('it was carried over')
  const { kind, task, responsible, dueOn, state, outcome } = row
  await app.call('followUps.save', {
    followUpId: id,
    periodId: latest,
    meetingId: null,
    employeeId: somebody.employeeId,
    fields: { kind, task, responsible, dueOn, state, outcome },
  })
  expect((await list()).find((one) => one.id === id)).toMatchObject({
    carriedOver: true,
    employeeName: somebody.name,
    periodId: earlier,
  })
})

it('changes a block of cells in one step, all or none', async () => {
  const first = await save(latest, { task: 'satu' })
  const second = await save(latest, { task: 'dua', dueOn: '2026-12-01' })
  await app.call('followUps.edit', {
    edits: [
      { followUpId: first, fields: { state: 'done', outcome: 'Terlaksana' } },
      { followUpId: second, fields: { dueOn: null } },
    ],
  })
  const find = async (id: string) => (await list()).find((row) => row.id === id)
  expect(await find(first)).toMatchObject({ state: 'done', outcome: 'Terlaksana', task: 'satu' })
  expect(await find(second)).toMatchObject({ dueOn: null, state: 'open' })
  await app.call('history.undo', {})
  expect(await find(first)).toMatchObject({ state: 'open', outcome: '' })
  expect(await find(second)).toMatchObject({ dueOn: '2026-12-01' })
  const missing = { followUpId: 'nobody' as typeof first, fields: { state: 'done' as const } }
  await expect(
    app.call('followUps.edit', { edits: [{ followUpId: first, fields: { state: 'done' } }, missing] }),
  ).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  expect(await find(first)).toMatchObject({ state: 'open' })
})

it('refuses an empty task and removes undoably', async () => {
  const id = await save(latest)
  await expect(app.call('followUps.edit', { edits: [{ followUpId: id, fields: { task: '' } }] })).rejects.toMatchObject(
    {
      code: 'E-ARG',
    },
  )
  const before = await list()
  await app.call('followUps.remove', { followUpId: id })
  expect((await list()).map((row) => row.id)).not.toContain(id)
  await app.call('history.undo', {})
  expect(await list()).toEqual(before)
})
