import { type ExpectationLevel, type FailedStudyPredicate, type Predicate, predicates } from '#domain/model/levels.ts'

const quadrant: Readonly<Record<ExpectationLevel, Readonly<Record<ExpectationLevel, Predicate>>>> = {
  above: { below: 'poor', meets: 'good', above: 'very-good' },
  meets: { below: 'poor', meets: 'good', above: 'good' },
  below: { below: 'very-poor', meets: 'needs-improvement', above: 'needs-improvement' },
}

/**
 * Predikat kinerja from the rating of work results and the rating of behaviour.
 * Source: PermenPANRB 6/2022, Lampiran IV, kuadran kinerja, p. 99–100 and 102–103 (nine of nine cells).
 * The one exception of the text, failed tugas belajar, is not in the quadrant: see `finalPredicate`.
 * @example predicateOf('above', 'meets') // 'good'
 */
export function predicateOf(work: ExpectationLevel, behaviour: ExpectationLevel): Predicate {
  return quadrant[work][behaviour]
}

/**
 * Place of a predicate in the rising order, 1 (sangat kurang) to 5 (sangat baik); for ordering and drawing, never a score.
 * @example predicateRank('good') // 4
 */
export function predicateRank(predicate: Predicate): 1 | 2 | 3 | 4 | 5 {
  return (predicates.indexOf(predicate) + 1) as 1 | 2 | 3 | 4 | 5
}

/**
 * The predicate of two levels, with the regulation's one exception: failed tugas belajar is Kurang or Sangat Kurang. Which
 * of the two is the rater's own choice, weighing behaviour (p. 100 (d), 103 (d)); null: no study assignment failed.
 * @example finalPredicate('above', 'above', 'very-poor') // 'very-poor'
 */
export function finalPredicate(
  work: ExpectationLevel,
  behaviour: ExpectationLevel,
  studyFailed: FailedStudyPredicate | null,
): Predicate {
  return studyFailed ?? predicateOf(work, behaviour)
}
