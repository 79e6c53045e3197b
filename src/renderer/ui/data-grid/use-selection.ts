import type { GridApi } from 'ag-grid-community'
import { useCallback, useMemo, useRef } from 'react'
import { numberColumn } from './column-defs.tsx'
import { type Bounds, cellCount, contains, extend, type Range, type Rectangle, rectangleOf } from './range.ts'

export interface Selection<Row> {
  readonly current: () => Range | null
  readonly rectangle: () => Rectangle | null
  readonly bounds: () => Bounds
  /** Keys of the columns as displayed, left to right, without the row numbers. */
  readonly columnKeys: () => readonly string[]
  readonly rowAt: (index: number) => Row | undefined
  readonly select: (range: Range | null) => void
  readonly extendBy: (rows: number, columns: number) => void
  readonly isSelected: (rowIndex: number, columnKey: string) => boolean
}

/** AG Grid Community has no range selection: this is ours. It lives beside the grid and repaints only the cells it touches. */
export function useSelection<Row>(api: () => GridApi<Row> | null, onChange: () => void): Selection<Row> {
  const range = useRef<Range | null>(null)
  const order = useRef<{ readonly keys: readonly string[]; readonly index: ReadonlyMap<string, number> }>({
    keys: [],
    index: new Map(),
  })

  const columnKeys = useCallback((): readonly string[] => {
    const keys = (api()?.getAllDisplayedColumns() ?? [])
      .map((column) => column.getColId())
      .filter((key) => key !== numberColumn)
    const known = order.current.keys
    if (keys.length !== known.length || keys.some((key, index) => key !== known[index])) {
      order.current = { keys, index: new Map(keys.map((key, index) => [key, index])) }
    }
    return order.current.keys
  }, [api])

  const bounds = useCallback(
    (): Bounds => ({ rows: api()?.getDisplayedRowCount() ?? 0, columns: columnKeys().length }),
    [api, columnKeys],
  )

  const repaint = useCallback(
    (rectangle: Rectangle | null): void => {
      const grid = api()
      if (grid === null || rectangle === null) return
      const nodes = grid
        .getRenderedNodes()
        .filter((node) => contains({ ...rectangle, left: 0, right: 0 }, node.rowIndex ?? -1, 0))
      const columns = columnKeys().slice(rectangle.left, rectangle.right + 1)
      if (nodes.length > 0)
        grid.refreshCells({ rowNodes: nodes, columns: [...columns], force: true, suppressFlash: true })
    },
    [api, columnKeys],
  )

  const select = useCallback(
    (next: Range | null): void => {
      const before = range.current === null ? null : rectangleOf(range.current)
      range.current = next
      const after = next === null ? null : rectangleOf(next)
      const wasOne = before === null || cellCount(before) === 1
      const isOne = after === null || cellCount(after) === 1
      // A single cell is shown by the focus frame alone; only blocks are tinted.
      if (!wasOne) repaint(before)
      if (!isOne) repaint(after)
      onChange()
    },
    [repaint, onChange],
  )

  const extendBy = useCallback(
    (rows: number, columns: number): void => {
      if (range.current === null) return
      const next = extend(range.current, rows, columns, bounds())
      select(next)
      api()?.ensureIndexVisible(next.focus.row)
      const key = columnKeys()[next.focus.column]
      if (key !== undefined) api()?.ensureColumnVisible(key)
    },
    [api, bounds, columnKeys, select],
  )

  const isSelected = useCallback((rowIndex: number, columnKey: string): boolean => {
    if (range.current === null) return false
    const rectangle = rectangleOf(range.current)
    if (cellCount(rectangle) === 1) return false
    const column = order.current.index.get(columnKey)
    return column !== undefined && contains(rectangle, rowIndex, column)
  }, [])

  return useMemo(
    () => ({
      current: () => range.current,
      rectangle: () => (range.current === null ? null : rectangleOf(range.current)),
      bounds,
      columnKeys,
      rowAt: (index: number) => api()?.getDisplayedRowAtIndex(index)?.data,
      select,
      extendBy,
      isSelected,
    }),
    [api, bounds, columnKeys, select, extendBy, isSelected],
  )
}
