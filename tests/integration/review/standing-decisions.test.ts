import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { changing, keeping, panelist } from '#tests/support/decisions.ts'
import {
  type Card,
  type EmployeeId,
  type MeetingBench,
  type MeetingId,
  meetingBench,
} from '#tests/support/meeting-bench.ts'
import { csvText } from '#tests/support/table-sheets.ts'

let app: MeetingBench
let periodId: MeetingBench['periodId']
let meetingId: MeetingId

beforeEach(async () => {
  app = await meetingBench()
  periodId = app.periodId
  meetingId = await app.openedMeeting()
})
afterEach(() => app.close())

const room = (id = meetingId) => app.room(id)
const cardOf = (employeeId: EmployeeId) => app.card(meetingId, employeeId)
const freeCase = () => app.freeCase(meetingId)
const keep = (card: Card, id = meetingId) => keeping(id, card)
const change = (card: Card) => changing(meetingId, card)
const code = (error: unknown) => (error as { code?: string }).code

const cell = (employeeId: string, field: 'rated' | 'supervisor', text: string) =>
  app.call('staff.recordCells', {
    periodId,
    cells: [{ employeeId: employeeId as EmployeeId, field, text, reason: 'Pindah instansi' }],
  })

async function otherSupervisor(card: Card): Promise<EmployeeId> {
  const other = (await room()).participants.find(
    (one) => one.role === 'supervisor' && one.employeeId !== null && one.employeeId !== card.person.supervisorId,
  )
  if (!other?.employeeId) throw new Error('the example has several raters')
  return other.employeeId
}

const replace = (card: Card, supervisorId: EmployeeId) =>
  app.call('staff.setSupervisor', {
    periodId,
    employeeIds: [card.person.employeeId],
    supervisorId,
    fromDate: null,
    moved: null,
    reason: '',
  })

describe('a person whose predicate is final', () => {
  it('is not excluded and keeps the rater, until the decision is taken back', async () => {
    const card = await freeCase()
    const { employeeId, name } = card.person
    const other = await otherSupervisor(card)
    await app.call('meetings.decide', keep(card))
    const refusal = { index: 0, code: 'E-RULE-DECIDED', params: { name } }
    expect((await cell(employeeId, 'rated', 'tidak')).refused).toEqual([refusal])
    expect((await cell(employeeId, 'supervisor', other)).refused).toEqual([refusal])
    await expect(replace(card, other)).rejects.toMatchObject({ code: 'E-RULE-DECIDED', params: { name } })
    // The same rater again changes nothing, so nothing is refused.
    expect((await cell(employeeId, 'supervisor', card.person.supervisorId ?? '')).refused).toEqual([])
    await app.call('meetings.revokeDecision', { meetingId, employeeId, reason: 'salah orang' })
    await replace(card, other)
    expect((await cell(employeeId, 'rated', 'tidak')).refused).toEqual([])
  })

  it('may still change rater while the decision is a proposal nobody has answered', async () => {
    const card = await freeCase()
    await app.call('meetings.decide', { ...change(card), consent: 'pending' })
    await replace(card, await otherSupervisor(card))
    expect((await cardOf(card.person.employeeId)).person.supervisorId).not.toBe(card.person.supervisorId)
  })

  it('is not decided a second time in another meeting', async () => {
    const card = await freeCase()
    const { employeeId, name } = card.person
    await app.call('meetings.decide', { ...change(card), consent: 'pending' })
    const second = await app.openedMeeting({ heldOn: '2026-11-30' })
    await app.call('meetings.decide', keep(card, second))
    const refused = { code: 'E-RULE-DECIDED', params: { name } }
    // The proposal of the first meeting is overtaken by the decision of the second.
    await expect(
      app.call('meetings.setConsent', { meetingId, employeeId, consent: 'agreed', consentWay: 'written' }),
    ).rejects.toMatchObject(refused)
    const third = await app.openedMeeting({ heldOn: '2026-12-07' })
    await expect(
      app.call('meetings.addToAgenda', { meetingId: third, periodId, employeeIds: [employeeId] }),
    ).rejects.toMatchObject(refused)
  })

  it('is not decided through an agenda made before the other meeting decided', async () => {
    const card = await freeCase()
    const second = await app.openedMeeting({ heldOn: '2026-11-30' })
    await app.call('meetings.decide', keep(card))
    await expect(app.call('meetings.decide', keep(card, second))).rejects.toMatchObject({ code: 'E-RULE-DECIDED' })
    const { items } = await room(second)
    const waits = items.find((one) => one.employeeId === card.person.employeeId)
    if (waits?.track === 'discussion')
      await app.call('meetings.setTrack', { meetingId: second, employeeId: card.person.employeeId, track: 'consent' })
    const { left } = await app.call('meetings.decideConsentList', { meetingId: second })
    expect(left).toContain(card.person.name)
  })
})

