import { type FilterPart, FilterSentence } from '#renderer/ui/filter-sentence.tsx'
import { filterLists, noFilter, type RowNames } from './filter.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { ColumnChoices } from './placement-columns.ts'
import type { StaffInView } from './use-staff-view.ts'

interface FilterLineProps {
  readonly start: string
  readonly parts: readonly FilterPart[]
  readonly view: StaffInView
  readonly names: RowNames
  readonly choices: ColumnChoices
}

/** The filter as a sentence whose parts can be taken away, and the menu that adds one. */
export function FilterLine({ start, parts, view, names, choices }: FilterLineProps) {
  const { filter, setFilter } = view
  return (
    <FilterSentence
      start={start}
      parts={parts}
      onRemove={(id) => {
        const list = filterLists.find((one) => one === id)
        setFilter(list === undefined ? { ...filter, order: 'name' } : { ...filter, [list]: [] })
      }}
      onClear={() => setFilter(noFilter)}
      add={
        <FilterMenu
          filter={filter}
          onChange={setFilter}
          names={names}
          unitIds={choices.units.map((unit) => unit.value)}
          supervisorIds={choices.supervisors.map((supervisor) => supervisor.value)}
        />
      }
    />
  )
}
