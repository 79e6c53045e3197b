import { describe, expect, it } from 'vitest'
import { readPeriodWords } from '#domain/import/period-words.ts'
import { columnLetter, tidyText } from '#domain/import/table-cell.ts'
import { isPlaceholder, readBehaviourValue, readPostKind, readRated, splitFeedback } from '#domain/import/vocabulary.ts'
import { readWideHeading } from '#domain/import/wide-form.ts'

describe('words of the forms', () => {
  it('split the feedback of one cell by role', () => {
    expect(splitFeedback('Pimpinan: sudah baik | Pegawai di bawahnya (nama): adil | tanpa nama pemberi')).toEqual([
      { role: 'leader', text: 'sudah baik' },
      { role: 'subordinate', text: 'adil' },
      { role: null, text: 'tanpa nama pemberi' },
    ])
    expect(splitFeedback('(umpan balik)***')).toEqual([])
  })

  it.each(['(realisasi)****', '(umpan balik)***', '-', '…', ''])('know "%s" as a placeholder', (text) =>
    expect(isPlaceholder(text)).toBe(true),
  )
  it.each(['realisasi 3 unit', '25%', 'umpan balik dari rekan'])('take "%s" as content', (text) =>
    expect(isPlaceholder(text)).toBe(false),
  )

  it('name behaviour values, kinds of post and roles', () => {
    expect(readBehaviourValue('1. Berorientasi Pelayanan')).toBe('BP')
    expect(readBehaviourValue('Kerja Sama')).toBeNull()
    expect(readPostKind('JA (Administrator, ketua tim)')).toBe('administrator')
    expect(readRated('PENILAI SAJA')).toBe('rater-only')
  })

  it.each([
    ['Triwulan IV-Akhir', { kind: 'quarterly', ordinal: 4, year: null }],
    ['TW III 2026', { kind: 'quarterly', ordinal: 3, year: 2026 }],
    ['September 2026', { kind: 'monthly', ordinal: 9, year: 2026 }],
    ['2026-09', { kind: 'monthly', ordinal: 9, year: 2026 }],
    ['Tahun 2026', { kind: 'annual', ordinal: 1, year: 2026 }],
    ['minggu depan', null],
  ])('read the period "%s"', (text, period) => expect(readPeriodWords(text)).toEqual(period))

  it('of a wide heading tolerate commas, missing numbers and lost spaces', () => {
    expect(readWideHeading('3 Kerja Sama [4.Ani Uji, S.Kep, M.M]')).toEqual({
      criterion: 'Kerja Sama',
      person: 'Ani Uji, S.Kep, M.M',
    })
    expect(readWideHeading('Timestamp')).toBeNull()
  })

  it('keep their dashes when tidied', () => {
    expect(tidyText(' 80\u00a0–\n90%\u200b ')).toBe('80 – 90%')
    expect([0, 25, 26, 701].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ'])
  })
})
