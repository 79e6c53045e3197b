import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { columnTable } from '#domain/statistics/column-table.ts'
import { fitPanelModel, isSufficientPanel, type PanelFit } from '#domain/statistics/panel-model/fit-panel-model.ts'
import { panelDesign } from '#domain/statistics/panel-model/panel-design.ts'
import type { PanelInput, PanelRow } from '#domain/statistics/panel-model/panel-input.ts'
import { panelModelOfTable } from '#domain/statistics/panel-model-of-table.ts'
import { type DenseModel, denseDeletion, denseModel, densePrediction } from '#tests/support/dense-model.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

interface Office {
  readonly seed: number
  readonly people: number
  readonly shares: boolean
  readonly panelists: number
}

/** A small office: six teams, a third of the people re-scored by one or two panelists; from a seed. */
function inputOf({ seed, people, shares, panelists }: Office): PanelInput {
  const { normal, below, uniform } = seededFigures(seed)
  const sd = () => [0.2, 1, 3][below(3)] ?? 1
  const [leniencySd, qualitySd, meritSd] = [sd(), sd(), sd()]
  const draw = (count: number, spread: number) => Array.from({ length: count }, () => spread * normal())
  const leniency = draw(6, leniencySd)
  const quality = draw(6, qualitySd)
  const severity = draw(4, 1)
  const rows = Array.from({ length: people }, (_, i): PanelRow[] => {
    const team = below(6)
    const achievement = normal()
    const real = (quality[team] ?? 0) + meritSd * normal() + 0.5 * achievement
    const base = { employee: `e${i}`, team: `t${team}`, covariates: [achievement] }
    const supervisors = shares && i % 5 === 0 ? [0.25, 0.75] : [1]
    const scored = supervisors.map(
      (share): PanelRow => ({
        ...base,
        isSupervisor: true,
        panelist: null,
        response: real + (leniency[team] ?? 0) + normal() / Math.sqrt(share),
        ...(share === 1 ? {} : { share }),
      }),
    )
    const again = i % 3 === 0 ? 1 + below(2) : 0
    const panel = Array.from({ length: again }, (): PanelRow => {
      const member = Math.floor(uniform() * 4)
      return {
        ...base,
        isSupervisor: false,
        panelist: panelists === 0 ? null : `p${member}`,
        response: real + (severity[member] ?? 0) + 1.3 * normal(),
      }
    })
    return [...scored, ...panel]
  }).flat()
  return { rows, covariates: ['achievement'] }
}

const offices = fc.record({
  seed: fc.integer({ min: 1, max: 1e9 }),
  people: fc.integer({ min: 24, max: 40 }),
  shares: fc.boolean(),
  panelists: fc.constantFrom(0, 4),
})

function fitted(input: PanelInput): PanelFit {
  const fit = fitPanelModel(input)
  if (fit.kind !== 'fitted') throw new Error(`refused: ${fit.because}`)
  return fit
}

function denseOf({ rows, covariates }: PanelInput, variance: PanelFit['variance']): DenseModel {
  const covariance = Matrix.zeros(rows.length, rows.length)
  rows.forEach((one, i) => {
    rows.forEach((other, j) => {
      const sameTeam = one.team === other.team
      const residual = one.isSupervisor ? variance.supervisorResidual : variance.panelResidual
      covariance.set(
        i,
        j,
        (sameTeam ? variance.team : 0) +
          (sameTeam && one.isSupervisor && other.isSupervisor ? variance.leniency : 0) +
          (one.employee === other.employee ? variance.employee : 0) +
          (i === j ? residual / (one.share ?? 1) : 0),
      )
    })
  })
  const { columns } = panelDesign({ rows, covariates })
  const width = columns.names.length
  return denseModel(
    rows.map((row) => row.response),
    rows.map((_, i) => [...columns.values.subarray(i * width, i * width + width)]),
    covariance,
  )
}

