import type { GridReader } from './proposals.ts'
import { cellCount, type Rectangle } from './range.ts'
import type { SelectionSummary } from './types.ts'

/** Numbers are summed only for selections a person can have meant; beyond this the status bar shows the count alone. */
const summedCells = 200_000

/** Count, rows, columns and the sum and mean of the numbers in a selection. */
export function summarise<Row>(rectangle: Rectangle, reader: GridReader<Row>): SelectionSummary {
  const rowIds: string[] = []
  const columnKeys: string[] = []
  let count = 0
  let sum = 0
  for (let index = rectangle.left; index <= rectangle.right; index += 1) {
    const column = reader.columnAt(index)
    if (column !== undefined) columnKeys.push(column.key)
  }
  const sums = cellCount(rectangle) <= summedCells
  for (let rowIndex = rectangle.top; rowIndex <= rectangle.bottom; rowIndex += 1) {
    const row = reader.rowAt(rowIndex)
    if (row === undefined) continue
    rowIds.push(reader.rowId(row))
    for (let index = rectangle.left; sums && index <= rectangle.right; index += 1) {
      const value = reader.columnAt(index)?.value(row)
      if (typeof value !== 'number') continue
      count += 1
      sum += value
    }
  }
  return {
    cells: cellCount(rectangle),
    rowIds,
    columnKeys,
    numbers: count === 0 ? null : { count, sum, mean: sum / count },
  }
}
