import { useState } from 'react'
import type { StaffFilter } from './filter.ts'
import { useAddressedFilter } from './use-address.ts'
import type { Mode } from './views-menu.tsx'

/** What of the board is in view: the filter, the words searched for, people or indicators. */
export interface StaffInView {
  readonly filter: StaffFilter
  readonly setFilter: (filter: StaffFilter) => void
  readonly quick: string
  readonly setQuick: (quick: string) => void
  readonly mode: Mode
  readonly setMode: (mode: Mode) => void
}

export function useStaffView(): StaffInView {
  const [mode, setMode] = useState<Mode>('people')
  const [quick, setQuick] = useState('')
  const [filter, setFilter] = useAddressedFilter(setQuick)
  return { filter, setFilter, quick, setQuick, mode, setMode }
}
