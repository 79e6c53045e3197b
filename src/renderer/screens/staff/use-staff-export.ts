import type { RefObject } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import type { FilterPart } from '#renderer/ui/filter-sentence.tsx'
import type { BoardRow } from './board-rows.ts'
import type { IndicatorRow } from './indicator-rows.ts'
import { useExport } from './use-export.ts'
import { type StaffGrids, shownColumns } from './use-staff-grids.ts'
import type { Mode } from './views-menu.tsx'

interface ShownStaff {
  readonly periodName: string
  readonly mode: Mode
  readonly grids: StaffGrids
  readonly rows: readonly BoardRow[]
  readonly indicatorRows: RefObject<readonly IndicatorRow[]>
  /** What the filter sentence says; the file says it too. */
  readonly sentence: string
  readonly parts: readonly FilterPart[]
}

/** Writes the grid in view to a file, with its filter in words. */
export function useStaffExport(shown: ShownStaff): (kind: 'xlsx' | 'csv') => void {
  const t = useT()
  const exportPeople = useExport<BoardRow>()
  const exportIndicators = useExport<IndicatorRow>()
  return (kind) => {
    const { periodName, mode, grids, rows, indicatorRows, sentence, parts } = shown
    const words = [sentence, ...parts.map((part) => [part.lead, part.label].filter(Boolean).join(' '))].join(' ')
    const head = {
      title: t(mode === 'people' ? 'staff.title' : 'staff.indicatorGridLabel'),
      notes: [t('staff.exportNote', { period: periodName, sentence: words }).slice(0, 500)],
    }
    if (mode === 'people') void exportPeople({ ...head, rows, columns: shownColumns(grids.people) }, kind)
    else void exportIndicators({ ...head, rows: indicatorRows.current, columns: shownColumns(grids.indicators) }, kind)
  }
}
