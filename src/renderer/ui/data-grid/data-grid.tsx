import type { GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { type CSSProperties, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { styleNonce } from '#renderer/ui/nonce.ts'
import { rowHeights, useSettings } from '#renderer/ui/settings.ts'
import { columnDefs } from './column-defs.tsx'
import styles from './data-grid.module.css'
import { gridEvents } from './grid-events.ts'
import { GridMenu } from './grid-menu.tsx'
import { gridLocale, gridTheme } from './grid-modules.ts'
import { PastePreview } from './paste-preview.tsx'
import type { GridReader } from './proposals.ts'
import { summarise } from './summarise.ts'
import type { CellAddress, DataGridProps, GridColumn } from './types.ts'
import { type GridMessage, useChanges } from './use-changes.ts'
import { useClipboard } from './use-clipboard.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { isSelectionKey, useGridInput } from './use-grid-input.ts'
import { useSelection } from './use-selection.ts'
import { useWritableColumns } from './use-writable-columns.ts'

const noHidden: ReadonlySet<string> = new Set()

/**
 * The spreadsheet of the app: frozen identity columns, grouped headings, block copy and paste, fill down, marks for
 * computed, changed, incomplete and refused cells. It never changes its own data: every change goes to `onChanges`.
 * Props are documented in `./types.ts`.
 */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { rows, rowId, name, onChanges, onSelection } = props
  const columns = useWritableColumns(props.columns)
  const { hidden = noHidden, rowNumbers = true, currentRowId = null } = props
  const t = useT()
  const format = useFormat()
  const { density } = useSettings()
  const api = useRef<GridApi<Row> | null>(null)
  const getApi = useCallback(() => (api.current?.isDestroyed() === true ? null : api.current), [])
  const visible = useMemo(() => columns.filter((column) => !hidden.has(column.key)), [columns, hidden])
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const latest = useLatestColumn(byKey)
  const { widths, remember } = useColumnWidths(name)

  const repaintCells = useCallback(
    (cells: readonly CellAddress[]) => {
      const grid = getApi()
      if (grid === null) return
      const nodes = [...new Set(cells.map((cell) => cell.rowId))].flatMap((id) => grid.getRowNode(id) ?? [])
      if (nodes.length > 0) grid.refreshCells({ rowNodes: nodes, force: true, suppressFlash: true })
    },
    [getApi],
  )
  const headerOf = useCallback((key: string) => byKey.get(key)?.header ?? key, [byKey])
  const changes = useChanges({ onChanges, headerOf, repaint: repaintCells })

  const selectionChanged = useRef<() => void>(() => undefined)
  const selection = useSelection<Row>(
    getApi,
    useCallback(() => selectionChanged.current(), []),
  )
  const reader = useMemo<GridReader<Row>>(
    () => ({
      rowAt: selection.rowAt,
      columnAt: (index) => byKey.get(selection.columnKeys()[index] ?? ''),
      rowId,
      format,
      t,
    }),
    [selection, byKey, rowId, format, t],
  )
  useEffect(() => {
    selectionChanged.current = () => {
      const rectangle = selection.rectangle()
      if (onSelection !== undefined && rectangle !== null) onSelection(summarise(rectangle, reader))
    }
  }, [selection, reader, onSelection])
  const input = useGridInput(selection, reader, changes)
  const frame = useRef<HTMLDivElement>(null)
  useClipboard(frame, input)

  const current = useCurrentRow(currentRowId, repaintCells)
  const { isRefused } = changes
  const defs = useMemo(
    () =>
      columnDefs<Row>(
        visible,
        {
          format,
          t,
          rowId,
          widths,
          latest,
          isOurKey: isSelectionKey,
          painter: { isSelected: selection.isSelected, isCurrent: (id) => id === current.current, isRefused },
        },
        rowNumbers,
      ),
    [visible, format, t, rowId, widths, latest, selection, isRefused, rowNumbers, current],
  )

  const events = gridEvents<Row>({
    selection,
    reader,
    changes,
    byKey,
    rememberWidths: remember,
    api: getApi,
    onOpen: props.onOpen,
    onCurrentRow: props.onCurrentRow,
  })
  const nonce = styleNonce()
  const empty = props.empty ?? t('ui.gridEmpty')
  return (
    <section className={styles.wrap} aria-label={props.label}>
      <p className="visually-hidden">{t('ui.gridKeys')}</p>
      <GridMenu
        input={input}
        canEdit={onChanges !== undefined}
        items={props.menuItems ?? []}
        focused={() => {
          const at = selection.current()?.focus
          const row = at === undefined ? undefined : selection.rowAt(at.row)
          const key = at === undefined ? undefined : selection.columnKeys()[at.column]
          return row === undefined || key === undefined ? null : { row, columnKey: key }
        }}
      >
        <div
          className={styles.grid}
          style={{ '--grid-row': `${rowHeights[density]}px` } as CSSProperties}
          ref={frame}
          onKeyDownCapture={input.onKeyDown}
        >
          <AgGridReact<Row>
            theme={gridTheme}
            {...(nonce === '' ? {} : { styleNonce: nonce })}
            rowData={rows as Row[]}
            columnDefs={defs}
            getRowId={({ data }) => rowId(data)}
            rowHeight={rowHeights[density]}
            headerHeight={28}
            groupHeaderHeight={26}
            localeText={{ ...gridLocale[format.locale] }}
            readOnlyEdit
            stopEditingWhenCellsLoseFocus
            enterNavigatesVerticallyAfterEdit
            suppressDragLeaveHidesColumns
            suppressNoRowsOverlay
            suppressScrollOnNewData
            animateRows={false}
            tooltipShowDelay={500}
            onGridReady={(event) => {
              api.current = event.api
            }}
            {...events}
          />
          {rows.length === 0 ? (
            <div className={cx(styles.empty, typeof empty === 'string' && styles.emptyWords)}>{empty}</div>
          ) : null}
        </div>
      </GridMenu>
      <MessageLine message={changes.message} onClose={changes.dismiss} />
      <PastePreview proposal={input.pending} onPaste={input.acceptPending} onCancel={input.dropPending} />
    </section>
  )
}

interface MessageLineProps {
  readonly message: GridMessage | null
  readonly onClose: () => void
}

function MessageLine({ message, onClose }: MessageLineProps) {
  const t = useT()
  if (message === null) return null
  const refused = message.tone === 'refused'
  return (
    <div className={cx(styles.message, refused && styles.refusedMessage)} role={refused ? 'alert' : 'status'}>
      <span>{message.text}</span>
      <button type="button" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  )
}

/** Columns as they are now, already while AG Grid takes over the rows that came with them. */
function useLatestColumn<Row>(byKey: ReadonlyMap<string, GridColumn<Row>>) {
  const now = useRef(byKey)
  // Before AG Grid looks at its new properties, which it does after the picture is drawn.
  useLayoutEffect(() => {
    now.current = byKey
  }, [byKey])
  return useCallback((column: GridColumn<Row>) => now.current.get(column.key) ?? column, [])
}

/** The current row is painted by cell rules; a change repaints only the row left and the row entered. */
function useCurrentRow(currentRowId: string | null, repaint: (cells: readonly CellAddress[]) => void) {
  const current = useRef(currentRowId)
  useEffect(() => {
    const before = current.current
    if (before === currentRowId) return
    current.current = currentRowId
    repaint([before, currentRowId].flatMap((id) => (id === null ? [] : [{ rowId: id, columnKey: '' }])))
  }, [currentRowId, repaint])
  return current
}
