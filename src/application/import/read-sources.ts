import type { Job } from '#application/ports/jobs.ts'
import type { TableReader, TableReaderOptions } from '#application/ports/table-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { type ImportField, isImportField, type SheetKind, sheetKinds } from '#domain/import/fields.ts'
import { headingKey } from '#domain/import/headings.ts'
import { recogniseSheet } from '#domain/import/recognise-sheet.ts'
import type { RecognisedSheet, SheetChoice } from '#domain/import/recognised-sheet.ts'
import { cellText, isBlank, type TableSheet } from '#domain/import/table-cell.ts'
import type { ImportMapping } from '#domain/model/workspace-records.ts'
import type { MappingOrigin, PreviewSheet, SourceFile } from './preview-model.ts'

/** A file's bytes and their SHA-256; loading refuses what is too large before it is read. */
export interface LoadedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Reads the files one by one, letting other calls in between. */
export async function readSources(
  paths: readonly string[],
  load: (path: string) => LoadedFile,
  reader: TableReader,
  options: TableReaderOptions,
  job: Job | null,
): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  for (const [index, path] of paths.entries()) {
    job?.report('reading', index, paths.length)
    await job?.pause()
    const { name, bytes, sha256 } = load(path)
    const workbook = reader.read(name, bytes, options)
    files.push({
      name,
      sha256,
      bytes: bytes.byteLength,
      format: workbook.format,
      csv: workbook.csv ?? null,
      notes: workbook.notes,
      sheets: workbook.sheets,
    })
    await job?.pause()
  }
  job?.report('reading', paths.length, paths.length)
  return files
}

/** The set of headings as one text: the same headings, whatever their case and spacing, give the same. */
export function headingSetOf(sheet: TableSheet, recognised: RecognisedSheet): string {
  const headings = recognised.header?.headings ?? firstWords(sheet)
  return headings.map(headingKey).join('|').slice(0, 20_000)
}

function firstWords(sheet: TableSheet): string[] {
  const row = sheet.rows.find((cells) => cells.filter((cell) => !isBlank(cell)).length >= 2) ?? []
  return row.map((cell) => cellText(cell))
}

/** Recognises every sheet of every file, with the mapping remembered for its headings where there is one. */
export async function recogniseSources(
  files: readonly SourceFile[],
  tables: ReadTables,
  job: Job | null,
): Promise<PreviewSheet[]> {
  const remembered = new Map(tables.importMapping.all().map((mapping) => [mapping.headingKey, mapping]))
  const sheets: PreviewSheet[] = []
  const total = files.reduce((count, file) => count + file.sheets.length, 0)
  for (const [file, source] of files.entries()) {
    for (const [index, sheet] of source.sheets.entries()) {
      job?.report('recognising', sheets.length, total)
      await job?.pause()
      const automatic = recogniseSheet(sheet)
      const mapping = remembered.get(headingSetOf(sheet, automatic))
      const choice = mapping === undefined ? null : choiceOf(mapping)
      const recognised = choice === null ? automatic : recogniseSheet(sheet, choice)
      const name = source.format === 'csv' ? source.name : sheet.name
      const origin: MappingOrigin = choice === null ? 'recognised' : 'remembered'
      sheets.push({ key: `${file}.${index}`, file, name, sheet, recognised, origin, included: true })
    }
  }
  job?.report('recognising', total, total)
  return sheets
}

/** What stands for "this column is not used" in a stored mapping. */
export const unusedColumn = ''

function choiceOf(mapping: ImportMapping): SheetChoice | null {
  const kind = sheetKinds.find((known) => known === mapping.sheetKind)
  if (kind === undefined) return null
  const columns = new Map<number, ImportField | null>()
  for (const [index, field] of Object.entries(mapping.columns)) {
    if (isImportField(field)) columns.set(Number(index), field)
    else if (field === unusedColumn) columns.set(Number(index), null)
  }
  return { kind, columns }
}

/** The sheet with the kind and columns chosen by hand; columns not named keep what their heading says. */
export function remapSheet(
  sheet: PreviewSheet,
  kind: SheetKind | null,
  columns: ReadonlyMap<number, ImportField | null>,
): PreviewSheet {
  if (kind === null) return { ...sheet, included: false }
  return { ...sheet, recognised: recogniseSheet(sheet.sheet, { kind, columns }), origin: 'manual', included: true }
}
