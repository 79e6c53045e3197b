import { describe, expect, it } from 'vitest'
import { calibrate } from '#domain/calibration/calibrate.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { shownResult } from '#domain/calibration/shown-result.ts'
import { anOffice } from '#tests/support/rated-cases.ts'

const input = anOffice({ seed: 3, supervisors: 12, size: 12, leniencies: [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -6] })
const withFormer = {
  ...input,
  cases: input.cases.map((one, place) => ({
    ...one,
    former: { supervisor: one.supervisor, score: (one.score ?? 0) - ((place * 7) % 11), achievement: one.achievement },
  })),
}
const whole = calibrate(withFormer, standardOptions)
const shown = shownResult(whole)

describe('what a page shows of a calibration', () => {
  it('says of the listed what the cases say, in their order', () => {
    for (const list of ['favoured', 'penalised'] as const) {
      expect(shown.lookFirst[list].length).toBe(whole.lookFirst[list].length)
      shown.lookFirst[list].forEach((listed, rank) => {
        const one = whole.cases[whole.lookFirst[list][rank] ?? -1]
        expect(listed).toMatchObject({ employee: one?.employee, supervisor: one?.supervisor })
        expect(one?.individual).toMatchObject({ points: listed.points, isStrong: listed.isStrong })
        expect(one?.proposal).toMatchObject({ raw: listed.score })
      })
    }
  })

  it('keeps every change of score, and by name the flagged and the largest', () => {
    const { jump } = whole
    if (jump.kind !== 'value' || shown.jump.kind !== 'value') throw new Error('there is a former period')
    expect(shown.jump.unexplained).toEqual(jump.jumps.map(({ unexplained }) => unexplained))
    expect(shown.jump.flagged).toBe(jump.jumps.filter(({ isFlagged }) => isFlagged).length)
    expect(shown.jump.most).toHaveLength(50)
    const least = Math.min(...shown.jump.most.map(({ z }) => Math.abs(z)))
    const { most } = shown.jump
    const left = jump.jumps.filter((one) => !one.isFlagged && !most.includes(one))
    expect(Math.max(...left.map(({ z }) => Math.abs(z)))).toBeLessThanOrEqual(least)
  })

  it('has everything else as it was computed, and not the cases', () => {
    const { cases: _cases, agenda: _agenda, lookFirst, jump: _jump, ...rest } = whole
    expect(shown).toMatchObject({ ...rest, lookFirst: { tested: lookFirst.tested, hits: lookFirst.hits } })
    expect(Object.keys(shown).filter((key) => key === 'cases' || key === 'agenda')).toEqual([])
  })

  it('passes on why nothing is said of jumps', () => {
    const without: CalibrationResult = calibrate(input, standardOptions)
    expect(shownResult(without).jump).toEqual(without.jump)
  })
})
