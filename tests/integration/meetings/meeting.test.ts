import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { changing } from '#tests/support/decisions.ts'
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
  meetingId = await app.plan({
    title: 'Rapat evaluasi kinerja Triwulan III 2026',
    place: 'Ruang rapat utama',
    quorum: 12,
  })
})
afterEach(() => app.close())

const room = () => app.room(meetingId)
const cardOf = (employeeId: EmployeeId) => app.card(meetingId, employeeId)
const firstComplete = () => app.freeCase(meetingId, 'discussion')

async function openTheMeeting() {
  await app.attend(meetingId, 'present')
  await app.call('meetings.open', { meetingId })
}

/** Another level, on the ground of what was achieved. */
function change(card: Card): CallInput<'meetings.decide'> {
  const [line] = card.evidence
  const evidence = { kind: 'indicator' as const, targetId: line?.indicatorId ?? '', label: line?.statement ?? '' }
  return { ...changing(meetingId, card), evidence: [evidence] }
}

describe('preparing', () => {
  it('invites the supervisors and proposes an agenda with visible reasons', async () => {
    const { participants, items, quorum } = await room()
    expect(participants.length).toBe(23)
    expect(participants.map((participant) => participant.role).slice(0, 3)).toEqual([
      'chair',
      'secretary',
      'supervisor',
    ])
    const discussion = items.filter((item) => item.track === 'discussion')
    expect(discussion.length).toBeGreaterThan(20)
    expect(discussion.every((item) => item.reasons.length > 0)).toBe(true)
    expect(items.filter((item) => item.track === 'consent').every((item) => item.complete)).toBe(true)
    expect(quorum).toEqual({ present: 0, total: 23, required: 12, reached: false })
  })

  it('adds a chosen case to the discussion once', async () => {
    const consent = (await room()).items.filter((item) => item.track === 'consent')
    const employeeIds = consent.slice(0, 3).map((item) => item.employeeId)
    expect(
      await app.call('meetings.addToAgenda', { meetingId: null, periodId: app.periodId, employeeIds }),
    ).toMatchObject({
      added: 3,
    })
    expect(
      await app.call('meetings.addToAgenda', { meetingId: null, periodId: app.periodId, employeeIds }),
    ).toMatchObject({
      added: 0,
    })
    await app.call('meetings.proposeAgenda', { meetingId })
    const chosen = (await room()).items.filter((item) => item.reasons.includes('chosen'))
    expect(chosen.map((item) => item.employeeId).toSorted()).toEqual(employeeIds.toSorted())
  })

  it('opens only with attendance, chair, secretary and quorum', async () => {
    await expect(app.call('meetings.open', { meetingId })).rejects.toMatchObject({ code: 'E-RULE-ATTENDANCE' })
    const ids = (await room()).participants.map((participant) => participant.id)
    await app.attend(meetingId, 'excused')
    await app.attend(meetingId, 'present', ids.slice(0, 5))
    await expect(app.call('meetings.open', { meetingId })).rejects.toMatchObject({
      code: 'E-RULE-QUORUM',
      params: { present: 5, required: 12 },
    })
    await app.attend(meetingId, 'present', ids.slice(0, 12))
    await app.call('meetings.open', { meetingId })
    expect((await room()).meeting).toMatchObject({ state: 'open', openedAt: '2026-11-23T02:00:00.000Z' })
    await expect(app.call('meetings.open', { meetingId })).rejects.toMatchObject({ code: 'E-MEETING-STATE' })
  })
})