describe('an import', () => {
  const importing = async (name: string, lines: readonly (readonly string[])[]) => {
    writeFileSync(app.path(name), csvText(lines))
    const { previewId } = await app.call('import.preview', {
      jobId: 'preview',
      paths: [app.path(name)],
      periodId,
    })
    return app.call('import.commit', { jobId: 'commit', previewId })
  }

  it('does not change the ground under a final decision either', async () => {
    const card = await freeCase()
    const { name, nip } = card.person
    const { columns } = await app.call('staff.rows', {
      periodId,
      employeeIds: [await otherSupervisor(card)],
    })
    const staff = (rated: string, supervisor: string) =>
      importing(`pegawai-${rated}.csv`, [
        ['NIP', 'Nama', 'Dinilai', 'NIP Penilai'],
        [nip ?? '', name, rated, supervisor],
      ])
    await app.call('meetings.decide', keep(card))
    const refused = { code: 'E-RULE-DECIDED', params: { name } }
    await expect(staff('tidak', '')).rejects.toMatchObject(refused)
    await expect(staff('ya', columns.nip[0] ?? '')).rejects.toMatchObject(refused)
    await app.call('meetings.revokeDecision', { meetingId, employeeId: card.person.employeeId, reason: 'salah' })
    expect(await staff('tidak', '')).toMatchObject({ rowsTaken: 1 })
  })
})

describe('a person who is not rated here', () => {
  it('is neither put on an agenda nor decided', async () => {
    const card = await freeCase()
    const { employeeId, name } = card.person
    expect((await cell(employeeId, 'rated', 'tidak')).refused).toEqual([])
    const refused = { code: 'E-RULE-EXCLUDED', params: { name } }
    await expect(app.call('meetings.decide', keep(card))).rejects.toMatchObject(refused)
    const { left } = await app.call('meetings.decideConsentList', { meetingId })
    const item = (await room()).items.find((one) => one.employeeId === employeeId)
    expect(item?.state).toBe('waiting')
    if (item?.track === 'consent') expect(left).toContain(name)
    const second = await app.plan({ heldOn: '2026-11-30' })
    await expect(
      app.call('meetings.addToAgenda', { meetingId: second, periodId, employeeIds: [employeeId] }),
    ).rejects.toMatchObject(refused)
  })
})

