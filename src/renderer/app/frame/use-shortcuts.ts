import { openSpotlight } from '@mantine/spotlight'
import { useEffect, useRef } from 'react'
import type { NavigationPlace } from '#renderer/ui/places.ts'

export interface Shortcuts {
  readonly places: readonly NavigationPlace[]
  readonly go: (place: NavigationPlace) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly help: () => void
}

/** In a text field undo and redo belong to the field. */
function inTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, [contenteditable="true"]') !== null
  )
}

function onControl(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  const key = event.key.toLowerCase()
  if (key === 'k') {
    openSpotlight()
    return true
  }
  if (inTextField(event.target)) return false
  const redo = key === 'y' || (key === 'z' && event.shiftKey)
  if (redo) shortcuts.redo()
  else if (key === 'z') shortcuts.undo()
  return redo || key === 'z'
}

function onAlt(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  const place = digit === undefined ? undefined : shortcuts.places[Number(digit) - 1]
  if (place === undefined) return false
  shortcuts.go(place)
  return true
}

function handled(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  if (event.key === 'F1') {
    shortcuts.help()
    return true
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return onControl(event, shortcuts)
  return event.altKey && !event.ctrlKey && !event.metaKey ? onAlt(event, shortcuts) : false
}

/** Keys of the whole window: Alt+1…7, Ctrl+K, Ctrl+Z, Ctrl+Y, F1. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !handled(event, latest.current)) return
      event.preventDefault()
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
