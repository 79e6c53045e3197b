import { TextInput } from '@mantine/core'
import { IconFileSpreadsheet, IconSearch, IconUsers } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useCommands } from '#renderer/ui/commands.tsx'
import { ColumnChooser } from '#renderer/ui/data-grid/column-chooser.tsx'
import { MarksLegend } from '#renderer/ui/data-grid/marks-legend.tsx'
import type { SelectionSummary } from '#renderer/ui/data-grid/types.ts'
import { useColumnChoice } from '#renderer/ui/data-grid/use-column-choice.ts'
import { FilterSentence } from '#renderer/ui/filter-sentence.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import type { Board, BoardRow } from './board-rows.ts'
import { DossierPanel } from './dossier-panel.tsx'
import { filteredRows, filterLists, filterParts, noFilter } from './filter.ts'
import { FilterMenu } from './filter-menu.tsx'
import { type IndicatorRow, indicatorColumns } from './indicator-columns.ts'
import { IndicatorGrid } from './indicator-grid.tsx'
import { peopleColumns } from './people-columns.tsx'
import { type PeopleAction, PeopleGrid } from './people-grid.tsx'
import { ReasonPrompt } from './reason-prompt.tsx'
import styles from './staff.module.css'
import { StaffActions } from './staff-actions.tsx'
import { AddEmployeeDialog, ChangeSupervisorDialog, RemoveEmployeesDialog } from './staff-dialogs.tsx'
import { useAddressedFilter, usePanel } from './use-address.ts'
import type { BoardAccess } from './use-board.ts'
import { useExport } from './use-export.ts'
import { useNames } from './use-names.ts'
import { useRecord } from './use-record.ts'
import { useStaffStatus } from './use-staff-status.ts'
import { type Mode, ViewsMenu } from './views-menu.tsx'

export interface StaffViewProps {
  readonly periodName: string
  readonly board: Board
  readonly access: BoardAccess
}

type Dialog = { readonly kind: 'add' } | { readonly kind: PeopleAction; readonly rows: readonly BoardRow[] }

const noChange: ReadonlySet<string> = new Set()

