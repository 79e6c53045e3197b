import type { Formatters } from '#renderer/i18n/format.ts'
import { parseTypedNumber } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { CellEditor, CellValue, GridColumn, ParsedCell } from './types.ts'

/** The words of a cell: shown when nothing is drawn, and always what is copied. */
export function cellText<Row>(column: GridColumn<Row>, row: Row, format: Formatters): string {
  const incomplete = column.incomplete?.(row) ?? null
  if (incomplete !== null) return incomplete
  if (column.text !== undefined) return column.text(row)
  return valueText(column.value(row), column.decimals, format)
}

export function valueText(value: CellValue, decimals: number | undefined, format: Formatters): string {
  if (value === null) return ''
  return typeof value === 'number' ? format.number(value, decimals) : value
}

/** Whether the cell of this row may be edited: true, or the sentence why not. */
export function editability<Row>(column: GridColumn<Row>, row: Row, t: Translate): true | string {
  if (column.editor === undefined) return column.computed === true ? t('ui.gridReadOnlyComputed') : t('ui.gridReadOnly')
  const own = column.editable?.(row) ?? true
  if (own === false) return t('ui.gridReadOnly')
  return own
}

/** What a typed or pasted text means in a column. An empty text empties the cell unless it is required. */
export function parseCell<Row>(
  column: GridColumn<Row>,
  row: Row,
  text: string,
  format: Formatters,
  t: Translate,
): ParsedCell {
  const allowed = editability(column, row, t)
  if (allowed !== true) return { ok: false, why: allowed }
  const { editor } = column
  if (editor === undefined) return { ok: false, why: t('ui.gridReadOnly') }
  const trimmed = text.trim()
  if (editor.kind === 'text' && editor.parse !== undefined) return editor.parse(text, row)
  if (trimmed === '')
    return editor.required === true ? { ok: false, why: t('ui.gridRequired') } : { ok: true, value: null }
  if (editor.kind === 'number') return parseNumberCell(editor, trimmed, format, t)
  if (editor.kind === 'choice') return parseChoiceCell(editor, trimmed, format, t)
  return { ok: true, value: editor.maxLength === undefined ? trimmed : trimmed.slice(0, editor.maxLength) }
}

function parseNumberCell(
  editor: Extract<CellEditor<never>, { kind: 'number' }>,
  text: string,
  format: Formatters,
  t: Translate,
): ParsedCell {
  const value = parseTypedNumber(text, format.locale)
  if (value === null) return { ok: false, why: t('ui.gridNotNumber', { text }) }
  if (editor.min !== undefined && value < editor.min)
    return { ok: false, why: t('ui.gridTooLow', { limit: editor.min }) }
  if (editor.max !== undefined && value > editor.max)
    return { ok: false, why: t('ui.gridTooHigh', { limit: editor.max }) }
  return { ok: true, value }
}

function parseChoiceCell(
  editor: Extract<CellEditor<never>, { kind: 'choice' }>,
  text: string,
  format: Formatters,
  t: Translate,
): ParsedCell {
  const found = editor.options.find((option) => option.value === text || format.compare(option.label, text) === 0)
  if (found !== undefined) return { ok: true, value: found.value }
  const choices = editor.options.map((option) => option.label)
  return { ok: false, why: t('ui.gridNotChoice', { text, choices: format.list(choices) }) }
}
