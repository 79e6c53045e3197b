import { describe, expect, it } from 'vitest'
import { createFormatters } from '#renderer/i18n/format.ts'
import { createI18n, type Translate } from '#renderer/i18n/i18n.ts'
import { forestAxis, forestRows, forestTitle, sortings } from '#renderer/screens/calibration/forest-rows.ts'
import { aCase } from '#tests/support/rated-cases.ts'
import { calibratedFrom, office } from './an-office.ts'

const i18n = createI18n('id')
const t: Translate = (key, params) => i18n.t(key, params ?? {})
const format = createFormatters('id')
const compare = (a: string, b: string) => a.localeCompare(b)

describe('rows of the forest plot', () => {
  const calibrated = calibratedFrom(office())
  const rows = forestRows(calibrated, 'difference', compare)

  it('go from the most lenient to the strictest, the flagged with a diamond', () => {
    expect([rows[0]?.name, rows.at(-1)?.name]).toEqual(['Penilai 00', 'Penilai 11'])
    expect(rows.filter(({ flagged }) => flagged).map(({ id }) => id)).toEqual(['s00', 's11'])
    const values = rows.map(({ value }) => value ?? Number.NaN)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    for (const { value, low, high } of rows) expect(value).toSatisfy((x: number) => x > (low ?? x) && x < (high ?? x))
  })

  it('keep everybody in every order, whoever cannot be told at the end and without a point', () => {
    const few = office()
    const alone = aCase({ employee: 'ez', supervisor: 's99', score: 95, achievement: 90 })
    const all = calibratedFrom({ ...few, cases: [...few.cases, alone] })
    for (const sorting of sortings) {
      const names = forestRows(all, sorting, compare).map(({ name }) => name)
      expect(new Set(names).size).toBe(13)
    }
    const last = forestRows(all, 'difference', compare).at(-1)
    expect(last).toMatchObject({ id: 's99', value: null, n: 1 })
    expect(last).not.toHaveProperty('low')
  })

  it('stand on an axis that holds every interval and has zero in the middle', () => {
    const axis = forestAxis(rows, 3, t, format)
    expect(axis.min).toBe(-axis.max)
    for (const { low, high } of rows) {
      expect(low ?? 0).toBeGreaterThanOrEqual(axis.min)
      expect(high ?? 0).toBeLessThanOrEqual(axis.max)
    }
    expect(axis.max % (axis.step ?? 1)).toBe(0)
    expect(axis.band).toEqual({ from: -3, to: 3 })
    const wide = forestAxis([{ id: 'a', name: 'a', n: 3, value: 60, low: 40, high: 77 }], 3, t, format)
    expect(wide).toMatchObject({ min: -100, max: 100, step: 25 })
  })
})

describe('the title says what the plot shows', () => {
  it('counts the lenient and the strict', () => {
    expect(forestTitle(calibratedFrom(office()), t)).toBe(
      '1 penilai lebih longgar dan 1 penilai lebih ketat daripada yang dapat dijelaskan capaian',
    )
    expect(forestTitle(calibratedFrom(office({ leniencies: [8] })), t)).toBe(
      '1 penilai lebih longgar daripada yang dapat dijelaskan capaian',
    )
  })

  it('claims nothing where nobody stands out, few are compared or nothing could be computed', () => {
    expect(forestTitle(calibratedFrom(office({ leniencies: [] })), t)).toBe(
      'Tidak ada penilai yang menonjol di luar kebetulan',
    )
    expect(forestTitle(calibratedFrom(office({ supervisors: 4, leniencies: [12] })), t)).toBe(
      'Terlalu sedikit penilai untuk menandai siapa pun',
    )
    const { cases, ...rest } = office()
    const equal = calibratedFrom({ ...rest, cases: cases.map((one) => ({ ...one, score: 80 })) })
    expect(forestTitle(equal, t)).toBe('Perbandingan antarpejabat penilai tidak dapat dihitung')
  })
})
