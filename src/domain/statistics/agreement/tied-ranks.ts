/** How many values share each place of the order: the sizes of the ties, 1 for a value that stands alone. */
export function tieSizes(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value + 0, (counts.get(value + 0) ?? 0) + 1)
  return [...counts.values()]
}

/**
 * The rank of every value, 1 for the smallest; values that tie share the mean of the ranks they cover.
 * @example tiedRanks([70, 90, 70]) // [1.5, 3, 1.5]
 */
export function tiedRanks(values: readonly number[]): readonly number[] {
  const rising = values.map((value) => value + 0).toSorted((a, b) => a - b)
  const ranks = new Map<number, number>()
  let start = 0
  while (start < rising.length) {
    const value = rising[start] ?? 0
    let end = start
    while (rising[end + 1] === value) end += 1
    ranks.set(value, (start + end) / 2 + 1)
    start = end + 1
  }
  return values.map((value) => ranks.get(value + 0) ?? 0)
}
