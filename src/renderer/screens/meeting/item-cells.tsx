import { PredicateMark } from '#renderer/ui/predicate.tsx'
import type { RoomItem } from './types.ts'

/** Whose case a row is about: the name, and the unit and supervisor under it. */
export function PersonHead({ item }: { readonly item: RoomItem }) {
  return (
    <th scope="row">
      {item.name}
      <small>
        {item.unit} · {item.supervisor}
      </small>
    </th>
  )
}

interface PredicateCellProps {
  readonly value: RoomItem['originalPredicate']
  /** What stands there while there is none. */
  readonly none: string
}

export function PredicateCell({ value, none }: PredicateCellProps) {
  return <td>{value === null ? none : <PredicateMark value={value} size="cell" />}</td>
}