describe('deciding', () => {
  beforeEach(openTheMeeting)

  it('needs an open meeting', async () => {
    await app.call('meetings.close', { meetingId })
    const card = await firstComplete()
    await expect(app.call('meetings.decide', change(card))).rejects.toMatchObject({ code: 'E-MEETING-STATE' })
  })

  it('keeps the assessment beside the changed level, with reason, evidence and consent', async () => {
    const card = await firstComplete()
    const input = change(card)
    await expect(app.call('meetings.decide', { ...input, reason: ' ' })).rejects.toMatchObject({
      code: 'E-RULE-REASON',
    })
    await expect(app.call('meetings.decide', { ...input, reasonCode: null })).rejects.toMatchObject({
      code: 'E-RULE-REASON',
    })
    await expect(app.call('meetings.decide', { ...input, evidence: [] })).rejects.toMatchObject({
      code: 'E-RULE-EVIDENCE',
    })
    expect(await app.call('meetings.decide', input)).toMatchObject({ outcome: 'change' })
    const after = await cardOf(input.employeeId)
    expect(after.original).toEqual(card.original)
    expect(after.decision).toMatchObject({
      originalWorkLevel: card.original.work,
      finalWorkLevel: input.workLevel,
      consent: 'agreed',
      consentBy: card.person.supervisor,
    })
    await expect(app.call('meetings.decide', input)).rejects.toMatchObject({ code: 'E-MEETING-DECIDED' })
  })

  it('without consent stays a proposal, until the supervisor agrees', async () => {
    const card = await firstComplete()
    const input = { ...change(card), consent: 'pending' as const }
    expect(await app.call('meetings.decide', input)).toMatchObject({ outcome: 'proposal' })
    const { decision } = await cardOf(input.employeeId)
    expect(decision).toMatchObject({
      finalWorkLevel: card.original.work,
      proposedWorkLevel: input.workLevel,
      consentBy: '',
    })
    const answer = {
      meetingId,
      employeeId: input.employeeId,
      consent: 'agreed' as const,
      consentWay: 'written' as const,
    }
    await app.call('meetings.setConsent', answer)
    const later = await cardOf(input.employeeId)
    expect(later.decision).toMatchObject({ outcome: 'change', finalWorkLevel: input.workLevel, consentWay: 'written' })
  })

  it('undoes and revokes to exactly what was there', async () => {
    const card = await firstComplete()
    const input = change(card)
    const before = await room()
    await app.call('meetings.decide', input)
    await app.call('history.undo', {})
    expect(await room()).toEqual(before)
    await app.call('meetings.decide', input)
    await app.call('meetings.revokeDecision', { meetingId, employeeId: input.employeeId, reason: 'salah kasus' })
    expect(await room()).toEqual(before)
  })

  it('settles the consent list in one step and names what is left', async () => {
    const waiting = (await room()).items.filter((item) => item.track === 'consent').length
    const { kept, left } = await app.call('meetings.decideConsentList', { meetingId })
    expect(kept + left.length).toBe(waiting)
    const { distribution } = await room()
    expect(distribution.after).toEqual(distribution.before)
    await app.call('history.undo', {})
    expect((await room()).items.filter((item) => item.state === 'decided')).toEqual([])
  })

  it('waits for the organisation predicate of the supervisor’s unit', async () => {
    const card = await firstComplete()
    const status = await app.call('workspace.status', {})
    const unitIds = (status?.units ?? []).map((unit) => unit.id)
    await app.call('organisation.setResult', { periodId: app.periodId, unitIds, result: null })
    await expect(app.call('meetings.decide', change(card))).rejects.toMatchObject({ code: 'E-RULE-ORGANISATION' })
    const { kept, left } = await app.call('meetings.decideConsentList', { meetingId })
    expect(kept).toBe(0)
    expect(left.length).toBeGreaterThan(100)
    // A proposal changes nobody's rating, so it may stand before the organisation's predicate.
    expect(await app.call('meetings.decide', { ...change(card), consent: 'pending' })).toMatchObject({
      outcome: 'proposal',
    })
  })
})

