import type { Book, BookSheet } from '#application/ports/document-writer.ts'
import type { PanelDimension } from '#domain/model/panel.ts'
import type { BallotFrame } from '#domain/panel/ballot-seal.ts'
import type { BlindDossier } from './blind-dossiers.ts'

/** Names of the sheets of a ballot; documents are Indonesian whatever the language of the interface. */
export const ballotSheets = { scores: 'Nilai', dossiers: 'Berkas', seal: 'Segel' } as const

/** First row of scores, counted as a spreadsheet counts: three lines of words, then the head. */
export const firstScoreRow = 5

export const dimensionHeaders: Readonly<Record<PanelDimension, string>> = {
  'work-results': 'Nilai hasil kerja (0–100)',
  behaviour: 'Nilai perilaku kerja (0–100)',
}

interface BallotContent {
  readonly frame: BallotFrame
  readonly seal: string
  readonly panelistName: string
  readonly periodName: string
  readonly dossiers: readonly BlindDossier[]
}

/** A ballot as a workbook: one sheet to fill in, the dossiers to read, and the seal; all else is locked. */
export function ballotBook({ frame, seal, panelistName, periodName, dossiers }: BallotContent): Book {
  return {
    title: `Surat penilaian panel – ${panelistName}`,
    author: 'Timbang',
    sheets: [
      {
        name: ballotSheets.scores,
        noteLines: [
          `Surat penilaian panel – ${panelistName} – ${periodName}`,
          'Isi hanya kolom nilai: angka 0–100, boleh dengan koma. Biarkan kosong bila tidak dapat menilai.',
          'Bacalah tiap berkas pada lembar Berkas. Jangan mengubah kode, lembar Segel, atau susunan baris.',
        ],
        columns: [
          { header: 'Kode', width: 12, kind: 'text' },
          ...frame.dimensions.map((dimension) => ({
            header: dimensionHeaders[dimension],
            width: 26,
            kind: 'number' as const,
            decimals: 1,
          })),
        ],
        rows: frame.codes.map((code) => [code, ...frame.dimensions.map(() => null)]),
        frozenRows: firstScoreRow - 1,
        frozenColumns: 1,
        filledIn: { columns: frame.dimensions.map((_, index) => index + 1), lowest: 0, highest: 100 },
      },
      dossierSheet(dossiers),
      {
        name: ballotSheets.seal,
        columns: [
          { header: 'Bagian', width: 14, kind: 'text' },
          { header: 'Isi', width: 80, kind: 'text' },
        ],
        rows: [...sealRows(frame), ['segel', seal]],
        frozenRows: 1,
        frozenColumns: 0,
        filledIn: { columns: [], lowest: 0, highest: 100 },
      },
    ],
  }
}

/** The frame as rows of two texts, so that it can be read back as it was. */
export const sealRows = (frame: BallotFrame): readonly (readonly [string, string])[] =>
  Object.entries(frame).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : value])

function dossierSheet(dossiers: readonly BlindDossier[]): BookSheet {
  const rows = dossiers.flatMap(({ code, results, feedback }) => [
    ...results.flatMap((result) => {
      const own = [code, `RHK ${result.number}`, result.statement, '', result.realisation, '']
      return [
        own,
        ...result.indicators.map((one) => [
          code,
          `IKI ${one.number}`,
          one.statement,
          [one.target, one.unitOfMeasure].filter((part) => part !== '').join(' '),
          one.realisation,
          one.evidence,
        ]),
      ]
    }),
    ...feedback.map(({ about, text }) => [code, 'Umpan balik', text, about, '', '']),
  ])
  return {
    name: ballotSheets.dossiers,
    columns: [
      { header: 'Kode', width: 10, kind: 'text' },
      { header: 'Bagian', width: 13, kind: 'text' },
      { header: 'Uraian', width: 60, kind: 'text' },
      { header: 'Target', width: 24, kind: 'text' },
      { header: 'Realisasi', width: 40, kind: 'text' },
      { header: 'Bukti dukung', width: 40, kind: 'text' },
    ],
    rows,
    frozenRows: 1,
    frozenColumns: 2,
    filledIn: { columns: [], lowest: 0, highest: 100 },
  }
}
