import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { type Dimension, dimensions } from './calibrated.ts'

const asides = ['findings', 'formula', 'changes'] as const
export type AsideName = (typeof asides)[number]

export interface Address {
  readonly dimension: Dimension
  readonly setDimension: (dimension: Dimension) => void
  readonly supervisor: string | null
  readonly select: (supervisor: string | null) => void
  readonly shown: AsideName | null
  readonly show: (name: AsideName | null) => void
}

/** What is shown stands in the address, so that "back" and links keep it. One panel at a time. */
export function useAddress(): Address {
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const supervisor = search.supervisor ?? null
  return {
    dimension: dimensions.find((name) => name === search.dimension) ?? 'work-results',
    setDimension: (dimension) => setSearch({ dimension: dimension === 'work-results' ? null : dimension }),
    supervisor,
    select: (id) => setSearch({ supervisor: id === supervisor ? null : id, show: null }),
    shown: asides.find((name) => name === search.show) ?? null,
    show: (name) => setSearch({ show: name, supervisor: null }),
  }
}
