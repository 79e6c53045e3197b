import type { Environment } from '#application/ports/environment.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { TableReader, TableReaderOptions } from '#application/ports/table-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { ImportField, SheetKind } from '#domain/import/fields.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Drafts } from './draft-tables.ts'
import {
  type Finding,
  type ImportOutcome,
  isBlocking,
  type PreviewSheet,
  rowKey,
  type SourceFile,
} from './preview-model.ts'
import { type LoadedFile, readSources, recogniseSources, remapSheet } from './read-sources.ts'
import { workOutImport } from './work-out-import.ts'

/** An import being looked at: files, what was recognised, the answers so far, and what would be written. */
export interface ImportPreview {
  readonly id: string
  readonly workspacePath: string
  /** Length of the journal when this was worked out: any later command makes the preview stale. */
  readonly trailLength: number
  readonly periodId: PeriodId
  readonly files: readonly SourceFile[]
  readonly sheets: readonly PreviewSheet[]
  readonly answers: ReadonlyMap<string, string>
  readonly aside: ReadonlyMap<string, Finding>
  readonly ids: Map<string, string>
  readonly outcome: ImportOutcome
  readonly drafts: Drafts
}

export interface ImportDeps {
  readonly workspace: () => Workspace
  readonly environment: Environment
  /** Loads what reads XLSX and CSV, when the first file comes. */
  readonly reader: () => Promise<TableReader>
  readonly load: (path: string) => LoadedFile
}

/** Previews by id; only the latest few are kept, since each holds its whole file. */
export interface ImportPreviews {
  create(
    input: { readonly paths: readonly string[]; readonly periodId: PeriodId; readonly options: TableReaderOptions },
    job: Job,
  ): Promise<ImportPreview>
  /** The preview, or E-IMPORT-STALE when it is no longer kept or the workspace has changed since. */
  require(id: string): ImportPreview
  remap(id: string, change: SheetMapping): Promise<ImportPreview>
  answer(id: string, answers: readonly GivenAnswer[]): Promise<ImportPreview>
  /** Sets every row that is still refused aside, also those that are refused because of it. */
  setAllAside(id: string): Promise<ImportPreview>
  discard(id: string): void
}

export interface SheetMapping {
  readonly sheetKey: string
  /** Null: leave the sheet out. */
  readonly kind: SheetKind | null
  readonly columns: ReadonlyMap<number, ImportField | null>
}

export interface GivenAnswer {
  readonly findingId: string
  /** Null takes the answer back. */
  readonly value: string | null
}

const kept = 2
/** Setting rows aside can leave others without their person; more rounds than this are never needed by a real file. */
const asideRounds = 8

export function createImportPreviews({ workspace, environment, reader, load }: ImportDeps): ImportPreviews {
  const previews = new Map<string, ImportPreview>()

  async function workOut(
    base: Omit<ImportPreview, 'outcome' | 'drafts' | 'trailLength'>,
    job: Job | null,
  ): Promise<ImportPreview> {
    const current = workspace()
    const trailLength = current.trailLength()
    const idFor = (kind: string, key: string) => {
      const known = base.ids.get(`${kind}:${key}`)
      if (known !== undefined) return known
      const id = environment.newId()
      base.ids.set(`${kind}:${key}`, id)
      return id
    }
    const worked = await workOutImport(current.tables, environment, { ...base, idFor }, job)
    const preview = { ...base, trailLength, ...worked }
    previews.delete(preview.id)
    previews.set(preview.id, preview)
    for (const old of [...previews.keys()].slice(0, -kept)) previews.delete(old)
    return preview
  }

  function require(id: string): ImportPreview {
    const preview = previews.get(id)
    if (!preview) throw new AppError('E-IMPORT-STALE')
    const current = workspace()
    if (current.path !== preview.workspacePath || current.trailLength() !== preview.trailLength)
      throw new AppError('E-IMPORT-STALE')
    return preview
  }

  return {
    async create({ paths, periodId, options }, job) {
      const files = await readSources(paths, load, await reader(), options, job)
      const sheets = await recogniseSources(files, workspace().tables, job)
      const base = {
        id: environment.newId(),
        workspacePath: workspace().path,
        periodId,
        files,
        sheets,
        answers: new Map(),
        aside: new Map(),
        ids: new Map(),
      }
      return workOut(base, job)
    },
    require,
    async remap(id, { sheetKey, kind, columns }) {
      const preview = require(id)
      if (!preview.sheets.some((sheet) => sheet.key === sheetKey)) throw new AppError('E-NOT-FOUND', { what: 'sheet' })
      const sheets = preview.sheets.map((sheet) => (sheet.key === sheetKey ? remapSheet(sheet, kind, columns) : sheet))
      // Answers about this sheet were given to another reading of it.
      const aside = new Map([...preview.aside].filter(([, finding]) => finding.sheetKey !== sheetKey))
      return workOut({ ...preview, sheets, aside }, null)
    },
    async answer(id, answers) {
      return workOut(withAnswers(require(id), answers), null)
    },
    async setAllAside(id) {
      let preview = require(id)
      for (let round = 0; round < asideRounds; round += 1) {
        const refused = preview.outcome.findings.filter(
          (finding) => finding.severity === 'refused' && isBlocking(finding),
        )
        if (refused.length === 0) break
        const answers = refused.map((finding) => ({ findingId: finding.id, value: 'set-aside' }))
        preview = await workOut(withAnswers(preview, answers), null)
      }
      return preview
    },
    discard: (id) => void previews.delete(id),
  }
}

/** The preview with answers given or taken back; an answer must be one of those its question offers. */
function withAnswers(preview: ImportPreview, given: readonly GivenAnswer[]): ImportPreview {
  const findings = new Map(preview.outcome.findings.map((finding) => [finding.id, finding]))
  const answers = new Map(preview.answers)
  const aside = new Map(preview.aside)
  for (const { findingId, value } of given) {
    const finding = findings.get(findingId)
    if (finding?.question == null) throw new AppError('E-NOT-FOUND', { what: findingId.slice(0, 80) })
    if (value !== null && !finding.question.options.some((option) => option.value === value))
      throw new AppError('E-ARG')
    answers.delete(findingId)
    const ownRow = finding.severity === 'refused' && finding.sheetKey !== null && finding.row !== null
    const key = ownRow ? rowKey(finding.sheetKey ?? '', finding.row ?? 0) : null
    if (key !== null) aside.delete(key)
    if (key !== null && value === 'set-aside') {
      aside.set(key, { ...finding, question: { ...finding.question, answer: value } })
    } else if (value !== null) answers.set(findingId, value)
  }
  return { ...preview, answers, aside }
}
