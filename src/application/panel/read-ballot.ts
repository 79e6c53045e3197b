import type { Sheet, TableReader } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import { cellText, isBlank, type TableCell, tidyText } from '#domain/import/table-cell.ts'
import type { PanelDimension } from '#domain/model/panel.ts'
import { type BallotFrame, ballotFormat, ballotFrame } from '#domain/panel/ballot-seal.ts'
import { z } from '#domain/zod.ts'
import { ballotSheets, dimensionHeaders } from './ballot-book.ts'
import type { BlindDossier } from './blind-dossiers.ts'

export interface BallotFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The bytes as UTF-8 text; null where they are none. */
  readonly text: string | null
  readonly sha256: string
}

/** A place in a file that cannot be taken, and why. Row as a spreadsheet counts it; for JSON the place among the codes. */
export interface RefusedCell {
  readonly sheet: string
  readonly row: number
  readonly code: string
  readonly because: 'not-a-number' | 'out-of-range' | 'twice'
  readonly value: string
}

export interface ReadScore {
  readonly code: string
  readonly dimension: PanelDimension
  readonly score: number
}

/** A ballot as it was read, before anything is believed. */
export interface ReadBallot {
  readonly file: BallotFile
  readonly frame: BallotFrame
  readonly seal: string
  /** The dossiers in the file, where it repeats them in a form that can be checked (JSON). */
  readonly dossiers: readonly BlindDossier[] | null
  /** Codes as they stand beside the scores. */
  readonly codes: readonly string[]
  readonly scores: readonly ReadScore[]
  readonly refused: readonly RefusedCell[]
}

/** Reads a filled-in ballot, XLSX or JSON. Throws E-BALLOT-FORMAT for anything else, and what the reader of tables throws. */
export function readBallot(file: BallotFile, reader: TableReader): ReadBallot {
  return file.bytes[0] === 0x50 ? readBook(file, reader) : readJson(file)
}

const jsonBallot = ballotFrame.extend({
  seal: z.string(),
  scores: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string(), z.null()]))),
  content: z.array(z.unknown()),
})

function readJson(file: BallotFile): ReadBallot {
  const parsed = jsonBallot.safeParse(jsonOf(file))
  if (!parsed.success) throw new AppError('E-BALLOT-FORMAT', { file: file.name })
  const { seal, scores, content, ...frame } = parsed.data
  const cells = Object.entries(scores).flatMap(([code, given], index) =>
    Object.entries(given).map(([dimension, value]) => ({
      code,
      dimension,
      place: { sheet: 'scores', row: index + 1 },
      value: value === null ? '' : String(value),
    })),
  )
  const known = new Set<string>(frame.dimensions)
  if (cells.some(({ dimension }) => !known.has(dimension))) throw new AppError('E-BALLOT-TAMPERED', { file: file.name })
  return {
    file,
    frame,
    seal,
    dossiers: content as readonly BlindDossier[],
    codes: Object.keys(scores),
    ...scoresOf(cells as readonly Cell[]),
  }
}

function jsonOf(file: BallotFile): unknown {
  try {
    return JSON.parse(file.text ?? '')
  } catch (error) {
    throw new AppError('E-BALLOT-FORMAT', { file: file.name }, error)
  }
}

function readBook(file: BallotFile, reader: TableReader): ReadBallot {
  const { sheets } = reader.read(file.name, file.bytes)
  const find = (name: string) => sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase())
  const [scores, seal] = [find(ballotSheets.scores), find(ballotSheets.seal)]
  if (scores === undefined || seal === undefined) throw new AppError('E-BALLOT-FORMAT', { file: file.name })
  const { frame, seal: mark } = readSeal(seal, file)
  const columns = columnsOf(scores, frame, file)
  const rows = scores.rows
    .map((cells, index) => ({ cells, number: index + 1 + scores.firstRow }))
    .slice(columns.head + 1)
  const filled = rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const cells = filled.flatMap(({ cells: row, number }): Cell[] =>
    frame.dimensions.map((dimension) => ({
      code: tidyText(cellText(row[columns.code])),
      dimension,
      place: { sheet: scores.name, row: number },
      value: writtenIn(row[columns.of.get(dimension) ?? -1]),
    })),
  )
  return {
    file,
    frame,
    seal: mark,
    dossiers: null,
    codes: filled.map(({ cells: row }) => tidyText(cellText(row[columns.code]))),
    ...scoresOf(cells),
  }
}

function readSeal(sheet: Sheet, file: BallotFile): { readonly frame: BallotFrame; readonly seal: string } {
  const values = new Map(sheet.rows.map((row) => [tidyText(cellText(row[0])), tidyText(cellText(row[1]))]))
  const list = (name: string) => (values.get(name) ?? '').split(' ').filter((part) => part !== '')
  const entries = Object.keys(ballotFrame.shape).map((name) => [
    name,
    name === 'dimensions' || name === 'codes' ? list(name) : (values.get(name) ?? ''),
  ])
  if (values.get('format') !== ballotFormat) throw new AppError('E-BALLOT-FORMAT', { file: file.name })
  const frame = ballotFrame.safeParse(Object.fromEntries(entries))
  if (!frame.success) throw new AppError('E-BALLOT-TAMPERED', { file: file.name })
  return { frame: frame.data, seal: values.get('segel') ?? '' }
}

/** Where the head stands, and the columns under it. */
function columnsOf(sheet: Sheet, { dimensions }: BallotFrame, file: BallotFile) {
  const head = sheet.rows.findIndex((row) => row.some((cell) => tidyText(cellText(cell)) === 'Kode'))
  const titles = (sheet.rows[head] ?? []).map((cell) => tidyText(cellText(cell)))
  const of = new Map(dimensions.map((dimension) => [dimension, titles.indexOf(dimensionHeaders[dimension])]))
  if (head < 0 || [...of.values()].includes(-1)) throw new AppError('E-BALLOT-TAMPERED', { file: file.name })
  return { head, code: titles.indexOf('Kode'), of }
}

/** The figure itself where there is one: what a cell shows is rounded. */
const writtenIn = (cell: TableCell | undefined): string =>
  cell?.kind === 'number' ? String(cell.value) : tidyText(cellText(cell))

interface Cell {
  readonly code: string
  readonly dimension: PanelDimension
  readonly place: { readonly sheet: string; readonly row: number }
  readonly value: string
}

/** Scores, and the cells that hold something else; an empty cell is "not scored". */
function scoresOf(cells: readonly Cell[]): Pick<ReadBallot, 'scores' | 'refused'> {
  const scores: ReadScore[] = []
  const refused: RefusedCell[] = []
  const seen = new Set<string>()
  for (const { code, dimension, place, value } of cells) {
    const key = `${code} ${dimension}`
    const score = numberOf(value)
    const refuse = (because: RefusedCell['because']) =>
      refused.push({ ...place, code, because, value: value.slice(0, 60) })
    if (seen.has(key)) refuse('twice')
    else if (value !== '' && score === null) refuse('not-a-number')
    else if (score !== null && (score < 0 || score > 100)) refuse('out-of-range')
    else if (score !== null) scores.push({ code, dimension, score })
    seen.add(key)
  }
  return { scores, refused }
}

/** "85", "85,5", "85.50", "-3"; anything else is no score. Rounded to a hundredth. */
function numberOf(text: string): number | null {
  if (!/^-?\d{1,6}(?:[.,]\d{1,20})?$/.test(text)) return null
  return Math.round(Number(text.replace(',', '.')) * 100) / 100
}
