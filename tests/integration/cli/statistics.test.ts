import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { raschMarks } from '#tests/support/rasch-marks.ts'
import { statsBench, csvOf as table } from '#tests/support/stats-command.ts'

const { folder, stats, data, written, close } = statsBench()
afterAll(close)
const fixture = (name: string) => join(import.meta.dirname, `../../fixtures/calibration/${name}.csv`)

describe('timbang stats agreement', () => {
  it('prints the figures of Shrout and Fleiss', async () => {
    const columns = 'judge1,judge2,judge3,judge4'
    const found = await data('agreement', '--data', fixture('o08_icc_shrout_fleiss'), '--columns', columns)
    expect(found).toMatchObject({ code: 0, n: 6, k: 4, weightedKappa: null, tauB: null, iccMethod: 'mean-squares' })
    expect(found.icc.icc21).toBeCloseTo(0.28976377952756, 8)
    expect(found.icc.icc3k).toBeCloseTo(0.90931554237707, 8)
    expect(found.iccIntervals.icc21.low).toBeCloseTo(0.018786513374712, 8)
    expect(found.krippendorff.ratio).toBeCloseTo(0.05534117074749, 8)
    expect(found.kendallW).toBeCloseTo(0.88703703703704, 8)
    expect(found.reasons.tauB).toMatchObject({ because: 'two-raters-needed', sentence: expect.stringMatching(/pair/) })
    expect(found.pairs).toHaveLength(6)
  })

  it('takes a table with gaps, and two raters', async () => {
    const file = fixture('o10_krippendorff_missing')
    const four = await data('agreement', '--data', file, '--columns', 'coder1,coder2,coder3,coder4')
    expect(four.krippendorff.ordinal).toBeCloseTo(0.81538750375488, 8)
    expect(four).toMatchObject({ n: 12, iccMethod: 'variance-components', reasons: { 'iccIntervals.icc21': {} } })
    const two = await data('agreement', '--data', file, '--columns', 'coder1,coder2')
    expect(two.weightedKappa).toBe(two.pairs[0].weightedKappa)
    expect(typeof two.tauB).toBe('number')
  })

  it('says why figures are missing, in words', async () => {
    const same = written('same.csv', table(['a', 'b'], [3, 3], [3, 3], [3, 3]))
    const found = await data('agreement', '--data', same, '--columns', 'a,b')
    expect(found).toMatchObject({
      code: 0,
      icc: { icc11: null, icc3k: null },
      krippendorff: { nominal: null },
      kendallW: null,
      weightedKappa: null,
      tauB: null,
      reasons: { kendallW: { because: 'no-variation' }, weightedKappa: { because: 'both-raters-constant' } },
    })
    const { out } = await stats('agreement', '--data', same, '--columns', 'a,b', '--lang', 'id')
    expect(out).toContain('Semua nilai sama')
  })

  it('reports words where numbers belong, unknown columns, empty and missing files, and wrong usage', async () => {
    const words = written('words.csv', table(['a', 'b'], [1, 2], [3, 'baik']))
    const complaint = async (...argv: string[]) => (await stats('agreement', ...argv)).complaints
    expect(await complaint('--data', words, '--columns', 'a,b')).toMatch(/^E-STATS-NUMBER: .*“b”, row 2: “baik”/)
    expect(await complaint('--data', words, '--columns', 'a,c')).toMatch(/^E-STATS-COLUMN: .*“c”.*a, b/)
    expect(await complaint('--data', written('e.csv', 'a,b\n'), '--columns', 'a,b')).toMatch(/^E-STATS-EMPTY/)
    expect(await complaint('--data', join(folder, 'none.csv'), '--columns', 'a,b')).toMatch(/^E-OPEN-MISSING/)
    expect((await stats('agreement', '--data', words, '--columns', 'a')).code).toBe(2)
    expect((await stats('agreement', '--columns', 'a,b')).code).toBe(2)
    expect((await stats('toString')).code).toBe(2)
  })
})

const impactColumns = ['--group', 'group', '--selected', 'selected', '--total', 'total']

