import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { keeping } from '#tests/support/decisions.ts'
import { type Card, type MeetingBench, type MeetingId, meetingBench } from '#tests/support/meeting-bench.ts'
import { nameOffice } from '#tests/support/users-bench.ts'

type Fields = CallInput<'relations.save'>['fields']

let app: MeetingBench
let meetingId: MeetingId
let card: Card

beforeEach(async () => {
  app = await meetingBench()
  meetingId = await app.openedMeeting({ quorum: 12 })
  card = await app.freeCase(meetingId, 'discussion')
})
afterEach(() => app.close())

const employeeId = () => card.person.employeeId
/** Someone who takes part in the case and is not its supervisor. */
async function seated() {
  const { participants } = await app.room(meetingId)
  const found = participants.find(
    (one) => one.role === 'supervisor' && one.employeeId !== null && one.employeeId !== card.person.supervisorId,
  )
  if (found?.employeeId === undefined || found.employeeId === null) throw new Error('the example has one')
  return { ...found, employeeId: found.employeeId }
}
async function declare(change: Partial<Fields> = {}) {
  const holder = await seated()
  const fields: Fields = {
    ...{ holderId: holder.employeeId, holderName: holder.name, subjectId: employeeId(), kind: 'kinship' },
    ...{ recuses: false, remark: '', declaredBy: '', declaredOn: '2026-11-20' },
    ...change,
  }
  return (await app.call('relations.save', { relationId: null, fields })).relationId
}
const decide = () => app.call('meetings.decide', keeping(meetingId, card))
const recusals = () => app.call('relations.recusals', { meetingId })

describe('a case one of the room has a relation to', () => {
  it.each(['kinship', 'business'] as const)('is not decided with a declared %s relation in the room', async (kind) => {
    const { id, name } = await seated()
    await declare({ kind })
    await expect(decide()).rejects.toMatchObject({ code: 'E-RULE-RELATION', params: { names: name } })
    expect(await recusals()).toMatchObject([
      { participantId: id, employeeId: employeeId(), kinds: [kind], state: 'due', waiver: null },
    ])
    await app.call('meetings.recuse', {
      ...{ meetingId, employeeId: employeeId(), participantId: id, cause: 'conflict', note: '' },
    })
    expect(await recusals()).toMatchObject([{ state: 'recused' }])
    expect((await decide()).outcome).toBe('keep')
  })

  it.each(['former-team', 'origin'] as const)('is decided with a declared %s relation', async (kind) => {
    await declare({ kind })
    expect(await recusals()).toEqual([])
    expect((await decide()).outcome).toBe('keep')
  })

  it('is not decided where another kind was declared to mean leaving it', async () => {
    await declare({ kind: 'other', remark: 'Pernah berperkara', recuses: true })
    await expect(decide()).rejects.toMatchObject({ code: 'E-RULE-RELATION' })
  })

  it('is not decided with the relation declared by the employee, nor with a guest known by name', async () => {
    const holder = await seated()
    const fields = { holderId: employeeId(), holderName: card.person.name, subjectId: holder.employeeId }
    const relationId = await declare(fields)
    await expect(decide()).rejects.toMatchObject({ code: 'E-RULE-RELATION' })
    await app.call('relations.withdraw', { relationId, reason: 'Keliru' })
    const guest = { employeeId: null, name: 'Tamu Luar', nip: '', post: '', rank: '', role: 'panelist' as const }
    const { participantId } = await app.call('meetings.saveParticipant', {
      ...{ meetingId, participantId: null, fields: guest },
    })
    await app.attend(meetingId, 'present', [participantId])
    await declare({ holderId: null, holderName: 'TAMU  LUAR' })
    await expect(decide()).rejects.toMatchObject({ code: 'E-RULE-RELATION', params: { names: 'Tamu Luar' } })
  })

  it('is decided once the relation is withdrawn, or when the person is not there', async () => {
    const { id } = await seated()
    const relationId = await declare()
    await app.attend(meetingId, 'excused', [id])
    expect(await recusals()).toEqual([])
    expect((await decide()).outcome).toBe('keep')
    await app.call('meetings.revokeDecision', { meetingId, employeeId: employeeId(), reason: 'Diulang' })
    await app.attend(meetingId, 'present', [id])
    await expect(decide()).rejects.toMatchObject({ code: 'E-RULE-RELATION' })
    await app.call('relations.withdraw', { relationId, reason: 'Keliru' })
    expect((await decide()).outcome).toBe('keep')
  })

  it('has all recusals that are due recorded at once, by a cause that tells no more than it must', async () => {
    const { id } = await seated()
    await declare()
    const own = await app.call('meetings.recordOpinions', {
      ...{ meetingId, employeeId: employeeId(), opinions: [{ participantId: id, opinion: 'fitting' }] },
    })
    expect(own).toEqual({})
    expect(await app.call('relations.recuse', { meetingId })).toEqual({ recorded: 1 })
    const after = await app.card(meetingId, employeeId())
    expect(after.recusals).toMatchObject([{ participantId: id, cause: 'conflict', note: '' }])
    expect(after.opinions.given).toEqual([])
    expect(await app.call('relations.recuse', { meetingId })).toEqual({ recorded: 0 })
    await app.call('history.undo', {})
    expect(await recusals()).toMatchObject([{ state: 'due' }])
  })

  it('tells when a relation came to light after the case was decided', async () => {
    await decide()
    await declare()
    expect(await recusals()).toMatchObject([{ state: 'late' }])
    expect(await app.call('relations.recuse', { meetingId })).toEqual({ recorded: 0 })
  })
})