describe('Model B by elimination', () => {
  it('equals the dense computation: coefficients, predictions, deletion residuals', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const input = inputOf(office)
        const fit = fitted(input)
        fc.pre(fit.dropped.length === 0)
        const dense = denseOf(input, fit.variance)
        // Where a scatter is all but none the likelihood is steep there: the tolerance of the guide for Model B.
        expect(Math.abs(fit.logLik - dense.logLik)).toBeLessThan(1e-4)
        fit.fixed.forEach(({ estimate, se }, k) => {
          expect(Math.abs(estimate - (dense.coefficients[k] ?? Number.NaN))).toBeLessThan(1e-5)
          expect(Math.abs(se / Math.sqrt(dense.covariance.get(k, k)) - 1)).toBeLessThan(1e-5)
        })
        expectPredictions(input, fit, dense)
      }),
      { numRuns: 25 },
    )
  })

  it('finds the highest likelihood: no other variances do better', () => {
    const change = fc.double({ min: 0.6, max: 1.6, noNaN: true })
    fc.assert(
      fc.property(offices, fc.array(change, { minLength: 5, maxLength: 5 }), (office, changes) => {
        const input = inputOf(office)
        const fit = fitted(input)
        const [a = 1, b = 1, c = 1, d = 1, e = 1] = changes
        const { leniency, team, employee, supervisorResidual, panelResidual } = fit.variance
        const other = denseOf(input, {
          leniency: leniency * a + 1e-4,
          team: team * b + 1e-4,
          employee: employee * c + 1e-4,
          supervisorResidual: supervisorResidual * d + 1e-4,
          panelResidual: panelResidual * e + 1e-4,
        })
        expect(other.logLik).toBeLessThanOrEqual(fit.logLik + 1e-5)
      }),
      { numRuns: 25 },
    )
  })
})

function expectPredictions({ rows }: PanelInput, fit: PanelFit, dense: DenseModel): void {
  const { leniency, team, employee } = fit.variance
  const check = (estimate: number, sd: number, withRows: readonly number[], variance: number) => {
    const own = densePrediction(dense, withRows, variance)
    expect(Math.abs(estimate - own.estimate)).toBeLessThan(1e-5)
    expect(Math.abs(sd ** 2 - own.predictionVariance)).toBeLessThan(1e-5)
  }
  for (const one of fit.teams) {
    const inTeam = rows.map((row) => row.team === one.team)
    check(
      one.leniency,
      one.leniencySd,
      inTeam.map((is, i) => (is && rows[i]?.isSupervisor ? leniency : 0)),
      leniency,
    )
    check(
      one.quality,
      one.qualitySd,
      inTeam.map((is) => (is ? team : 0)),
      team,
    )
  }
  for (const one of fit.employees) {
    const own = rows.map((row) => row.employee === one.employee)
    check(
      one.merit,
      one.meritSd,
      own.map((is) => (is ? employee : 0)),
      employee,
    )
    const candidates = rows.flatMap((row, i) => (own[i] && row.isSupervisor ? [denseDeletion(dense, i)] : []))
    const strongest = candidates.toSorted((a, b) => Math.abs(b.residual / b.sd) - Math.abs(a.residual / a.sd))[0]
    if (one.deletion === null) continue
    expect(Math.abs(one.deletion.z - (strongest?.residual ?? 0) / (strongest?.sd ?? 1))).toBeLessThan(1e-4)
  }
}

