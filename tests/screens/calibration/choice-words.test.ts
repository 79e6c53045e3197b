import { describe, expect, it } from 'vitest'
import { type CalibrationChoices, standardChoices } from '#domain/calibration/calibration-choices.ts'
import { createFormatters } from '#renderer/i18n/format.ts'
import { createI18n, type Translate } from '#renderer/i18n/i18n.ts'
import { choiceWords } from '#renderer/screens/calibration/choice-words.ts'

const i18n = createI18n('id')
const t: Translate = (key, params) => i18n.t(key, params ?? {})
const names: Readonly<Record<string, string>> = { a: 'Ani (PKM Melati)', b: 'Budi' }

const said = (chosen: object, others: object = {}) => {
  const choices = (change: object) => ({ ...standardChoices, ...change }) as CalibrationChoices
  return choiceWords(choices(chosen), choices(others), (id) => names[id] ?? id, t, createFormatters('id'))
}

describe('choices in words', () => {
  it('are silent where nothing differs', () => {
    expect(said({})).toEqual([])
    expect(said({ leftOut: ['a'], psi: 0.2 }, { leftOut: ['a'], psi: 0.2 })).toEqual([])
  })

  it('name each one that differs', () => {
    expect(
      said({ flagPoints: 7, mostShift: 2.5, psi: 0.5, achievementCap: 150, usesPanel: false, leftOut: ['a', 'b'] }),
    ).toEqual([
      'ambang tanda 7,0 poin',
      'usulan menggeser nilai paling banyak 2,5 poin',
      'bagian kemurahan 50%',
      'indeks capaian dibatasi pada 150',
      'tanpa nilai panel',
      'tanpa penilaian Ani (PKM Melati) dan Budi',
    ])
  })

  it('say what is taken back', () => {
    expect(said({}, { achievementCap: 150, usesPanel: false, leftOut: ['a'] })).toEqual([
      'batas indeks capaian menurut ketentuan periode',
      'dengan nilai panel',
      'dengan penilaian semua pejabat penilai',
    ])
    expect(said({ mostShift: 0 })).toEqual(['usulan tidak menggeser nilai'])
  })
})
