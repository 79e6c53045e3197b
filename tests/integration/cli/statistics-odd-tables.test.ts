import { afterAll, describe, expect, it } from 'vitest'
import { seededFigures } from '#tests/support/seeded-normals.ts'
import { csvOf, statsBench } from '#tests/support/stats-command.ts'

// Tables as they come from other programs, and tables with something wrong: the right figures or a code with a sentence.

const { stats, data, written, close } = statsBench()
afterAll(close)
const headings = ['y', 'x', 'g', 'unit', 'grade']
type Row = readonly (string | number)[]
const { normal } = seededFigures(5)
const rows: readonly Row[] = Array.from({ length: 24 }, (_, i) => {
  const x = Math.round(100 * normal()) / 100
  const y = Math.round(100 * (70 + 2 * x + 3 * (i % 4) + normal())) / 100
  return [y, x, `s${i % 4}`, i % 3 === 0 ? 'north' : 'south', (i % 3) + 1]
})
const office = (change: (row: Row, i: number) => Row = (row) => row, top = headings) => csvOf(top, ...rows.map(change))
const mixed = (text: string, formula = 'y ~ x + (1 | g)') =>
  data('mixed', '--data', written('odd.csv', text), '--formula', formula)
const complaint = async (text: string, formula = 'y ~ x + (1 | g)') => {
  const { code, out, complaints } = await stats(
    'mixed',
    '--data',
    written('odd.csv', text),
    '--formula',
    formula,
    '--json',
  )
  expect([code, out]).toEqual([1, ''])
  return complaints
}
const sameAs = async (text: string) => {
  const [found, plain] = [await mixed(text), await mixed(office())]
  expect(found.code).toBe(0)
  expect(found.logLik).toBeCloseTo(plain.logLik, 8)
  for (const [k, { term, estimate, se }] of plain.fixed.entries())
    expect(found.fixed[k]).toEqual({ term, estimate: expect.closeTo(estimate, 9), se: expect.closeTo(se, 9) })
}

describe('a table from another program', () => {
  it.each([
    ['semicolons', () => office().replaceAll(',', ';')],
    ['tabs', () => office().replaceAll(',', '\t')],
    ['a byte order mark', () => `\uFEFF${office()}`],
    ['the line ends of Windows', () => office().replaceAll('\n', '\r\n')],
    ['blank lines', () => office().replaceAll('\n', '\n\n')],
    ['a line break inside a cell', () => office((row, i) => (i === 2 ? row.with(3, '"no\nrth"') : row))],
    ['names with spaces around', () => office(undefined, [' y ', ' x', 'g ', 'unit', 'grade'])],
    ['negative numbers for groups', () => office((row, i) => row.with(2, -4 + (i % 4)))],
    ['group numbers a spreadsheet would round', () => office((row, i) => row.with(2, `9007199254740992${i % 4}`))],
    [
      'group names that are equal as numbers',
      () => office((row, i) => row.with(2, ['01', '1', '001', '1.0'][i % 4] ?? '')),
    ],
  ])('gives the same figures with %s', async (_, text) => sameAs(text()))

  it('leaves out a row that is too short, and counts it', async () => {
    expect(await mixed(office((row, i) => (i === 4 ? row.slice(0, 2) : row)))).toMatchObject({ nobs: 23, dropped: 1 })
  })

  it('uses the first of two headings alike and says so; the second can be named', async () => {
    const text = office(undefined, ['y', 'x', 'g', 'unit', 'x'])
    await sameAs(text)
    expect((await mixed(text)).warnings).toContainEqual(expect.stringMatching(/^repeated-headings: .* x\. The first/))
    expect((await mixed(text, 'y ~ x.1 + (1 | g)')).fixed[1].term).toBe('x.1')
    expect((await mixed(office())).warnings.join()).not.toContain('repeated-headings')
  })

  it.each([
    ['agreement', 'a,b', ['--columns', 'a,b']],
    ['rasch', 'p,r,i,s', ['--person', 'p', '--rater', 'r', '--item', 'i', '--score', 's', '--method', 'jmle']],
    ['impact', 'g,s,t', ['--group', 'g', '--selected', 's', '--total', 't']],
    ['adjust', 'p', ['--column', 'p']],
  ] as const)('says so for %s too, and only then', async (name, top, flags) => {
    const cells = top.split(',').map((_, place) => place)
    const unit = name === 'adjust' ? 10 : 1
    const ask = async (more: readonly string[]) => {
      const lines = Array.from({ length: 4 }, (_, row) => [
        ...cells.map((cell) => (cell + row) / unit),
        ...more.map(() => 7),
      ])
      const path = written('odd.csv', csvOf([...top.split(','), ...more], ...lines))
      return (await stats(name, '--data', path, ...flags, '--json')).out
    }
    expect(await ask([top.slice(0, 1)])).toMatch(/repeated-headings: .* (a|p|g)\. The first/)
    expect(await ask(['z'])).not.toContain('repeated-headings')
  })
})

