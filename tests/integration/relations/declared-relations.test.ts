import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { type MeetingBench, meetingBench } from '#tests/support/meeting-bench.ts'

type Fields = CallInput<'relations.save'>['fields']

let app: MeetingBench
let people: readonly { readonly employeeId: string; readonly name: string }[]

beforeEach(async () => {
  app = await meetingBench()
  people = await app.call('followUps.people', { periodId: app.periodId })
})
afterEach(() => app.close())

const person = (index: number) => {
  const found = people[index]
  if (found === undefined) throw new Error('the example has such a person')
  return found
}
const fields = (change: Partial<Fields> = {}): Fields => ({
  holderId: person(0).employeeId,
  holderName: person(0).name,
  subjectId: person(1).employeeId,
  kind: 'kinship',
  recuses: false,
  remark: 'Kakak kandung',
  declaredBy: '',
  declaredOn: '2026-11-20',
  ...change,
})
const declare = async (change: Partial<Fields> = {}) =>
  (await app.call('relations.save', { relationId: null, fields: fields(change) })).relationId
const list = () => app.call('relations.list', { periodId: app.periodId })

describe('declared relations', () => {
  it('are listed with their people, who declared and when; family always means leaving the case', async () => {
    await declare()
    const { relations, standing } = await list()
    expect(standing).toBe(1)
    expect(relations).toMatchObject([
      {
        holder: { name: person(0).name },
        subject: { name: person(1).name },
        kind: 'kinship',
        recuses: true,
        remark: 'Kakak kandung',
        declaredBy: person(0).name,
        declaredOn: '2026-11-20',
        recordedAt: '2026-11-23T02:00:00.000Z',
        withdrawnAt: null,
      },
    ])
  })

  it('are changed, withdrawn with a reason, kept, and declared anew', async () => {
    const relationId = await declare({ kind: 'origin', declaredBy: 'Sekretaris' })
    await app.call('relations.save', { relationId, fields: fields({ kind: 'former-team', remark: '2019–2022' }) })
    expect((await list()).relations).toMatchObject([{ kind: 'former-team', recuses: false, remark: '2019–2022' }])
    await expect(app.call('relations.withdraw', { relationId, reason: ' ' })).rejects.toMatchObject({ code: 'E-ARG' })
    await app.call('relations.withdraw', { relationId, reason: 'Salah orang' })
    expect(await list()).toMatchObject({ standing: 0, relations: [{ withdrawnReason: 'Salah orang' }] })
    await expect(app.call('relations.withdraw', { relationId, reason: 'Lagi' })).rejects.toMatchObject({
      code: 'E-RELATION-WITHDRAWN',
    })
    await expect(app.call('relations.save', { relationId, fields: fields() })).rejects.toMatchObject({
      code: 'E-RELATION-WITHDRAWN',
    })
    await declare({ kind: 'former-team' })
    expect((await list()).relations.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false])
  })

  it('are taken of somebody from outside, by name', async () => {
    await declare({ holderId: null, holderName: ' Drs. Tamu Luar ' })
    await expect(declare({ holderId: null, holderName: 'drs. tamu  luar' })).rejects.toMatchObject({
      code: 'E-RELATION-TWICE',
    })
    expect((await list()).relations).toMatchObject([{ holder: { name: 'Drs. Tamu Luar', nip: null } }])
  })

  it('are refused as the rules say, and leave nothing behind', async () => {
    const before = (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).total
    const refused = async (change: Partial<Fields>, code: string) =>
      expect(declare(change)).rejects.toMatchObject({ code })
    await refused({ subjectId: person(0).employeeId }, 'E-RELATION-SELF')
    await refused({ kind: 'other', remark: ' ' }, 'E-RELATION-REMARK')
    await refused({ declaredOn: '2026-11-24' }, 'E-RELATION-DATE')
    await refused({ subjectId: 'nobody' }, 'E-NOT-FOUND')
    await refused({ holderId: 'nobody' }, 'E-NOT-FOUND')
    expect((await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).total).toBe(before)
  })

  it('are undone and done again', async () => {
    await declare()
    await app.call('history.undo', {})
    expect((await list()).standing).toBe(0)
    await app.call('history.redo', {})
    expect((await list()).standing).toBe(1)
    expect((await app.call('trail.verify', { jobId: 'v', anchor: null })).found).toBe(0)
  })

  it('tell both ways whom another screen is to mark', async () => {
    await declare()
    await declare({ holderId: null, holderName: 'Tamu' })
    const [a, b] = [person(0).employeeId, person(1).employeeId]
    expect(await app.call('relations.closePairs', {})).toEqual({
      standing: 2,
      pairs: [
        { raterId: a, employeeId: b, kind: 'kinship' },
        { raterId: b, employeeId: a, kind: 'kinship' },
      ],
    })
  })
})

describe('statements', () => {
  it('are asked of everybody who rates, decides or scores, and recorded once for a period', async () => {
    await app.plan()
    const raters = () => app.call('relations.raters', { periodId: app.periodId })
    const [first, ...others] = await raters()
    if (first === undefined) throw new Error('the example has supervisors')
    expect(others.length).toBeGreaterThan(15)
    expect(others.some(({ parts }) => parts.includes('supervisor') && parts.includes('participant'))).toBe(true)
    const given = {
      periodId: app.periodId,
      holderId: first.holderId,
      holderName: first.name,
      receivedOn: '2026-11-20',
    }
    const { statementId } = await app.call('relations.receiveStatement', given)
    await expect(app.call('relations.receiveStatement', given)).rejects.toMatchObject({ code: 'E-RELATION-STATED' })
    await expect(
      app.call('relations.receiveStatement', { ...given, holderId: null, holderName: 'X', receivedOn: '2027-01-01' }),
    ).rejects.toMatchObject({ code: 'E-RELATION-DATE' })
    expect((await raters())[0]?.statement).toEqual({ id: statementId, receivedOn: '2026-11-20' })
    await app.call('relations.removeStatement', { statementId })
    expect((await raters())[0]?.statement).toBeNull()
  })

  it('name guests of the meeting, too, and count what each has declared', async () => {
    const meetingId = await app.plan()
    await app.call('meetings.saveParticipant', {
      meetingId,
      participantId: null,
      fields: { employeeId: null, name: 'Drs. Tamu Luar', nip: '', post: '', rank: '', role: 'panelist' },
    })
    await declare({ holderId: null, holderName: 'DRS. TAMU LUAR' })
    const guest = (await app.call('relations.raters', { periodId: app.periodId })).find(
      ({ name }) => name === 'Drs. Tamu Luar',
    )
    expect(guest).toMatchObject({ holderId: null, parts: ['participant'], relations: 1 })
  })
})
