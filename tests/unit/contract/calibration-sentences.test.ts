import { describe, expect, it } from 'vitest'
import {
  calibrationFindingSentence,
  fallbackSentence,
  notEnoughSentence,
  proposalSentence,
} from '#contract/calibration-sentences.ts'
import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import type { Fallback } from '#domain/calibration/fit-ladder.ts'

const supervisor = 's1'
const range = { low: 1.24, high: 5.26 }

/** One of every code: a code without an example does not compile. */
const examples: { readonly [Code in CalibrationFinding['code']]: CalibrationFinding & { readonly code: Code } } = {
  leniency: { code: 'leniency', supervisor, points: 3.25, ...range, withPanel: true },
  severity: { code: 'severity', supervisor, points: 3.25, ...range, withPanel: false },
  'no-evidence': { code: 'no-evidence', employees: 24 },
  'individual-favoured': {
    code: 'individual-favoured',
    employee: 'e1',
    supervisor,
    points: 7,
    hitsLow: 31,
    hitsHigh: 36,
    isStrong: false,
  },
  'individual-penalised': {
    code: 'individual-penalised',
    employee: 'e1',
    supervisor,
    points: 7,
    hitsLow: 31,
    hitsHigh: 36,
    isStrong: false,
  },
  compression: { code: 'compression', supervisor, share: 0.42 },
  'no-differentiation': { code: 'no-differentiation', supervisor, people: 6 },
  halo: { code: 'halo', supervisor, share: 0.3 },
  'against-achievement': { code: 'against-achievement', supervisor, tau: -0.55 },
  'person-not-separable': { code: 'person-not-separable', supervisor },
  'soft-targets': { code: 'soft-targets', supervisor, share: 0.9, elsewhere: 0.1 },
  jump: { code: 'jump', employee: 'e1', supervisor, change: 12, unexplained: 9 },
  closeness: { code: 'closeness', points: 3, ...range },
  'closeness-supervisor': { code: 'closeness-supervisor', supervisor, points: 6 },
  inflation: { code: 'inflation', points: 2, ...range },
  'inflation-hint': { code: 'inflation-hint', topShare: 0.6, reachedShare: 0.4 },
  'subgroup-gap': { code: 'subgroup-gap', attribute: 'sex', group: 'F', reference: 'M', points: -2, low: -3, high: -1 },
  'subgroup-impact': { code: 'subgroup-impact', attribute: 'sex', group: 'F', reference: 'M', ratio: 0.68 },
  'no-difference': { code: 'no-difference' },
  'few-supervisors': { code: 'few-supervisors', supervisors: 5, required: 8 },
  'not-fitted': { code: 'not-fitted', because: 'one-group' },
  fallback: { code: 'fallback', reason: { kind: 'panel-unconnected', groups: 3 } },
  ceiling: { code: 'ceiling', share: 0.2 },
  'without-score': { code: 'without-score', people: 3 },
  'without-achievement': { code: 'without-achievement', people: 3 },
  'dropped-columns': { code: 'dropped-columns', columns: ['ach_within'] },
  'panelists-unconnected': { code: 'panelists-unconnected', panelists: ['p1', 'p2'] },
  'panel-scores-unknown': { code: 'panel-scores-unknown', scores: 4 },
  'psi-assumed': { code: 'psi-assumed', psi: 0.7 },
  'reliability-assumed': { code: 'reliability-assumed', reliability: 0.6 },
}

const fallbacks: readonly Fallback[] = [
  { kind: 'no-panel' },
  { kind: 'panel-too-small', scores: 12, teams: 5, requiredScores: 30, requiredTeams: 10 },
  { kind: 'panel-unconnected', groups: 3 },
  { kind: 'one-panelist', scores: 40 },
  { kind: 'panel-model-refused', because: 'all-equal' },
  { kind: 'panel-model-unstable' },
]

describe('sentences of the calibration', () => {
  it.each(Object.values(examples))('$code says all its values in both languages', (finding) => {
    const [id, en] = (['id', 'en'] as const).map((locale) => calibrationFindingSentence(finding, locale))
    for (const text of [id, en]) {
      expect(text).not.toMatch(/[{}…]|undefined|NaN/)
      expect(text).toMatch(/\.$/)
    }
    expect(id).not.toBe(en)
  })

  it('names persons and writes figures as the language does', () => {
    const words = { employee: (id: string) => `Budi (${id})`, supervisor: () => 'Sari', panelist: (id: string) => id }
    expect(calibrationFindingSentence(examples.leniency, 'id', words)).toBe(
      'Penilaian Sari rata-rata 3,3 poin lebih tinggi daripada yang dapat dijelaskan oleh capaian kinerja timnya dan penilaian ulang panel. Rentang yang masuk akal: 1,2 s.d. 5,3 poin. Ini bukan tuduhan; bisa jadi tim ini memang lebih baik daripada yang terukur.',
    )
    expect(calibrationFindingSentence({ ...examples.leniency, withPanel: false }, 'en', words)).toBe(
      'Sari’s scores are on average 3.3 points higher than the team’s achievement explains. Plausible range 1.2 to 5.3. This is not an accusation; the team may really be better than the indicators show.',
    )
    expect(calibrationFindingSentence(examples['individual-favoured'], 'en', words)).toContain(
      'Budi (e1)’s score is 7 points above',
    )
    expect(calibrationFindingSentence(examples['individual-favoured'], 'en')).toContain('about 31–36 are')
    expect(calibrationFindingSentence(examples.compression, 'en')).toContain('42%')
    expect(calibrationFindingSentence(examples['subgroup-gap'], 'en')).toContain('differ by -2 points')
  })

  it.each(fallbacks)('says why there is no panel model: $kind', (reason) => {
    for (const locale of ['id', 'en'] as const) expect(fallbackSentence(reason, locale)).not.toMatch(/[{}…]|undefined/)
  })

  it('has a sentence for a refusal that no office meets', () => {
    const rare = calibrationFindingSentence({ code: 'not-fitted', because: 'figure-too-large' }, 'en')
    expect(rare).toBe('Supervisors cannot be compared reliably from these data.')
  })

  it('says what is proposed, and why nothing is', () => {
    const proposed = {
      kind: 'proposed',
      raw: 84,
      shift: -2.6,
      score: 81.5,
      low: 76.04,
      high: 86.8,
      isLimited: false,
      isClipped: false,
    } as const
    expect(proposalSentence(proposed, 0.9, 'en')).toBe(
      'Proposed score 81.5 (original 84); with 90% confidence the fair score lies between 76 and 86.8.',
    )
    expect(proposalSentence(proposed, 0.9, 'id')).toContain('Nilai usulan 81,5 (asal 84); 90% kemungkinan')
    expect(proposalSentence({ kind: 'no-score' }, 0.9, 'en')).toBeNull()
    expect(notEnoughSentence('few-people', standardOptions.evidence, 'en')).toContain('fewer than 3 people')
    expect(notEnoughSentence('achievement-missing', standardOptions.evidence, 'id')).toContain('30%')
  })
})
