import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaseScore, scoreAgreement } from '#domain/panel/score-agreement.ts'
import { intraclassCorrelation } from '#domain/statistics/agreement/intraclass-correlation.ts'

const bands = [70, 90]
/** Shrout and Fleiss 1979, table 2: six persons, four judges. */
const published = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
const scoresOf = (table: readonly (readonly (number | null)[])[]): CaseScore[] =>
  table.flatMap((row, subject) =>
    row.flatMap((score, rater) => (score === null ? [] : [{ subject: `c${subject}`, rater: `r${rater}`, score }])),
  )
const iccOf = (scores: readonly CaseScore[]) => {
  const { icc } = scoreAgreement(scores, bands)
  if (icc.kind !== 'value') throw new Error(icc.kind)
  return icc
}

describe('agreement of those who scored the same cases', () => {
  it('is ICC(2,1) with its published value and interval where everybody scored every case', () => {
    const found = scoreAgreement(scoresOf(published), bands)
    expect(found).toMatchObject({ iccMethod: 'all-by-all', scores: 24, raters: 4, cases: 6 })
    const icc = iccOf(scoresOf(published))
    expect(icc.value).toBeCloseTo(0.2898, 4)
    expect(icc.interval).toMatchObject({ kind: 'value' })
  })

  it('is ICC(1,1) with an interval where two of many scored each case', () => {
    const dealt = published.map((row, index) =>
      row.map((score, rater) => (rater === index % 4 || rater === (index + 1) % 4 ? score : null)),
    )
    const found = scoreAgreement(scoresOf(dealt), bands)
    expect(found).toMatchObject({ iccMethod: 'same-number', cases: 6 })
    const rows = dealt.map((row) => row.filter((score): score is number => score !== null))
    expect(found.icc).toEqual(intraclassCorrelation(rows).icc11)
    expect(iccOf(scoresOf(dealt)).interval.kind).toBe('value')
  })

  it('comes from variance components, without an interval, where there are gaps', () => {
    const gaps = published.map((row, index) => (index === 0 ? [row[0] ?? 0, row[1] ?? 0, null, null] : row))
    const icc = iccOf(scoresOf(gaps))
    expect(scoreAgreement(scoresOf(gaps), bands).iccMethod).toBe('with-gaps')
    expect(icc.interval).toEqual({ kind: 'cannot-tell', because: 'incomplete-table' })
    expect(Math.abs(icc.value - 0.29)).toBeLessThan(0.15)
  })

  it('says who stands higher on the same cases, and by how much', () => {
    const severe = scoresOf([
      [80, 70],
      [90, 82],
      [75, 63],
    ])
    const { levels, typicalDistance } = scoreAgreement(severe, bands)
    expect(levels).toEqual([
      { rater: 'r0', cases: 3, difference: 10 },
      { rater: 'r1', cases: 3, difference: -10 },
    ])
    expect(typicalDistance).toBe(10)
  })

  it('leaves out what only one person scored, and says so instead of a figure', () => {
    const alone = [{ subject: 'c1', rater: 'a', score: 80 }]
    const found = scoreAgreement(alone, bands)
    expect(found).toMatchObject({ cases: 0, typicalDistance: null, icc: { kind: 'insufficient-data' } })
    expect(found.alpha.kind).toBe('insufficient-data')
    expect(found.kappa).toEqual({ kind: 'insufficient-data', n: 0, required: 1 })
    expect(found.levels).toEqual([{ rater: 'a', cases: 0, difference: null }])
    const equal = scoresOf([
      [80, 80],
      [80, 80],
    ])
    expect(scoreAgreement(equal, bands).icc).toEqual({ kind: 'cannot-tell', because: 'no-variation' })
  })

  it('is full where all give the same, does not depend on the order, and is never NaN', () => {
    const same = scoresOf([
      [60, 60, 60],
      [80, 80, 80],
      [95, 95, 95],
    ])
    expect(iccOf(same).value).toBeCloseTo(1, 12)
    expect(scoreAgreement(same, bands).kappa).toMatchObject({ kind: 'value', value: 1 })
    const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.array(score, { minLength: 3, maxLength: 3 }), { maxLength: 8 }), (table) => {
        const scores = scoresOf(table)
        const found = scoreAgreement(scores, bands)
        expect(scoreAgreement(scores.toReversed(), bands)).toEqual(found)
        expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/)
        for (const figure of [found.icc, found.alpha, found.kappa])
          if (figure.kind === 'value') expect(Number.isFinite(figure.value)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
