import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { seededFigures } from '#tests/support/seeded-normals.ts'
import { csvOf, statsBench } from '#tests/support/stats-command.ts'

const { stats, data, written, close } = statsBench()
afterAll(close)
const fixture = (name: string) => join(import.meta.dirname, `../../fixtures/calibration/${name}.csv`)
const mixed = (file: string, formula: string) => data('mixed', '--data', file, '--formula', formula)

/** Four supervisors with six people each, a covariate, and two units as words. */
function office(change: (row: (string | number)[], index: number) => (string | number)[] = (row) => row): string {
  const { normal } = seededFigures(5)
  const rows = Array.from({ length: 24 }, (_, i) => {
    const x = Math.round(100 * normal()) / 100
    const y = Math.round(100 * (70 + 2 * x + 3 * (i % 4) + normal())) / 100
    return change([y, x, `s${i % 4}`, i % 3 === 0 ? 'north' : 'south', (i % 3) + 1], i)
  })
  return csvOf(['y', 'x', 'g', 'unit', 'grade'], ...rows)
}

describe('timbang stats mixed', () => {
  it('prints what lme4 prints: coefficients, variances with the covariance of a slope, effects', async () => {
    const found = await mixed(fixture('o03_sleepstudy'), 'reaction ~ days + (days | subject)')
    expect(found).toMatchObject({ code: 0, nobs: 180, dropped: 0, warnings: [], reason: null })
    expect(found.logLik).toBeCloseTo(-871.81413597925, 6)
    expect(found.fixed.map(({ term }: { term: string }) => term)).toEqual(['(Intercept)', 'days'])
    expect(found.fixed[1].se).toBeCloseTo(1.5457888962603, 6)
    const variance = Object.fromEntries(
      found.variance.map((row: { group: string; term: string; variance: number }) => [
        `${row.group} ${row.term}`,
        row.variance,
      ]),
    )
    expect(variance['subject (Intercept)']).toBeCloseTo(612.0899, 2)
    expect(variance['subject days']).toBeCloseTo(35.07166, 3)
    expect(variance['subject (Intercept):days']).toBeCloseTo(9.60433, 2)
    expect(found.residualVariance).toBeCloseTo(654.941, 2)
    expect(found.effects).toHaveLength(36)
    expect(found.effects[0]).toEqual({
      group: 'subject',
      level: '308',
      term: '(Intercept)',
      estimate: expect.closeTo(2.25856, 3),
      conditionalSd: expect.closeTo(12.0708, 3),
      predictionSd: expect.closeTo(13.1002, 3),
    })
  })

  it('takes crossed groupings, and says when a variance is zero', async () => {
    const crossed = await mixed(fixture('o04_penicillin'), 'diameter ~ 1 + (1 | plate) + (1 | sample)')
    expect(crossed.logLik).toBeCloseTo(-165.43029449554, 6)
    expect(crossed.variance.map(({ group }: { group: string }) => group)).toEqual(['plate', 'sample'])
    const none = await mixed(fixture('o07_dyestuff2'), 'yield ~ 1 + (1 | batch)')
    expect(none).toMatchObject({ code: 0, variance: [{ group: 'batch', term: '(Intercept)', variance: 0 }] })
    expect(none.warnings[0]).toMatch(/^singular: A variance is estimated as zero/)
    expect(none.effects.every(({ estimate }: { estimate: number }) => estimate === 0)).toBe(true)
  })

  it('codes words as differences from the first level, and numbers the same way when asked', async () => {
    const terms = async (formula: string) =>
      (await mixed(written('office.csv', office()), formula)).fixed.map(({ term }: { term: string }) => term)
    expect(await terms('y ~ x + unit + (1 | g)')).toEqual(['(Intercept)', 'x', 'unitsouth'])
    expect(await terms('y ~ grade + (1 | g)')).toEqual(['(Intercept)', 'grade'])
    expect(await terms('y ~ factor(grade) + (1 | g)')).toEqual(['(Intercept)', 'factor(grade)2', 'factor(grade)3'])
    expect(await terms('y ~ x * unit + (1 | g)')).toEqual(['(Intercept)', 'x', 'unitsouth', 'x:unitsouth'])
  })

  it('reads quoted numbers, and drops and counts rows with gaps', async () => {
    const quoted = office((row) => row.map((cell) => `"${cell}"`))
    const plain = await mixed(written('plain.csv', office()), 'y ~ x + (1 | g)')
    expect((await mixed(written('quoted.csv', quoted), 'y ~ x + (1 | g)')).logLik).toBe(plain.logLik)
    const gaps = office((row, i) => (i === 2 ? row.with(0, 'NA') : i === 9 ? row.with(1, '') : row))
    const found = await mixed(written('gaps.csv', gaps), 'y ~ x + (1 | g)')
    expect(found).toMatchObject({ nobs: 22, dropped: 2 })
    expect(found.warnings).toContain('rows-left-out: 2 rows were left out because a named column says nothing there.')
    // A gap in a column the formula does not name costs no row.
    expect((await mixed(written('gaps.csv', gaps), 'y ~ unit + (1 | g)')).dropped).toBe(1)
  })

  it('names columns that repeat others', async () => {
    const doubled = csvOf(
      ...office()
        .split('\n')
        .map((line, i) => [...line.split(','), i === 0 ? 'twice' : 2 * Number(line.split(',')[1]) + 1]),
    )
    const found = await mixed(written('doubled.csv', doubled), 'y ~ x + twice + (1 | g)')
    expect(found).toMatchObject({ code: 0, droppedColumns: ['twice'] })
    expect(found.warnings.join()).toContain('left out: twice.')
    const slope = await mixed(written('doubled.csv', doubled), 'y ~ x + (x + twice | g)')
    expect(slope.droppedColumns).toEqual(['twice | g'])
    expect(slope.variance.map(({ term }: { term: string }) => term)).toEqual(['(Intercept)', 'x', '(Intercept):x'])
  })

  it('answers in words, in both languages', async () => {
    const path = written('office.csv', office())
    const english = await stats('mixed', '--data', path, '--formula', 'y ~ x + (1 | g)')
    expect(english.out).toMatch(/^n = 24, logLik -\d/)
    expect(english.out).toMatch(/coefficient +estimate +standard error\n\(Intercept\)/)
    expect(english.out).toContain('few-groups: A variance between groups rests on fewer than eight groups.')
    const indonesian = await stats('mixed', '--data', path, '--formula', 'y ~ x + (1 | g)', '--lang', 'id')
    expect(indonesian.out).toMatch(/koefisien +taksiran +galat baku/)
  })

  it.each([
    ['all scores alike', (row: (string | number)[]) => row.with(0, 80), 'all-equal', /All values are the same/],
    ['one supervisor', (row: (string | number)[]) => row.with(2, 'only'), 'one-group', /single group in "g"/],
    [
      'a supervisor for everyone',
      (row: (string | number)[], i: number) => row.with(2, `s${i}`),
      'group-per-row',
      /too many groups/,
    ],
    [
      'scores computed from the column',
      (row: (string | number)[]) => row.with(0, 3 * Number(row[1])),
      'no-scatter',
      /reproduce every value/,
    ],
    ['no complete row', (row: (string | number)[]) => row.with(1, 'NA'), 'no-rows', /No complete row/],
  ])('has no answer for %s: exit code 1 and the reason, never a figure', async (_, change, because, sentence) => {
    const path = written('bad.csv', office(change))
    const found = await mixed(path, 'y ~ x + (1 | g)')
    expect(found).toMatchObject({ code: 1, logLik: null, residualVariance: null, fixed: [], variance: [], effects: [] })
    expect(found.reason).toMatchObject({ because, sentence: expect.stringMatching(sentence) })
    const shown = await stats('mixed', '--data', path, '--formula', 'y ~ x + (1 | g)')
    expect(shown).toMatchObject({ code: 1, complaints: '' })
    expect(shown.out).toContain(`${because}: `)
    const indonesian = await stats('mixed', '--data', path, '--formula', 'y ~ x + (1 | g)', '--lang', 'id')
    expect(indonesian.out).not.toBe(shown.out)
  })

  it('refuses two groupings that are the same one', async () => {
    const twins = csvOf(
      ...office()
        .split('\n')
        .map((line, i) => [...line.split(','), i === 0 ? 'h' : `t${line.split(',')[2]}`]),
    )
    const found = await mixed(written('twins.csv', twins), 'y ~ x + (1 | g) + (1 | h)')
    expect(found).toMatchObject({ code: 1, reason: { because: 'same-groups', subject: 'g, h' } })
  })

  it.each([
    ['y ~ z + (1 | g)', /^E-STATS-COLUMN: .*“z”.*y, x, g, unit, grade/],
    ['y ~ x + (1 | h)', /^E-STATS-COLUMN: .*“h”/],
    ['unit ~ x + (1 | g)', /^E-STATS-NUMBER: .*“unit”, row 1: “north”/],
    ['y ~ log(x) + (1 | g)', /^E-STATS-FUNCTION: .*“log”/],
    ['y ~ x', /^E-STATS-GROUPING: /],
    ['x + (1 | g)', /^E-STATS-RESPONSE: /],
    ['y ~ x + (1 | g', /^E-STATS-FORMULA: /],
    ['y ~ x ^ 2 + (1 | g)', /^E-STATS-FORMULA: .*“\^/],
    ['y ~ x + (1 | g) + (1 | g)', /^E-STATS-TWICE: .*“g”/],
  ])('says what is wrong with %s', async (formula, complaint) => {
    const path = written('office.csv', office())
    const english = await stats('mixed', '--data', path, '--formula', formula, '--json')
    expect(english).toMatchObject({ code: 1, out: '' })
    expect(english.complaints).toMatch(complaint)
    const indonesian = await stats('mixed', '--data', path, '--formula', formula, '--lang', 'id')
    expect(indonesian.complaints).not.toBe(english.complaints)
  })

  it('reports a word among numbers with its row, and wrong usage with exit code 2', async () => {
    const word = written(
      'word.csv',
      office((row, i) => (i === 4 ? row.with(1, 'baik') : row)),
    )
    const { complaints } = await stats('mixed', '--data', word, '--formula', 'y ~ x + (1 | g)')
    expect(complaints).toMatch(/^E-STATS-NUMBER: .*“x”, row 5: “baik”/)
    expect((await stats('mixed', '--data', word)).code).toBe(2)
    expect((await stats('mixed', '--formula', 'y ~ x + (1 | g)')).code).toBe(2)
    expect((await stats('mixed', '--data', word, '--model', 'x')).code).toBe(2)
  })
})

