import { describe, expect, it } from 'vitest'
import {
  type CaseMove,
  type MeetingMove,
  nextCaseState,
  nextMeetingState,
  requireNotClosed,
  requireOpen,
  requireUndecided,
} from '#domain/meeting/transitions.ts'

const meetingMoves = ['open', 'close', 'reopen'] as const satisfies readonly MeetingMove[]
const caseMoves = ['start', 'decide', 'defer', 'leave', 'revoke'] as const satisfies readonly CaseMove[]

describe('a meeting', () => {
  it.each([
    ['planned', { open: 'open', close: null, reopen: null }],
    ['open', { open: null, close: 'closed', reopen: null }],
    ['closed', { open: null, close: null, reopen: 'open' }],
  ] as const)('that is %s knows exactly its own moves', (state, expected) => {
    for (const move of meetingMoves) {
      const next = expected[move]
      if (next === null) {
        expect(() => nextMeetingState(state, move)).toThrow(expect.objectContaining({ code: 'E-MEETING-STATE' }))
      } else expect(nextMeetingState(state, move)).toBe(next)
    }
  })

  it('lets nobody work on cases before it opens or after it closes', () => {
    expect(() => requireOpen({ state: 'open' })).not.toThrow()
    for (const state of ['planned', 'closed'] as const) {
      expect(() => requireOpen({ state })).toThrow(expect.objectContaining({ code: 'E-MEETING-STATE' }))
    }
    expect(() => requireNotClosed({ state: 'planned' })).not.toThrow()
    expect(() => requireNotClosed({ state: 'closed' })).toThrow(expect.objectContaining({ code: 'E-MEETING-STATE' }))
  })
})

describe('a case', () => {
  it.each([
    ['waiting', { start: 'current', decide: 'decided', defer: 'deferred', leave: null, revoke: null }],
    ['current', { start: 'current', decide: 'decided', defer: 'deferred', leave: 'waiting', revoke: null }],
    ['deferred', { start: 'current', decide: 'decided', defer: 'deferred', leave: null, revoke: null }],
    ['decided', { start: null, decide: null, defer: null, leave: null, revoke: 'waiting' }],
  ] as const)('that is %s knows exactly its own moves', (state, expected) => {
    const code = state === 'decided' ? 'E-MEETING-DECIDED' : 'E-MEETING-STATE'
    for (const move of caseMoves) {
      const next = expected[move]
      if (next === null) expect(() => nextCaseState(state, move)).toThrow(expect.objectContaining({ code }))
      else expect(nextCaseState(state, move)).toBe(next)
    }
  })

  it('takes no more opinions or recusals once it is decided', () => {
    for (const state of ['waiting', 'current', 'deferred'] as const)
      expect(() => requireUndecided({ state })).not.toThrow()
    expect(() => requireUndecided({ state: 'decided' })).toThrow(expect.objectContaining({ code: 'E-MEETING-DECIDED' }))
  })
})
