import { useCallback, useState } from 'react'
import { readStored, writeStored } from '#renderer/ui/stored.ts'

type Widths = Readonly<Record<string, number>>

function load(name: string): Widths {
  try {
    const stored: unknown = JSON.parse(readStored(name) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(
      Object.entries(stored).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
    )
  } catch {
    return {}
  }
}

/** Widths the user dragged, remembered on this laptop. They are read once: while the grid lives it knows its own widths. */
export function useColumnWidths(gridName: string): {
  readonly widths: Widths
  readonly remember: (changed: Widths) => void
} {
  const name = `widths.${gridName}`
  const [widths] = useState(() => load(name))
  const remember = useCallback(
    (changed: Widths) => writeStored(name, JSON.stringify({ ...load(name), ...changed })),
    [name],
  )
  return { widths, remember }
}
