import type { AttendanceBlock, TableBlock, TableCell } from '#application/ports/document-writer.ts'
import { documentWords } from '#documents/content/indonesian/document-words.ts'
import { formatNip } from '#documents/content/indonesian/format-nip.ts'

/** The attendance list as a table: signature places of odd numbers left, of even numbers right. */
export function attendanceTable({ entries }: AttendanceBlock): TableBlock {
  const words = documentWords.attendance
  return {
    kind: 'table',
    caption: null,
    columns: [
      { weight: 6, align: 'center' },
      { weight: 22, align: 'left' },
      // An 18-digit NIP in its groups stays on one line.
      { weight: 28, align: 'left' },
      { weight: 24, align: 'left' },
      { weight: 10, align: 'left' },
      { weight: 10, align: 'left' },
    ],
    headerRows: [
      [
        cell(words.number),
        cell(words.name),
        cell(words.nip),
        cell(words.position),
        { runs: [words.signature], columnSpan: 2 },
      ],
    ],
    rows: entries.map(({ name, nip, position }, index) => {
      const number = `${index + 1}.`
      const odd = index % 2 === 0
      const identity = nip === null ? '–' : formatNip(nip)
      return [
        cell(number),
        cell(name),
        cell(identity),
        cell(position),
        cell(odd ? number : ''),
        cell(odd ? '' : number),
      ]
    }),
  }
}

function cell(text: string): TableCell {
  return { runs: [text] }
}

/** The cells of a table row, each with the column it begins in: cells that span rows push those below to the right. */
export function placeCells(
  rows: readonly (readonly TableCell[])[],
): readonly (readonly { readonly cell: TableCell; readonly column: number }[])[] {
  const occupiedUntil: number[] = []
  return rows.map((cells, row) => {
    let column = 0
    return cells.map((placed) => {
      while ((occupiedUntil[column] ?? 0) > row) column += 1
      const start = column
      column += placed.columnSpan ?? 1
      for (let index = start; index < column; index += 1) occupiedUntil[index] = row + (placed.rowSpan ?? 1)
      return { cell: placed, column: start }
    })
  })
}
