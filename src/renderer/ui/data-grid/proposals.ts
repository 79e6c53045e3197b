import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import { cellText, editability, parseCell } from './cell-text.ts'
import type { PlacedText, Rectangle } from './range.ts'
import type { CellChange, CellRefusal, CellValue, GridColumn, ParsedCell } from './types.ts'

/** A block of changes judged before anything is sent: what would be taken and what would be refused, with the words for it. */
export interface Proposal {
  readonly changes: readonly CellChange[]
  readonly refused: readonly (CellRefusal & { readonly where: string; readonly text: string })[]
}

export interface GridReader<Row> {
  readonly rowAt: (index: number) => Row | undefined
  readonly columnAt: (index: number) => GridColumn<Row> | undefined
  readonly rowId: (row: Row) => string
  readonly format: Formatters
  readonly t: Translate
}

interface JudgedCell<Row> {
  readonly row: Row
  readonly rowIndex: number
  readonly column: GridColumn<Row>
  readonly text: string
  readonly parsed: ParsedCell
}

function collect<Row>(cells: readonly JudgedCell<Row>[], reader: GridReader<Row>): Proposal {
  const changes: CellChange[] = []
  const refused: (CellRefusal & { where: string; text: string })[] = []
  for (const { row, rowIndex, column, text, parsed } of cells) {
    const address = { rowId: reader.rowId(row), columnKey: column.key }
    if (!parsed.ok) {
      refused.push({
        ...address,
        why: parsed.why,
        text,
        where: `${reader.format.number(rowIndex + 1)} · ${column.header}`,
      })
    } else if (parsed.value !== column.value(row)) changes.push({ ...address, value: parsed.value })
  }
  return { changes, refused }
}

/** Judges pasted texts. A cell whose words stay the same is neither a change nor refused. */
export function proposePaste<Row>(cells: readonly PlacedText[], reader: GridReader<Row>): Proposal {
  return collect(
    cells.flatMap((cell) => {
      const row = reader.rowAt(cell.row)
      const column = reader.columnAt(cell.column)
      if (row === undefined || column === undefined) return []
      if (cell.text.trim() === cellText(column, row, reader.format).trim()) return []
      const parsed = parseCell(column, row, cell.text, reader.format, reader.t)
      return [{ row, rowIndex: cell.row, column, text: cell.text, parsed }]
    }),
    reader,
  )
}

/** Fill down: each column's top value into the rows below it. */
export function proposeFill<Row>(selection: Rectangle, reader: GridReader<Row>): Proposal {
  const source = reader.rowAt(selection.top)
  if (source === undefined) return { changes: [], refused: [] }
  return judgeBlock({ ...selection, top: selection.top + 1 }, reader, (column) => column.value(source))
}

/** Delete: every cell empty. */
export function proposeClear<Row>(selection: Rectangle, reader: GridReader<Row>): Proposal {
  return judgeBlock(selection, reader, () => null)
}

function judgeBlock<Row>(
  selection: Rectangle,
  reader: GridReader<Row>,
  valueFor: (column: GridColumn<Row>) => CellValue,
): Proposal {
  const cells: JudgedCell<Row>[] = []
  for (let rowIndex = selection.top; rowIndex <= selection.bottom; rowIndex += 1) {
    for (let index = selection.left; index <= selection.right; index += 1) {
      const row = reader.rowAt(rowIndex)
      const column = reader.columnAt(index)
      if (row === undefined || column === undefined) continue
      const value = valueFor(column)
      if (value === column.value(row)) continue
      cells.push({
        row,
        rowIndex,
        column,
        text: value === null ? '' : String(value),
        parsed: judge(column, row, value, reader),
      })
    }
  }
  return collect(cells, reader)
}

function judge<Row>(column: GridColumn<Row>, row: Row, value: CellValue, reader: GridReader<Row>): ParsedCell {
  const allowed = editability(column, row, reader.t)
  if (allowed !== true) return { ok: false, why: allowed }
  const required = column.editor !== undefined && 'required' in column.editor && column.editor.required === true
  return value === null && required ? { ok: false, why: reader.t('ui.gridRequired') } : { ok: true, value }
}

/** The block of words a copy puts on the clipboard. Plain numbers keep all their digits, with the language's decimal mark. */
export function copyBlock<Row>(selection: Rectangle, reader: GridReader<Row>): readonly (readonly string[])[] {
  const block: string[][] = []
  for (let rowIndex = selection.top; rowIndex <= selection.bottom; rowIndex += 1) {
    const row = reader.rowAt(rowIndex)
    if (row === undefined) continue
    const line: string[] = []
    for (let index = selection.left; index <= selection.right; index += 1) {
      const column = reader.columnAt(index)
      if (column !== undefined) line.push(copyText(column, row, reader.format))
    }
    block.push(line)
  }
  return block
}

function copyText<Row>(column: GridColumn<Row>, row: Row, format: Formatters): string {
  const value = column.value(row)
  if (typeof value === 'number' && column.text === undefined) {
    const digits = String(value)
    return format.locale === 'id' ? digits.replace('.', ',') : digits
  }
  return cellText(column, row, format)
}
