import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '#renderer/i18n/format.ts'
import { createI18n, type Translate } from '#renderer/i18n/i18n.ts'
import { listedCases } from '#renderer/screens/calibration/calibrated.ts'
import {
  habitRows,
  leniencyRows,
  scoreBins,
  supervisorSentences,
} from '#renderer/screens/calibration/supervisor-figures.ts'
import { termWords } from '#renderer/screens/calibration/term-words.ts'
import { caseSheet, supervisorSheet } from '#renderer/screens/calibration/use-export.ts'
import { effectSentence } from '#renderer/screens/calibration/what-if-bar.tsx'
import { aCase } from '#tests/support/rated-cases.ts'
import { calibratedFrom, casesOf, office } from './an-office.ts'

const i18n = createI18n('id')
const t: Translate = (key, params) => i18n.t(key, params ?? {})
const format = createFormatters('id')

describe('one supervisor', () => {
  const calibrated = calibratedFrom(office())
  const [lenient, , third] = calibrated.result.supervisors

  it('is told in sentences first, with what cannot be known beside a flag', () => {
    expect(lenient === undefined ? [] : supervisorSentences(calibrated, lenient, t, format)).toEqual([
      expect.stringMatching(/^Penilaian Penilai 00 rata-rata .* Ini bukan tuduhan/),
      expect.stringContaining('Data belum cukup'),
    ])
    expect(third === undefined ? [] : supervisorSentences(calibrated, third, t, format)).toEqual([
      'Penilaiannya sejalan dengan capaian tim; tidak ada yang menonjol di luar kebetulan.',
    ])
  })

  it('shows leniency with interval, and without a panel what other reliabilities of achievement would give', () => {
    const names = lenient === undefined ? [] : leniencyRows(calibrated, lenient, t, format).map(([name]) => name)
    expect(names).toEqual(expect.arrayContaining(['Selisih', 'Rentang 90%', 'Selisih bila keandalan capaian 0,4']))
  })

  it('says "not enough data" where a habit cannot be measured, never a zero', () => {
    const input = office()
    const alone = aCase({ employee: 'ez', supervisor: 's99', score: 95, achievement: 90 })
    const all = calibratedFrom({ ...input, cases: [...input.cases, alone] })
    const one = all.result.supervisors.at(-1)
    const values = one === undefined ? [] : habitRows(one, t, format).map(([, value]) => value)
    expect(values).toEqual(['tidak cukup data', 'tidak cukup data', 'tidak cukup data'])
  })

  it('has every score in exactly one stretch of its distribution', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 }), (scores) => {
        const team = scores.map((raw) => ({ proposal: { kind: 'unchanged', raw, because: [] } }))
        const bins = scoreBins(team as unknown as Parameters<typeof scoreBins>[0])
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length)
        expect(bins.slice(1).map(({ from }) => from)).toEqual(bins.slice(0, -1).map(({ to }) => to))
        expect(Math.min(...scores)).toBeGreaterThanOrEqual(bins[0]?.from ?? 101)
        expect(Math.max(...scores)).toBeLessThanOrEqual(bins.at(-1)?.to ?? -1)
        expect([bins[0]?.count, bins.at(-1)?.count]).not.toContain(0)
      }),
    )
  })
})

describe('the lists and the workbook', () => {
  const calibrated = calibratedFrom(office())

  it('put the highest differences on one list and the lowest on the other', () => {
    const [favoured, penalised] = [listedCases(calibrated, 'favoured'), listedCases(calibrated, 'penalised')]
    expect(favoured.length).toBeGreaterThan(0)
    expect(favoured.every(({ points }) => points > 0)).toBe(true)
    expect(penalised.every(({ points }) => points < 0)).toBe(true)
  })

  it('hold every supervisor and everybody, a figure only where there is evidence for one', () => {
    const input = office()
    const alone = aCase({ employee: 'ez', supervisor: 's99', score: 95, achievement: 90 })
    const more = { ...input, cases: [...input.cases, alone] }
    const all = calibratedFrom(more)
    const sheets = [supervisorSheet(all, t), caseSheet(all, casesOf(more), t)]
    expect(sheets.map(({ rows }) => rows.length)).toEqual([13, 145])
    for (const { rows, columns } of sheets)
      for (const row of rows) {
        expect(row).toHaveLength(columns.length)
        row.forEach((cell, index) => {
          if (columns[index]?.kind !== 'text') expect(typeof cell === 'number' || cell === null).toBe(true)
        })
      }
    expect(sheets[0]?.rows.at(-1)?.slice(2)).toEqual([1, null, null, null, null, null, '', 'tidak cukup bukti'])
  })
})

describe('terms of the model', () => {
  it('never show the id of a panelist', () => {
    const calibrated = calibratedFrom(office({ panelEvery: 3 }))
    const { fixed, main } = calibrated.result.model
    expect(main).toBe('B')
    const said = fixed.map(({ term }) => termWords(calibrated, term, t))
    expect(said).toEqual(expect.arrayContaining(['tingkat pejabat penilai', 'panelis 1', 'panelis 4']))
    expect(said.join(' ')).not.toMatch(/p[0-3]|_/)
  })
})

describe('what other choices would change', () => {
  const changed = { proposals: 0, levels: 0, flags: 0 }
  const comparison = (some: Partial<typeof changed>, orderKept = true) =>
    ({ changed: { ...changed, ...some }, orderKept }) as Parameters<typeof effectSentence>[0]

  it('is counted in words', () => {
    expect(effectSentence(comparison({ levels: 19, flags: 1 }), t)).toBe(
      'Saran tingkat berubah untuk **19** pegawai. Tanda berubah pada **1** penilai. Urutan dalam tim tetap.',
    )
    expect(effectSentence(comparison({}), t)).toBe('Tidak ada saran yang berubah.')
  })

  it('says that the order stays only where it does', () => {
    expect(effectSentence(comparison({ proposals: 3 }, false), t)).not.toContain('Urutan')
  })
})
