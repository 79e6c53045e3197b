import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asked,
  caseQuorum,
  countOpinions,
  leaderOf,
  quorumOf,
  requireNoLowerQuorum,
  requireQuorum,
  requireReady,
  takingPart,
} from '#domain/meeting/attendance.ts'
import { type Opinion, type Participant, participant } from '#domain/model/meeting.ts'

const roles = participant.shape.role.options
const attendances = participant.shape.attendance.options
const opinions = ['too-low', 'fitting', 'too-high', 'abstain'] as const satisfies readonly Opinion['opinion'][]

const person = (id: string, fields: Partial<Record<keyof Participant, unknown>> = {}): Participant =>
  participant.parse({
    id,
    meetingId: 'm',
    employeeId: `e-${id}`,
    name: id,
    nip: '',
    post: '',
    rank: '',
    role: 'supervisor',
    attendance: 'present',
    absenceReason: '',
    position: 0,
    ...fields,
  })

const room = fc
  .array(fc.record({ role: fc.constantFrom(...roles), attendance: fc.constantFrom(...attendances) }), { maxLength: 12 })
  .map((rows) => rows.map((fields, index) => person(`p${index}`, fields)))

describe('quorum', () => {
  it('counts those present, observers apart', () => {
    const people = [person('a', { role: 'chair' }), person('b'), person('c', { attendance: 'excused' })]
    expect(quorumOf([...people, person('d', { role: 'observer' })], 2)).toEqual({
      present: 2,
      total: 3,
      required: 2,
      reached: true,
    })
    expect(quorumOf(people, 3).reached).toBe(false)
    expect(quorumOf([], null).reached).toBe(true)
  })

  it('is counted anew for a case, without those who left it', () => {
    const people = [person('a'), person('b'), person('c')]
    const taking = takingPart(people, [{ employeeId: 'e' as never, participantId: 'b' as never }], 'e')
    const state = caseQuorum(taking, people, 3)
    expect(state).toEqual({ present: 2, total: 3, required: 3, reached: false })
    expect(() => requireQuorum(state)).toThrow(
      expect.objectContaining({ code: 'E-RULE-QUORUM', params: { present: 2, required: 3 } }),
    )
    expect(() => requireQuorum(caseQuorum(people, people, 3))).not.toThrow()
  })

  it('of a case never exceeds that of the meeting', () => {
    fc.assert(
      fc.property(room, fc.array(fc.nat({ max: 11 })), fc.nat({ max: 11 }), (people, left, own) => {
        const recusals = left.map((index) => ({ employeeId: 'e' as never, participantId: `p${index}` as never }))
        const meeting = quorumOf(people, 1)
        const ofCase = caseQuorum(takingPart(people, recusals, `e-p${own}`), people, 1)
        expect(ofCase.present).toBeLessThanOrEqual(meeting.present)
        expect(ofCase.total).toBe(meeting.total)
      }),
    )
  })
})

describe('opening', () => {
  const chair = person('chair', { role: 'chair' })
  const secretary = person('secretary', { role: 'secretary' })

  it('asks for everybody’s attendance, a chair and a secretary', () => {
    expect(() => requireReady([chair, secretary], null)).not.toThrow()
    const refused = (code: string) => expect.objectContaining({ code })
    const unrecorded = [chair, secretary, person('x', { attendance: 'unknown' })]
    expect(() => requireReady(unrecorded, null)).toThrow(refused('E-RULE-ATTENDANCE'))
    expect(() => requireReady([chair], null)).toThrow(refused('E-RULE-OFFICERS'))
    expect(() => requireReady([{ ...chair, attendance: 'excused' }, secretary], null)).toThrow(
      refused('E-RULE-OFFICERS'),
    )
  })

  it('asks for the quorum where one is set', () => {
    expect(() => requireReady([chair, secretary], 3)).toThrow(expect.objectContaining({ code: 'E-RULE-QUORUM' }))
  })
})

describe('a quorum that is set', () => {
  it('is free before the meeting, and afterwards only ever higher', () => {
    const openedAt = '2026-11-23T02:00:00.000Z'
    const whole = fc.option(fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(whole, whole, fc.boolean(), (quorum, next, opened) => {
        const change = () => requireNoLowerQuorum({ openedAt: opened ? openedAt : null, quorum }, next)
        const lower = opened && quorum !== null && (next ?? 0) < quorum
        if (lower) expect(change).toThrow(expect.objectContaining({ code: 'E-RULE-QUORUM-FIXED' }))
        else expect(change).not.toThrow()
      }),
    )
  })
})

describe('who handles a case', () => {
  it('is led by the chair, or by the first other rater when the chair has left it', () => {
    const people = [person('s', { role: 'secretary' }), person('c', { role: 'chair' }), person('r')]
    expect(leaderOf(people)?.id).toBe('c')
    expect(leaderOf(people.filter((one) => one.role !== 'chair'))?.id).toBe('r')
    expect(leaderOf([])).toBeUndefined()
  })

  it('never includes the employee, an absent one, or one who left the case', () => {
    fc.assert(
      fc.property(room, fc.array(fc.nat({ max: 11 })), fc.nat({ max: 11 }), (people, left, own) => {
        const employeeId = `e-p${own}`
        const recusals = left.map((index) => ({ employeeId: employeeId as never, participantId: `p${index}` as never }))
        for (const one of takingPart(people, recusals, employeeId)) {
          expect(one.attendance).toBe('present')
          expect(one.employeeId).not.toBe(employeeId)
          expect(left.map((index) => `p${index}`)).not.toContain(one.id)
        }
      }),
    )
  })

  it('does not mind a recusal from another case', () => {
    const people = [person('a')]
    expect(takingPart(people, [{ employeeId: 'other' as never, participantId: 'a' as never }], 'e')).toEqual(people)
  })
})

describe('opinions', () => {
  it('stay hidden until everybody asked has given one, and count nobody else', () => {
    fc.assert(
      fc.property(room, fc.array(fc.tuple(fc.nat({ max: 11 }), fc.constantFrom(...opinions))), (people, given) => {
        const latest = new Map(given.map(([index, opinion]) => [`p${index}`, opinion]))
        const rows = [...latest].map(([participantId, opinion]) => ({ participantId: participantId as never, opinion }))
        const taking = takingPart(people, [], 'nobody')
        const expected = asked(taking)
        const counted = countOpinions(rows, taking)
        expect(counted.expected).toBe(expected.length)
        expect(counted.received).toBe(expected.filter((one) => latest.has(one.id)).length)
        const everybody = counted.expected > 0 && counted.received === counted.expected
        expect(counted.counts !== null).toBe(everybody)
        const sum = Object.values(counted.counts ?? {}).reduce((total, count) => total + count, 0)
        expect(sum).toBe(everybody ? counted.expected : 0)
      }),
    )
  })
})