const columns = ['--response', 'y', '--employee', 'employee', '--team', 'team', '--source', 'is_supervisor']
const simulated = [...columns, '--panelist', 'panelist', '--covariates', 'ach_within,ach_team']

/** Supervisors' scores of twelve teams of five, and a panel of three that re-scores two of each. */
function panelled(
  change: (row: (string | number)[]) => readonly (readonly (string | number)[])[] = (row) => [row],
): string {
  const { normal } = seededFigures(8)
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [team, merit, leniency] = [i % 12, normal(), 2 * Math.sin(i % 12)]
    const score = (more: number) => Math.round(100 * (70 + merit + more + normal())) / 100
    return [
      [`e${i}`, `t${team}`, 1, '', score(leniency)],
      ...(i < 24 ? [0, 1].map((k) => [`e${i}`, `t${team}`, 0, `p${(i + k) % 3}`, score(0)]) : []),
    ]
  })
  return csvOf(['employee', 'team', 'is_supervisor', 'panelist', 'y'], ...rows.flat().flatMap(change))
}

describe('timbang stats panel', () => {
  it('prints variances, teams and employees of the reference', async () => {
    const found = await data('panel', '--data', fixture('o18_modelB_simulated'), ...simulated)
    expect(found).toMatchObject({ code: 0, nobs: 528, dropped: 0, reason: null })
    expect(found.logLik).toBeCloseTo(-1599.539575705, 4)
    expect(Object.keys(found.variance)).toEqual(['leniency', 'team', 'employee', 'supervisorResidual', 'panelResidual'])
    expect(found.variance.leniency).toBeCloseTo(14.7307, 2)
    expect(found.teams).toHaveLength(50)
    expect(found.teams[0]).toEqual({
      team: '1',
      leniency: expect.closeTo(1.8672, 2),
      leniencySd: expect.closeTo(2.0096, 2),
      quality: expect.closeTo(1.5553, 2),
      qualitySd: expect.closeTo(1.4939, 2),
    })
    expect(found.employees[0]).toMatchObject({
      employee: '1',
      merit: expect.closeTo(-1.5995, 2),
      meritSd: expect.closeTo(2.3462, 2),
      deletionZ: expect.closeTo(-1.0317, 3),
    })
  })

  it('works without panelists and covariates, and gives no z where there is no score of a supervisor', async () => {
    const found = await data('panel', '--data', fixture('o17_modelB_gcse'), ...columns)
    expect(found.code).toBe(0)
    expect(found.fixed.map(({ term }: { term: string }) => term)).toEqual(['(Intercept)', 'is_supervisor'])
    const without = found.employees.filter(({ deletionZ }: { deletionZ: number | null }) => deletionZ === null)
    expect(without.length).toBeGreaterThan(0)
  })

  it('takes words for the source, counts gaps and says when a panel is small', async () => {
    const plain = await data('panel', '--data', written('panel.csv', panelled()), ...columns, '--panelist', 'panelist')
    expect(plain.code).toBe(0)
    const words = panelled((row) => [row.with(2, row[2] === 1 ? 'atasan' : 'panel')])
    const said = await data('panel', '--data', written('words.csv', words), ...columns, '--panelist', 'panelist')
    expect(said.logLik).toBe(plain.logLik)
    const gaps = panelled((row) => [row[0] === 'e3' && row[2] === 0 ? row.with(3, '') : row])
    const found = await data('panel', '--data', written('gaps.csv', gaps), ...columns, '--panelist', 'panelist')
    expect(found).toMatchObject({ dropped: 2, nobs: plain.nobs - 2 })
    const few = panelled((row) => (row[2] === 0 && Number(String(row[0]).slice(1)) > 8 ? [] : [row]))
    const small = await data('panel', '--data', written('few.csv', few), ...columns, '--panelist', 'panelist')
    expect(small.warnings.join()).toContain('small-panel: The panel is smaller than 30 scores')
    const text = await stats('panel', '--data', written('panel.csv', panelled()), ...columns)
    expect(text.out).toMatch(/source +variance\nleniency/)
  })

  it.each([
    ['no panel', (row: (string | number)[]) => (row[2] === 0 ? [] : [row]), 'one-source'],
    ['one team', (row: (string | number)[]) => [row.with(1, 't')], 'one-group'],
    [
      'a panel of other people',
      (row: (string | number)[]) => [row[2] === 0 ? row.with(0, `x${row[0]}`) : row],
      'sources-unconnected',
    ],
    [
      'a panelist for each team',
      (row: (string | number)[]) => [row[2] === 0 ? row.with(3, `p${row[1]}`) : row],
      'panel-confounded',
    ],
    ['all scores alike', (row: (string | number)[]) => [row.with(4, 75)], 'all-equal'],
  ])('cannot tell with %s: exit code 1 and the reason', async (_, change, because) => {
    const path = written('bad.csv', panelled(change))
    const found = await data('panel', '--data', path, ...columns, '--panelist', 'panelist')
    expect(found).toMatchObject({ code: 1, logLik: null, variance: null, teams: [], employees: [] })
    expect(found.reason).toMatchObject({ because, sentence: expect.stringMatching(/\.$/) })
  })

  it('names columns that are missing or hold something else; wrong usage is exit code 2', async () => {
    const path = written('panel.csv', panelled())
    const complaint = async (...argv: string[]) => (await stats('panel', '--data', path, ...argv)).complaints
    expect(await complaint(...columns, '--covariates', 'index')).toMatch(/^E-STATS-COLUMN: .*“index”/)
    expect(await complaint(...columns.with(1, 'team'))).toMatch(/^E-STATS-NUMBER: .*“team”, row 1: “t0”/)
    expect(await complaint(...columns.with(7, 'team'))).toMatch(/^E-STATS-SOURCE: .*“team”.*row 1.*“t0”/)
    expect((await stats('panel', '--data', path, '--response', 'y')).code).toBe(2)
  })
})

describe('timbang --help', () => {
  it('lists the six statistics with their options', async () => {
    const { out, code } = await stats('--help')
    expect(code).toBe(0)
    for (const usage of [
      'stats mixed --data F.csv --formula',
      'stats panel --data F.csv --response Y --employee E --team T --source S',
      'stats agreement --data F.csv --columns',
      'stats rasch --data F.csv --person',
      'stats impact --data F.csv --group',
      'stats adjust --data F.csv --column',
    ])
      expect(out).toContain(usage)
  })
})
