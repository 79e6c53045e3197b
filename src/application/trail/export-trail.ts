import type { BookSheet, WorkbookWriter } from '#application/ports/document-writer.ts'
import type { FileStore } from '#application/ports/files.ts'
import type { TrailEntry, Workspace } from '#application/ports/workspace.ts'

/** Entries fetched at a time: the whole trail never lies in memory twice. */
const pageSize = 100

export interface TrailExport {
  readonly path: string
  /** Only entries of this command; null: all of them. */
  readonly command: string | null
  readonly title: string
  /** Headings of the seven columns, in the order of `rowOf`. */
  readonly headers: readonly [string, string, string, string, string, string, string]
  readonly sentenceOf: (entry: TrailEntry) => string
}

/** Writes the trail as CSV, newest first, whole or not at all: one row for each entry. */
export function exportTrail(
  workspace: Workspace,
  request: TrailExport,
  writer: WorkbookWriter,
  files: FileStore,
): { readonly path: string; readonly rows: number } {
  const entries = [...allEntries(workspace, request.command)]
  const widths = [8, 24, 24, 60, 40, 10, 10]
  const sheet: BookSheet = {
    name: request.title,
    columns: request.headers.map((header, index) => ({
      header,
      width: widths[index] ?? 20,
      kind: index === 0 || index >= 5 ? 'integer' : 'text',
    })),
    rows: entries.map((entry) => rowOf(entry, request.sentenceOf)),
    frozenRows: 1,
    frozenColumns: 0,
  }
  files.writeWhole(request.path, writer.toCsv(sheet))
  return { path: request.path, rows: entries.length }
}

/** Number, moment (UTC, as recorded), author, sentence, reason, rows changed, entry it takes back. */
function rowOf(entry: TrailEntry, sentenceOf: TrailExport['sentenceOf']) {
  return [entry.seq, entry.at, entry.author, sentenceOf(entry), entry.reason, entry.changeCount, entry.undoes]
}

function* allEntries(workspace: Workspace, command: string | null): Generator<TrailEntry> {
  let beforeSeq: number | null = null
  for (;;) {
    const page: readonly TrailEntry[] = workspace.trail({
      beforeSeq,
      limit: pageSize,
      ...(command === null ? {} : { command }),
    })
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    beforeSeq = last.seq
  }
}
