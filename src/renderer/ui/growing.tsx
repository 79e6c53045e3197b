import { type ReactNode, useEffect, useState } from 'react'
import { useNear } from './use-near.ts'

/** About what a screen shows, twice. */
const step = 30

/**
 * As much of a long list as somebody has come near to, and the mark that stands after it: a thousand rows are not made
 * before anybody looks at them. The mark goes under the list, in whatever scrolls.
 */
export function useGrowing<Item>(items: readonly Item[]): readonly [shown: readonly Item[], end: ReactNode] {
  const [count, setCount] = useState(step)
  if (count >= items.length) return [items, null]
  return [items.slice(0, count), <End key={count} onNear={() => setCount(count + step)} />]
}

function End({ onNear }: { readonly onNear: () => void }) {
  const [ref, isNear] = useNear<HTMLDivElement>()
  useEffect(() => {
    if (isNear) onNear()
  }, [isNear, onNear])
  return <div ref={ref} />
}
