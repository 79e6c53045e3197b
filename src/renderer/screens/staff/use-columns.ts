import { useCallback, useMemo, useState } from 'react'
import type { ColumnChoice } from '#renderer/ui/data-grid/use-column-choice.ts'
import { readStored, writeStored } from '#renderer/ui/stored.ts'

export interface SettableColumns extends ColumnChoice {
  /** A saved view brings its own columns. */
  readonly set: (hidden: readonly string[]) => void
}

interface Choosable {
  readonly key: string
  readonly hiddenAtFirst?: boolean
}

/** Hidden columns of one grid, remembered on this laptop; unlike `useColumnChoice` a view can set them at once. */
export function useColumns(grid: string, columns: readonly Choosable[]): SettableColumns {
  const name = `columns.${grid}`
  const [kept, setKept] = useState<ReadonlySet<string> | null>(() => {
    const stored = readStored(name)
    return stored === null ? null : new Set(stored.split(',').filter((key) => key !== ''))
  })
  const hidden = useMemo(
    () => kept ?? new Set(columns.filter((column) => column.hiddenAtFirst === true).map((column) => column.key)),
    [kept, columns],
  )
  const set = useCallback(
    (keys: readonly string[]) => {
      setKept(new Set(keys))
      writeStored(name, keys.join(','))
    },
    [name],
  )
  return {
    hidden,
    set,
    toggle: (key) => set(hidden.has(key) ? [...hidden].filter((one) => one !== key) : [...hidden, key]),
    showAll: () => set([]),
  }
}
