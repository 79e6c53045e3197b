import { useSyncExternalStore } from 'react'

/** Path of the workspace whose backups are shown; null: the dialog is closed. */
let shown: string | null = null
const listeners = new Set<() => void>()

function show(path: string | null): void {
  shown = path
  for (const listener of listeners) listener()
}

/** Opens the dialog "Cadangan dan pemulihan" of a workspace, which need not be open, sound or there at all. */
export const openBackups = (path: string): void => show(path)
export const closeBackups = (): void => show(null)

export function useShownBackups(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}
