import { element } from '#domain/statistics/element.ts'
import type { Selection } from './two-proportions.ts'

/** Two tables that differ by less than this share of their probability count as equally likely. */
const sameProbability = 1 + 1e-7

/**
 * How often chance alone divides the selected between two groups at least as unevenly, with the numbers of selected and of
 * persons given (Fisher's exact test, two-sided p). For small groups, where z misleads.
 * Input: whole numbers, selected at most total. Output: from just above 0 to 1; 1 when nothing can vary.
 * Two-sided: all divisions no more likely than the one found, as R `fisher.test`.
 * Source: Fisher 1935.
 * @example fisherExact({ selected: 3, total: 4 }, { selected: 1, total: 4 }) // 0.4857…
 */
export function fisherExact(first: Selection, second: Selection): number {
  const everyone = first.total + second.total
  const selected = first.selected + second.selected
  const log = logFactorials(everyone)
  const choose = (n: number, k: number) => element(log, n) - element(log, k) - element(log, n - k)
  const whole = choose(everyone, selected)
  const probability = (inFirst: number) =>
    Math.exp(choose(first.total, inFirst) + choose(second.total, selected - inFirst) - whole)
  const found = probability(first.selected)
  let sum = 0
  const [fewest, most] = [Math.max(0, selected - second.total), Math.min(selected, first.total)]
  for (let inFirst = fewest; inFirst <= most; inFirst += 1) {
    const own = probability(inFirst)
    if (own <= found * sameProbability) sum += own
  }
  return Math.min(1, sum)
}

function logFactorials(largest: number): Float64Array {
  const log = new Float64Array(largest + 1)
  for (let n = 2; n <= largest; n += 1) log[n] = element(log, n - 1) + Math.log(n)
  return log
}
