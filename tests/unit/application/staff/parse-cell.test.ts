import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseBehaviour,
  parseDecimal,
  parseDirection,
  parseGrade,
  parseLevel,
  parseScore,
  parseWeight,
  parseYesNo,
} from '#application/staff/parse-cell.ts'

const codeOf = (work: () => unknown): string => {
  try {
    return String(work())
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code'
  }
}

describe('numbers as typed', () => {
  it.each([
    ['86,5', 86.5],
    ['86.5', 86.5],
    [' 86 ', 86],
    ['+7', 7],
    ['75,999', 75.999],
    ['1e2', null],
    ['8 6', 86],
    ['8,6,1', null],
    ['', null],
    ['86%', null],
    ['=1+1', null],
    ['NaN', null],
  ])('%j is %j', (text, value) => {
    expect(parseDecimal(text)).toBe(value)
  })

  it('every score with two decimals comes back, with comma and with point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2)
        expect(parseScore(text)).toBe(hundredths / 100)
        expect(parseScore(text.replace('.', ','))).toBe(hundredths / 100)
        expect(parseWeight(text)).toBe(hundredths)
      }),
    )
  })

  it('what is off the scale is refused by its code', () => {
    expect(codeOf(() => parseScore('-0,1'))).toBe('E-RULE-SCORE')
    expect(codeOf(() => parseScore('baik'))).toBe('E-RULE-SCORE')
    expect(codeOf(() => parseBehaviour('6'))).toBe('E-RULE-BEHAVIOUR')
    expect(codeOf(() => parseBehaviour('3,5'))).toBe('E-RULE-BEHAVIOUR')
    expect(codeOf(() => parseWeight('33,333'))).toBe('E-RULE-WEIGHTS')
  })
})

describe('words as typed', () => {
  it.each([
    ['Di bawah', 'below'],
    ['DIATAS EKSPEKTASI', 'above'],
    ['sesuai', 'meets'],
    ['above', 'above'],
  ])('%j is the level %s', (text, level) => {
    expect(parseLevel(text)).toBe(level)
  })

  it('bare 1, 2, 3 are no level: two codings of opposite order circulate', () => {
    for (const text of ['1', '2', '3', 'Cukup']) expect(codeOf(() => parseLevel(text))).toBe('E-RULE-CHOICE')
  })

  it('yes and no, directions and grades are read in their usual forms', () => {
    expect([parseYesNo('Ya'), parseYesNo('tidak')]).toEqual([true, false])
    expect(codeOf(() => parseYesNo('mungkin'))).toBe('E-RULE-CHOICE')
    expect([parseDirection('naik'), parseDirection('lower'), parseDirection('')]).toEqual([
      'higher',
      'lower',
      'unknown',
    ])
    expect(['iii/D', 'III d', 'III.d', 'ix'].map(parseGrade)).toEqual(['III/d', 'III/d', 'III/d', 'IX'])
  })
})