describe('what must not matter', () => {
  const figures = (fit: PanelFit, unit: number) => [
    ...Object.values(fit.variance).map((value) => value / unit ** 2),
    ...fit.teams.flatMap((team) => [team.leniency / unit, team.qualitySd / unit]),
    ...fit.employees.flatMap((one) => [one.merit / unit, one.meritSd / unit]),
  ]
  const expectAlike = (first: readonly number[], second: readonly number[]) =>
    first.forEach((value, k) => {
      expect(Math.abs(value - (second[k] ?? Number.NaN))).toBeLessThan(2e-3)
    })

  it('shift and unit of the scores', () => {
    fc.assert(
      fc.property(offices, fc.constantFrom(0.05, 20), (office, unit) => {
        const input = inputOf(office)
        const moved = { ...input, rows: input.rows.map((row) => ({ ...row, response: unit * row.response + 300 })) }
        expectAlike(figures(fitted(input), 1), figures(fitted(moved), unit))
      }),
      { numRuns: 15 },
    )
  })

  it('order of the rows', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const input = inputOf(office)
        expectAlike(figures(fitted(input), 1), figures(fitted({ ...input, rows: input.rows.toReversed() }), 1))
      }),
      { numRuns: 15 },
    )
  })

  it('a figure that is the same for everyone only loses its column', () => {
    const input = inputOf({ seed: 5, people: 40, shares: false, panelists: 4 })
    const more = {
      covariates: [...input.covariates, 'same'],
      rows: input.rows.map((row) => ({ ...row, covariates: [...row.covariates, 7] })),
    }
    const fit = fitted(more)
    expect(fit.dropped).toEqual(['same', 'is_supervisor:same'])
    expect(fit.warnings).toContain('dropped-columns')
    expect(fit.variance.leniency).toBeCloseTo(fitted(input).variance.leniency, 4)
  })
})

describe('what Model B cannot tell', () => {
  const input = inputOf({ seed: 3, people: 30, shares: false, panelists: 4 })
  const refusal = (rows: readonly PanelRow[]) => {
    const fit = fitPanelModel({ ...input, rows })
    return fit.kind === 'cannot-tell' ? fit.because : fit.kind
  }
  it.each([
    ['no rows', [], 'no-rows'],
    ['supervisors only', input.rows.filter((row) => row.isSupervisor), 'one-source'],
    ['panel only', input.rows.filter((row) => !row.isSupervisor), 'one-source'],
    ['one team', input.rows.map((row) => ({ ...row, team: 'all' })), 'one-group'],
    [
      'nobody scored by both',
      input.rows.map((row) => (row.isSupervisor ? row : { ...row, employee: `${row.employee}x` })),
      'sources-unconnected',
    ],
    [
      'a panelist for every team',
      input.rows.map((row) => (row.isSupervisor ? row : { ...row, panelist: `of ${row.team}` })),
      'panel-confounded',
    ],
    ['all scores equal', input.rows.map((row) => ({ ...row, response: 80 })), 'all-equal'],
    ['a handful of rows', input.rows.slice(0, 6), 'too-few-rows'],
  ] as const)('%s', (_, rows, because) => {
    expect(refusal(rows)).toBe(because)
  })

  it('but a single panelist who went through several teams is enough to tell', () => {
    const rows = input.rows.map((row) => (row.isSupervisor ? row : { ...row, panelist: 'only' }))
    expect(refusal(rows)).toBe('fitted')
  })

  it('does not take a far optimum for two answers', () => {
    const { normal } = seededFigures(12)
    const merits = new Map(input.rows.map((row) => [row.employee, 60 * normal()]))
    const rows = input.rows.map((row) => ({ ...row, response: row.response + (merits.get(row.employee) ?? 0) }))
    const fit = fitted({ ...input, rows })
    expect(fit.variance.employee).toBeGreaterThan(1000)
    expect(fit.warnings).not.toContain('starts-disagree')
  })

  it('and never answers NaN', () => {
    const figure = fc.oneof(fc.constantFrom(0, 80, 100), fc.double({ min: -1e4, max: 1e4, noNaN: true }))
    const row = fc.record({
      employee: fc.constantFrom('a', 'b', 'c', 'd'),
      team: fc.constantFrom('s', 't', 'u'),
      isSupervisor: fc.boolean(),
      panelist: fc.constantFrom('p', 'q', null),
      response: figure,
      covariates: fc.tuple(figure),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 24 }), (rows) => {
        const fit = fitPanelModel({ rows, covariates: ['x'] })
        expect(
          JSON.stringify(fit, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'odd' : value)),
        ).not.toContain('"odd"')
      }),
      { numRuns: 120 },
    )
  })

  it('takes a covariate whose squares leave the floating-point range for none', () => {
    const cells: readonly (readonly [string, boolean, number, number])[] = [
      ['s', false, 0, -4.7e-162],
      ['s', false, 0, 0],
      ['s', true, 0, 0],
      ['t', false, 0, 0],
      ['s', false, 80, 0],
      ['s', false, 0, 0],
    ]
    const rows = cells.map(([team, isSupervisor, response, covariate]) => ({
      ...{ employee: 'a', team, isSupervisor, panelist: 'p', response },
      covariates: [covariate],
    }))
    const fit = fitPanelModel({ rows, covariates: ['x'] })
    expect(
      JSON.stringify(fit, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'odd' : value)),
    ).not.toContain('"odd"')
  })

  it('asks for 30 panel scores in 10 teams before it is the main model', () => {
    expect(isSufficientPanel(input)).toBe(false)
    expect(fitted(input).warnings).toContain('small-panel')
  })
})

