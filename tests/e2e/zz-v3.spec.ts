import { expect, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang } from './support/app.ts'

test('case card', async () => {
  const timbang = await launchTimbang({ args: ['--example'] })
  const win = timbangWindow(timbang)
  await win.resize(1280, 800)
  await win.ready()
  const ask: any = (name: any, input: any) => askEngine(win.page, name, input)
  const status = await ask('workspace.status', {})
  const periodId = status.periods[0].id
  const { runId } = await ask('calibration.store', { jobId: 'x', periodId })
  const { result } = await ask('calibration.result', { runId, dimension: 'work-results' })
  const { meetingId } = await ask('meetings.create', { periodId, title: 'Rapat uji', place: 'Aula', heldOn: '2026-11-23', plannedStart: '09:00', quorum: null, minutesPerCase: 5 })
  const chosen = result.cases.filter((c: any) => c.proposal.kind === 'proposed').slice(0, 3).map((c: any) => c.employee)
  await ask('calibration.toAgenda', { runId, meetingId, employeeIds: chosen })
  const room = await ask('meetings.room', { meetingId })
  await ask('meetings.setAttendance', { meetingId, participantIds: room.participants.map((p: any) => p.id), attendance: 'present', absenceReason: '' })
  await ask('meetings.open', { meetingId })
  await ask('meetings.startCase', { meetingId, employeeId: chosen[0] })
  await ask('meetings.openScores', { meetingId, employeeId: chosen[0] })
  await win.go('meeting')
  await win.page.waitForTimeout(1500)
  await win.page.screenshot({ path: '/tmp/v3/card-1.png' })
  const section = win.page.getByText('saran, bukan keputusan')
  await section.scrollIntoViewIfNeeded()
  await win.page.waitForTimeout(300)
  await win.page.screenshot({ path: '/tmp/v3/card-2.png' })
  await win.resize(1920, 1080)
  await section.scrollIntoViewIfNeeded()
  await win.page.waitForTimeout(300)
  await win.page.screenshot({ path: '/tmp/v3/card-3.png' })
  expect(await section.count()).toBe(1)
  await timbang.close()
})
