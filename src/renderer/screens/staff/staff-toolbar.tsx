import { ColumnChooser } from '#renderer/ui/data-grid/column-chooser.tsx'
import { StaffActions } from './staff-actions.tsx'
import type { StaffGrids } from './use-staff-grids.ts'
import type { StaffInView } from './use-staff-view.ts'
import { type ViewState, ViewsMenu } from './views-menu.tsx'

interface StaffToolbarProps {
  readonly view: StaffInView
  readonly grids: StaffGrids
  readonly onExport: (kind: 'xlsx' | 'csv') => void
  readonly onAdd: () => void
}

/** Named views and columns of the grid in view, and what can be done with the whole list. */
export function StaffToolbar({ view, grids, onExport, onAdd }: StaffToolbarProps) {
  const { filter, quick, mode } = view
  const people = grids.people.choice
  const indicators = grids.indicators.choice
  const apply = (state: ViewState): void => {
    view.setFilter(state.filter)
    view.setQuick(state.quick)
    view.setMode(state.mode)
    if (state.hidden !== null) people.set(state.hidden)
    if (state.hiddenIndicatorColumns !== null) indicators.set(state.hiddenIndicatorColumns)
  }
  const state = { filter, quick, mode, hidden: [...people.hidden], hiddenIndicatorColumns: [...indicators.hidden] }
  return (
    <StaffActions onExport={onExport} onAdd={onAdd}>
      <ViewsMenu state={state} onApply={apply} />
      <ColumnChooser {...grids[mode]} />
    </StaffActions>
  )
}