describe('fairness of the room', () => {
  beforeEach(openTheMeeting)

  it('takes everybody out of his own case, on record', async () => {
    const { participants, items } = await room()
    const onAgenda = new Set(items.map((item) => item.employeeId as string))
    const own = participants.find(
      (participant) => participant.employeeId !== null && onAgenda.has(participant.employeeId),
    )
    if (!own?.employeeId) throw new Error('a supervisor is rated too')
    const card = await cardOf(own.employeeId)
    expect(card.takingPart).not.toContain(own.id)
    expect(card.recusals.map((recusal) => recusal.cause)).toEqual(['self'])
    await expect(
      app.call('meetings.recordOpinions', {
        meetingId,
        employeeId: own.employeeId,
        opinions: [{ participantId: own.id, opinion: 'fitting' }],
      }),
    ).rejects.toMatchObject({ code: 'E-AUTH-RECUSED' })
    await expect(
      app.call('meetings.unrecuse', { meetingId, recusalId: card.recusals[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'E-AUTH-RECUSED' })
  })

  it('shows opinions only once everybody taking part has given one', async () => {
    const card = await firstComplete()
    const employeeId = card.person.employeeId
    const opinions = card.takingPart.map((participantId) => ({ participantId, opinion: 'too-high' as const }))
    await app.call('meetings.recordOpinions', { meetingId, employeeId, opinions: opinions.slice(1) })
    expect((await cardOf(employeeId)).opinions.counts).toBeNull()
    await app.call('meetings.recordOpinions', { meetingId, employeeId, opinions: opinions.slice(0, 1) })
    const { counts } = (await cardOf(employeeId)).opinions
    expect(counts).toEqual({ 'too-low': 0, fitting: 0, 'too-high': opinions.length, abstain: 0 })
    const leaving = opinions[2]
    if (!leaving) throw new Error('several people take part')
    await app.call('meetings.recuse', {
      meetingId,
      employeeId,
      participantId: leaving.participantId,
      cause: 'relative',
      note: '',
    })
    const after = (await cardOf(employeeId)).opinions
    expect(after.counts?.['too-high']).toBe(opinions.length - 1)
  })

  it('counts the time a case takes', async () => {
    const card = await firstComplete()
    const employeeId = card.person.employeeId
    await app.call('meetings.startCase', { meetingId, employeeId })
    app.setNow('2026-11-23T02:03:12.000Z')
    await app.call('meetings.decide', change(card))
    expect((await room()).items.find((item) => item.employeeId === employeeId)).toMatchObject({
      state: 'decided',
      secondsSpent: 192,
    })
  })
})

describe('closing', () => {
  beforeEach(openTheMeeting)

  it('names what stays undecided, freezes decisions, and reopens with a reason', async () => {
    await app.call('meetings.decideConsentList', { meetingId })
    const { undecided } = await app.call('meetings.close', { meetingId })
    expect(undecided.length).toBe((await room()).items.filter((item) => item.state !== 'decided').length)
    await app.call('meetings.reopen', { meetingId, reason: 'satu kasus tertinggal' })
    expect((await room()).meeting).toMatchObject({ state: 'open', closedAt: null })
  })

  it('gives minutes that read as they were decided', async () => {
    const card = await firstComplete()
    await app.call('meetings.decide', change(card))
    await app.call('meetings.decideConsentList', { meetingId })
    await app.call('meetings.saveNote', {
      meetingId,
      noteId: null,
      employeeId: null,
      section: 'opening',
      speaker: 'Pimpinan rapat',
      text: 'Rapat dibuka.',
    })
    await app.call('followUps.save', {
      followUpId: null,
      periodId: app.periodId,
      meetingId,
      employeeId: card.person.employeeId,
      fields: {
        kind: 'training',
        task: 'Bimbingan pelacakan kontak',
        responsible: 'Bidang P2P',
        dueOn: '2026-12-18',
        state: 'open',
        outcome: '',
      },
    })
    await app.call('meetings.close', { meetingId })
    await app.call('meetings.update', { meetingId, change: { minutesNumber: '800.1.5/12/2026' } })
    const { html } = await app.call('reports.preview', { periodId: app.periodId, meetingId, kind: 'minutes' })
    const text = html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(text).toContain('NOMOR 800.1.5/12/2026')
    expect(text).toContain(
      'Pada hari ini, Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026), pukul 09.00 WIB',
    )
    expect(text).toContain(card.person.name)
    expect(text).toContain('Bukti tidak mendukung tingkat awal')
    expect(text).toContain('Bimbingan pelacakan kontak')
    expect(text).toContain('18 Desember 2026')
    expect(text).toContain('Rapat merupakan forum pertimbangan')
    const ratings = await app.call('reports.list', { periodId: app.periodId, meetingId })
    expect(ratings.documents.find((document) => document.kind === 'minutes')?.because).not.toContain('number-missing')
  })
})
