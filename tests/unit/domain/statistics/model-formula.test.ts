import { describe, expect, it } from 'vitest'
import { columnTable, compareLabels, readColumn } from '#domain/statistics/column-table.ts'
import { modelFrame } from '#domain/statistics/formula/model-frame.ts'
import { parseFormula } from '#domain/statistics/formula/parse-formula.ts'
import { mixedModelOfTable } from '#domain/statistics/mixed-model-of-table.ts'

const table = columnTable(
  ['y', 'x', 'unit', 'kind', 'g', 'h', 'mostly'],
  [
    ['1.5', '1', 'B', 'p', '10', 'k', '1'],
    ['2', '2', 'A', 'q', '9', 'k', '2'],
    ['2.5', '', 'C', 'p', '9', 'l', '3'],
    ['4', '4', 'A', 'p', '10', 'l', 'tiga'],
    ['NA', '5', 'B', 'q', '10', 'k', '5'],
    ['3', '7', 'B', 'q', '9', 'l', '6'],
  ],
)

/** Names of the columns a formula stands for, or the code of what is wrong. */
function columnsOf(formula: string): unknown {
  const parsed = parseFormula(formula)
  if (parsed.kind === 'formula-error') return [parsed.code, parsed.subject]
  const frame = modelFrame(table, parsed)
  if (frame.kind === 'formula-error') return [frame.code, frame.subject, frame.row, frame.found]
  return [
    frame.input.fixed.names.join(' '),
    ...frame.input.random.map((term) => `${term.columns.names.join(' ')} | ${term.grouping.name}`),
    frame.missing,
  ]
}

describe('a formula in the notation of lme4', () => {
  it.each([
    ['y ~ 1 + (1 | g)', ['(Intercept)', '(Intercept) | g', 1]],
    ['y ~ x + (x | g)', ['(Intercept) x', '(Intercept) x | g', 2]],
    ['y~x+(1|g)+(0+x|g)', ['(Intercept) x', '(Intercept) | g', 'x | g', 2]],
    ['y ~ x + (x || g)', ['(Intercept) x', '(Intercept) | g', 'x | g', 2]],
    ['y ~ unit + (1 | g) + (1 | h)', ['(Intercept) unitB unitC', '(Intercept) | g', '(Intercept) | h', 1]],
    ['y ~ 0 + unit + kind + (1 | g)', ['unitA unitB unitC kindq', '(Intercept) | g', 1]],
    ['y ~ -1 + x + (1 | g)', ['x', '(Intercept) | g', 2]],
    ['y ~ factor(x) + (1 | g)', ['(Intercept) factor(x)2 factor(x)4 factor(x)7', '(Intercept) | g', 2]],
    ['y ~ kind*x + (1 | g)', ['(Intercept) kindq x kindq:x', '(Intercept) | g', 2]],
    ['y ~ kind:x + (1 | g)', ['(Intercept) kindp:x kindq:x', '(Intercept) | g', 2]],
    [
      'y ~ unit*kind - kind + (1 | g)',
      ['(Intercept) unitB unitC unitA:kindq unitB:kindq unitC:kindq', '(Intercept) | g', 1],
    ],
    ['y ~ 1 + (1 | factor(g))', ['(Intercept)', '(Intercept) | factor(g)', 1]],
    ['y ~ 1 + (1 | g/h)', ['(Intercept)', '(Intercept) | g', '(Intercept) | h:g', 1]],
    ['y ~ 1 + (1 | g/h/kind)', ['(Intercept)', '(Intercept) | g', '(Intercept) | h:g', '(Intercept) | kind:(h:g)', 1]],
    ['y ~ 1 + (kind | g:h)', ['(Intercept)', '(Intercept) kindq | g:h', 1]],
    ['`y` ~ x + x + (1 | `g`)', ['(Intercept) x', '(Intercept) | g', 2]],
  ])('%s', (formula, expected) => expect(columnsOf(formula)).toEqual(expected))

  it.each([
    ['', ['no-response', '']],
    ['~ x + (1 | g)', ['no-response', '~']],
    ['y + (1 | g)', ['no-response', 'y']],
    ['log(y) ~ (1 | g)', ['function', 'log']],
    ['y ~ x', ['no-grouping', '(1 | …)', undefined, undefined]],
    ['y ~ log(x) + (1 | g)', ['function', 'log']],
    ['y ~ x^2 + (1 | g)', ['unexpected', '^2 + (1 | g)']],
    ['y ~ x + (1 | g', ['unexpected', 'g']],
    ['y ~ x + (1 g)', ['unexpected', 'g']],
    ['y ~ x + (0 | g)', ['unexpected', ')']],
    ['y ~ ((1 | g) | g)', ['unexpected', '(']],
    ['y ~ x + 2 + (1 | g)', ['unexpected', '2']],
    ['y ~ x x + (1 | g)', ['unexpected', 'x']],
    ['y ~ (1 | 3)', ['unexpected', '3']],
    ['y ~ skor + (1 | g)', ['unknown-column', 'skor', undefined, 'y, x, unit, kind, g, h, mostly']],
    ['unit ~ x + (1 | g)', ['text-where-numbers', 'unit', 1, 'B']],
    ['y ~ mostly + (1 | g)', ['text-where-numbers', 'mostly', 4, 'tiga']],
    ['y ~ (1 | g) + (x | g)', ['random-term-twice', 'g', undefined, undefined]],
  ])('says what is wrong with %s', (formula, expected) => {
    const found = columnsOf(formula)
    expect(
      Array.isArray(found)
        ? found.map((one, k) => (k === 1 && typeof one === 'string' ? one.slice(0, 40) : one))
        : found,
    ).toEqual(expected)
  })
})

