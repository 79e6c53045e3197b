import { type RefObject, useEffect } from 'react'
import type { GridInput } from './use-grid-input.ts'

/**
 * Copy and paste of the grid that has the focus. Outside a text field Chromium sends both events to the body, not to the
 * focused cell; so they are heard on the document.
 */
export function useClipboard(frame: RefObject<HTMLElement | null>, { onCopy, onPaste }: GridInput): void {
  useEffect(() => {
    const isOurs = (event: ClipboardEvent): boolean => {
      const grid = frame.current
      if (grid === null || event.defaultPrevented) return false
      return grid.contains(document.activeElement) || (event.target instanceof Node && grid.contains(event.target))
    }
    const copy = (event: ClipboardEvent): void => {
      if (isOurs(event)) onCopy(event)
    }
    const paste = (event: ClipboardEvent): void => {
      if (isOurs(event)) onPaste(event)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [frame, onCopy, onPaste])
}
