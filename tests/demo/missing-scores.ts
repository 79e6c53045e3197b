import type { CallOutput } from '#contract/contracts.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'

type Board = CallOutput<'staff.board'>

const headings = ['NIP', 'Nama', 'No RHK', 'Skor', 'Rating Hasil Kerja', 'Rating Perilaku Kerja']

/** An office's sheet with the scores of everyone who has none yet; one cell may hold words where a number belongs. */
export async function missingScoresBook(
  board: Board,
  { withWrongCell }: { readonly withWrongCell: boolean },
): Promise<Uint8Array> {
  const { columns, resultNumbers } = board
  const rows = columns.employeeId.flatMap((_, index) => {
    const results = columns.results.flatMap((result, place) =>
      result.planned[index] === true && (result.scores[index] ?? null) === null ? [resultNumbers[place] ?? 0] : [],
    )
    return results.map((number, place) => [
      columns.nip[index] ?? '',
      columns.name[index] ?? '',
      number,
      82 + ((index + place) % 7),
      'Sesuai Ekspektasi',
      'Sesuai Ekspektasi',
    ])
  })
  const [first] = rows
  if (withWrongCell && first !== undefined) first[3] = 'delapan puluh'
  return workbookWriter.toXlsx({
    title: 'Nilai susulan',
    author: 'Sekretariat',
    sheets: [
      {
        name: 'Nilai susulan',
        columns: headings.map((header, index) => ({
          header,
          width: [22, 28, 9, 9, 22, 22][index] ?? 12,
          kind: index === 2 || index === 3 ? ('integer' as const) : ('text' as const),
        })),
        rows,
        frozenRows: 1,
        frozenColumns: 0,
      },
    ],
  })
}
