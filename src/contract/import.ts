import { importFields, sheetKinds } from '#domain/import/fields.ts'
import { answerCodes, type ImportReason, importReasons } from '#domain/import/reasons.ts'
import { skipReasons } from '#domain/import/skipped-row.ts'
import { longText, shortText } from '#domain/model/common.ts'
import { periodId } from '#domain/model/ids.ts'
import { z } from '#domain/zod.ts'
import { command, job, jobId, nothing, query } from './define-contract.ts'

const path = z.string().min(1).max(4096)
const previewId = z.string().min(1).max(64)
const sheetKey = z.string().min(1).max(40)
const answerValue = z.string().max(80)

export const importSheetKind = z.enum(sheetKinds)
export const importField = z.enum(importFields)
export const importReason = z.enum(Object.keys(importReasons) as [ImportReason, ...ImportReason[]])
export const rowState = z.enum(['new', 'changed', 'unchanged', 'skipped', 'open', 'refused', 'aside'])
export const cellMark = z.enum(['new', 'changed', 'info', 'warning', 'open', 'refused'])

export const importQuestion = z.object({
  options: z.array(
    z.object({
      value: answerValue,
      /** A fixed answer with a sentence of its own; null: `label` is a person's, period's or office's own word. */
      code: z.enum(answerCodes).nullable(),
      label: z.string(),
    }),
  ),
  /** Holds until the user answers otherwise; null: the import waits for an answer. */
  suggested: answerValue.nullable(),
  answer: answerValue.nullable(),
})

/** One thing to know or to answer, named by sheet, row and column. */
export const importFinding = z.object({
  id: z.string(),
  severity: z.enum(['refused', 'open', 'warning', 'info']),
  code: importReason,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  sheetKey: sheetKey.nullable(),
  sheet: z.string(),
  /** The number a spreadsheet shows beside the row. */
  row: z.number().int().nullable(),
  /** The row in `import.rows`. */
  rowIndex: z.number().int().nullable(),
  /** Column letter. */
  column: z.string().nullable(),
  field: importField.nullable(),
  heading: z.string(),
  count: z.number().int(),
  /** True: the import cannot be written before this is answered. */
  blocking: z.boolean(),
  question: importQuestion.nullable(),
})
export type ImportFinding = z.infer<typeof importFinding>

const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  open: z.number().int(),
  refused: z.number().int(),
  aside: z.number().int(),
})

export const importSheet = z.object({
  key: sheetKey,
  file: z.number().int(),
  name: z.string(),
  hidden: z.boolean(),
  included: z.boolean(),
  kind: importSheetKind.nullable(),
  origin: z.enum(['recognised', 'remembered', 'manual']),
  /** Number of the row with the headings. */
  headerRow: z.number().int().nullable(),
  rowCount: z.number().int(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      letter: z.string(),
      heading: z.string(),
      field: importField.nullable(),
      /** First filled cell below the heading. */
      sample: z.string(),
    }),
  ),
  skipped: z.array(z.object({ reason: z.enum(skipReasons), count: z.number().int() })),
  counts,
})
export type ImportSheet = z.infer<typeof importSheet>

export const importPreview = z.object({
  previewId,
  periodId,
  periodName: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      format: z.enum(['xlsx', 'csv']),
      delimiter: z.string().nullable(),
      encoding: z.string().nullable(),
    }),
  ),
  sheets: z.array(importSheet),
  counts,
  /** Rows that will be written: new, changed and unchanged. */
  rowsToImport: z.number().int(),
  /** Things that must be answered first. */
  blocking: z.number().int(),
  newUnits: z.array(z.string()),
  newPersons: z.number().int(),
  /** At most the first 400, those to be answered first. */
  findings: z.array(importFinding),
  findingCount: z.number().int(),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importRow = z.object({
  index: z.number().int(),
  number: z.number().int(),
  state: rowState,
  skipped: z.enum(skipReasons).nullable(),
  cells: z.array(z.object({ text: z.string(), mark: cellMark.nullable(), old: z.string().nullable() })),
})
export type ImportRow = z.infer<typeof importRow>

export const importResult = z.object({
  rowsTaken: z.number().int(),
  rowsNew: z.number().int(),
  rowsChanged: z.number().int(),
  rowsUnchanged: z.number().int(),
  rowsSetAside: z.number().int(),
  rowsSkipped: z.number().int(),
  newPersons: z.number().int(),
  newUnits: z.array(z.string()),
})

const language = z.enum(['id', 'en'])

export const importCalls = {
  /** Reads and recognises files; nothing is written. Cancelled through `jobs.cancel`. */
  'import.preview': job({
    input: z.object({
      jobId,
      paths: z.array(path).min(1).max(40),
      /** Where rows without a period column belong. */
      periodId,
      /** CSV only; detected otherwise. */
      delimiter: z.enum([',', ';', '|', '\t']).nullable().default(null),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable().default(null),
    }),
    output: importPreview,
  }),
  /** The preview as it stands, for a screen that comes back to it. */
  'import.state': query({ input: z.object({ previewId }), output: importPreview }),
  /** Kind and columns of one sheet by hand; columns not named keep what their heading says. Kind null leaves the sheet out. */
  'import.remap': command({
    input: z.object({
      previewId,
      sheetKey,
      kind: importSheetKind.nullable(),
      columns: z.array(z.object({ index: z.number().int().min(0).max(1_000), field: importField.nullable() })).max(300),
    }),
    output: importPreview,
  }),
  /** Answers to open questions; a value of null takes an answer back. */
  'import.answer': command({
    input: z.object({
      previewId,
      answers: z
        .array(z.object({ findingId: z.string().max(20_000), value: answerValue.nullable() }))
        .min(1)
        .max(5_000),
    }),
    output: importPreview,
  }),
  /** Sets every refused row aside, also those refused because another row is set aside. */
  'import.setAllAside': command({ input: z.object({ previewId }), output: importPreview }),
  'import.rows': query({
    input: z.object({
      previewId,
      sheetKey,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(1_000),
      filter: z.enum(['all', 'problems', 'changes']),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(importRow) }),
  }),
  /** Writes everything as one command, or nothing. */
  'import.commit': job({ input: z.object({ jobId, previewId }), output: importResult }),
  'import.discard': command({ input: z.object({ previewId }), output: nothing }),
  /** An empty workbook with the headings of one kind of sheet, and a sheet with examples. */
  'import.template': command({
    input: z.object({ kind: importSheetKind, path }),
    output: z.object({ path }),
  }),
  /** Every finding as a table, with its sentence. */
  'import.problems': command({
    input: z.object({ previewId, path, format: z.enum(['csv', 'xlsx']), language }),
    output: z.object({ path, count: z.number().int() }),
  }),
  /** Files imported so far, latest first. */
  'import.runs': query({
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        importedAt: z.string(),
        fileName: shortText,
        sha256: z.string(),
        sheetKinds: z.array(longText),
        rowsTaken: z.number().int(),
        rowsSetAside: z.number().int(),
      }),
    ),
  }),
}
