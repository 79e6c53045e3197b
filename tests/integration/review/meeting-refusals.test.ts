import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

type EmployeeId = CallInput<'meetings.case'>['employeeId']

let app: TestEngine
let periodId: CallInput<'meetings.create'>['periodId']
let meetingId: CallInput<'meetings.room'>['meetingId']

const details = {
  title: 'Rapat evaluasi',
  place: 'Aula',
  heldOn: '2026-11-23',
  plannedStart: '09:00',
  quorum: null,
  minutesPerCase: 4,
}

beforeEach(async () => {
  app = testEngine()
  const status = await app.call('workspace.createExample', { path: app.path('c.timbang'), seed: 2026, jobId: 'make' })
  periodId = status?.periods[0]?.id as typeof periodId
  meetingId = (await app.call('meetings.create', { periodId, ...details })).meetingId
})
afterEach(() => app.close())

const room = () => app.call('meetings.room', { meetingId })

async function openMeeting() {
  const participantIds = (await room()).participants.map((one) => one.id)
  await app.call('meetings.setAttendance', { meetingId, participantIds, attendance: 'present', absenceReason: '' })
  await app.call('meetings.open', { meetingId })
}

const seat = (employeeId: string | null, name: string) => ({
  employeeId: employeeId as EmployeeId | null,
  name,
  nip: '',
  post: '',
  rank: '',
  role: 'panelist' as const,
})

describe('the attendance list', () => {
  it('names a person who is on it already instead of failing', async () => {
    const known = (await room()).participants[0]
    const fields = seat(known?.employeeId ?? null, known?.name ?? '')
    await expect(
      app.call('meetings.saveParticipant', { meetingId, participantId: null, fields }),
    ).rejects.toMatchObject({ code: 'E-RULE-PARTICIPANT', params: { name: known?.name } })
  })

  it('takes guests without an employee twice', async () => {
    const before = (await room()).participants.length
    for (const name of ['Tamu A', 'Tamu B'])
      await app.call('meetings.saveParticipant', { meetingId, participantId: null, fields: seat(null, name) })
    expect((await room()).participants).toHaveLength(before + 2)
  })

  it('refuses an employee who does not exist', async () => {
    const fields = seat('tidak-ada', 'Siapa')
    await expect(
      app.call('meetings.saveParticipant', { meetingId, participantId: null, fields }),
    ).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })

  it('keeps whoever gave an opinion on a decided case', async () => {
    await openMeeting()
    const { items, participants } = await room()
    const item = items.find(
      (one) => one.complete && participants.every((seated) => seated.employeeId !== one.employeeId),
    )
    const giver = participants.find((one) => one.role === 'supervisor' && one.name !== item?.supervisor)
    if (!item || !giver) throw new Error('the example has such a case')
    const { employeeId } = item
    const card = await app.call('meetings.case', { meetingId, employeeId })
    await app.call('meetings.recordOpinions', {
      meetingId,
      employeeId,
      opinions: [{ participantId: giver.id, opinion: 'fitting' }],
    })
    await app.call('meetings.decide', {
      meetingId,
      employeeId,
      workLevel: card.original.work ?? 'meets',
      behaviourLevel: card.original.behaviour ?? 'meets',
      reasonCode: null,
      reason: '',
      evidence: [],
      consent: 'pending',
      consentWay: 'in-meeting',
      dissent: '',
    })
    await expect(app.call('meetings.removeParticipant', { meetingId, participantId: giver.id })).rejects.toMatchObject({
      code: 'E-MEETING-DECIDED',
    })
    expect((await app.call('meetings.case', { meetingId, employeeId })).opinions.given).toEqual([giver.id])
  })

  it('drops the recusal from an own case when the seat turns out to be somebody else’s', async () => {
    await openMeeting()
    const { items, participants } = await room()
    const seated = new Set(participants.map((one) => one.employeeId))
    const free = items.filter((one) => !seated.has(one.employeeId))
    const [wrong, right] = free
    if (!wrong || !right) throw new Error('the example has more people')
    const save = (participantId: CallInput<'meetings.saveParticipant'>['participantId'], who: typeof wrong) =>
      app.call('meetings.saveParticipant', { meetingId, participantId, fields: seat(who.employeeId, who.name) })
    const { participantId } = await save(null, wrong)
    await save(participantId, right)
    const recusals = async (employeeId: EmployeeId) =>
      (await app.call('meetings.case', { meetingId, employeeId })).recusals.map((one) => one.participantId)
    expect(await recusals(wrong.employeeId)).not.toContain(participantId)
    expect(await recusals(right.employeeId)).toContain(participantId)
  })
})

describe('the agenda', () => {
  it('refuses people who are not placed in the period', async () => {
    for (const stranger of ['tidak-ada']) {
      const employeeIds = [stranger as EmployeeId]
      await expect(app.call('meetings.addToAgenda', { meetingId, periodId, employeeIds })).rejects.toMatchObject({
        code: 'E-NOT-FOUND',
      })
    }
  })
})

