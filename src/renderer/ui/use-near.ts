import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far from view something is made ready, in pixels: about one turn of the wheel. */
const margin = '400px'

/**
 * True from when the element first comes near the view on: long lists make their parts then. Once made, a part stays, so
 * that neither the focus nor the place in the list is lost. A page that cannot tell makes everything.
 */
export function useNear<Shape extends Element>(): readonly [RefObject<Shape | null>, boolean] {
  const ref = useRef<Shape>(null)
  const [isNear, setNear] = useState(() => typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    const element = ref.current
    if (isNear || element === null) return undefined
    const seen = (entries: readonly IntersectionObserverEntry[]): void => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
    }
    // A list scrolls inside its panel: the margin of the page alone would begin at the panel's edge.
    const options = { rootMargin: margin, scrollMargin: margin }
    const observer = new IntersectionObserver(seen, options)
    observer.observe(element)
    return () => observer.disconnect()
  }, [isNear])
  return [ref, isNear]
}
