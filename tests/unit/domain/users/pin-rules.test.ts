import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinWait, requirePin } from '#domain/users/pin-rules.ts'
import { activeChairs, requireFitting } from '#domain/users/user-rules.ts'

const at = '2026-11-23T02:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString()

describe('the wait after wrong PINs', () => {
  it('begins with the fifth and doubles up to an hour', () => {
    const waits = Array.from({ length: 14 }, (_, failures) => pinWait({ failures, failedAt: at }, at))
    expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
  })

  it('never grows while time passes, and ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(7_200), fc.nat(7_200), (failures, first, more) => {
        const tries = { failures, failedAt: at }
        expect(pinWait(tries, later(first + more))).toBeLessThanOrEqual(pinWait(tries, later(first)))
        expect(pinWait(tries, later(3_600))).toBe(0)
      }),
    )
  })

  it('is not shortened by a clock turned back', () => {
    expect(pinWait({ failures: 5, failedAt: at }, later(-86_400))).toBe(30)
  })
})

describe('a PIN', () => {
  it.each(['48291', '', '000000', 'aaaaaa', '123456', '876543', 'abcdef'])('%j is refused', (pin) => {
    expect(() => requirePin(pin)).toThrow(/E-PIN-(SHORT|EASY)/)
  })

  it.each(['482913', '112233', '135790', 'kunci arsip', '１２９４８３'])('%j is taken', (pin) => {
    expect(() => requirePin(pin)).not.toThrow()
  })
})

describe('users', () => {
  const chair = { id: 'u1' as never, name: 'Ratna', duty: 'chair' as const, active: true }
  const secretary = { id: 'u2' as never, name: 'Sari', duty: 'secretary' as const, active: true }

  it('have an active chair at all times', () => {
    expect(() => requireFitting([], secretary)).toThrow('E-USER-FIRST')
    expect(() => requireFitting([chair, secretary], { ...chair, active: false })).toThrow('E-USER-CHAIR')
    expect(() => requireFitting([chair, secretary], { ...chair, duty: 'observer' })).toThrow('E-USER-CHAIR')
    const second = { ...secretary, duty: 'chair' as const }
    expect(() => requireFitting([chair, second], { ...chair, active: false })).not.toThrow()
    expect(activeChairs([chair, { ...second, active: false }])).toEqual([chair])
  })

  it('bear names of their own', () => {
    expect(() => requireFitting([chair, secretary], { ...secretary, name: ' RATNA ' })).toThrow('E-USER-NAME')
    expect(() => requireFitting([chair, secretary], { ...secretary, name: 'Sari W.' })).not.toThrow()
  })
})