describe('the consent list', () => {
  it('leaves out whoever somebody in the room is related to', async () => {
    const item = (await app.room(meetingId)).items.find((one) => one.track === 'consent' && one.complete)
    if (!item) throw new Error('the example has such a case')
    await declare({ subjectId: item.employeeId })
    expect((await app.call('meetings.decideConsentList', { meetingId })).left).toContain(item.name)
    await app.call('relations.recuse', { meetingId })
    expect((await app.call('meetings.decideConsentList', { meetingId })).left).not.toContain(item.name)
  })
})

describe('staying in spite of a relation', () => {
  const waive = async (reason = 'Hanya mencatat; tidak ikut memutuskan') =>
    app.call('relations.waive', {
      ...{ meetingId, employeeId: employeeId(), participantId: (await seated()).id, reason },
    })

  it('takes a reason, and is due again once the reason is taken back', async () => {
    await expect(waive()).rejects.toMatchObject({ code: 'E-RELATION-NOT-DUE' })
    await declare()
    await expect(waive(' ')).rejects.toMatchObject({ code: 'E-ARG' })
    await waive()
    const [row] = await recusals()
    expect(row).toMatchObject({ state: 'waived', waiver: { reason: 'Hanya mencatat; tidak ikut memutuskan' } })
    await app.call('relations.unwaive', { waiverId: row?.waiver?.id ?? '' })
    await expect(decide()).rejects.toMatchObject({ code: 'E-RULE-RELATION' })
    await waive()
    expect((await decide()).outcome).toBe('keep')
    const [decided] = await recusals()
    expect(decided).toMatchObject({ state: 'waived' })
    await expect(app.call('relations.unwaive', { waiverId: decided?.waiver?.id ?? '' })).rejects.toMatchObject({
      code: 'E-MEETING-DECIDED',
    })
  })

  it("is the chair's to allow, never the secretary's, and nobody's for himself", async () => {
    const holder = await seated()
    await declare()
    const office = await nameOffice(app, { chair: holder.employeeId })
    await office.signIn('secretary')
    await expect(waive()).rejects.toMatchObject({ code: 'E-AUTH-DUTY' })
    await office.signIn('chair')
    await expect(waive()).rejects.toMatchObject({ code: 'E-RELATION-OWN' })
  })

  it('goes with the seat it was for', async () => {
    await declare()
    await waive()
    const { id } = await seated()
    await app.call('meetings.removeParticipant', { meetingId, participantId: id })
    expect(await recusals()).toEqual([])
  })
})
