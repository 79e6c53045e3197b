import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOutput } from '#contract/contracts.ts'
import { AppError } from '#domain/app-error.ts'
import { caseRules } from '#domain/calibration/case-rules.ts'
import { newMeeting } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

describe('supervisors of the example agency side by side', () => {
  let app: TestEngine
  let periodId = ''
  let comparison: CallOutput<'supervisors.compare'>

  beforeAll(async () => {
    app = testEngine()
    const status = await app.call('workspace.createExample', { path: app.path('x.timbang'), seed: 1, jobId: 'j' })
    periodId = status?.periods[0]?.id ?? ''
    comparison = await app.call('supervisors.compare', { periodId })
  })
  afterAll(() => app.close())

  const byGap = () =>
    comparison.supervisors
      .filter((row) => row.difference.scoreOverAchievement !== null)
      .toSorted((a, b) => (b.difference.scoreOverAchievement ?? 0) - (a.difference.scoreOverAchievement ?? 0))

  it('shows the supervisors built lenient at the top of score over achievement, the strict one at the bottom', () => {
    const units = byGap().map((row) => row.unitName)
    expect(units.slice(0, 2).toSorted()).toEqual(['Bidang P2P', 'PKM Melati'])
    expect(units.at(-1)).toBe('PKM Anggrek')
  })

  it('tells nothing about a supervisor with fewer than three scored people', async () => {
    const [told] = comparison.supervisors.filter((row) => row.score.kind === 'told')
    const { columns } = await app.call('staff.board', { periodId })
    const team = columns.employeeId.filter((_, row) => columns.supervisorId[row] === told?.supervisorId)
    const reason = 'Cuti di luar tanggungan negara'
    const cells = team.slice(2).map((employeeId) => ({ employeeId, field: 'rated' as const, text: 'tidak', reason }))
    await app.call('staff.recordCells', { periodId, cells })
    const { supervisors } = await app.call('supervisors.compare', { periodId })
    await app.call('history.undo', {})
    const few = supervisors.filter((row) => row.score.kind === 'too-few')
    expect(few.map((row) => row.supervisorId)).toEqual([told?.supervisorId])
    for (const row of few) {
      expect(row.score).toMatchObject({ required: 3 })
      expect(row.difference).toEqual({ score: null, achievement: null, scoreOverAchievement: null })
    }
  })

  it('counts everyone once, as the staff grid does', async () => {
    const { columns } = await app.call('staff.board', { periodId })
    expect(comparison.scored).toBe(columns.workScore.filter((score) => score !== null).length)
    expect(comparison.supervisors.reduce((sum, row) => sum + row.people, 0)).toBe(comparison.people)
    for (const row of comparison.supervisors) {
      const own = columns.supervisorId.filter((id) => id === row.supervisorId).length
      expect(row.people).toBe(own)
    }
  })

  it('lists cases with at least one visible rule, the weightier rules first', () => {
    expect(comparison.cases.length).toBeGreaterThan(0)
    const first = comparison.cases.map((row) => caseRules.findIndex((rule) => row.rules.includes(rule)))
    expect(first).not.toContain(-1)
    expect(first).toEqual(first.toSorted((a, b) => a - b))
  })

  it('shows one supervisor with his people and the mean of each period', async () => {
    const supervisorId = byGap()[0]?.supervisorId ?? ''
    const detail = await app.call('supervisors.detail', { periodId, supervisorId })
    expect(detail.staff.length).toBe(detail.row.people)
    expect(detail.history.map((entry) => entry.name)).toEqual([
      'Triwulan I 2026',
      'Triwulan II 2026',
      'Triwulan III 2026',
    ])
    const latest = detail.history.at(-1)?.score
    expect(latest?.kind === 'told' && detail.row.score.kind === 'told' && latest.mean).toBeCloseTo(
      detail.row.score.kind === 'told' ? detail.row.score.mean : Number.NaN,
      9,
    )
  })

  it('refuses a supervisor who rates nobody in the period', async () => {
    const call = app.call('supervisors.detail', { periodId, supervisorId: 'nobody' })
    await expect(call).rejects.toBeInstanceOf(AppError)
  })

  it('marks what is on an agenda of the period', async () => {
    expect(comparison.meeting).toBeNull()
    const { meetingId } = await app.call('meetings.create', { periodId, ...newMeeting })
    const agenda = async () => {
      const { cases, meeting } = await app.call('supervisors.compare', { periodId })
      expect(meeting).toMatchObject({ id: meetingId, state: 'planned' })
      return cases.filter((row) => row.onAgenda).map((row) => row.employeeId)
    }
    // The meeting proposes the marked cases by itself; one settled without discussion can be brought back.
    const proposed = await agenda()
    const [employeeId = ''] = proposed
    await app.call('meetings.setTrack', { meetingId, employeeId, track: 'consent' })
    expect(await agenda()).toEqual(proposed.slice(1))
    const inDossier = async () => (await app.call('dossier.get', { periodId, employeeId })).state.onAgenda
    expect(await inDossier()).toBe(false)
    const brought = await app.call('meetings.addToAgenda', { meetingId, periodId, employeeIds: [employeeId] })
    expect(brought.added).toBe(1)
    expect(await agenda()).toEqual(proposed)
    expect(await inDossier()).toBe(true)
  })
})
