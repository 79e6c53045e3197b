import { useCallback, useState } from 'react'
import { readStored, writeStored } from '#renderer/ui/stored.ts'

export interface ColumnChoice {
  readonly hidden: ReadonlySet<string>
  readonly toggle: (columnKey: string) => void
  readonly showAll: () => void
}

interface Choosable {
  readonly key: string
  readonly hiddenAtFirst?: boolean
}

function initial(name: string, columns: readonly Choosable[]): ReadonlySet<string> {
  const stored = readStored(name)
  if (stored !== null) return new Set(stored.split(',').filter((key) => key !== ''))
  return new Set(columns.filter((column) => column.hiddenAtFirst === true).map((column) => column.key))
}

/** Which columns are shown, remembered on this laptop. Give `hidden` to `<DataGrid>` and the whole to `<ColumnChooser>`. */
export function useColumnChoice(gridName: string, columns: readonly Choosable[]): ColumnChoice {
  const name = `columns.${gridName}`
  const [hidden, setHidden] = useState(() => initial(name, columns))
  const keep = useCallback(
    (next: ReadonlySet<string>) => {
      setHidden(next)
      writeStored(name, [...next].join(','))
    },
    [name],
  )
  const toggle = useCallback(
    (columnKey: string) => {
      const next = new Set(hidden)
      if (!next.delete(columnKey)) next.add(columnKey)
      keep(next)
    },
    [hidden, keep],
  )
  const showAll = useCallback(() => keep(new Set()), [keep])
  return { hidden, toggle, showAll }
}
