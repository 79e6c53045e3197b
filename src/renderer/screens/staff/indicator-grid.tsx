import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { read } from '#renderer/ipc/client.ts'
import { useChangedEmployees } from '#renderer/ipc/events.ts'
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx'
import type { CellChange, SelectionSummary } from '#renderer/ui/data-grid/types.ts'
import { QueryView } from '#renderer/ui/states.tsx'
import type { BoardRow } from './board-rows.ts'
import { editOfIndicator } from './cell-edits.ts'
import type { RowNames } from './filter.ts'
import { indicatorColumns } from './indicator-columns.ts'
import { type IndicatorRow, indicatorRowsOf } from './indicator-rows.ts'
import type { Recorder } from './use-record.ts'

export interface IndicatorGridProps {
  readonly periodId: string
  /** The people the filter lets through, in its order. */
  readonly people: readonly BoardRow[]
  readonly all: boolean
  /** Told what the grid shows, for the export. */
  readonly shown: RefObject<readonly IndicatorRow[]>
  readonly names: RowNames
  readonly frozen: boolean
  readonly recorder: Recorder
  readonly currentId: string | null
  readonly hidden: ReadonlySet<string>
  readonly onCurrent: (employeeId: string) => void
  readonly onOpen: (employeeId: string) => void
  readonly onSelection: (summary: SelectionSummary) => void
}

/** More people than this are asked for together: naming each would cost more than it saves. */
const namedPeople = 2_000

/** One row per indicator of the people shown. */
export function IndicatorGrid(props: IndicatorGridProps) {
  const { periodId, people, shown, names, frozen, recorder, currentId } = props
  const t = useT()
  const format = useFormat()
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const employeeIds = props.all || people.length > namedPeople ? null : people.map((person) => person.id)
  const query = useQuery({
    queryKey: ['staff', 'indicator-rows', periodId, employeeIds],
    meta: { patchesRows: true },
    placeholderData: (former: readonly IndicatorRow[] | undefined) => former,
    refetchOnMount: 'always',
    queryFn: async () => indicatorRowsOf((await read('staff.indicatorBoard', { periodId, employeeIds })).columns),
  })
  useChangedEmployees('staff', () => void query.refetch())
  const rows = useMemo(() => {
    const place = new Map(people.map((person, index) => [person.id, index]))
    return (query.data ?? [])
      .filter((row) => place.has(row.employeeId))
      .toSorted((a, b) => (place.get(a.employeeId) ?? 0) - (place.get(b.employeeId) ?? 0))
  }, [query.data, people])
  useEffect(() => {
    shown.current = rows
  }, [shown, rows])
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const columns = useMemo(
    () => indicatorColumns({ names, frozen, changed, t, format }),
    [names, frozen, changed, t, format],
  )
  const onChanges = async (changes: readonly CellChange[]) => {
    const cells = changes.flatMap((change) => {
      const edit = editOfIndicator(change, byId.get(change.rowId))
      return edit === null ? [] : [{ change, edit }]
    })
    const refusals = await recorder.record(cells)
    const refused = new Set(refusals?.map((cell) => `${cell.rowId}/${cell.columnKey}`))
    const keys = changes.map((change) => `${change.rowId}/${change.columnKey}`).filter((key) => !refused.has(key))
    setChanged((before) => new Set([...before, ...keys]))
    return refusals
  }
  const firstOf = (employeeId: string | null): string | null =>
    employeeId === null ? null : (rows.find((row) => row.employeeId === employeeId)?.id ?? null)
  const [currentRow, setCurrentRow] = useState<string | null>(null)
  return (
    <QueryView query={query}>
      {() => (
        <DataGrid<IndicatorRow>
          label={t('staff.indicatorGridLabel')}
          name="staff-indicators"
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          hidden={props.hidden}
          currentRowId={currentRow ?? firstOf(currentId)}
          onCurrentRow={(id) => {
            const row = byId.get(id)
            setCurrentRow(id)
            if (row !== undefined) props.onCurrent(row.employeeId)
          }}
          onOpen={(row) => props.onOpen(row.employeeId)}
          onChanges={onChanges}
          onSelection={props.onSelection}
          empty={t('staff.nothingFound')}
        />
      )}
    </QueryView>
  )
}
