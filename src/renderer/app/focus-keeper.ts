import { useEffect } from 'react'
import { focusablesIn } from './focusables.ts'

/** Dialogs and grids give the focus back by themselves within this time; only then it counts as lost. */
const patienceMilliseconds = 120

/** The focused element and what stands around it, innermost first, each with its place among its siblings. */
type Trace = readonly { readonly element: HTMLElement; readonly index: number }[]

function traceOf(target: HTMLElement): Trace {
  const trace: { element: HTMLElement; index: number }[] = []
  for (let element: HTMLElement | null = target; element !== null; element = element.parentElement) {
    trace.push({
      element,
      index: element.parentElement === null ? 0 : [...element.parentElement.children].indexOf(element),
    })
  }
  return trace
}

const isGone = (element: HTMLElement): boolean => !element.isConnected || element.matches(':disabled')

/** The same control of the line that moved up into the place of the one that left. */
function neighbourIn(
  list: HTMLElement,
  { element, index }: Trace[number],
  target: HTMLElement,
): HTMLElement | undefined {
  const line = list.children[Math.min(index, list.children.length - 1)]
  if (!(line instanceof HTMLElement)) return undefined
  const offered = focusablesIn(line)
  const at = [...element.querySelectorAll('button, input, a[href]')].indexOf(target)
  return offered[Math.min(Math.max(at, 0), offered.length - 1)]
}

function nextPlace(trace: Trace): HTMLElement | null {
  const [target] = trace
  const kept = trace.findIndex(({ element }) => element.isConnected)
  const around = trace[kept]
  const left = trace[kept - 1]
  if (target !== undefined && around !== undefined && left !== undefined && around.element.matches('tbody, ul, ol')) {
    const neighbour = neighbourIn(around.element, left, target.element)
    if (neighbour !== undefined) return neighbour
  }
  const container = trace.find(
    ({ element }) => element !== target?.element && element.matches('[tabindex]') && element.isConnected,
  )
  return container?.element ?? document.querySelector<HTMLElement>('main')
}

/**
 * A person at the keyboard never falls out of the window: when what has the focus disappears or is switched off, the focus
 * goes to the next line of the list, else to the dialog or screen around it.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    let trace: Trace = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      if (document.activeElement !== document.body) return
      nextPlace(trace)?.focus({ preventScroll: true })
    }
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) trace = traceOf(target)
    }
    const observer = new MutationObserver(() => {
      const [target] = trace
      if (timer === undefined && target !== undefined && isGone(target.element))
        timer = setTimeout(look, patienceMilliseconds)
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}
