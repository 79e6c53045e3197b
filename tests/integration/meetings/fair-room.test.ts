import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changing, keeping, panelist } from '#tests/support/decisions.ts'
import {
  type Card,
  type EmployeeId,
  type MeetingBench,
  type MeetingId,
  meetingBench,
} from '#tests/support/meeting-bench.ts'

let app: MeetingBench
let meetingId: MeetingId

beforeEach(async () => {
  app = await meetingBench()
  meetingId = await app.openedMeeting()
})
afterEach(() => app.close())

const room = (id = meetingId) => app.room(id)
const cardOf = (employeeId: EmployeeId) => app.card(meetingId, employeeId)
const discussed = () => app.freeCase(meetingId, 'discussion')
const change = (card: Card) => changing(meetingId, card)
const keep = (card: Card) => keeping(meetingId, card)

describe('consent', () => {
  it('is given in the meeting only by a supervisor who is there', async () => {
    const card = await discussed()
    expect(card.supervisorPresent).toBe(true)
    const rater = (await room()).participants.find((one) => one.employeeId === card.person.supervisorId)
    await app.attend(meetingId, 'excused', [rater?.id ?? ''])
    expect((await cardOf(card.person.employeeId)).supervisorPresent).toBe(false)
    await expect(app.call('meetings.decide', change(card))).rejects.toMatchObject({ code: 'E-RULE-CONSENT' })
    const written = await app.call('meetings.decide', { ...change(card), consentWay: 'written' })
    expect(written.outcome).toBe('change')
  })

  it('comes in writing once the meeting is closed, and the original of the decision stays', async () => {
    const card = await discussed()
    await app.call('meetings.decide', { ...change(card), consent: 'pending' })
    await app.call('meetings.close', { meetingId })
    const answer = { meetingId, employeeId: card.person.employeeId, consent: 'agreed' as const }
    await expect(app.call('meetings.setConsent', { ...answer, consentWay: 'in-meeting' })).rejects.toMatchObject({
      code: 'E-RULE-CONSENT',
    })
    await app.call('meetings.setConsent', { ...answer, consentWay: 'written' })
    expect((await cardOf(card.person.employeeId)).decision).toMatchObject({
      outcome: 'change',
      originalWorkLevel: card.original.work,
      originalPredicate: card.original.predicate,
      consentWay: 'written',
    })
  })
})

describe('evidence', () => {
  it('is this person’s own', async () => {
    const card = await discussed()
    const other = (await room()).items.find((one) => one.employeeId !== card.person.employeeId && one.complete)
    if (!other) throw new Error('the example has more people')
    const foreign = (await cardOf(other.employeeId)).evidence[0]
    const own = card.evidence[0]
    const link = (line: typeof own) => [
      { kind: 'indicator' as const, targetId: line?.indicatorId ?? '', label: line?.statement ?? '' },
    ]
    const refused = { code: 'E-RULE-EVIDENCE' }
    await expect(app.call('meetings.decide', { ...change(card), evidence: link(foreign) })).rejects.toMatchObject(
      refused,
    )
    const unnamed = [{ kind: 'document' as const, targetId: '', label: ' ' }]
    await expect(app.call('meetings.decide', { ...change(card), evidence: unnamed })).rejects.toMatchObject(refused)
    expect(await app.call('meetings.decide', { ...change(card), evidence: link(own) })).toMatchObject({
      outcome: 'change',
    })
  })
})

describe('a participant who leaves a case', () => {
  it('is not counted for its quorum', async () => {
    const card = await discussed()
    const { participants } = await room()
    await app.call('meetings.update', { meetingId, change: { quorum: participants.length } })
    const leaving = participants.find((one) => one.role === 'supervisor' && card.takingPart.includes(one.id))
    const employeeId = card.person.employeeId
    const recusal = { meetingId, employeeId, participantId: leaving?.id ?? '', cause: 'relative' as const, note: '' }
    await app.call('meetings.recuse', recusal)
    const after = await cardOf(employeeId)
    expect(after.quorum).toEqual({
      present: participants.length - 1,
      total: participants.length,
      required: participants.length,
      reached: false,
    })
    await expect(app.call('meetings.decide', keep(card))).rejects.toMatchObject({
      code: 'E-RULE-QUORUM',
      params: { present: participants.length - 1, required: participants.length },
    })
    await app.call('meetings.unrecuse', { meetingId, recusalId: after.recusals[0]?.id ?? '' })
    expect(await app.call('meetings.decide', keep(card))).toMatchObject({ outcome: 'keep' })
    await expect(app.call('meetings.recuse', recusal)).rejects.toMatchObject({ code: 'E-MEETING-DECIDED' })
  })

  it('hands the case to another leader when it is the chair, on record', async () => {
    const card = await discussed()
    const employeeId = card.person.employeeId
    const chair = (await room()).participants.find((one) => one.role === 'chair')
    await app.call('meetings.recuse', {
      meetingId,
      employeeId,
      participantId: chair?.id ?? '',
      cause: 'conflict',
      note: '',
    })
    const after = await cardOf(employeeId)
    expect(after.leaderId).not.toBe(chair?.id)
    await app.call('meetings.decide', keep(card))
    const leader = (await room()).participants.find((one) => one.id === after.leaderId)
    const { entries } = await app.call('trail.list', { beforeSeq: null, limit: 1, command: 'meetings.decide' })
    expect(entries[0]?.summary).toMatchObject({ leader: leader?.name })
  })

  it('is taken out of his own case when he joins an open meeting', async () => {
    const card = await discussed()
    const { person } = card
    await app.call('meetings.saveParticipant', {
      meetingId,
      participantId: null,
      fields: panelist(person.name, { employeeId: person.employeeId }),
    })
    expect((await cardOf(person.employeeId)).recusals.map((row) => [row.participantName, row.cause])).toEqual([
      [person.name, 'self'],
    ])
  })
})