describe('a decision', () => {
  it('is not taken when everybody has left the case', async () => {
    await openMeeting()
    const { items, participants } = await room()
    const item = items.find((one) => one.complete)
    if (!item) throw new Error('the example has such a case')
    const { employeeId } = item
    const card = await app.call('meetings.case', { meetingId, employeeId })
    for (const { id } of participants)
      await app.call('meetings.recuse', { meetingId, employeeId, participantId: id, cause: 'conflict', note: '' })
    await expect(
      app.call('meetings.decide', {
        meetingId,
        employeeId,
        workLevel: card.original.work ?? 'meets',
        behaviourLevel: card.original.behaviour ?? 'meets',
        reasonCode: null,
        reason: '',
        evidence: [],
        consent: 'pending',
        consentWay: 'in-meeting',
        dissent: '',
      }),
    ).rejects.toMatchObject({ code: 'E-RULE-QUORUM' })
  })

  it('does not say that an absent rater declined in the meeting', async () => {
    await openMeeting()
    const { items, participants } = await room()
    const raters = new Map(participants.filter((one) => one.role === 'supervisor').map((one) => [one.name, one.id]))
    const seated = new Set(participants.map((one) => one.employeeId))
    const item = items.find((one) => one.complete && raters.has(one.supervisor) && !seated.has(one.employeeId))
    const rater = raters.get(item?.supervisor ?? '')
    if (!item || !rater) throw new Error('the example has such a case')
    const { employeeId } = item
    const card = await app.call('meetings.case', { meetingId, employeeId })
    await app.call('meetings.setAttendance', {
      meetingId,
      participantIds: [rater],
      attendance: 'excused',
      absenceReason: 'dinas',
    })
    await expect(
      app.call('meetings.decide', {
        meetingId,
        employeeId,
        workLevel: card.original.work === 'below' ? 'meets' : 'below',
        behaviourLevel: card.original.behaviour ?? 'meets',
        reasonCode: 'A3',
        reason: 'Bukti tidak mendukung.',
        evidence: [{ kind: 'document', targetId: '', label: 'Laporan' }],
        consent: 'declined',
        consentWay: 'in-meeting',
        dissent: '',
      }),
    ).rejects.toMatchObject({ code: 'E-RULE-CONSENT' })
  })
})

describe('a note', () => {
  it('is not taken away through another meeting', async () => {
    const { noteId } = await app.call('meetings.saveNote', {
      meetingId,
      noteId: null,
      employeeId: null,
      section: 'opening',
      speaker: '',
      text: 'Pembukaan.',
    })
    const other = await app.call('meetings.create', { periodId, ...details, title: 'Rapat lain' })
    await expect(app.call('meetings.removeNote', { meetingId: other.meetingId, noteId })).rejects.toMatchObject({
      code: 'E-NOT-FOUND',
    })
    expect((await room()).notes.map((note) => note.id)).toEqual([noteId])
  })
})

describe('units', () => {
  it('that carry an indicator or a written reason are not removed', async () => {
    const status = await app.call('workspace.status', {})
    const units = status?.units ?? []
    const at = new Map(units.map((unit, index) => [unit.id, index]))
    const edited = units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      parent: unit.parentId === null ? null : (at.get(unit.parentId) ?? null),
    }))
    await app.call('workspace.updateUnits', { units: [...edited, { id: null, name: 'Unit sementara', parent: null }] })
    const added = (await app.call('workspace.status', {}))?.units.find((unit) => unit.name === 'Unit sementara')
    if (!added) throw new Error('the unit was added')
    await app.call('organisation.setPatternReason', { periodId, unitId: added.id, reason: 'Tim kecil.' })
    await expect(app.call('workspace.updateUnits', { units: edited })).rejects.toMatchObject({
      code: 'E-RULE-UNIT-USED',
    })
  })

  it('that changed places are removed together, the lower one first', async () => {
    const unitsNow = async () => (await app.call('workspace.status', {}))?.units ?? []
    const units = await unitsNow()
    const at = new Map(units.map((unit, index) => [unit.id, index]))
    const edited = units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      parent: unit.parentId === null ? null : (at.get(unit.parentId) ?? null),
    }))
    const added = ['Seksi A', 'Bidang B'].map((name) => ({ id: null, name, parent: null }))
    await app.call('workspace.updateUnits', { units: [...edited, ...added] })
    const [a, b] = (await unitsNow()).slice(-2)
    if (!a || !b) throw new Error('two units were added')
    const moved = [
      { id: b.id, name: b.name, parent: null },
      { id: a.id, name: a.name, parent: edited.length },
    ]
    await app.call('workspace.updateUnits', { units: [...edited, ...moved] })
    await app.call('workspace.updateUnits', { units: edited })
    expect(await unitsNow()).toHaveLength(units.length)
  })
})
