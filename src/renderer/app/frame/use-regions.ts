import { useEffect } from 'react'
import { focusablesIn } from '#renderer/app/focusables.ts'

/** The big parts of the window in reading order; a side panel of the screen is one of its own. */
function regions(): readonly HTMLElement[] {
  const frame = document.querySelector('main')?.parentElement
  const landmarks = [...(frame?.querySelectorAll<HTMLElement>('header, nav, main, aside, section') ?? [])]
  return landmarks.filter((element) => element.parentElement === frame || element.matches('main aside'))
}

const regionOf = (element: Element): HTMLElement | undefined => regions().findLast((region) => region.contains(element))

/** The parts in the order in which the key visits them, beginning after the one that has the focus. */
function partsFrom(now: HTMLElement | undefined, backwards: boolean): readonly HTMLElement[] {
  const all = backwards ? regions().toReversed() : regions()
  const at = now === undefined ? -1 : all.indexOf(now)
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))]
}

/**
 * F6 goes to the next part of the window, Shift+F6 to the one before, and back to where one was in it: the way out of a
 * grid of ten thousand rows.
 */
export function useRegions(): void {
  useEffect(() => {
    const places = new WeakMap<HTMLElement, HTMLElement>()
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      const region = regionOf(target)
      if (region !== undefined) places.set(region, target)
    }
    const enter = (region: HTMLElement): boolean => {
      const last = places.get(region)
      const goal = last?.isConnected === true ? last : focusablesIn(region)[0]
      goal?.focus()
      return goal !== undefined && document.activeElement === goal
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || document.querySelector('[aria-modal="true"]') !== null) return
      event.preventDefault()
      partsFrom(regionOf(document.activeElement ?? document.body), event.shiftKey).some(enter)
    }
    document.addEventListener('focusin', remember)
    window.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('focusin', remember)
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}
