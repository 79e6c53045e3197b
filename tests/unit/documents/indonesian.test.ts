import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayName,
  formatDate,
  formatDateSpan,
  formatDayAndDate,
  formatMonth,
  formatOpening,
  formatTime,
  formatTimeSpan,
} from '#documents/content/indonesian/format-date.ts'
import { formatNip } from '#documents/content/indonesian/format-nip.ts'
import { formatNumber, formatPercent } from '#documents/content/indonesian/format-number.ts'
import { spellNumber } from '#documents/content/indonesian/spell-number.ts'
import { AppError } from '#domain/app-error.ts'

describe('numbers in words', () => {
  it.each([
    [0, 'nol'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [23, 'dua puluh tiga'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [1_000, 'seribu'],
    [1_100, 'seribu seratus'],
    [2_026, 'dua ribu dua puluh enam'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1e9, 'satu miliar'],
    [1e12, 'satu triliun'],
    [83.05, 'delapan puluh tiga koma nol lima'],
    [-5, 'minus lima'],
    [-0, 'nol'],
    [-0.5, 'minus nol koma lima'],
    [1e-7, 'nol koma nol nol nol nol nol nol satu'],
  ])('%d is %s', (value, words) => {
    expect(spellNumber(value)).toBe(words)
  })

  it('spells a fixed number of decimals', () => {
    expect(spellNumber(83.5, 2)).toBe('delapan puluh tiga koma lima nol')
    expect(spellNumber(83, 2)).toBe('delapan puluh tiga koma nol nol')
    expect(spellNumber(0.999, 2)).toBe('satu koma nol nol')
    expect(spellNumber(-0.001, 2)).toBe('nol koma nol nol')
  })

  it('refuses what has no words', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15])
      expect(() => spellNumber(value)).toThrow(AppError)
  })

  it('gives every whole number its own words', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999_999_999), (first, second) => {
        expect(spellNumber(first) === spellNumber(second)).toBe(first === second)
        expect(spellNumber(first)).toMatch(/^[a-z]+( [a-z]+)*$/)
      }),
    )
  })
})

describe('dates and times', () => {
  it('writes dates, days and months', () => {
    expect(formatDate('2026-11-22')).toBe('22 November 2026')
    expect(formatDate('2024-02-29')).toBe('29 Februari 2024')
    expect(formatMonth('2026-08')).toBe('Agustus 2026')
    expect(formatDayAndDate('2026-11-23')).toBe('Senin, 23 November 2026')
    const week = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']
    expect(week.map(dayName)).toEqual(['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'])
  })

  it('writes spans with what both ends share only once', () => {
    expect(formatDateSpan('2026-11-08', '2026-11-12')).toBe('8 s.d. 12 November 2026')
    expect(formatDateSpan('2026-10-30', '2026-11-02')).toBe('30 Oktober s.d. 2 November 2026')
    expect(formatDateSpan('2025-12-30', '2026-01-02')).toBe('30 Desember 2025 s.d. 2 Januari 2026')
    expect(formatDateSpan('2026-11-08', '2026-11-08')).toBe('8 November 2026')
    expect(() => formatDateSpan('2026-11-09', '2026-11-08')).toThrow(AppError)
  })

  it('writes times with the dot and the zone of the agency', () => {
    expect(formatTime('09:00', 'WIB')).toBe('09.00 WIB')
    expect(formatTimeSpan('08:30', '12:00', 'WIT')).toBe('08.30 s.d. 12.00 WIT')
  })

  it('opens a berita acara', () => {
    expect(formatOpening('2026-11-23', '09:00', 'WIB')).toBe(
      'Pada hari ini, Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026), pukul 09.00 WIB',
    )
  })

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '22-11-2026', '', '2026-11-22T00:00', '0000-01-01'])(
    'refuses %j as a date',
    (date) => {
      expect(() => formatDate(date)).toThrow(AppError)
    },
  )

  it.each(['24:00', '9:00', '09.00', '09:60', ''])('refuses %j as a time', (time) => {
    expect(() => formatTime(time, 'WIB')).toThrow(AppError)
  })
})

describe('figures and NIP', () => {
  it('writes numbers with a decimal comma and dots between thousands', () => {
    expect(formatNumber(22_009_951_244)).toBe('22.009.951.244')
    expect(formatNumber(83.05, 2)).toBe('83,05')
    expect(formatNumber(1234.5, 1)).toBe('1.234,5')
    expect(formatNumber(-0.001, 1)).toBe('0,0')
    expect(formatNumber(-2.5, 1)).toBe('-2,5')
    expect(formatPercent(0.615, 1)).toBe('61,5%')
    expect(formatPercent(1)).toBe('100%')
  })

  it('groups a NIP and leaves anything else as it is', () => {
    expect(formatNip('196804111993031009')).toBe('19680411 199303 1 009')
    expect(formatNip(' 19680411 199303 1 009 ')).toBe('19680411 199303 1 009')
    expect(formatNip(' 12345 ')).toBe('12345')
  })
})
