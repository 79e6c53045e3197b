import { useCallback, useMemo, useState } from 'react'
import { readStored, writeStored } from '#renderer/ui/stored.ts'

export interface ColumnChoice {
  readonly hidden: ReadonlySet<string>
  readonly toggle: (columnKey: string) => void
  readonly showAll: () => void
  /** All at once: a saved view brings its own columns. */
  readonly set: (hidden: readonly string[]) => void
}

interface Choosable {
  readonly key: string
  readonly hiddenAtFirst?: boolean
}

/** Which columns are shown, remembered on this laptop. Give `hidden` to `<DataGrid>` and the whole to `<ColumnChooser>`. */
export function useColumnChoice(gridName: string, columns: readonly Choosable[]): ColumnChoice {
  const name = `columns.${gridName}`
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
