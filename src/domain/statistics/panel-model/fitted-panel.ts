import type { StandardisedDesign } from '#domain/statistics/mixed-model/standardised-design.ts'
import type { PanelDesign, PanelPeople } from './panel-design.ts'
import type { PanelInput } from './panel-input.ts'
import type { FactoredPanel } from './panel-likelihood.ts'
import type { PanelSums } from './panel-sums.ts'

/** The fitted setting, and everything the predictions share. */
export interface FittedPanel {
  readonly design: StandardisedDesign
  readonly columns: PanelDesign
  readonly input: PanelInput
  readonly people: PanelPeople
  readonly sums: PanelSums
  readonly factored: FactoredPanel
  /** Standardised coefficients of what ordinary least squares left. */
  readonly coefficients: Float64Array
  /** Inverse of X'V⁻¹X relative to the common variance; full. */
  readonly inverse: Float64Array
  /** The common variance, standardised. */
  readonly variance: number
  /** Coefficients of the user's kept columns. */
  readonly beta: Float64Array
  /** Places of the kept columns among all columns of the design. */
  readonly kept: readonly number[]
}
