import { useSyncExternalStore } from 'react'

let open = false
const listeners = new Set<() => void>()

function show(next: boolean): void {
  open = next
  for (const listener of listeners) listener()
}

/** Opens the dialog "Berkas dukungan": from the menu, or from an error nobody foresaw. */
export const openSupport = (): void => show(true)
export const closeSupport = (): void => show(false)

export function useSupportOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}
