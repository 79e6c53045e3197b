/**
 * Why the data cannot answer, as a closed list. Each is a state of the data, never a mistake in the program, and never a
 * NaN: a screen can always say what is missing (calibration guide, 5.1).
 */
export type ModelRefusalReason =
  /** No complete row is left. */
  | 'no-rows'
  /** Fewer rows than coefficients plus two: nothing is left to measure scatter with. */
  | 'too-few-rows'
  /** Every value of the response is the same: nobody differs from anybody. */
  | 'all-equal'
  /** The covariates reproduce every response exactly: no scatter is left to divide. */
  | 'no-scatter'
  /** A single group: a difference between groups cannot be seen. */
  | 'one-group'
  /** As many random effects as rows, or more: group and person cannot be told apart. */
  | 'group-per-row'
  /** Two groupings put the same rows together: what belongs to which cannot be told. */
  | 'same-groups'
  /** A column that is to differ between groups holds nothing but zeros. */
  | 'empty-column'
  /** Inside every group all rows agree exactly once the covariates are taken out. */
  | 'no-scatter-within-groups'
  /** Rows of one source only: a panel is needed to tell a lenient supervisor from a good team. */
  | 'one-source'
  /** No employee was rated by both sources, or no team: the sources share nobody. */
  | 'sources-unconnected'
  /** No panelist scored in two teams: a strict panelist and a weak team look the same. */
  | 'panel-confounded'
  /** A figure so large, or differences so small, that squares leave the range of numbers. */
  | 'figure-too-large'
  /** The numbers are too close to degenerate for an answer to be trusted. */
  | 'not-converged'

/** "The data cannot tell, because …", with the figures the sentence needs. */
export interface ModelRefusal {
  readonly kind: 'cannot-tell'
  readonly because: ModelRefusalReason
  /** Rows the question was put to. */
  readonly n: number
  /** How many there would have to be, where that is the answer. */
  readonly required?: number
  /** The group, column or source meant, where there is one. */
  readonly subject?: string
}

/**
 * A tagged "cannot tell".
 * @example modelRefusal('one-group', 12, { subject: 'supervisor', required: 2 }).because // 'one-group'
 */
export function modelRefusal(
  because: ModelRefusalReason,
  n: number,
  more: { readonly required?: number; readonly subject?: string } = {},
): ModelRefusal {
  return { kind: 'cannot-tell', because, n, ...more }
}
