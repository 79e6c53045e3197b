import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newMeeting } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine

beforeAll(async () => {
  app = testEngine()
  await app.call('workspace.createExample', { path: app.path('example.timbang'), seed: 2026, jobId: 'make' })
})
afterAll(() => app.close())

describe('example agency', () => {
  it('has about 240 staff, 24 supervisors and three quarters', async () => {
    const status = await app.call('workspace.status', {})
    expect(status?.agency.example).toBe(true)
    expect(status?.employeeCount).toBeGreaterThan(225)
    expect(status?.employeeCount).toBeLessThan(260)
    expect(status?.periods.map((period) => period.name)).toEqual([
      'Triwulan III 2026',
      'Triwulan II 2026',
      'Triwulan I 2026',
    ])
    expect(status?.periods.map((period) => period.stage)).toEqual(['evaluation', 'follow-up', 'follow-up'])
  })

  it('starts with nothing to undo', async () => {
    expect(await app.call('history.state', {})).toEqual({ undo: null, redo: null })
  })

  it('leaves its head to the rater outside the agency: neither incomplete, nor on an agenda, nor in a pool', async () => {
    const status = await app.call('workspace.status', {})
    const periodId = status?.periods[0]?.id ?? ''
    const { columns, total } = await app.call('staff.board', { periodId })
    const outside = columns.status.flatMap((each, row) => (each === 'external' ? [columns.employeeId[row]] : []))
    expect(outside).toEqual([])
    const excluded = columns.rated.flatMap((rated, row) => (rated ? [] : [row]))
    expect(excluded.map((row) => columns.excludedBecause[row])).toEqual(['Dinilai di luar instansi oleh Bupati Sagara'])
    const [head = 0] = excluded
    expect(columns.predicate[head]).toBeNull()
    const { counts, pools } = await app.call('overview.get', { periodId })
    expect(counts).toMatchObject({ excluded: 1 })
    expect(Math.max(...pools.map((pool) => pool.people))).toBeLessThanOrEqual(total - 1)
    const made = await app.call('meetings.create', { periodId, ...newMeeting })
    const { items } = await app.call('meetings.room', made)
    expect(items).toHaveLength(total - 1)
    const { html } = await app.call('reports.preview', { periodId, ...made, kind: 'recap' })
    expect(html).toContain('Dinilai di luar instansi oleh Bupati Sagara')
    await app.call('history.undo', {})
  })

  it('leaves a sound file', async () => {
    expect(await app.call('workspace.check', { jobId: 'check' })).toMatchObject({
      problems: [],
      schemaKnown: true,
      trail: { found: 0 },
    })
  })

  it('reported its progress', () => {
    const progress = app.events.filter((event) => event.type === 'progress' && event.jobId === 'make')
    expect(progress.at(-1)).toMatchObject({ jobId: 'make', step: 'example', done: 3, total: 3 })
  })
})
