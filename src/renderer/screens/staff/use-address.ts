import { useCallback, useDeferredValue, useState } from 'react'
import type { DossierFocus } from '#renderer/ui/dossier/dossier-body.tsx'
import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { type Condition, conditions, noFilter, type StaffFilter } from './filter.ts'

/** The filter, and the condition another screen's link asks for in the address: `?show=incomplete`. */
export function useAddressedFilter(onAddressed: (quick: string) => void) {
  const { search } = usePlace()
  const shown = conditions.find((condition) => condition === search.show) ?? null
  const of = (condition: Condition | null): StaffFilter =>
    condition === null ? noFilter : { ...noFilter, conditions: [condition] }
  const [filter, setFilter] = useState<StaffFilter>(() => of(shown))
  const [addressed, setAddressed] = useState(shown)
  if (shown !== addressed) {
    setAddressed(shown)
    if (shown !== null) {
      setFilter(of(shown))
      onAddressed('')
    }
  }
  const setSearch = useSetSearch()
  // A filter changed by hand is no longer the one of the link: the same link must work again.
  const change = (next: StaffFilter): void => {
    setFilter(next)
    if (shown !== null) setSearch({ show: null })
  }
  return [filter, change] as const
}

/** Which employee the panel explains: it follows the focus of the grid while it is open, and keeps its place in the address. */
export function usePanel() {
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const opened = search.employee ?? null
  const [current, setCurrent] = useState<string | null>(opened)
  const [focus, setFocus] = useState<DossierFocus | null>(null)
  const [addressed, setAddressed] = useState(opened)
  if (opened !== addressed) {
    setAddressed(opened)
    if (opened !== null) setCurrent(opened)
  }
  const open = useCallback(
    (employeeId: string, next: DossierFocus | null) => {
      setCurrent(employeeId)
      setFocus(next)
      setSearch({ employee: employeeId })
    },
    [setSearch],
  )
  const follow = useCallback((employeeId: string) => {
    setCurrent((before) => {
      if (before !== employeeId) setFocus(null)
      return employeeId
    })
  }, [])
  const shown = useDeferredValue(current)
  return {
    currentId: opened === null ? null : current,
    shownId: opened === null ? null : shown,
    focus,
    open,
    follow,
    close: () => setSearch({ employee: null }),
  }
}