describe('a closed meeting', () => {
  it('takes its number and corrections under the signatures, and nothing else', async () => {
    const card = await discussed()
    const { participants } = await room()
    const somebody = participants[2]
    if (!somebody) throw new Error('there are participants')
    await app.call('meetings.close', { meetingId })
    const refused = { code: 'E-MEETING-STATE' }
    const { employeeId, name, nip, post, role } = somebody
    const fields = { employeeId, name, nip, post, rank: 'Pembina, IV/a', role }
    await app.call('meetings.update', { meetingId, change: { minutesNumber: '800/1' } })
    await app.call('meetings.saveParticipant', { meetingId, participantId: somebody.id, fields })
    await expect(app.call('meetings.update', { meetingId, change: { quorum: 1 } })).rejects.toMatchObject(refused)
    await expect(
      app.call('meetings.saveParticipant', { meetingId, participantId: null, fields: { ...fields, employeeId: null } }),
    ).rejects.toMatchObject(refused)
    await expect(app.attend(meetingId, 'excused', [somebody.id])).rejects.toMatchObject(refused)
    await expect(
      app.call('meetings.removeParticipant', { meetingId, participantId: somebody.id }),
    ).rejects.toMatchObject(refused)
    await expect(
      app.call('meetings.setTrack', { meetingId, employeeId: card.person.employeeId, track: 'consent' }),
    ).rejects.toMatchObject(refused)
    await expect(app.call('meetings.proposeAgenda', { meetingId })).rejects.toMatchObject(refused)
    await expect(
      app.call('meetings.recordOpinions', { meetingId, employeeId: card.person.employeeId, opinions: [] }),
    ).rejects.toMatchObject(refused)
  })
})

describe('the agenda', () => {
  it('keeps codes when it is made anew in an open meeting', async () => {
    const card = await discussed()
    await app.call('meetings.decide', keep(card))
    const before = new Map((await room()).items.map((item) => [item.employeeId, item.code]))
    await app.call('meetings.proposeAgenda', { meetingId })
    const { items } = await room()
    expect(new Map(items.map((item) => [item.employeeId, item.code]))).toEqual(before)
    expect(new Set(items.map((item) => item.code)).size).toBe(items.length)
    expect(items.map((item) => item.position)).toEqual(items.map((_item, index) => index))
  })

  it('of a second meeting holds those the first one did not settle', async () => {
    const settled = await discussed()
    await app.call('meetings.decide', keep(settled))
    await app.call('meetings.close', { meetingId })
    const { items } = await room(await app.plan({ heldOn: '2026-11-30' }))
    const first = (await room()).items
    expect(items.length).toBe(first.length - 1)
    expect(items.map((item) => item.employeeId)).not.toContain(settled.person.employeeId)
  })
})

describe('undo', () => {
  it('takes every step of the room back to exactly what was there', async () => {
    const card = await discussed()
    const { employeeId } = card.person
    const { participants } = await room()
    const panelist = participants.find((one) => one.role === 'supervisor' && card.takingPart.includes(one.id))
    const participantId = panelist?.id ?? ''
    const subject = { meetingId, employeeId }
    const steps: readonly (() => Promise<unknown>)[] = [
      () => app.call('meetings.startCase', subject),
      () => app.call('meetings.openScores', subject),
      () => app.call('meetings.recuse', { ...subject, participantId, cause: 'other', note: '' }),
      () =>
        app.call('meetings.recordOpinions', {
          ...subject,
          opinions: card.asked
            .filter((id) => id !== participantId)
            .map((id) => ({ participantId: id, opinion: 'fitting' as const })),
        }),
      () => app.call('meetings.defer', { ...subject, reason: 'menunggu bukti' }),
      () => app.call('meetings.decide', { ...change(card), consent: 'declined', dissent: 'Penilai berkeberatan.' }),
      () =>
        app.call('meetings.saveNote', {
          ...subject,
          noteId: null,
          section: 'discussion',
          speaker: '',
          text: 'Catatan.',
        }),
      () => app.call('meetings.revokeDecision', { ...subject, reason: 'salah catat' }),
      () => app.call('meetings.setTrack', { ...subject, track: 'consent' }),
      () => app.call('meetings.decideConsentList', { meetingId }),
    ]
    const seen = async () => ({ room: await room(), card: await cardOf(employeeId) })
    const before = [await seen()]
    for (const step of steps) {
      await step()
      before.push(await seen())
    }
    for (const expected of before.toReversed().slice(1)) {
      await app.call('history.undo', {})
      expect(await seen()).toEqual(expected)
    }
  })
})

describe('the distribution', () => {
  it('moves one person from the original to the final predicate, and always adds up', async () => {
    const card = await discussed()
    const before = (await room()).distribution
    await app.call('meetings.decide', change(card))
    const { distribution } = await room()
    const sum = (counts: Record<string, number | undefined>) =>
      Object.values(counts).reduce((total: number, count) => total + (count ?? 0), 0)
    expect(distribution.before).toEqual(before.before)
    expect(sum(distribution.after)).toBe(sum(distribution.before))
    expect(distribution.undecided).toBe(before.undecided - 1)
    const { decision } = await cardOf(card.person.employeeId)
    const [from, to] = [decision?.originalPredicate, decision?.finalPredicate]
    if (!from || !to) throw new Error('the case was complete')
    const moved = from === to ? 0 : 1
    expect((distribution.before[from] ?? 0) - (distribution.after[from] ?? 0)).toBe(moved)
  })
})