describe('timbang stats impact', () => {
  it('shows the paradox: unequal over all, not within departments', async () => {
    const found = await data(
      'impact',
      '--data',
      fixture('o13_ucb_adverse_impact'),
      ...impactColumns,
      '--stratum',
      'stratum',
    )
    const female = found.overall.find(({ group }: { group: string }) => group === 'Female')
    expect(female).toMatchObject({ selected: 557, total: 1835, reference: 'Male', flagged: true })
    expect(female.impactRatio).toBeCloseTo(0.68182984356307, 8)
    expect(found.mantelHaenszelCommonOdds).toMatchObject({ group: 'Male', reference: 'Female', strata: 6 })
    expect(found.mantelHaenszelCommonOdds.estimate).toBeCloseTo(0.90469682825862, 8)
    expect(Object.keys(found.perStratum)).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
  })

  it('compares three groups with the highest, and refuses more selected than there are', async () => {
    const rows = table(['group', 'selected', 'total', 's'], ['a', 1, 8, 'x'], ['b', 6, 12, 'x'], ['c', 0, 12, 'x'])
    const three = written('three.csv', rows)
    const found = await data('impact', '--data', three, ...impactColumns, '--stratum', 's')
    expect(found.mantelHaenszelCommonOdds).toBeNull()
    expect(found.reasons.mantelHaenszelCommonOdds.because).toBe('two-groups-needed')
    expect(found.overall[0]).toMatchObject({ belowSmallestGroup: true, fisherP: expect.any(Number) })
    expect(found.overall[2]).toMatchObject({ impactRatio: 0, ratioCi95Low: null, reason: { because: 'empty-cell' } })
    const wrong = written('wrong.csv', table(['group', 'selected', 'total'], ['a', 9, 8]))
    expect((await stats('impact', '--data', wrong, ...impactColumns)).complaints).toMatch(/^E-STATS-NUMBER/)
  })
})

describe('timbang stats adjust', () => {
  it('prints the example of Benjamini and Hochberg', async () => {
    const found = await data('adjust', '--data', fixture('o14_benjamini_hochberg'), '--column', 'p')
    expect(found).toMatchObject({ n: 15, tested: 15, rejectedAt05: { bh: 4 } })
    expect(found.bh[3]).toBeCloseTo(0.035625, 8)
    expect(found.holm[1]).toBeCloseTo(0.0056, 8)
  })

  it('leaves gaps alone and refuses what is no probability', async () => {
    const gaps = await data('adjust', '--data', written('p.csv', 'name,p\na,0.01\nb,NA\nc,0.04\n'), '--column', 'p')
    expect(gaps).toMatchObject({ n: 3, tested: 2, bh: [0.02, null, 0.04] })
    const { complaints } = await stats('adjust', '--data', written('q.csv', 'p\n1.5\n'), '--column', 'p')
    expect(complaints).toMatch(/^E-STATS-NUMBER/)
  })
})

describe('timbang stats rasch', () => {
  const marks = raschMarks({
    seed: 9,
    severities: [-0.8, 0, 0.8],
    difficulties: [-0.3, 0.3],
    thresholds: [-1, 1],
    persons: 60,
    ratersOf: (person) => [person % 3, (person + 1) % 3],
  })
  const columns = ['--person', 'person', '--rater', 'rater', '--item', 'item', '--score', 'score']
  const lines = marks.map(({ person, rater, item, score }) => [person, rater, item, score])
  const heading = ['person', 'rater', 'item', 'score']

  it('prints severities by both methods, and counts rows with gaps', async () => {
    const path = written('marks.csv', table(heading, ...lines, ['p1', 'r0', 'i0', '']))
    for (const method of ['jmle', 'mml']) {
      const found = await data('rasch', '--data', path, ...columns, '--method', method)
      expect(found).toMatchObject({ code: 0, method, nobs: lines.length, dropped: 1, reason: null })
      expect(found.raters.map(({ rater }: { rater: string }) => rater)).toEqual(['r0', 'r1', 'r2'])
      expect(found.raters[0].severity).toBeLessThan(found.raters[2].severity)
      expect(found.raters[0]).toMatchObject({
        se: expect.any(Number),
        infit: expect.any(Number),
        outfit: expect.any(Number),
      })
      expect(found.items).toHaveLength(2)
      expect(found.thresholds).toHaveLength(2)
    }
    expect((await stats('rasch', '--data', path, ...columns, '--method', 'x')).code).toBe(2)
  })

  it('refuses one ranking of raters who share nobody: exit code 1, with the groups', async () => {
    const nested = lines.filter(
      ([person, rater]) => Number(String(person).slice(1)) % 3 === Number(String(rater).slice(1)),
    )
    const path = written('nested.csv', table(heading, ...nested))
    const found = await data('rasch', '--data', path, ...columns)
    expect(found).toMatchObject({ code: 1, logLik: null, raters: [], reason: { because: 'unconnected' } })
    expect(found.groups).toHaveLength(3)
    expect((await stats('rasch', '--data', path, ...columns)).out).toContain('share no person')
  })
})
