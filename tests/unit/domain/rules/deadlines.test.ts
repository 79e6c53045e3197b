import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockRules,
  clockState,
  type DeadlineId,
  deadlineIds,
  dueDate,
  handOverAdvice,
  latestHandOver,
  objectionChain,
} from '#domain/rules/deadlines.ts'
import { addWorkingDays, plainCalendar } from '#domain/rules/working-days.ts'

const holidays = (...days: string[]) => ({ ...plainCalendar, holidays: new Set(days) })

describe('the clocks', () => {
  it('stand in the list under their own id, each with its source', () => {
    for (const id of deadlineIds) {
      expect(clockRules[id].id).toBe(id)
      expect(clockRules[id].source).toMatch(/^PermenPANRB 6\/2022 (art|p)\./)
    }
  })

  it.each<[DeadlineId, number]>([
    ['D7', 14],
    ['D8', 14],
    ['D9', 30],
    ['D10', 14],
    ['D11a', 7],
    ['D11b', 7],
    ['D11c', 30],
    ['D12', 14],
    ['D13', 7],
    ['D14', 30],
  ])('%s runs %i working days', (id, days) => {
    expect(clockRules[id].length).toEqual({ kind: 'working-days', days })
  })

  it('counts the vectors of the guide', () => {
    expect(dueDate('D7', '2027-01-04', plainCalendar)).toEqual({ kind: 'due', on: '2027-01-22' })
    expect(dueDate('D7', '2027-01-04', holidays('2027-01-05'))).toEqual({ kind: 'due', on: '2027-01-25' })
    expect(dueDate('D8', '2027-01-02', plainCalendar)).toEqual({ kind: 'due', on: '2027-01-21' })
    expect(dueDate('D9', '2027-01-29', plainCalendar)).toEqual({ kind: 'due', on: '2027-03-12' })
    expect(dueDate('D9', '2027-01-29', holidays('2027-02-08', '2027-02-09'))).toEqual({ kind: 'due', on: '2027-03-16' })
  })

  it('knows the fixed days', () => {
    expect(dueDate('D1', '2027-01-01', plainCalendar)).toEqual({ kind: 'due', on: '2027-01-14' })
    expect(dueDate('D2', '2027-01-01', plainCalendar)).toEqual({ kind: 'due', on: '2027-01-31' })
    expect(dueDate('D5', '2026-12-31', plainCalendar)).toEqual({ kind: 'due', on: '2027-01-31' })
  })

  it('has no day where the regulation sets none', () => {
    expect(dueDate('D3', '2027-02-01', plainCalendar)).toEqual({ kind: 'unlimited' })
    expect(dueDate('D4', '2026-09-30', plainCalendar)).toEqual({ kind: 'agency-window' })
    expect(dueDate('D6', '2027-02-01', plainCalendar)).toEqual({ kind: 'unlimited' })
  })

  it('refuses a start that is no date, on fixed days too', () => {
    expect(() => dueDate('D2', '2027-02-30', plainCalendar)).toThrow('E-RULE-DATE')
    expect(() => dueDate('D7', '2027-02-30', plainCalendar)).toThrow('E-RULE-DATE')
  })

  it('runs to the end of its last day', () => {
    const due = '2027-01-22'
    expect(clockState({ due, stoppedOn: null }, '2027-01-22')).toBe('running')
    expect(clockState({ due, stoppedOn: null }, '2027-01-23')).toBe('overdue')
    expect(clockState({ due, stoppedOn: '2027-01-22' }, '2027-03-01')).toBe('met')
    expect(clockState({ due, stoppedOn: '2027-01-25' }, '2027-03-01')).toBe('late')
  })
})

describe('an objection used to the full', () => {
  it('reaches the report on its very last day when handed over on day 9', () => {
    expect(latestHandOver).toBe(9)
    expect(objectionChain('2027-01-29', '2027-02-11', plainCalendar)).toEqual({
      objectionBy: '2027-03-03',
      decisionBy: '2027-03-12',
      reportBy: '2027-03-12',
      fits: true,
    })
    expect(objectionChain('2027-01-29', '2027-02-12', plainCalendar).fits).toBe(false)
  })

  it('fits exactly up to day 9, whatever the holidays', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20 }), fc.array(day, { maxLength: 30 }), (end, days, free) => {
        const calendar = holidays(...free)
        const received = addWorkingDays(end, days, calendar)
        expect(objectionChain(end, received, calendar).fits).toBe(days <= latestHandOver)
        expect(handOverAdvice(end, received, received, calendar)).toBe(
          days <= latestHandOver ? 'in-time' : 'report-at-risk',
        )
      }),
    )
  })

  it('reminds on day 9 and warns after it', () => {
    expect(handOverAdvice('2027-01-29', null, '2027-02-10', plainCalendar)).toBe('in-time')
    expect(handOverAdvice('2027-01-29', null, '2027-02-11', plainCalendar)).toBe('last-day')
    expect(handOverAdvice('2027-01-29', null, '2027-02-12', plainCalendar)).toBe('report-at-risk')
    expect(handOverAdvice('2027-01-29', '2027-02-11', '2027-06-01', plainCalendar)).toBe('in-time')
    expect(handOverAdvice('2027-01-29', '2027-01-20', '2027-06-01', plainCalendar)).toBe('in-time')
  })
})