/** The board once it is there: filter sentence, grid, reason prompt, dossier. */
export function StaffView({ periodName, board, access }: StaffViewProps) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const { periodId, frozen, resultNumbers, scoring } = board
  const [mode, setMode] = useState<Mode>('people')
  const [quick, setQuick] = useState('')
  const [filter, setFilter] = useAddressedFilter(setQuick)
  const wanted = useDeferredValue(quick)
  const [selection, setSelection] = useState<SelectionSummary | null>(null)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const panel = usePanel()
  const { names, choices } = useNames(board.supervisors)
  const rows = useMemo(
    () => filteredRows(board.rows, filter, wanted, names, format),
    [board.rows, filter, wanted, names, format],
  )
  const columns = useMemo(
    () =>
      peopleColumns({ board: { resultNumbers, frozen, scoring }, names, choices, changed: access.changed, t, format }),
    [resultNumbers, frozen, scoring, names, choices, access.changed, t, format],
  )
  const ofIndicators = useMemo(
    () => indicatorColumns({ names, frozen, changed: noChange, t, format }),
    [names, frozen, t, format],
  )
  const choice = useColumnChoice('staff', columns)
  const indicatorChoice = useColumnChoice('staff-indicators', ofIndicators)
  const recorder = useRecord(periodId, access.patch)
  const people = useMemo(
    () =>
      [...board.supervisors]
        .concat(board.rows.filter((row) => !board.supervisors.has(row.id)).map((row) => [row.id, row.name]))
        .map(([value, label]) => ({ value, label })),
    [board.supervisors, board.rows],
  )
  const exportRows = useExport<BoardRow>()
  const exportIndicators = useExport<IndicatorRow>()
  const indicatorRows = useRef<readonly IndicatorRow[]>([])
  const parts = filterParts(filter, names, format, t)
  const sentence = t(parts.length === 0 ? 'staff.showing' : 'staff.showingWith', {
    shown: rows.length,
    total: board.total,
  })
  const onExport = (kind: 'xlsx' | 'csv'): void => {
    const words = [sentence, ...parts.map((part) => [part.lead, part.label].filter(Boolean).join(' '))].join(' ')
    const head = {
      title: t(mode === 'people' ? 'staff.title' : 'staff.indicatorGridLabel'),
      notes: [t('staff.exportNote', { period: periodName, sentence: words }).slice(0, 500)],
    }
    if (mode === 'people') {
      void exportRows({ ...head, rows, columns: columns.filter((column) => !choice.hidden.has(column.key)) }, kind)
    } else {
      const shown = ofIndicators.filter((column) => !indicatorChoice.hidden.has(column.key))
      void exportIndicators({ ...head, rows: indicatorRows.current, columns: shown }, kind)
    }
  }
  useStaffStatus(rows, selection, frozen)
  useCommands([
    { id: 'staff.export', label: t('staff.exportXlsx'), run: () => onExport('xlsx') },
    { id: 'staff.add', label: t('staff.addEmployee'), run: () => setDialog({ kind: 'add' }) },
  ])
  const byId = useMemo(() => new Map(board.rows.map((row) => [row.id, row])), [board.rows])
  const onAction = useCallback(
    (kind: PeopleAction, row: BoardRow) => {
      const chosen = (selection?.rowIds ?? []).flatMap((id) => byId.get(id) ?? [])
      setDialog({ kind, rows: chosen.some((one) => one.id === row.id) ? chosen : [row] })
    },
    [selection, byId],
  )
  const asked = recorder.asking
  const askedWords = (): string => {
    const [first] = asked
    if (first === undefined || asked.length > 1) return t('staff.reasonCells', { count: asked.length })
    const column = [...columns, ...ofIndicators].find((one) => one.key === first.change.columnKey)
    const name = byId.get(first.edit.employeeId)?.name ?? ''
    return t('staff.reasonCell', { name, column: column?.header ?? '' })
  }
  const shared = { recorder, currentId: panel.currentId, onCurrent: panel.follow, onSelection: setSelection }
  const actions = (
    <StaffActions onExport={onExport} onAdd={() => setDialog({ kind: 'add' })}>
      <ViewsMenu
        state={{
          filter,
          quick,
          mode,
          hidden: [...choice.hidden],
          hiddenIndicatorColumns: [...indicatorChoice.hidden],
        }}
        onApply={(state) => {
          setFilter(state.filter)
          setQuick(state.quick)
          setMode(state.mode)
          if (state.hidden !== null) choice.set(state.hidden)
          if (state.hiddenIndicatorColumns !== null) indicatorChoice.set(state.hiddenIndicatorColumns)
        }}
      />
      {mode === 'people' ? (
        <ColumnChooser columns={columns} choice={choice} />
      ) : (
        <ColumnChooser columns={ofIndicators} choice={indicatorChoice} />
      )}
    </StaffActions>
  )
  if (board.total === 0) {
    return (
      <ScreenLayout title={t('staff.title')}>
        <EmptyState
          icon={IconUsers}
          title={t('staff.emptyTitle')}
          action={
            <>
              <Action kind="primary" icon={IconFileSpreadsheet} onClick={() => go('import')}>
                {t('staff.importData')}
              </Action>
              <Action onClick={() => setDialog({ kind: 'add' })}>{t('staff.addEmployee')}</Action>
            </>
          }
        >
          {t('staff.emptyText')}
        </EmptyState>
        {dialog?.kind === 'add' ? (
          <AddEmployeeDialog periodId={periodId} choices={choices} people={people} onClose={() => setDialog(null)} />
        ) : null}
      </ScreenLayout>
    )
  }
  return (
    <ScreenLayout
      title={t('staff.title')}
      actions={actions}
      sentence={
        <FilterSentence
          start={sentence}
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
      }
      aside={
        <>
          <TextInput
            className={styles.quick ?? ''}
            size="xs"
            type="search"
            aria-label={t('staff.quick')}
            placeholder={t('staff.quick')}
            leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
            value={quick}
            onChange={(event) => setQuick(event.currentTarget.value)}
          />
          <Segmented<Mode>
            label={t('staff.viewMode')}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'people', label: t('staff.viewPeople') },
              { value: 'indicators', label: t('staff.viewIndicators') },
            ]}
          />
          <MarksLegend />
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.main}>
          <div className={styles.grid}>
            {mode === 'people' ? (
              <PeopleGrid
                {...shared}
                rows={rows}
                columns={columns}
                hidden={choice.hidden}
                onOpen={panel.open}
                onAction={onAction}
              />
            ) : (
              <IndicatorGrid
                {...shared}
                periodId={periodId}
                people={rows}
                shown={indicatorRows}
                all={rows.length === board.total}
                names={names}
                frozen={frozen}
                hidden={indicatorChoice.hidden}
                onOpen={(id) => panel.open(id, 'index')}
              />
            )}
          </div>
          {asked.length === 0 ? null : (
            <ReasonPrompt
              cells={askedWords()}
              onSave={(reason) => void recorder.answer(reason)}
              onCancel={recorder.drop}
            />
          )}
        </div>
        {panel.shownId === null ? null : (
          <DossierPanel periodId={periodId} employeeId={panel.shownId} focus={panel.focus} onClose={panel.close} />
        )}
      </div>
      {dialog?.kind === 'add' ? (
        <AddEmployeeDialog periodId={periodId} choices={choices} people={people} onClose={() => setDialog(null)} />
      ) : null}
      {dialog?.kind === 'supervisor' ? (
        <ChangeSupervisorDialog
          periodId={periodId}
          rows={dialog.rows}
          people={people}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <RemoveEmployeesDialog periodId={periodId} rows={dialog.rows} onClose={() => setDialog(null)} />
      ) : null}
    </ScreenLayout>
  )
}
