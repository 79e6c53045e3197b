import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { Tone } from './tone.ts'

export interface StatusItem {
  readonly id: string
  /** A sentence; `**bold**` for the figure: "**240** pegawai". */
  readonly text: string
  readonly tone?: Tone
}

export interface StatusBarStore {
  read: () => readonly StatusItem[]
  write: (items: readonly StatusItem[]) => void
  subscribe: (listener: () => void) => () => void
}

export function createStatusBarStore(): StatusBarStore {
  let items: readonly StatusItem[] = []
  const listeners = new Set<() => void>()
  return {
    read: () => items,
    write: (next) => {
      items = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const StatusBarContext = createContext<StatusBarStore | null>(null)

export function StatusBarProvider({
  store,
  children,
}: {
  readonly store: StatusBarStore
  readonly children: ReactNode
}) {
  return <StatusBarContext value={store}>{children}</StatusBarContext>
}

/**
 * Fills the status bar while the screen is shown: `useStatusBar([{ id: 'n', text: t('staff.count', { count }) }])`.
 * A new array each render is fine: it is compared by its content.
 */
export function useStatusBar(items: readonly StatusItem[]): void {
  const store = useContext(StatusBarContext)
  const content = JSON.stringify(items)
  useEffect(() => {
    if (store === null) return
    store.write(JSON.parse(content) as readonly StatusItem[])
    return () => store.write([])
  }, [store, content])
}
