import padjust from '@stdlib/stats-padjust'
import { expect } from 'vitest'
import { effectEvidence, probabilityBeyond } from '#domain/statistics/effect-evidence.ts'
import type { GroupEffect } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { mixedModelOfTable, type TableFit } from '#domain/statistics/mixed-model-of-table.ts'
import { panelModelOfTable } from '#domain/statistics/panel-model-of-table.ts'
import type { StatisticsCase } from '#tests/support/statistics-cases.ts'

interface Estimate {
  readonly estimate: number
  readonly se: number
}

interface VarianceComponent {
  readonly group?: string
  readonly grp?: string
  readonly var1: string | null
  readonly var2: string | null
  readonly vcov: number
}

type LevelRow = Readonly<Record<string, number | string>>

interface DeletionRow {
  readonly row: number
  readonly e?: number
  readonly sd?: number
  readonly z: number
}

/** One fitted model of a case, as R wrote it down. */
export interface ExpectedMixed {
  readonly r_call: string
  readonly nobs: number
  readonly fixed: Readonly<Record<string, Estimate>>
  readonly sigma: number
  readonly sigma2: number
  readonly variance_components: readonly VarianceComponent[]
  readonly logLik: number
  readonly blups: readonly { readonly group: string; readonly rows: readonly LevelRow[] }[]
  readonly pev_sd?: readonly { readonly group: string; readonly rows: readonly LevelRow[] }[]
  readonly ML?: {
    readonly logLik: number
    readonly sigma2: number
    readonly variance_components: readonly VarianceComponent[]
  }
  readonly loo_residuals?: {
    readonly first_rows: readonly DeletionRow[]
    readonly most_extreme?: readonly DeletionRow[]
    readonly sum_z2: number
  }
  readonly leniency_test?: { readonly rows: readonly LevelRow[] }
}

/** The mixed models of a case: those R fitted with `lmer`. */
export function mixedModelsOf(one: StatisticsCase): readonly (readonly [string, ExpectedMixed])[] {
  const models = (one.expected.models ?? {}) as Readonly<Record<string, ExpectedMixed>>
  return Object.entries(models).filter(([, model]) => model.r_call?.startsWith('lmer('))
}

/** Whether a case is one of Model B. */
export function isPanelCase(one: StatisticsCase): boolean {
  return 'sigma_b2_supervisor_leniency' in ((one.expected.variance ?? {}) as object)
}

/** lmer(y ~ …, REML=TRUE) → y ~ … */
function formulaOf(call: string): string {
  return call
    .replace(/^lmer\(/, '')
    .replace(/\)$/, '')
    .replace(/,\s*REML\s*=\s*TRUE\s*$/, '')
}

