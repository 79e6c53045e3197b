/** A cell by its place on the screen: row and column as they are displayed now, both from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A selection: where it began and where it was extended to. */
export interface Range {
  readonly anchor: CellPlace
  readonly focus: CellPlace
}

/** Both edges belong to the rectangle. */
export interface Rectangle {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function rectangleOf({ anchor, focus }: Range): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  }
}

export function contains(rectangle: Rectangle, row: number, column: number): boolean {
  return row >= rectangle.top && row <= rectangle.bottom && column >= rectangle.left && column <= rectangle.right
}

export function cellCount({ top, bottom, left, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1)
}

export interface Bounds {
  readonly rows: number
  readonly columns: number
}

/** The focus moved by steps and held inside the table; the anchor stays. */
export function extend(range: Range, rows: number, columns: number, bounds: Bounds): Range {
  const within = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value))
  return {
    anchor: range.anchor,
    focus: {
      row: within(range.focus.row + rows, bounds.rows),
      column: within(range.focus.column + columns, bounds.columns),
    },
  }
}

export interface PlacedText extends CellPlace {
  readonly text: string
}

export interface PastePlan {
  readonly cells: readonly PlacedText[]
  /** Cells of the block that fell outside the table. */
  readonly outside: number
}

/**
 * Where a pasted block goes, as in a spreadsheet: from the top left cell of the selection; a selection that is a whole
 * multiple of the block in both directions is filled with repetitions of it (so one copied cell fills the selection).
 */
export function planPaste(selection: Rectangle, block: readonly (readonly string[])[], bounds: Bounds): PastePlan {
  const height = block.length
  const width = Math.max(0, ...block.map((row) => row.length))
  if (height === 0 || width === 0) return { cells: [], outside: 0 }
  const selectedRows = selection.bottom - selection.top + 1
  const selectedColumns = selection.right - selection.left + 1
  const repeats = selectedRows % height === 0 && selectedColumns % width === 0
  const rows = repeats ? selectedRows : height
  const columns = repeats ? selectedColumns : width
  const cells: PlacedText[] = []
  let outside = 0
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const text = block[row % height]?.[column % width]
      if (text === undefined) continue
      const place = { row: selection.top + row, column: selection.left + column }
      if (place.row < bounds.rows && place.column < bounds.columns) cells.push({ ...place, text })
      else outside += 1
    }
  }
  return { cells, outside }
}