describe('columns of a table', () => {
  it('are numbers, labels, or mixed with the first odd cell', () => {
    expect(readColumn(['1', ' 2.5 ', '', '-3e2'])).toEqual({
      kind: 'numbers',
      values: [1, 2.5, null, -300],
      missing: 1,
    })
    expect(readColumn(['a', '', 'NA'])).toEqual({ kind: 'labels', values: ['a', null, null], missing: 2 })
    expect(readColumn(['1', '2', '7O'])).toEqual({ kind: 'mixed', row: 3, text: '7O', texts: 1 })
    expect(readColumn([1, 2.5, null, Number.NaN])).toEqual({
      kind: 'numbers',
      values: [1, 2.5, null, null],
      missing: 2,
    })
    expect(readColumn([1, 2, Number.POSITIVE_INFINITY])).toMatchObject({ kind: 'mixed', row: 3 })
  })

  it('are never taken for names where figures are written another way', () => {
    for (const text of ['1,5', '-0,25', '1.234,5', '1,234.5', '12%', '1,5 %'])
      expect(readColumn(['', text, text])).toEqual({ kind: 'mixed', row: 2, text, texts: 2 })
    // Control: codes and names with digits are names.
    for (const text of ['1.2.3', 'III/c', '2,b', '19800101-2'])
      expect(readColumn(['', text])).toEqual({ kind: 'labels', values: [null, text], missing: 1 })
  })

  it('have their levels in one order: numbers by size, words without regard to case', () => {
    expect(['b', '10', 'A', '9', 'a', 'B'].toSorted(compareLabels)).toEqual(['9', '10', 'a', 'A', 'b', 'B'])
  })
})

describe('a model of a table', () => {
  const rows = Array.from({ length: 24 }, (_, i) => [
    String(60 + ((i * 7) % 11)),
    `s${i % 4}`,
    i % 5 === 0 ? '' : String(i % 6),
  ])
  const people = columnTable(['score', 'supervisor', 'index'], rows)

  it('drops and counts rows with nothing in a named column', () => {
    const fit = mixedModelOfTable(people, 'score ~ index + (1 | supervisor)')
    expect(fit.kind === 'fitted' ? [fit.nobs, fit.missing, fit.used.includes(5)] : fit).toEqual([19, 5, false])
  })

  it.each([
    ['one supervisor', rows.map((row) => [row[0], 'only', row[2]]), 'one-group'],
    ['every person with a supervisor of their own', rows.map((row, i) => [row[0], `s${i}`, row[2]]), 'group-per-row'],
    ['all scores equal', rows.map((row) => ['80', row[1], row[2]]), 'all-equal'],
    [
      'scores that the covariate reproduces',
      rows.map((row, i) => [String(50 + (i % 6)), row[1], String(i % 6)]),
      'no-scatter',
    ],
    [
      'no scatter inside any team',
      rows.map((row, i) => [String(60 + (i % 4) ** 2), row[1], String(i % 6)]),
      'no-scatter-within-groups',
    ],
    ['two rows', rows.slice(0, 2).map((row, i) => [row[0], `s${i}`, '1']), 'group-per-row'],
    ['no rows', [], 'no-rows'],
    ['figures beyond all measure', rows.map((row, i) => [i === 0 ? '1e200' : row[0], row[1], '1']), 'figure-too-large'],
  ])('cannot tell from %s', (_, cells, because) => {
    const fit = mixedModelOfTable(
      columnTable(
        ['score', 'supervisor', 'index'],
        cells.map((row) => row.map((cell) => cell ?? null)),
      ),
      'score ~ index + (1 | supervisor)',
    )
    expect(fit.kind === 'cannot-tell' ? fit.because : fit).toBe(because)
  })

  it('leaves out columns that say what others say, and names them', () => {
    const doubled = columnTable(
      ['score', 'supervisor', 'index', 'twice'],
      rows.map((row) => [...row, row[2] === '' ? '' : String(2 * Number(row[2]) + 1)]),
    )
    const fit = mixedModelOfTable(doubled, 'score ~ index + twice + (1 | supervisor)')
    expect(fit.kind === 'fitted' ? [fit.dropped, fit.fixed.map((one) => one.term), fit.warnings] : fit).toEqual([
      ['twice'],
      ['(Intercept)', 'index'],
      expect.arrayContaining(['dropped-columns', 'few-groups']),
    ])
  })
})
