import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

type MeetingId = CallInput<'meetings.room'>['meetingId']

let app: TestEngine
let meetingId: MeetingId

beforeEach(async () => {
  app = testEngine()
  onTestFinished(() => app.close())
  const status = await app.call('workspace.createExample', { path: app.path('c.timbang'), seed: 2026, jobId: 'make' })
  const periodId = status?.periods[0]?.id as never
  const plan = {
    title: 'Rapat',
    place: 'Aula',
    heldOn: '2026-11-23',
    plannedStart: '09:00',
    quorum: null,
    minutesPerCase: 4,
  }
  meetingId = (await app.call('meetings.create', { periodId, ...plan })).meetingId as MeetingId
  const { participants } = await app.call('meetings.room', { meetingId })
  const participantIds = participants.map((one) => one.id)
  await app.call('meetings.setAttendance', { meetingId, participantIds, attendance: 'present', absenceReason: '' })
  await app.call('meetings.open', { meetingId })
})

/** Number of entries of each code the minutes print. */
async function printed(): Promise<readonly number[]> {
  const { html } = await app.call('reports.preview', { periodId: null, meetingId, kind: 'minutes' })
  return [...html.matchAll(/Jumlah entri: (\d+)/g)].map((match) => Number(match[1]))
}

const head = async () => (await app.call('trail.anchor', {})).count

describe('the code in the minutes', () => {
  it('of an open meeting is the head of the moment', async () => {
    expect(await printed()).toEqual([await head()])
  })

  it('of a closed meeting is the head at its closing, the same in every print; later entries get a second one', async () => {
    await app.call('meetings.close', { meetingId })
    const closing = await head()
    expect(await printed()).toEqual([closing])
    const agency = (await app.call('workspace.status', {}))?.agency
    const { id: _id, example: _example, ...fields } = agency as NonNullable<typeof agency>
    await app.call('workspace.updateAgency', { ...fields, contact: 'telepon 12345' })
    const now = await head()
    expect(now).toBeGreaterThan(closing)
    expect(await printed()).toEqual([closing, now])
  })

  it('of a meeting that was reopened and closed again is the head of the last closing', async () => {
    await app.call('meetings.close', { meetingId })
    const first = await head()
    await app.call('meetings.reopen', { meetingId, reason: 'Predikat unit keliru' })
    expect(await printed()).toEqual([first + 1])
    await app.call('meetings.close', { meetingId })
    expect(await printed()).toEqual([first + 2])
  })
})
