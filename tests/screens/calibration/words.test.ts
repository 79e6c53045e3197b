import { describe, expect, it } from 'vitest'
import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import { createFormatters } from '#renderer/i18n/format.ts'
import { createI18n, type Translate } from '#renderer/i18n/i18n.ts'
import type { Locale } from '#renderer/i18n/locale.ts'
import { wordsOf } from '#renderer/screens/calibration/words.ts'
import { calibratedFrom, office } from './an-office.ts'

function wordsIn(locale: Locale, input: CalibrationInput) {
  const i18n = createI18n(locale)
  const t: Translate = (key, params) => i18n.t(key, params ?? {})
  const { known, unknown, todo } = wordsOf(calibratedFrom(input), t, createFormatters(locale))
  return { known: known.join(' '), unknown: unknown.join(' '), todo: todo.join(' ') }
}

const everybody = (change: (one: CalibrationInput['cases'][number]) => Partial<CalibrationInput['cases'][number]>) => {
  const input = office()
  return { ...input, cases: input.cases.map((one) => ({ ...one, ...change(one) })) }
}

describe('what is known, what cannot be known, what to do', () => {
  it('names the lenient and the strict, and counts those in line', () => {
    const { known, todo } = wordsIn('id', office())
    expect(known).toMatch(
      /^Penilaian \*\*Penilai 00\*\* rata-rata \d,\d poin lebih tinggi .* capaian timnya; \*\*Penilai 11\*\* \d,\d poin lebih rendah\. 10 pejabat penilai lainnya sejalan\./,
    )
    expect(todo).toContain('Minta **Penilai 00** dan **Penilai 11** menjelaskan')
  })

  it('says without a panel that leniency cannot be told from quality, and asks for the panel', () => {
    const { unknown, todo } = wordsIn('id', office())
    expect(unknown).toContain('Data belum cukup untuk membedakan atasan yang murah nilai dari tim yang memang bagus.')
    expect(unknown).toContain('Ini bukan tuduhan')
    expect(unknown).not.toContain('Tambahkan penilaian ulang')
    expect(todo).toMatch(/Tambahkan penilaian ulang panel untuk sedikitnya \d+ pegawai\./)
    const english = wordsIn('en', office())
    expect(english.unknown).toContain('cannot yet tell a generous supervisor')
    expect(english.todo).toMatch(/Have a panel re-score at least \d+ employees\./)
  })

  it('with a panel neither says nor asks it', () => {
    const { known, unknown, todo } = wordsIn('id', office({ panelEvery: 3 }))
    expect(known).toContain('capaian timnya dan penilaian ulang panel')
    expect(unknown).not.toContain('Data belum cukup')
    expect(todo).not.toContain('penilaian ulang panel')
  })

  it('counts whoever is not named where many stand out', () => {
    const { known, todo } = wordsIn('id', office({ supervisors: 30, leniencies: Array(5).fill(9) }))
    expect(known).toMatch(/\*\*, \*\*.*\*\* dan 2 lainnya rata-rata \d+,\d s\.d\. \d+,\d poin lebih tinggi/)
    expect(todo).toContain('dan 2 lainnya')
  })

  it('concludes nothing where nothing can be computed', () => {
    const equal = wordsIn(
      'id',
      everybody(() => ({ score: 80 })),
    )
    expect(equal.known).toBe('Belum ada perbandingan antarpejabat penilai yang dapat disimpulkan dari nilai ini.')
    expect(equal.unknown).toContain('Semua nilai sama')
    const one = wordsIn(
      'id',
      everybody(() => ({ supervisor: 's00' })),
    )
    expect(one.unknown).toContain('Hanya ada satu atasan')
  })

  it('never accuses anybody', () => {
    for (const locale of ['id', 'en'] as const)
      expect(Object.values(wordsIn(locale, office())).join(' ')).not.toMatch(/pilih kasih|favourit|tidak adil|unfair/i)
  })
})