describe('the organisation predicate under final decisions', () => {
  const result = (predicate: 'good' | 'poor', note = '') => ({
    predicate,
    source: 'action-plan' as const,
    setBy: 'Sekretaris Daerah',
    setOn: '2026-10-12',
    note,
  })
  const unitOf = async (card: Card) => {
    const { units } = await app.call('organisation.get', { periodId })
    const unit = units.find((one) => one.name === card.person.organisationUnit)
    if (!unit?.result) throw new Error('the unit has its predicate')
    return { ...unit, result: unit.result }
  }

  it('is not taken away', async () => {
    const card = await freeCase()
    const { unitId, name } = await unitOf(card)
    await app.call('meetings.decide', keep(card))
    const clear = () => app.call('organisation.setResult', { periodId, unitIds: [unitId], result: null })
    await expect(clear()).rejects.toMatchObject({ code: 'E-RULE-RESULT-NEEDED', params: { unit: name, count: 1 } })
    await app.call('meetings.revokeDecision', { meetingId, employeeId: card.person.employeeId, reason: 'salah' })
    await clear()
  })

  it('is changed only while the meeting that decided is open', async () => {
    const card = await freeCase()
    const { unitId, name, result: before } = await unitOf(card)
    const other = result(before.predicate === 'good' ? 'poor' : 'good')
    const set = (next: typeof other | typeof before) =>
      app.call('organisation.setResult', { periodId, unitIds: [unitId], result: next })
    await app.call('meetings.decide', keep(card))
    await app.call('meetings.close', { meetingId })
    await expect(set(other)).rejects.toMatchObject({ code: 'E-RULE-RESULT-CLOSED', params: { unit: name, count: 1 } })
    // Its source and note are no ground of a decision.
    await set({ ...before, note: 'Nomor surat menyusul.' })
    await app.call('meetings.reopen', { meetingId, reason: 'predikat organisasi diralat' })
    await set(other)
    // A guide never moves a rating.
    expect((await cardOf(card.person.employeeId)).decision?.finalPredicate).toBe(card.original.predicate)
  })

  it('is not exchanged by moving the rater to a unit with another one', async () => {
    const card = await freeCase()
    const { unitId, result: before } = await unitOf(card)
    const { units } = await app.call('organisation.get', { periodId })
    const target = units.find((one) => one.unitId !== unitId)?.unitId ?? ('' as never)
    const set = (predicate: 'good' | 'poor') =>
      app.call('organisation.setResult', { periodId, unitIds: [target], result: result(predicate) })
    await set(before.predicate === 'good' ? 'poor' : 'good')
    await app.call('meetings.decide', keep(card))
    const rater = card.person.supervisorId ?? ('' as EmployeeId)
    const move = async (text: string) =>
      (
        await app.call('staff.recordCells', {
          periodId,
          cells: [{ employeeId: rater, field: 'unit', text }],
        })
      ).refused
    const refusal = { index: 0, code: 'E-RULE-DECIDED', params: { name: card.person.name } }
    expect(await move(target)).toEqual([refusal])
    expect(await move('')).toEqual([refusal])
    await app.call('meetings.revokeDecision', { meetingId, employeeId: card.person.employeeId, reason: 'salah unit' })
    expect(await move(target)).toEqual([])
  })

  it('of a unit no decision rests on is free', async () => {
    const card = await freeCase()
    await app.call('meetings.decide', keep(card))
    await app.call('meetings.close', { meetingId })
    const { units } = await app.call('organisation.get', { periodId })
    const free = units.find((one) => one.name !== card.person.organisationUnit && one.result !== null)
    await app.call('organisation.setResult', {
      periodId,
      unitIds: [free?.unitId ?? ('' as never)],
      result: null,
    })
  })
})

describe('a closed meeting', () => {
  const note = (noteId: string | null, text: string) =>
    app.call('meetings.saveNote', {
      meetingId,
      noteId: noteId as CallInput<'meetings.saveNote'>['noteId'],
      employeeId: null,
      section: 'opening',
      speaker: 'Pimpinan rapat',
      text,
    })

  it('keeps its notes as they were', async () => {
    const { noteId } = await note(null, 'Rapat dibuka.')
    await app.call('meetings.close', { meetingId })
    const refused = { code: 'E-MEETING-STATE', params: { state: 'closed' } }
    await expect(note(null, 'Tambahan.')).rejects.toMatchObject(refused)
    await expect(note(noteId, 'Diganti.')).rejects.toMatchObject(refused)
    await expect(app.call('meetings.removeNote', { meetingId, noteId })).rejects.toMatchObject(refused)
    expect((await room()).notes.map((one) => one.text)).toEqual(['Rapat dibuka.'])
  })

  it('is opened again with a reason, not by undo', async () => {
    const card = await freeCase()
    await app.call('meetings.decide', keep(card))
    await app.call('meetings.close', { meetingId })
    await expect(app.call('history.undo', {})).rejects.toMatchObject({ code: 'E-UNDO-CLOSED' })
    expect((await room()).meeting.state).toBe('closed')
    await expect(app.call('meetings.reopen', { meetingId, reason: '  ' })).rejects.toMatchObject({ code: 'E-ARG' })
    await app.call('meetings.reopen', { meetingId, reason: 'satu kasus tertinggal' })
    // Undo of the reopening closes it again, and there it ends: what was decided before the closing stays.
    await app.call('history.undo', {})
    expect((await room()).meeting.state).toBe('closed')
    expect(await app.call('history.undo', {}).catch(code)).toBe('E-UNDO-CLOSED')
    expect((await cardOf(card.person.employeeId)).decision?.outcome).toBe('keep')
  })
})

