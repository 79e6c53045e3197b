/**
 * What keeps the data of a person from counting in full, in the order to read them. `no-supervisor`: in no team, so left
 * out altogether. `no-work-score` and `no-behaviour-score`: none or an incomplete one. `no-achievement`: the indicators say
 * too little. `supervisor-changed`: within the period; the rating counts for who gave it. `given-by-other`: by somebody who is
 * no longer the rater of record. `no-fairness-groups`: the identity number tells neither sex nor age.
 */
export const dataProblemCodes = [
  'no-supervisor',
  'no-work-score',
  'no-behaviour-score',
  'no-achievement',
  'supervisor-changed',
  'given-by-other',
  'no-fairness-groups',
] as const
export type DataProblemCode = (typeof dataProblemCodes)[number]

/** People named with a problem where it is shown; the rest is a number. */
export const namedWithProblem = 8