describe('Model B of a table', () => {
  const names = ['y', 'who', 'team', 'source', 'member', 'x']
  const cells = inputOf({ seed: 9, people: 36, shares: false, panelists: 4 }).rows.map((row) => [
    String(row.response),
    row.employee,
    row.team,
    row.isSupervisor ? '1' : '0',
    row.panelist ?? '',
    String(row.covariates[0]),
  ])
  const columns = {
    response: 'y',
    employee: 'who',
    team: 'team',
    source: 'source',
    panelist: 'member',
    covariates: ['x'],
  }

  it('leaves out and counts rows with something missing', () => {
    const whole = panelModelOfTable(columnTable(names, cells), columns)
    const holes = cells.map((row, i) => (i === 0 ? ['', ...row.slice(1)] : i === 1 ? row.with(5, 'NA') : row))
    const fit = panelModelOfTable(columnTable(names, holes), columns)
    expect([whole, fit].map((one) => (one.kind === 'fitted' ? [one.missing, one.nobs] : one))).toEqual([
      [0, cells.length],
      [2, cells.length - 2],
    ])
  })

  it('codes words among the covariates as differences from the first', () => {
    const graded = cells.map((row) => [...row, Number(String(row[1]).slice(1)) % 2 === 0 ? 'III' : 'IV'])
    const coded = graded.map((row) => row.with(6, row[6] === 'IV' ? '1' : '0'))
    const [words, figures] = [graded, coded].map((rows) =>
      panelModelOfTable(columnTable([...names, 'grade'], rows), { ...columns, covariates: ['x', 'grade'] }),
    )
    if (words?.kind !== 'fitted' || figures?.kind !== 'fitted') throw new Error('refused')
    expect(words.fixed.map(({ term }) => term)).toEqual(
      figures.fixed.map(({ term }) => term.replace('grade', 'gradeIV')),
    )
    expect(words.logLik).toBe(figures.logLik)
  })

  it('names what is wrong with a column', () => {
    const error = (rows: readonly (readonly string[])[], more: object) => {
      const fit = panelModelOfTable(columnTable(names, rows), { ...columns, ...more })
      return fit.kind === 'formula-error' ? [fit.code, fit.subject, fit.row, fit.found] : fit.kind
    }
    expect(error(cells, { team: 'unit' })).toEqual(['unknown-column', 'unit', undefined, names.join(', ')])
    expect(error(cells.with(3, cells[3]?.with(0, 'baik') ?? []), {})).toEqual(['text-where-numbers', 'y', 4, 'baik'])
    const slip = cells.with(5, cells[5]?.with(5, 'tinggi') ?? [])
    expect(error(slip, {})).toEqual(['text-where-numbers', 'x', 6, 'tinggi'])
    expect(error(cells.with(2, cells[2]?.with(3, 'maybe') ?? []), {})).toEqual(['not-two-values', 'source', 3, 'maybe'])
  })
})
