import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('leaves a sound file', async () => {
    expect(await app.call('workspace.check', { jobId: 'check' })).toEqual({ problems: [] })
  })

  it('reported its progress', () => {
    const progress = app.events.filter((event) => event.type === 'progress')
    expect(progress.at(-1)).toMatchObject({ jobId: 'make', step: 'example', done: 3, total: 3 })
  })
})
