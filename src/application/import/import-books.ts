import type { Book } from '#application/ports/document-writer.ts'
import type { SheetKind } from '#domain/import/fields.ts'
import { templateColumns } from '#domain/import/template.ts'

const author = 'Timbang'

const sheetNames: Readonly<Record<SheetKind, string>> = {
  staff: 'Pegawai',
  plan: 'SKP',
  realisation: 'Realisasi',
  assessment: 'Penilaian',
  behaviour: 'Perilaku',
  feedback: 'Umpan balik',
}

/** The empty workbook of one kind of sheet: its headings, and a second sheet that shows an example for each. */
export function templateBook(kind: SheetKind): Book {
  const columns = templateColumns[kind]
  const title = sheetNames[kind]
  return {
    title,
    author,
    sheets: [
      {
        name: title,
        columns: columns.map(({ heading }) => ({
          header: heading,
          width: Math.max(14, heading.length + 4),
          kind: 'text',
        })),
        rows: [],
        frozenRows: 1,
        frozenColumns: 0,
      },
      {
        name: 'Petunjuk',
        columns: [
          { header: 'Kolom', width: 28, kind: 'text' },
          { header: 'Contoh isi', width: 48, kind: 'text' },
        ],
        rows: columns.map(({ heading, example }) => [heading, example]),
        frozenRows: 1,
        frozenColumns: 0,
      },
    ],
  }
}

export interface ProblemLine {
  readonly severity: string
  readonly code: string
  readonly place: string
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
  readonly sentence: string
  readonly answer: string
}

/** The list of findings as a table, to be worked through at the source. */
export function problemsBook(lines: readonly ProblemLine[]): Book {
  return {
    title: 'Daftar masalah impor',
    author,
    sheets: [
      {
        name: 'Masalah',
        columns: [
          { header: 'Lembar', width: 24, kind: 'text' },
          { header: 'Baris', width: 8, kind: 'integer' },
          { header: 'Kolom', width: 8, kind: 'text' },
          { header: 'Tingkat', width: 12, kind: 'text' },
          { header: 'Kode', width: 22, kind: 'text' },
          { header: 'Masalah', width: 80, kind: 'text' },
          { header: 'Jawaban', width: 32, kind: 'text' },
        ],
        rows: lines.map((line) => [
          line.sheet,
          line.row,
          line.column,
          line.severity,
          line.code,
          line.sentence,
          line.answer,
        ]),
        frozenRows: 1,
        frozenColumns: 0,
      },
    ],
  }
}
