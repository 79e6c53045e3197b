import type { ColumnTable } from './column-table.ts'
import type { FormulaError } from './formula/formula-error.ts'
import { modelFrame } from './formula/model-frame.ts'
import { parseFormula } from './formula/parse-formula.ts'
import { fitMixedModel, type MixedFit } from './mixed-model/fit-mixed-model.ts'
import type { Estimation } from './mixed-model/random-intercept.ts'
import type { ModelRefusal } from './model-refusal.ts'

/** A fit, with what became of the table's rows. */
export interface TableFit extends MixedFit {
  /** Rows left out because a named column says nothing there. */
  readonly missing: number
  /** Rows used, as places in the table (from 0); `deletion()` runs along with them. */
  readonly used: readonly number[]
}

/** Why there is no fit, with what became of the table's rows. */
export interface TableRefusal extends ModelRefusal {
  readonly missing: number
}

/**
 * A mixed model of any table, in lme4's notation. See `parseFormula` for what is understood, `modelFrame` for how cells
 * are read, `fitMixedModel` for the figures.
 * @example mixedModelOfTable(table, 'yield ~ 1 + (1 | batch)') // dyestuff: { kind: 'fitted', nobs: 30, logLik: −159.827…, … }
 */
export function mixedModelOfTable(
  table: ColumnTable,
  formulaText: string,
  estimation: Estimation = 'reml',
): TableFit | TableRefusal | FormulaError {
  const formula = parseFormula(formulaText)
  if (formula.kind === 'formula-error') return formula
  const frame = modelFrame(table, formula)
  if (frame.kind === 'formula-error') return frame
  const fit = fitMixedModel(frame.input, estimation)
  const { missing, used } = frame
  return fit.kind === 'fitted' ? { ...fit, missing, used } : { ...fit, missing }
}
