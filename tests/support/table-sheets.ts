import type { MergedBlock, TableCell, TableSheet } from '#domain/import/table-cell.ts'

/** A sheet from lines of texts; `''` is an empty cell, a number a number cell as a spreadsheet shows it. */
export function aSheet(
  rows: readonly (readonly (string | number)[])[],
  merged: readonly MergedBlock[] = [],
): TableSheet {
  return { rows: rows.map((row) => row.map(cellOf)), merged }
}

function cellOf(value: string | number): TableCell {
  if (typeof value === 'number') return { kind: 'number', value, shown: String(value).replace('.', ',') }
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: value }
}

/** A CSV text with `;` between cells, quoted where needed. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map((cell) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')).join('\n')}\n`
