import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairnessGroupCodes, fairnessGroups } from '#domain/calibration/fairness-groups.ts'

const numberOf = (birth: string, sex: 1 | 2) => `${birth}202001${sex}001`

describe('groups that fairness is asked about', () => {
  it.each([
    ['19961001', 'under-30'],
    ['19960930', '30-39'],
    ['19861001', '30-39'],
    ['19860930', '40-49'],
    ['19761001', '40-49'],
    ['19760930', '50-and-over'],
    ['20000229', 'under-30'],
  ])('born %s is %s on 30 September 2026', (birth, age) => {
    expect(fairnessGroups(numberOf(birth, 2), '2026-09-30')).toEqual({ sex: 'female', age })
    expect(fairnessGroups(numberOf(birth, 1), '2026-09-30')).toEqual({ sex: 'male', age })
  })

  it.each([
    ['nobody', null],
    ['an old number', '130123456'],
    ['an impossible birthday', '199602312022041001'],
    ['an impossible sex', '199608182022043001'],
    ['a birthday after the period', '202708182022041001'],
  ])('tells nothing of %s', (_, nip) => {
    expect(fairnessGroups(nip, '2026-09-30')).toEqual({})
  })

  it('answers any text with codes of the list', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{18}$/)), (nip) => {
        for (const group of Object.values(fairnessGroups(nip, '2026-09-30')))
          expect(fairnessGroupCodes).toContain(group)
      }),
    )
  })
})
