import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { isPlace, type Place } from './places.ts'

/** What an address carries besides the place: a chosen employee, a filter. Texts only. */
export type PlaceSearch = Readonly<Record<string, string>>

function texts(search: unknown): PlaceSearch {
  if (typeof search !== 'object' || search === null) return {}
  const pairs = Object.entries(search).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(pairs.map(([key, value]) => [key, String(value)]))
}

/** `const go = useGo()`; `go('staff', { employee: id })`. */
export function useGo(): (place: Place, search?: PlaceSearch) => void {
  const navigate = useNavigate()
  return useCallback(
    (place, search = {}) => {
      void navigate({ to: `/${place}`, search: { ...search } } as never)
    },
    [navigate],
  )
}

/** Where one is: the place and what its address carries. */
export function usePlace(): { readonly place: Place | null; readonly search: PlaceSearch } {
  // The match that is shown, not the address that is still being fetched: frame and screen change together.
  const pathname = useRouterState({ select: (state) => state.matches.at(-1)?.pathname ?? '' })
  const carried = useRouterState({ select: (state) => JSON.stringify(texts(state.matches.at(-1)?.search)) })
  const search = useMemo(() => JSON.parse(carried) as PlaceSearch, [carried])
  const name = pathname.replace(/^\/+/, '').split('/', 1)[0] ?? ''
  return { place: isPlace(name) ? name : null, search }
}

/** Changes parts of the address of this place; null removes one. Does not add a step to "back". */
export function useSetSearch(): (change: Readonly<Record<string, string | null>>) => void {
  const navigate = useNavigate()
  const { place, search } = usePlace()
  return useCallback(
    (change) => {
      const next = Object.fromEntries(
        Object.entries({ ...search, ...change }).filter((pair): pair is [string, string] => pair[1] !== null),
      )
      void navigate({ to: `/${place ?? ''}`, search: next, replace: true } as never)
    },
    [navigate, place, search],
  )
}
