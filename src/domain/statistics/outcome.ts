/** Why a figure does not exist although there are enough values. Each has a sentence in both languages where it is shown. */
export const cannotTellReasons = [
  /** All values are the same. */
  'no-variation',
  /** The persons do not differ from one another, so no share of the variation can be theirs. */
  'no-difference-between-persons',
  /** One of the two lists holds a single value. */
  'one-side-constant',
  /** Both raters gave a single value to everyone. */
  'both-raters-constant',
  /** The figure compares exactly two raters, and the table has another number. */
  'two-raters-needed',
  /** The ratio scale has a true zero: negative values have no place on it. */
  'negative-values',
  /** Two parts of the variation cancel, so the share has nothing to be a share of. */
  'parts-cancel',
  /** The raters agree to the last digit: there is nothing to test against. */
  'nothing-left-over',
  /** Something was counted in a category that was expected to stay empty. */
  'impossible-category',
  /** No rate above zero to compare with. */
  'no-rate-above-zero',
  /** No stratum holds both groups and both outcomes. */
  'no-common-stratum',
  /** One of the groups has nobody selected (or nobody left out), so the limits run to infinity. */
  'empty-cell',
  /** Scores have so many different values that they are figures and not categories. */
  'too-many-categories',
  /** Some ratings are missing: the figure exists, its exact interval does not. */
  'incomplete-table',
  /** The search for the best values did not settle. */
  'not-settled',
] as const
export type CannotTellReason = (typeof cannotTellReasons)[number]

export interface CannotTell {
  readonly kind: 'cannot-tell'
  readonly because: CannotTellReason
}

export interface InsufficientData {
  readonly kind: 'insufficient-data'
  readonly n: number
  readonly required: number
}

/** A figure, or why there is none: too few values, or values that cannot tell. Never NaN, never an infinite figure. */
export type Outcome<Figure> = ({ readonly kind: 'value' } & Readonly<Figure>) | InsufficientData | CannotTell

/** @example cannotTell('no-variation') // { kind: 'cannot-tell', because: 'no-variation' } */
export const cannotTell = (because: CannotTellReason): CannotTell => ({ kind: 'cannot-tell', because })

/** @example tooFew(1, 2) // { kind: 'insufficient-data', n: 1, required: 2 } */
export const tooFew = (n: number, required: number): InsufficientData => ({ kind: 'insufficient-data', n, required })