describe('a table with something wrong', () => {
  const comma = (cell: string | number | undefined) => String(cell).replace('.', ',')
  it.each([
    ['nothing in the file', '', /^E-STATS-EMPTY/],
    ['headings only', 'y,x,g\n', /^E-STATS-EMPTY/],
    ['decimal commas', [headings, ...rows].map((row) => row.map(comma).join(';')).join('\n'), /“y”, row 1: “\d+,\d+”/],
    ['a decimal comma in quotes', office((row) => row.with(0, `"${comma(row[0])}"`)), /“y”, row 1: “\d+,\d+”/],
    ['thousands with separators', office((row, i) => row.with(0, `"1,${100 + i}.5"`)), /“y”, row 1: “1,100.5”/],
    ['percent signs', office((row) => row.with(1, `${row[1]}%`)), /“x”, row 1: “.*%”/],
    [
      'a decimal comma that splits a cell',
      office((row, i) => (i === 3 ? [70, 5, ...row.slice(1)] : row)),
      /“6”, row 4/,
    ],
    ['a quotation mark left open', office().replace('south', '"south'), /^E-IMPORT-DAMAGED/],
    ['a hexadecimal figure', office((row, i) => (i === 3 ? row.with(0, '0x10') : row)), /“y”, row 4: “0x10”/],
    ['infinity', office((row, i) => (i === 3 ? row.with(0, '1e400') : row)), /“y”, row 4: “1e400”/],
  ])('is refused: %s', async (_, text, expected) => {
    expect(await complaint(text)).toMatch(expected)
  })

  it('a covariate with decimal commas is no list of names', async () => {
    const text = office((row) => row.with(1, `"${comma(Number(row[1]) + 0.005)}"`))
    expect(await complaint(text)).toMatch(/^E-STATS-NUMBER: .*“x”, row 1/)
    // Control: as a grouping it is one, and words are.
    expect((await mixed(office((row, i) => row.with(2, `"3,${i % 4}"`)))).code).toBe(0)
    expect((await mixed(office((row, i) => row.with(1, `k${i % 2}`)))).fixed[1].term).toBe('xk1')
  })

  it.each([
    ['one row', csvOf(headings, ...rows.slice(0, 1)), 'one-group'],
    ['three rows', csvOf(headings, ...rows.slice(0, 3)), 'group-per-row'],
    ['figures whose squares are none', office((row) => row.with(0, `${row[0]}e200`)), 'figure-too-large'],
    ['differences whose squares are zero', office((row) => row.with(0, `${row[0]}e-200`)), 'figure-too-large'],
  ])('cannot tell from %s', async (_, text, because) => {
    expect(await mixed(text)).toMatchObject({ code: 1, logLik: null, reason: { because } })
  })

  it.each([12, -12])('keeps its digits at ten to the power of %i', async (power) => {
    const [found, plain] = [await mixed(office((row) => row.with(0, `${row[0]}e${power}`))), await mixed(office())]
    expect(found.fixed[1].estimate / 10 ** power).toBeCloseTo(plain.fixed[1].estimate, 8)
    expect(found.logLik).toBeCloseTo(plain.logLik - (24 - 2) * power * Math.LN10, 6)
  })

  it('refuses figures beyond the range of squares everywhere, with the cell', async () => {
    const path = written('huge.csv', csvOf(['a', 'b'], ['1e150', 2], ['2e150', 1]))
    expect((await stats('agreement', '--data', path, '--columns', 'a,b')).complaints).toMatch(
      /^E-STATS-NUMBER: .*1e150/,
    )
  })
})

describe('an odd formula', () => {
  it('takes a column times itself for itself, as R does', async () => {
    for (const formula of ['y ~ x:x + (1 | g)', 'y ~ x * x + (1 | g)', 'y ~ x + x + (1 | g)'])
      expect((await mixed(office(), formula)).fixed).toEqual((await mixed(office())).fixed)
  })

  it('is refused, not followed to the end, when brackets stand in brackets', async () => {
    expect(await complaint(office(), `y ~ ${'('.repeat(5000)}1 | g)`)).toMatch(/^E-STATS-FORMULA: .*“\(”/)
    expect(await complaint(office(), 'y ~ x + ((1 | g) | g)')).toMatch(/^E-STATS-FORMULA/)
  })

  it('answers zero where the columns say all that groups could', async () => {
    // Every cell of unit and grade lies in one group: the likelihood does not depend on the variance between groups.
    const aliased = csvOf(
      headings,
      ...rows.map(([y = 0, x = 0], i) => [y, x, `s${i % 4}`, `u${i % 4}`, (i % 12) + 1] as const),
    )
    const found = await mixed(aliased, 'y ~ factor(grade) + (1 | g)')
    expect(found).toMatchObject({ code: 0, variance: [{ variance: 0 }] })
    for (const { se } of found.fixed) expect(se).toBeLessThan(100)
  })
})
