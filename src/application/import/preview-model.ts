import type { Sheet, WorkbookNote } from '#application/ports/table-reader.ts'
import type { ImportField } from '#domain/import/fields.ts'
import type { AnswerCode, FindingSeverity, ImportReason } from '#domain/import/reasons.ts'
import type { RecognisedSheet } from '#domain/import/recognised-sheet.ts'

/** A file as read, kept by the engine while its import is being looked at. */
export interface SourceFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly format: 'xlsx' | 'csv'
  readonly csv: { readonly delimiter: string; readonly encoding: string } | null
  readonly notes: readonly WorkbookNote[]
  readonly sheets: readonly Sheet[]
}

/** How the columns of a sheet were matched: by their headings, from an earlier import, or by hand. */
export type MappingOrigin = 'recognised' | 'remembered' | 'manual'

/** A sheet with what was recognised in it; `key` names it within the preview. */
export interface PreviewSheet {
  readonly key: string
  readonly file: number
  readonly name: string
  readonly sheet: Sheet
  readonly recognised: RecognisedSheet
  readonly origin: MappingOrigin
  /** False: the user leaves this sheet out. */
  readonly included: boolean
}

export interface AnswerOption {
  readonly value: string
  /** A fixed answer … */
  readonly code: AnswerCode | null
  /** … or a person, period or text by its own name. */
  readonly label: string
}

export interface Question {
  readonly options: readonly AnswerOption[]
  /** Holds until the user answers otherwise; null: the user must answer. */
  readonly suggested: string | null
  readonly answer: string | null
}

/** One thing to know or to answer, with its place. Rows and columns are indices of the sheet as read. */
export interface Finding {
  /** Stays the same when the import is worked out again, so that an answer finds its question. */
  readonly id: string
  readonly severity: FindingSeverity
  readonly code: ImportReason
  readonly params: Readonly<Record<string, string | number>>
  readonly sheetKey: string | null
  readonly row: number | null
  readonly column: number | null
  readonly field: ImportField | null
  /** Rows concerned; above 1 the place is the first of them. */
  readonly count: number
  readonly question: Question | null
}

export type CellMark = 'new' | 'changed' | 'info' | 'warning' | 'open' | 'refused'

export interface MarkedCell {
  readonly mark: CellMark
  /** What stands in the workspace now, for a changed cell. */
  readonly old: string | null
}

export type RowState = 'new' | 'changed' | 'unchanged' | 'skipped' | 'open' | 'refused' | 'aside'

/** What an import would do, worked out for the current mapping and answers. Nothing of it is written yet. */
export interface ImportOutcome {
  readonly findings: readonly Finding[]
  readonly rowStates: ReadonlyMap<string, ReadonlyMap<number, RowState>>
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, MarkedCell>>>
  readonly counts: Readonly<Record<RowState, number>>
  readonly newUnits: readonly string[]
  readonly newPersons: number
  readonly changedPersons: number
}

/** A finding keeps the import from being written until it is answered. */
export const isBlocking = (finding: Finding): boolean =>
  (finding.severity === 'refused' || finding.severity === 'open') &&
  (finding.question === null || (finding.question.answer ?? finding.question.suggested) === null)

export const rowKey = (sheetKey: string, row: number): string => `row:${sheetKey}:${row}`
