import type { Environment } from '#application/ports/environment.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { ImportRun } from '#domain/model/workspace-records.ts'
import { type DraftTable, draftedTables } from './draft-tables.ts'
import { isBlocking, type PreviewSheet } from './preview-model.ts'
import type { ImportPreview } from './previews.ts'
import { headingSetOf, unusedColumn } from './read-sources.ts'
import { refuseUnderDecisions } from './refuse-under-decisions.ts'

export interface ImportResult {
  readonly rowsTaken: number
  readonly rowsNew: number
  readonly rowsChanged: number
  readonly rowsUnchanged: number
  readonly rowsSetAside: number
  readonly rowsSkipped: number
  readonly newPersons: number
  readonly newUnits: readonly string[]
}

/**
 * Writes an import: one command, all or nothing, one undo. Refused while a row is refused or a question open
 * (E-IMPORT-OPEN), when no sheet was recognised (E-IMPORT-SHEET), and when it would change the ground under a final
 * decision (E-RULE-DECIDED, E-RULE-RESULT-CLOSED). The preview has been checked to be fresh.
 */
export async function commitImport(
  workspace: Workspace,
  environment: Environment,
  preview: ImportPreview,
  job: Job,
): Promise<ImportResult> {
  const open = preview.outcome.findings.filter(isBlocking).length
  if (open > 0) throw new AppError('E-IMPORT-OPEN', { count: open })
  const included = preview.sheets.filter((sheet) => sheet.included && sheet.recognised.kind !== null)
  if (included.length === 0)
    throw new AppError('E-IMPORT-SHEET', { file: preview.files.map((file) => file.name).join(', ') })
  job.report('writing', 0, 1)
  await job.pause()
  refuseUnderDecisions(workspace.tables, preview.drafts)
  const result = resultOf(preview)
  const summary = {
    files: preview.files.map((file) => file.name).join(', '),
    rows: result.rowsTaken,
    employees: result.newPersons,
  }
  workspace.command({ name: 'import.commit', summary }, (tables) => {
    for (const name of draftedTables) write(tables, name, preview.drafts[name] as unknown as DraftTable<{ id: string }>)
    for (const sheet of included) remember(tables, environment, sheet)
    tables.importRun.insertAll(runsOf(environment, preview))
  })
  job.report('writing', 1, 1)
  return result
}

function write(tables: WriteTables, name: (typeof draftedTables)[number], draft: DraftTable<{ id: string }>) {
  const table = tables[name] as unknown as {
    insertAll(rows: Iterable<unknown>): void
    putAll(rows: Iterable<unknown>): void
  }
  const inserted = draft.inserted()
  if (inserted.length > 0) table.insertAll(inserted)
  table.putAll(draft.updated())
}

/** A mapping made by hand is kept with the import it served, and goes with it when the import is undone. */
function remember(tables: WriteTables, environment: Environment, sheet: PreviewSheet) {
  const { kind, columns } = sheet.recognised
  if (sheet.origin !== 'manual' || kind === null) return
  const headingKey = headingSetOf(sheet.sheet, sheet.recognised)
  const known = tables.importMapping.where({ headingKey })[0]
  tables.importMapping.put({
    id: known?.id ?? environment.newId(),
    headingKey,
    sheetKind: kind,
    columns: Object.fromEntries(columns.map((column) => [String(column.index), column.field ?? unusedColumn])),
  })
}

function runsOf(environment: Environment, preview: ImportPreview): ImportRun[] {
  return preview.files.map((file, index) => {
    const sheets = preview.sheets.filter((sheet) => sheet.file === index && sheet.included)
    const states = sheets.flatMap((sheet) => [...(preview.outcome.rowStates.get(sheet.key)?.values() ?? [])])
    return {
      id: environment.newId(),
      importedAt: environment.now(),
      fileName: file.name.slice(0, 500),
      sha256: file.sha256,
      sheetKinds: sheets.flatMap((sheet) => sheet.recognised.kind ?? []),
      rowsTaken: states.filter((state) => state === 'new' || state === 'changed' || state === 'unchanged').length,
      rowsSetAside: states.filter((state) => state === 'aside').length,
    }
  })
}

function resultOf({ outcome }: ImportPreview): ImportResult {
  const { counts } = outcome
  return {
    rowsTaken: counts.new + counts.changed + counts.unchanged,
    rowsNew: counts.new,
    rowsChanged: counts.changed,
    rowsUnchanged: counts.unchanged,
    rowsSetAside: counts.aside,
    rowsSkipped: counts.skipped,
    newPersons: outcome.newPersons,
    newUnits: outcome.newUnits,
  }
}
