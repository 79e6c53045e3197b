import { describe, expect, it } from 'vitest'
import { dataProblemSentence, groupWord, modelSentence, workspaceFindingSentence } from '#contract/calibration-words.ts'
import { calibrate } from '#domain/calibration/calibrate.ts'
import { dataProblemCodes } from '#domain/calibration/data-problem.ts'
import { fairnessGroupCodes } from '#domain/calibration/fairness-groups.ts'
import { anOffice } from '#tests/support/rated-cases.ts'

const locales = ['id', 'en'] as const
const words = { employee: (id: string) => id, supervisor: (id: string) => id, panelist: (id: string) => id }

describe('words of a calibration', () => {
  it.each(dataProblemCodes)('say how many people %s concerns', (code) => {
    for (const locale of locales) {
      const sentence = dataProblemSentence(code, 1234, locale)
      expect(sentence).toContain(locale === 'id' ? '1.234' : '1,234')
      expect(sentence).not.toMatch(/[{}]/)
    }
  })

  it('name groups in the language, and leave an unknown code as it is', () => {
    for (const code of fairnessGroupCodes) for (const locale of locales) expect(groupWord(code, locale)).not.toBe(code)
    expect(groupWord('unknown', 'id')).toBe('unknown')
    expect(groupWord('constructor', 'en')).toBe('constructor')
  })

  it('name the groups inside findings of fairness', () => {
    const gap = { code: 'subgroup-gap', attribute: 'sex', group: 'female', reference: 'male', points: -2 } as const
    const sentence = workspaceFindingSentence({ ...gap, low: -3, high: -1 }, 'id', words)
    expect(sentence).toMatch(/kelompok perempuan berbeda -2 poin dari kelompok laki-laki/)
    const impact = { code: 'subgroup-impact', attribute: 'age', group: 'under-30', reference: '30-39' } as const
    expect(workspaceFindingSentence({ ...impact, ratio: 0.5 }, 'en', words)).toMatch(
      /Group under 30 gets .* 30–39 years/,
    )
  })

  it('say which model was used and why', () => {
    const without = calibrate(anOffice({ seed: 3, supervisors: 12, size: 6 })).model
    expect(modelSentence(without, 'en')).toMatch(/no panel re-scoring yet/)
    const withPanel = calibrate(anOffice({ seed: 3, supervisors: 12, size: 6, panelEvery: 2 })).model
    expect([withPanel.main, modelSentence(withPanel, 'id')]).toEqual(['B', expect.stringMatching(/model dengan panel/)])
    const alone = calibrate(anOffice({ seed: 3, supervisors: 1, size: 6 })).model
    expect(modelSentence(alone, 'en')).toMatch(/single supervisor/)
  })
})
