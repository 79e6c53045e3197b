import { describe, expect, it } from 'vitest'
import { modelSentence, workspaceFindingSentence } from '#contract/calibration-words.ts'
import { calibrate } from '#domain/calibration/calibrate.ts'
import type { CalibrationInput, RatedCase } from '#domain/calibration/calibration-input.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { aCase, anOffice, brokenFigures } from '#tests/support/rated-cases.ts'

// Input that is poor or odd (calibration guide 5.1), from the records to the sentence a reader sees: what cannot be told is
// said in words, and everything else is answered as ever.

const office = anOffice({ seed: 3, supervisors: 12, size: 12, leniencies: [14] })
const withPanel = anOffice({ seed: 6, supervisors: 12, size: 6, panelEvery: 2 })
const team = (supervisor: string, scores: readonly (number | null)[], more: Partial<RatedCase> = {}) =>
  scores.map((score, place) =>
    aCase({ supervisor, employee: `${supervisor}-${place}`, score, achievement: 95 + ((place * 7) % 12), ...more }),
  )
const changed = (change: (one: RatedCase, place: number) => RatedCase): CalibrationInput => ({
  ...office,
  cases: office.cases.map(change),
})
const and = (more: readonly RatedCase[]): CalibrationInput => ({ ...office, cases: [...office.cases, ...more] })
const words = { employee: (id: string) => id, supervisor: (id: string) => id, panelist: (id: string) => id }
const said = (result: CalibrationResult, locale: 'id' | 'en') => [
  modelSentence(result.model, locale),
  ...result.findings.map((finding) => workspaceFindingSentence(finding, locale, words)),
]

/** What the rest of a screen needs: every person with an answer, an agenda, supervisors compared where they can be. */
const isWhole = (result: CalibrationResult, input: CalibrationInput) => {
  expect(result.cases).toHaveLength(input.cases.length)
  expect(result.agenda.length).toBeGreaterThan(0)
  expect(result.supervisors.map(({ supervisor }) => supervisor)).toEqual(
    [...new Set(input.cases.map(({ supervisor }) => supervisor))].toSorted(),
  )
}
const found = (result: CalibrationResult, name: string) => result.supervisors.find((one) => one.supervisor === name)
const isLenientFound = (result: CalibrationResult) => expect(found(result, 's00')?.flag?.direction).toBe('lenient')

interface Odd {
  readonly name: string
  readonly input: CalibrationInput
  readonly id: RegExp
  readonly en: RegExp
  /** What stays useful, besides what `isWhole` asks. */
  readonly rest: (result: CalibrationResult) => void
}

const odd: readonly Odd[] = [
  {
    name: 'all scores equal',
    input: changed((one) => ({ ...one, score: 80 })),
    id: /^Semua nilai sama/,
    en: /^All scores are the same/,
    rest: ({ cases }) => expect(cases.every(({ proposal }) => proposal.kind === 'unchanged')).toBe(true),
  },
  {
    name: 'one supervisor',
    input: { ...office, cases: team('a', [70, 75, 82, 90, 71, 66]) },
    id: /^Hanya ada satu atasan/,
    en: /^There is a single supervisor/,
    rest: ({ cases }) => expect(cases.every(({ individual }) => individual.kind === 'value')).toBe(true),
  },
  {
    name: 'a team of one',
    input: and(team('z', [95])),
    id: /^z menilai satu orang saja; atasan dan pegawai tidak dapat dibedakan/,
    en: /^z rates a single person; supervisor and person cannot be told apart/,
    rest: isLenientFound,
  },
  {
    name: 'missing scores',
    input: and(team('z', [null, 80, null, 84, 88])),
    id: /^2 pegawai belum memiliki nilai dan tidak ikut dihitung/,
    en: /^People without a score, who are not counted: 2\.$/,
    rest: (result) => {
      isLenientFound(result)
      expect(found(result, 'z')).toMatchObject({ people: 3, leniency: { kind: 'value' } })
    },
  },
  {
    name: 'missing achievement',
    input: and(team('z', [80, 82, 84, 88], { achievement: null })),
    id: /^4 pegawai tidak memiliki indeks capaian/,
    en: /^People without an achievement index, who count as average in their team: 4\.$/,
    rest: (result) => {
      isLenientFound(result)
      expect(found(result, 'z')?.notEnough).toContain('achievement-missing')
    },
  },
  {
    name: 'columns that repeat one another',
    input: changed((one) => ({ ...one, achievement: 90 + Number(one.supervisor.slice(1)) })),
    id: /ach_within/,
    en: /ach_within/,
    rest: ({ supervisors }) => expect(supervisors.every(({ leniency }) => leniency.kind === 'value')).toBe(true),
  },
  {
    name: 'a ceiling',
    input: changed((one, place) => (place % 4 === 0 ? { ...one, score: 100 } : one)),
    id: /tepat di batas atas skala. Kemurahan nilai/,
    en: /very top of the scale. Leniency is understated/,
    rest: ({ supervisors }) => expect(supervisors.every(({ leniency }) => leniency.kind === 'value')).toBe(true),
  },
  {
    name: 'a panel whose members share no dossier',
    input: { ...withPanel, panel: withPanel.panel.map((one, k) => ({ ...one, panelist: `p${one.employee}${k % 2}` })) },
    id: /kelompok tanpa berkas bersama/,
    en: /groups that share no dossier/,
    rest: ({ model }) => expect(model).toMatchObject({ main: 'A', fallback: { kind: 'panel-unconnected' } }),
  },
  {
    name: 'a single panelist',
    input: {
      ...withPanel,
      panel: withPanel.panel.filter((_, k) => k % 2 === 0).map((one) => ({ ...one, panelist: 'p' })),
    },
    id: /^Baru satu panelis/,
    en: /^A single panelist/,
    rest: ({ model }) => expect(model).toMatchObject({ main: 'A', fallback: { kind: 'one-panelist' } }),
  },
]

describe('poor input, from the records to the words', () => {
  it.each(odd)('$name', ({ input, id, en, rest }) => {
    const result = calibrate(input)
    expect(said(result, 'id')).toContainEqual(expect.stringMatching(id))
    expect(said(result, 'en')).toContainEqual(expect.stringMatching(en))
    expect(said(result, 'id').join(' ')).not.toMatch(/[{}]|NaN|undefined|null/)
    expect(brokenFigures(result)).toEqual([])
    isWhole(result, input)
    rest(result)
  })

  it('control: an ordinary office gets none of these sentences', () => {
    const [plain, panelled] = [calibrate(office), calibrate(withPanel)]
    isLenientFound(plain)
    expect(panelled.model.main).toBe('B')
    for (const { name, id } of odd)
      expect(
        [...said(plain, 'id'), ...said(panelled, 'id')].filter((text) => id.test(text)),
        name,
      ).toEqual([])
  })
})
