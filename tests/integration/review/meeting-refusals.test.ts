import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { changing, keeping, panelist } from '#tests/support/decisions.ts'
import { type EmployeeId, type MeetingBench, type MeetingId, meetingBench } from '#tests/support/meeting-bench.ts'

let app: MeetingBench
let meetingId: MeetingId

beforeEach(async () => {
  app = await meetingBench()
  meetingId = await app.plan()
})
afterEach(() => app.close())

const room = () => app.room(meetingId)
const freeCase = () => app.freeCase(meetingId)

async function openMeeting() {
  await app.attend(meetingId, 'present')
  await app.call('meetings.open', { meetingId })
}

describe('the attendance list', () => {
  it('names a person who is on it already instead of failing', async () => {
    const known = (await room()).participants[0]
    const fields = panelist(known?.name ?? '', { employeeId: known?.employeeId ?? null })
    await expect(
      app.call('meetings.saveParticipant', { meetingId, participantId: null, fields }),
    ).rejects.toMatchObject({ code: 'E-RULE-PARTICIPANT', params: { name: known?.name } })
  })

  it('takes guests without an employee twice', async () => {
    const before = (await room()).participants.length
    for (const name of ['Tamu A', 'Tamu B'])
      await app.call('meetings.saveParticipant', { meetingId, participantId: null, fields: panelist(name) })
    expect((await room()).participants).toHaveLength(before + 2)
  })

  it('refuses an employee who does not exist', async () => {
    const fields = panelist('Siapa', { employeeId: 'tidak-ada' as EmployeeId })
    await expect(
      app.call('meetings.saveParticipant', { meetingId, participantId: null, fields }),
    ).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })

  it('keeps whoever gave an opinion on a decided case', async () => {
    await openMeeting()
    const card = await freeCase()
    const { employeeId, supervisorId } = card.person
    const giver = (await room()).participants.find(
      (one) => one.role === 'supervisor' && one.employeeId !== supervisorId,
    )
    if (!giver) throw new Error('the example has several raters')
    await app.call('meetings.recordOpinions', {
      meetingId,
      employeeId,
      opinions: [{ participantId: giver.id, opinion: 'fitting' }],
    })
    await app.call('meetings.decide', keeping(meetingId, card))
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
      app.call('meetings.saveParticipant', {
        meetingId,
        participantId,
        fields: panelist(who.name, { employeeId: who.employeeId }),
      })
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
    const employeeIds = ['tidak-ada' as EmployeeId]
    await expect(
      app.call('meetings.addToAgenda', { meetingId, periodId: app.periodId, employeeIds }),
    ).rejects.toMatchObject({
      code: 'E-NOT-FOUND',
    })
  })
})

describe('a decision', () => {
  it('is not taken when everybody has left the case', async () => {
    await openMeeting()
    const card = await freeCase()
    const { employeeId } = card.person
    for (const { id } of (await room()).participants)
      await app.call('meetings.recuse', { meetingId, employeeId, participantId: id, cause: 'conflict', note: '' })
    await expect(app.call('meetings.decide', keeping(meetingId, card))).rejects.toMatchObject({ code: 'E-RULE-QUORUM' })
  })

  it('does not say that an absent rater declined in the meeting', async () => {
    await openMeeting()
    const card = await freeCase()
    const rater = (await room()).participants.find((one) => one.employeeId === card.person.supervisorId)
    await app.attend(meetingId, 'excused', [rater?.id ?? ''])
    await expect(
      app.call('meetings.decide', { ...changing(meetingId, card), consent: 'declined' }),
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
    const other = await app.plan({ title: 'Rapat lain' })
    await expect(app.call('meetings.removeNote', { meetingId: other, noteId })).rejects.toMatchObject({
      code: 'E-NOT-FOUND',
    })
    expect((await room()).notes.map((note) => note.id)).toEqual([noteId])
  })
})

describe('units', () => {
  const unitsNow = async () => (await app.call('workspace.status', {}))?.units ?? []
  /** The units as the editor of the tree sends them. */
  const edited = async () => {
    const units = await unitsNow()
    const at = new Map(units.map((unit, index) => [unit.id, index]))
    return units.map(({ id, name, parentId }) => ({
      id,
      name,
      parent: parentId === null ? null : (at.get(parentId) ?? null),
    }))
  }

  it('that carry an indicator or a written reason are not removed', async () => {
    const units = await edited()
    await app.call('workspace.updateUnits', { units: [...units, { id: null, name: 'Unit sementara', parent: null }] })
    const added = (await unitsNow()).find((unit) => unit.name === 'Unit sementara')
    if (!added) throw new Error('the unit was added')
    await app.call('organisation.setPatternReason', { periodId: app.periodId, unitId: added.id, reason: 'Tim kecil.' })
    await expect(app.call('workspace.updateUnits', { units })).rejects.toMatchObject({ code: 'E-RULE-UNIT-USED' })
  })

  it('that changed places are removed together, the lower one first', async () => {
    const units = await edited()
    const added = ['Seksi A', 'Bidang B'].map((name) => ({ id: null, name, parent: null }))
    await app.call('workspace.updateUnits', { units: [...units, ...added] })
    const [a, b] = (await unitsNow()).slice(-2)
    if (!a || !b) throw new Error('two units were added')
    const moved = [
      { id: b.id, name: b.name, parent: null },
      { id: a.id, name: a.name, parent: units.length },
    ]
    await app.call('workspace.updateUnits', { units: [...units, ...moved] })
    await app.call('workspace.updateUnits', { units })
    expect(await unitsNow()).toHaveLength(units.length)
  })
})
