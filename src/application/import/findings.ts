import type { ImportField } from '#domain/import/fields.ts'
import type { AnswerCode, FindingSeverity, ImportReason } from '#domain/import/reasons.ts'
import type { PlacedCell } from '#domain/import/recognised-sheet.ts'
import {
  type AnswerOption,
  type CellMark,
  type Finding,
  type MarkedCell,
  type Question,
  rowKey,
} from './preview-model.ts'

/** Where a finding stands. */
export interface Place {
  readonly sheetKey: string
  readonly row: number
  readonly column?: number | null | undefined
  readonly field?: ImportField | null
}

type Params = Readonly<Record<string, string | number>>

/** Collects findings, the marks of cells and the answers given, while an import is worked out. */
export interface FindingCollector {
  /** A row that cannot be taken in; the user may set it aside, or choose one of `options`. Gives the answer that holds. */
  refuse(place: Place, code: ImportReason, params?: Params, options?: readonly AnswerOption[]): string | null
  /** A question. With `suggested` it is shown but does not hold the import up. Gives the answer that holds, or null. */
  ask(
    id: string,
    place: Place,
    code: ImportReason,
    params: Params,
    options: readonly AnswerOption[],
    suggested?: string | null,
  ): string | null
  /** A remark on one row. */
  warn(place: Place, code: ImportReason, params?: Params): void
  /** A remark gathered over the rows of one column. */
  note(place: Place | { readonly sheetKey: string }, code: ImportReason, params?: Params, count?: number): void
  mark(sheetKey: string, row: number, column: number | undefined, mark: CellMark, old?: string | null): void
  readonly findings: readonly Finding[]
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, MarkedCell>>>
  readonly refusedRows: ReadonlySet<string>
  readonly openRows: ReadonlySet<string>
}

const strength: Readonly<Record<CellMark, number>> = { new: 0, changed: 1, info: 2, warning: 3, open: 4, refused: 5 }
/** Remarks about a column as a whole: marking each of its cells would say nothing. */
const wholeColumn = new Set<ImportReason>([
  'grade-in-rank',
  'new-unit',
  'office-id',
  'kind-assumed',
  'unmapped-column',
  'csv-uneven',
])
const setAside: AnswerOption = { value: 'set-aside', code: 'set-aside', label: '' }

export const fixedOption = (code: AnswerCode): AnswerOption => ({ value: code, code, label: '' })
export const namedOption = (value: string, label: string): AnswerOption => ({ value, code: null, label })

/** The place of a cell in its row. A cell of the two-person block stands in a row of its own. */
export function placeOf(sheetKey: string, row: number, cell: PlacedCell | undefined, field?: ImportField): Place {
  return { sheetKey, row, column: cell?.row === undefined ? cell?.column : null, field: field ?? null }
}

export function createFindings(answers: ReadonlyMap<string, string>): FindingCollector {
  const findings = new Map<string, Finding>()
  const marks = new Map<string, Map<number, Map<number, MarkedCell>>>()
  const refusedRows = new Set<string>()
  const openRows = new Set<string>()

  function mark(
    sheetKey: string,
    row: number,
    column: number | undefined | null,
    kind: CellMark,
    old: string | null = null,
  ) {
    if (column === undefined || column === null) return
    const ofSheet = marks.get(sheetKey) ?? new Map<number, Map<number, MarkedCell>>()
    marks.set(sheetKey, ofSheet)
    const ofRow = ofSheet.get(row) ?? new Map<number, MarkedCell>()
    ofSheet.set(row, ofRow)
    const known = ofRow.get(column)
    if (known !== undefined && strength[known.mark] > strength[kind]) return
    ofRow.set(column, { mark: kind, old: old ?? known?.old ?? null })
  }

  function add(
    id: string,
    severity: FindingSeverity,
    place: Place,
    code: ImportReason,
    params: Params,
    question: Question | null,
  ) {
    const known = findings.get(id)
    if (known !== undefined) findings.set(id, { ...known, count: known.count + 1 })
    else {
      const { sheetKey, row } = place
      findings.set(id, {
        id,
        severity,
        code,
        params,
        sheetKey,
        row,
        column: place.column ?? null,
        field: place.field ?? null,
        count: 1,
        question,
      })
    }
    if (severity !== 'info') mark(place.sheetKey, place.row, place.column, severity)
  }

  const answered = (id: string, options: readonly AnswerOption[]) => {
    const answer = answers.get(id)
    return answer !== undefined && options.some((option) => option.value === answer) ? answer : null
  }

  return {
    refuse(place, code, params = {}, options = []) {
      const key = rowKey(place.sheetKey, place.row)
      const id = options.length === 0 ? `${key}:${code}:${place.column ?? ''}` : `${key}:${code}`
      const all = [...options, setAside]
      const answer = answered(id, all)
      add(id, 'refused', place, code, params, { options: all, suggested: null, answer })
      if (answer === null || answer === 'set-aside') refusedRows.add(key)
      return answer
    },
    ask(id, place, code, params, options, suggested = null) {
      const answer = answered(id, options)
      const holds = answer ?? suggested
      add(id, suggested === null ? 'open' : 'warning', place, code, params, { options, suggested, answer })
      if (holds === null) openRows.add(rowKey(place.sheetKey, place.row))
      return holds
    },
    warn(place, code, params = {}) {
      add(`${rowKey(place.sheetKey, place.row)}:${code}:${place.column ?? ''}`, 'warning', place, code, params, null)
    },
    note(place, code, params = {}, count = 1) {
      const column = 'column' in place ? (place.column ?? null) : null
      const id = `note:${place.sheetKey}:${code}:${column ?? ''}:${code === 'new-unit' || code === 'unmapped-column' ? Object.values(params).join('|') : ''}`
      const known = findings.get(id)
      const row = 'row' in place ? place.row : null
      const field = 'field' in place ? (place.field ?? null) : null
      findings.set(
        id,
        known === undefined
          ? { id, severity: 'info', code, params, sheetKey: place.sheetKey, row, column, field, count, question: null }
          : { ...known, count: known.count + count },
      )
      if (row !== null && !wholeColumn.has(code)) mark(place.sheetKey, row, column, 'info')
    },
    mark,
    get findings() {
      return [...findings.values()]
    },
    marks,
    refusedRows,
    openRows,
  }
}
