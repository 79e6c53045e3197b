import { readFileSync, writeFileSync } from 'node:fs'
import { seededGenerator } from '#application/example/chance.ts'
import type { CallInput, CallOutput } from '#contract/contracts.ts'
import { newMeeting } from './builders.ts'
import { type TestEngine, testEngine } from './in-memory-app.ts'

export type MeetingId = CallInput<'meetings.room'>['meetingId']
export type EmployeeId = CallInput<'meetings.case'>['employeeId']
export type Room = CallOutput<'meetings.room'>
export type Card = CallOutput<'meetings.case'>
type Details = typeof newMeeting
type Attending = CallInput<'meetings.setAttendance'>

export interface MeetingBench extends TestEngine {
  readonly periodId: CallInput<'meetings.create'>['periodId']
  /** Prepares a meeting on the day the fixed clock shows; a test names what it wants otherwise. */
  plan(fields?: Partial<Details>): Promise<MeetingId>
  /** Fills in the attendance list: of everybody, or of those named. */
  attend(
    meetingId: MeetingId,
    attendance: Attending['attendance'],
    participantIds?: Attending['participantIds'],
  ): Promise<void>
  /** A prepared meeting with everybody present, opened. */
  openedMeeting(fields?: Partial<Details>): Promise<MeetingId>
  room(meetingId: MeetingId): Promise<Room>
  card(meetingId: MeetingId, employeeId: EmployeeId): Promise<Card>
  /** The first complete case that waits, of somebody who is not in the room himself and whose supervisor is. */
  freeCase(meetingId: MeetingId, track?: Room['items'][number]['track']): Promise<Card>
}

/** The example's file, made once for all tests of a file: opening a copy takes a fraction of making one. */
let example: Promise<Buffer> | undefined

/** The real engine with the example agency of its own, ready for meetings. */
export async function meetingBench(): Promise<MeetingBench> {
  // Its chance is another than the maker's: the same would give new rows the ids of the example's.
  const engine = testEngine({ random: seededGenerator(8) })
  const path = engine.path('c.timbang')
  example ??= exampleFile()
  writeFileSync(path, await example)
  const status = await engine.call('workspace.open', { path })
  const periodId = status?.periods[0]?.id
  if (periodId === undefined) throw new Error('the example has a period')

  const plan = async (fields: Partial<Details> = {}) =>
    (await engine.call('meetings.create', { periodId, ...newMeeting, ...fields })).meetingId
  const room = (meetingId: MeetingId) => engine.call('meetings.room', { meetingId })
  const card = (meetingId: MeetingId, employeeId: EmployeeId) => engine.call('meetings.case', { meetingId, employeeId })
  const attend: MeetingBench['attend'] = async (meetingId, attendance, chosen) => {
    const participantIds = chosen ?? (await room(meetingId)).participants.map((one) => one.id)
    const absenceReason = attendance === 'present' ? '' : 'dinas'
    await engine.call('meetings.setAttendance', { meetingId, participantIds, attendance, absenceReason })
  }
  return {
    ...engine,
    periodId,
    plan,
    attend,
    room,
    card,
    async openedMeeting(fields) {
      const meetingId = await plan(fields)
      await attend(meetingId, 'present')
      await engine.call('meetings.open', { meetingId })
      return meetingId
    },
    async freeCase(meetingId, track) {
      const { items, participants } = await room(meetingId)
      const seated = new Set(participants.map((one) => one.employeeId))
      const raters = new Set(participants.filter((one) => one.role === 'supervisor').map((one) => one.name))
      const item = items.find(
        (one) =>
          one.complete &&
          one.state === 'waiting' &&
          !seated.has(one.employeeId) &&
          raters.has(one.supervisor) &&
          (track === undefined || one.track === track),
      )
      if (!item) throw new Error('the example has such a case')
      return card(meetingId, item.employeeId)
    },
  }
}

async function exampleFile(): Promise<Buffer> {
  const maker = testEngine()
  try {
    await maker.call('workspace.createExample', { path: maker.path('c.timbang'), seed: 2026, jobId: 'make' })
    await maker.call('workspace.close', {})
    return readFileSync(maker.path('c.timbang'))
  } finally {
    await maker.close()
  }
}