/** Relative, with a floor for an expected zero. */
function expectRelative(actual: number | undefined, expected: number, tolerance: number, what: string): void {
  const bound = Math.max(tolerance * Math.abs(expected), 1e-6)
  expect(Math.abs((actual ?? Number.NaN) - expected), `${what}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(
    bound,
  )
}

function expectWithin(actual: number | undefined, expected: number, bound: number, what: string): void {
  expect(Math.abs((actual ?? Number.NaN) - expected), `${what}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(
    bound,
  )
}

/** Compares a fit with R's figures, within the tolerances of calibration guide 8. */
export function expectMixedModel(one: StatisticsCase, model: ExpectedMixed): void {
  const fit = mixedModelOfTable(one.table, formulaOf(model.r_call))
  if (fit.kind !== 'fitted') throw new Error(`${one.name} was refused: ${JSON.stringify(fit)}`)
  expect(fit.nobs).toBe(model.nobs)
  expectWithin(fit.logLik, model.logLik, 1e-6, 'logLik')
  Object.entries(model.fixed).forEach(([term, expected], k) => {
    expectRelative(fit.fixed[k]?.estimate, expected.estimate, 1e-5, term)
    expectRelative(fit.fixed[k]?.se, expected.se, 1e-5, `se of ${term}`)
  })
  expectVariances(fit, model.variance_components, model.sigma2)
  expectEffects(fit, model)
  expectDeletion(fit, model)
  expectEvidence(one, fit, model)
  if (model.ML === undefined) return
  const plain = mixedModelOfTable(one.table, formulaOf(model.r_call), 'ml')
  if (plain.kind !== 'fitted') throw new Error(`${one.name} (ML) was refused`)
  expectWithin(plain.logLik, model.ML.logLik, 1e-6, 'ML logLik')
  expectVariances(plain, model.ML.variance_components, model.ML.sigma2)
}

function expectVariances(fit: TableFit, components: readonly VarianceComponent[], residual: number): void {
  expectRelative(fit.residualVariance, residual, 1e-5, 'residual variance')
  for (const { group, grp, var1, var2, vcov } of components) {
    // R numbers repeated groupings: subject, subject.1.
    const name = (group ?? grp ?? '').replace(/\.\d+$/, '')
    if (name === 'Residual') continue
    const same = fit.variance.filter((entry) => entry.group === name && entry.term === var1)
    const pair = fit.covariance.find((entry) => entry.group === name && entry.term === var1 && entry.with === var2)
    expectRelative(var2 === null ? same[0]?.variance : pair?.covariance, vcov, 1e-5, `${name} ${var1} ${var2 ?? ''}`)
  }
}

function expectEffects(fit: TableFit, model: ExpectedMixed): void {
  const bound = 1e-4 * model.sigma
  const found = new Map(fit.effects.map((effect) => [`${effect.group}|${effect.level}|${effect.term}`, effect]))
  const compare = (
    groups: ExpectedMixed['blups'],
    prefix: string,
    figure: (effect: GroupEffect | undefined) => number | undefined,
  ) => {
    for (const { group, rows } of groups)
      for (const row of rows)
        for (const [key, value] of Object.entries(row))
          if (key.startsWith(prefix)) {
            const place = `${group}|${row.level}|${key.slice(prefix.length)}`
            expectWithin(figure(found.get(place)), Number(value), bound, `${prefix} ${place}`)
          }
  }
  compare(model.blups, 'blup_', (effect) => effect?.estimate)
  compare(model.blups, 'cond_sd_', (effect) => effect?.conditionalSd)
  compare(model.pev_sd ?? [], 'pev_sd_', (effect) => effect?.predictionSd)
}

function expectDeletion(fit: TableFit, model: ExpectedMixed): void {
  const rows = model.loo_residuals
  if (rows === undefined) return
  const deletion = fit.deletion()
  for (const { row, e, sd, z } of [...rows.first_rows, ...(rows.most_extreme ?? [])]) {
    const found = deletion[row - 1]
    expectWithin(found?.z, z, 1e-4, `z of row ${row}`)
    if (e !== undefined) expectWithin(found?.residual, e, 1e-4 * model.sigma, `residual of row ${row}`)
    if (sd !== undefined) expectWithin(found?.sd, sd, 1e-4 * model.sigma, `sd of row ${row}`)
  }
  const squares = deletion.reduce((sum, found) => sum + (found?.z ?? 0) ** 2, 0)
  expectRelative(squares, rows.sum_z2, 1e-5, 'sum of z²')
}

function expectEvidence(one: StatisticsCase, fit: TableFit, model: ExpectedMixed): void {
  const rows = model.leniency_test?.rows ?? []
  if (rows.length === 0) return
  const response = fit.used.map((row) =>
    Number(one.table.columns.get(formulaOf(model.r_call).split(' ')[0] ?? '')?.[row]),
  )
  const mean = response.reduce((sum, value) => sum + value, 0) / response.length
  const spread = Math.sqrt(response.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (response.length - 1))
  const variance = fit.variance[0]?.variance ?? 0
  const evidence = rows.map((row) => {
    const effect = fit.effects.find((candidate) => candidate.level === String(row.level))
    const told = effectEvidence({ estimate: effect?.estimate ?? 0, sd: effect?.predictionSd ?? 0, variance })
    if (told.kind !== 'value' || effect === undefined) throw new Error(`no evidence for ${row.level}`)
    expectWithin(told.reliability, Number(row.reliability), 1e-5, 'reliability')
    expectRelative(told.z, Number(row.z_zero), 1e-5, 'z')
    expectWithin(told.p, Number(row.p), 1e-5, 'p')
    const beyond = probabilityBeyond(effect.estimate, effect.predictionSd, 0.1 * spread)
    expectWithin(beyond, Number(row.prob_gt_delta), 1e-5, 'probability')
    return told.p
  })
  padjust(evidence, 'bh').forEach((q, k) => {
    expectWithin(q, Number(rows[k]?.q_bh), 1e-5, 'q')
  })
}

interface ExpectedPanel {
  readonly columns: readonly string[]
  readonly variance: Readonly<Record<string, number>>
  readonly logLik_REML: number
  readonly fixed: Readonly<Record<string, Estimate>>
  readonly teams: readonly Readonly<Record<string, number | string>>[]
  readonly employees: readonly Readonly<Record<string, number | string>>[]
  readonly deletion_z: readonly { readonly employee: string | number; readonly z: number; readonly sd: number }[]
}

const known = ['employee', 'team', 'is_supervisor', 'panelist', 'y']

/** Compares Model B with the figures of a case: logLik 1e-4, variances 2e-3 (the optimum is flat). */
export function expectPanelModel(one: StatisticsCase): void {
  const expected = one.expected as unknown as ExpectedPanel
  const fit = panelModelOfTable(one.table, {
    response: 'y',
    employee: 'employee',
    team: 'team',
    source: 'is_supervisor',
    ...(expected.columns.includes('panelist') ? { panelist: 'panelist' } : {}),
    covariates: expected.columns.filter((column) => !known.includes(column)),
  })
  if (fit.kind !== 'fitted') throw new Error(`${one.name} was refused: ${JSON.stringify(fit)}`)
  expectWithin(fit.logLik, expected.logLik_REML, 1e-4, 'logLik')
  const { variance } = fit
  expectRelative(variance.leniency, Number(expected.variance.sigma_b2_supervisor_leniency), 2e-3, 'leniency')
  expectRelative(variance.team, Number(expected.variance.sigma_g2_team_performance), 2e-3, 'team')
  expectRelative(variance.employee, Number(expected.variance.sigma_t2_employee), 2e-3, 'employee')
  expectRelative(
    variance.supervisorResidual,
    Number(expected.variance.sigma_S2_supervisor_residual),
    2e-3,
    'supervisor',
  )
  expectRelative(variance.panelResidual, Number(expected.variance.sigma_P2_panel_residual), 2e-3, 'panel')
  const sigma = Math.sqrt(variance.supervisorResidual)
  Object.entries(expected.fixed).forEach(([term, value], k) => {
    expectWithin(fit.fixed[k]?.estimate, value.estimate, 1e-3 * value.se, term)
    expectRelative(fit.fixed[k]?.se, value.se, 1e-3, `se of ${term}`)
  })
  const teams = new Map(fit.teams.map((team) => [team.team, team]))
  for (const row of expected.teams) {
    const team = teams.get(String(row.team))
    expectWithin(team?.leniency, Number(row.leniency_blup), 1e-3 * sigma, `leniency of ${row.team}`)
    expectWithin(team?.leniencySd, Number(row.leniency_sd), 1e-3 * sigma, `sd of leniency of ${row.team}`)
    expectWithin(team?.quality, Number(row.team_perf_blup), 1e-3 * sigma, `quality of ${row.team}`)
    expectWithin(team?.qualitySd, Number(row.team_perf_sd), 1e-3 * sigma, `sd of quality of ${row.team}`)
  }
  const employees = new Map(fit.employees.map((employee) => [employee.employee, employee]))
  for (const row of expected.employees) {
    const employee = employees.get(String(row.employee))
    expectWithin(employee?.merit, Number(row.t_blup), 1e-3 * sigma, `merit of ${row.employee}`)
    expectWithin(employee?.meritSd, Number(row.t_sd), 1e-3 * sigma, `sd of merit of ${row.employee}`)
    if (row.theta_hat === undefined) continue
    expectWithin(employee?.expected, Number(row.theta_hat), 1e-3 * sigma, `expected score of ${row.employee}`)
    expectWithin(employee?.expectedSd, Number(row.theta_sd), 1e-3 * sigma, `sd of expected score of ${row.employee}`)
  }
  for (const { employee, z, sd } of expected.deletion_z) {
    const found = employees.get(String(employee))?.deletion
    expectWithin(found?.z, z, 1e-3, `z of ${employee}`)
    expectWithin(found?.sd, sd, 1e-3 * sigma, `deletion sd of ${employee}`)
  }
}
