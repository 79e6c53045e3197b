import type { FixedEffect } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import type { DeletionResidual } from '#domain/statistics/mixed-model/solve.ts'
import { fitModelA, type ModelA, modelColumns, type RatedPerson } from '#domain/statistics/model-a.ts'
import type { ModelRefusal, ModelRefusalReason } from '#domain/statistics/model-refusal.ts'
import { fitOrdinary } from '#domain/statistics/ordinary-regression.ts'
import { fitPanelModel, type PanelFit } from '#domain/statistics/panel-model/fit-panel-model.ts'
import type { PanelRow } from '#domain/statistics/panel-model/panel-input.ts'
import type { CalibrationInput, RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import { caseLookup } from './case-lookup.ts'
import { type NoPanelModel, type UsablePanel, usablePanel } from './usable-panel.ts'

/** Why the panel did not lead to Model B: too little of it, or a fit that cannot be trusted. */
export type Fallback =
  | NoPanelModel
  | { readonly kind: 'panel-model-refused'; readonly because: ModelRefusalReason }
  /** Two searches ended apart in likelihood. */
  | { readonly kind: 'panel-model-unstable' }

/** The share of differences between teams that is leniency, and how it is known. */
export interface Psi {
  readonly value: number
  readonly source: 'assumed' | 'earlier-panel' | 'panel'
}

/** The models of a period, from the most that the data bear. */
export interface FittedLadder {
  /** The one that findings rest on; `none`: supervisors cannot be compared at all. */
  readonly main: 'A' | 'B' | 'none'
  readonly modelA: ModelA | ModelRefusal
  readonly modelB: PanelFit | null
  readonly fallback: Fallback | null
  readonly psi: Psi
  readonly panel: UsablePanel
  /** Residual of every case against all others, of the main model; null where there is none. */
  readonly deletion: readonly DeletionResidual[]
  /** Levels and slopes of the main model, or of the plain regression under a single supervisor. */
  readonly fixed: readonly FixedEffect[]
}

/**
 * Model A always; Model B when a blind panel suffices (30 scores in 10 teams), with the reason where it does not or where
 * its fit cannot be trusted. Under a single supervisor there is nothing to compare: an ordinary regression gives the
 * people's residuals. Needs the canonical input.
 * Source: calibration guide 2, 3 and 5.1.
 * @example fitLadder(canonicalInput(input), standardOptions).main // 'A' without a panel
 */
export function fitLadder(input: CalibrationInput, options: CalibrationOptions): FittedLadder {
  const people = input.cases.map(personOf)
  const modelA = fitModelA(people)
  const panel = usablePanel(input, options)
  const { modelB, fallback } = panelModel(input.cases, people, panel)
  const psi = psiOf(modelB, options)
  const base = { modelA, modelB, fallback, psi, panel }
  if (modelB !== null) return { ...base, main: 'B', deletion: panelDeletion(input.cases, modelB), fixed: modelB.fixed }
  if (modelA.kind === 'fitted') return { ...base, main: 'A', deletion: modelA.deletion, fixed: modelA.fixed }
  return { ...base, main: 'none', ...withoutSupervisors(people, modelA) }
}

/** What the models see of a case. */
export const personOf = (one: RatedCase): RatedPerson => ({
  supervisor: one.supervisor,
  score: one.score,
  achievement: one.achievement,
  family: one.family,
})

function psiOf(modelB: PanelFit | null, { psi }: CalibrationOptions): Psi {
  const whole = modelB === null ? 0 : modelB.variance.leniency + modelB.variance.team
  return modelB === null || whole <= 0 ? psi : { value: modelB.variance.leniency / whole, source: 'panel' }
}

function panelModel(
  cases: readonly RatedCase[],
  people: readonly RatedPerson[],
  panel: UsablePanel,
): { readonly modelB: PanelFit | null; readonly fallback: Fallback | null } {
  if (panel.refusal !== null) return { modelB: null, fallback: panel.refusal }
  const { names, rows } = panelRows(cases, people, panel)
  const fit = fitPanelModel({ rows, covariates: names })
  if (fit.kind === 'cannot-tell')
    return { modelB: null, fallback: { kind: 'panel-model-refused', because: fit.because } }
  if (fit.warnings.includes('starts-disagree')) return { modelB: null, fallback: { kind: 'panel-model-unstable' } }
  return { modelB: fit, fallback: null }
}

/** Stacked rows: scores of supervisors, then of the panel, with the columns of Model A around their means. */
function panelRows(cases: readonly RatedCase[], people: readonly RatedPerson[], panel: UsablePanel) {
  const columns = modelColumns(people, [])
  const width = columns.names.length
  const means = columns.names.map((_, k) => {
    let sum = 0
    for (let row = 0; row < columns.rows; row += 1) sum += columns.values[row * width + k] ?? 0
    return sum / Math.max(1, columns.rows)
  })
  const covariatesOf = (row: number) =>
    means.slice(1).map((mean, k) => (columns.values[row * width + k + 1] ?? 0) - mean)
  const placeOf = caseLookup(cases.map((one, index) => [one, index] as const))
  const rows: PanelRow[] = cases.flatMap(({ employee, supervisor, score, share }, index) =>
    score === null
      ? []
      : [
          {
            employee,
            team: supervisor,
            isSupervisor: true,
            panelist: null,
            response: score,
            covariates: covariatesOf(index),
            share,
          },
        ],
  )
  for (const { employee, supervisor, panelist, score } of panel.scores) {
    const covariates = covariatesOf(placeOf({ employee, supervisor }) ?? 0)
    rows.push({ employee, team: supervisor, isSupervisor: false, panelist, response: score, covariates })
  }
  return { names: columns.names.slice(1), rows }
}

function panelDeletion(cases: readonly RatedCase[], fit: PanelFit): readonly DeletionResidual[] {
  const found = caseLookup(
    fit.employees.map(({ employee, team, deletion }) => [{ employee, supervisor: team }, deletion] as const),
  )
  return cases.map((one) => (one.score === null ? null : (found(one) ?? null)))
}

/** One supervisor: what the regression on achievement leaves. Otherwise nothing can be said of persons either. */
function withoutSupervisors(people: readonly RatedPerson[], refusal: ModelRefusal) {
  const none = { deletion: people.map(() => null), fixed: [] }
  if (refusal.because !== 'one-group') return none
  const scored = people.filter((person) => person.score !== null)
  const fit = fitOrdinary(
    Float64Array.from(scored, (person) => person.score ?? 0),
    modelColumns(scored, []),
  )
  if (fit.kind === 'cannot-tell') return none
  let row = -1
  const deletion = people.map((person) => {
    if (person.score === null) return null
    row += 1
    return fit.deletion[row] ?? null
  })
  return { deletion, fixed: fit.fixed }
}
