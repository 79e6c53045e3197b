import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
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
  const location = useRouterState({ select: (state) => state.location })
  const name = location.pathname.replace(/^\/+/, '').split('/', 1)[0] ?? ''
  return { place: isPlace(name) ? name : null, search: texts(location.search) }
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
