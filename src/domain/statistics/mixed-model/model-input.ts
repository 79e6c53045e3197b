/** Columns of the fixed part, row by row in one flat array `names.length` wide. */
export interface DesignMatrix {
  readonly names: readonly string[]
  readonly rows: number
  readonly values: Float64Array
}

/** Who belongs together: the name of the grouping, its levels, and for each row the place of its level. */
export interface Grouping {
  readonly name: string
  readonly levels: readonly string[]
  readonly codes: Int32Array
}

/** One bracket of a formula, `(x | g)`: the columns that differ between groups, correlated with one another. */
export interface RandomTerm {
  readonly grouping: Grouping
  /** As many rows as the fixed part. */
  readonly columns: DesignMatrix
}

/** What a mixed model is fitted to. All arrays are of one length; no figure is missing. */
export interface MixedInput {
  readonly response: Float64Array
  readonly fixed: DesignMatrix
  readonly random: readonly RandomTerm[]
}
