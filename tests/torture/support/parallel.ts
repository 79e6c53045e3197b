/** Works through the list with a few workers at a time; `work` hears which worker it is. */
export async function inParallel<Item>(
  items: readonly Item[],
  workers: number,
  work: (item: Item, worker: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (number: number) => {
    while (next < items.length) {
      const item = items[next]
      next += 1
      if (item !== undefined) await work(item, number)
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, number) => worker(number)))
}

/** About `count` items, spread evenly over the list with a random beginning; all of them when there are not more. */
export function spread<Item>(items: readonly Item[], count: number, chance: () => number): readonly Item[] {
  if (count >= items.length) return items
  const step = items.length / count
  const first = chance() * step
  return Array.from({ length: count }, (_, index) => items[Math.floor(first + index * step)]).filter(
    (item) => item !== undefined,
  )
}