describe('the rules of the room', () => {
  it('let a quorum that was set be raised in an open meeting, not lowered or dropped', async () => {
    const { participants } = await room()
    const set = (quorum: number | null) => app.call('meetings.update', { meetingId, change: { quorum } })
    await set(participants.length)
    const refused = { code: 'E-RULE-QUORUM-FIXED', params: { required: participants.length } }
    await expect(set(1)).rejects.toMatchObject(refused)
    await expect(set(null)).rejects.toMatchObject(refused)
    await app.call('meetings.update', { meetingId, change: { quorum: participants.length, place: 'Aula barat' } })
  })

  it('do not take a rater who left the case as one who answers in the meeting', async () => {
    const card = await freeCase()
    const { employeeId } = card.person
    const rater = (await room()).participants.find((one) => one.employeeId === card.person.supervisorId)
    const left = { meetingId, employeeId, participantId: rater?.id ?? ('' as never) }
    await app.call('meetings.recuse', { ...left, cause: 'relative', note: '' })
    expect((await cardOf(employeeId)).supervisorPresent).toBe(false)
    await expect(app.call('meetings.decide', change(card))).rejects.toMatchObject({ code: 'E-RULE-CONSENT' })
    const written = await app.call('meetings.decide', { ...change(card), consentWay: 'written' })
    expect(written.outcome).toBe('change')
  })

  it('do not pass over the organisation predicate because the rater stands without a unit', async () => {
    const card = await freeCase()
    const { units } = await app.call('organisation.get', { periodId })
    await app.call('organisation.setResult', {
      periodId,
      unitIds: units.map((unit) => unit.unitId),
      result: null,
    })
    const rater = card.person.supervisorId ?? ('' as EmployeeId)
    await app.call('staff.recordCells', {
      periodId,
      cells: [{ employeeId: rater, field: 'unit', text: '' }],
    })
    await expect(app.call('meetings.decide', keep(card))).rejects.toMatchObject({ code: 'E-RULE-ORGANISATION' })
    expect((await app.call('meetings.decideConsentList', { meetingId })).kept).toBe(0)
  })

  it('keep the recusal of a guest from his own case when his line is corrected', async () => {
    const card = await freeCase()
    const { employeeId, name } = card.person
    const fields = panelist(name)
    const { participantId } = await app.call('meetings.saveParticipant', { meetingId, participantId: null, fields })
    await app.call('meetings.recuse', { meetingId, employeeId, participantId, cause: 'self', note: '' })
    await app.call('meetings.saveParticipant', { meetingId, participantId, fields: { ...fields, post: 'Perawat' } })
    expect((await cardOf(employeeId)).recusals.map((one) => one.participantId)).toContain(participantId)
  })

  it('know a guest by the NIP, so that nobody handles his own case as a guest', async () => {
    const card = await freeCase()
    const { name, nip } = card.person
    const fields = panelist(name, { nip: nip ?? '' })
    const { participantId } = await app.call('meetings.saveParticipant', { meetingId, participantId: null, fields })
    await app.attend(meetingId, 'present', [participantId])
    expect((await cardOf(card.person.employeeId)).takingPart).not.toContain(participantId)
  })

  it('tell a missing chair or secretary from an attendance list not filled in', async () => {
    const planned = await app.plan({ heldOn: '2026-11-30' })
    const open = () => app.call('meetings.open', { meetingId: planned })
    await expect(open()).rejects.toMatchObject({ code: 'E-RULE-ATTENDANCE' })
    const { participants } = await room(planned)
    await app.attend(planned, 'present')
    await app.attend(
      planned,
      'excused',
      participants.filter((one) => one.role === 'secretary').map((one) => one.id),
    )
    await expect(open()).rejects.toMatchObject({ code: 'E-RULE-OFFICERS' })
  })
})
