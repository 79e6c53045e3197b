import type { ReadTables, TableEntities } from '#application/ports/tables.ts'
import { type DecimalMark, decimalMark } from '#domain/import/column-numbers.ts'
import type { ImportField, SheetKind } from '#domain/import/fields.ts'
import type { PlacedCell, SourceRow } from '#domain/import/recognised-sheet.ts'
import { cellText, tidyText } from '#domain/import/table-cell.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { PersonDirectory } from './directory.ts'
import type { DraftedTable, Drafts, DraftTable } from './draft-tables.ts'
import { type FindingCollector, fixedOption, type Place, placeOf } from './findings.ts'
import type { PreviewSheet } from './preview-model.ts'

/** Everything the takers of one import share while it is worked out. */
export interface Planning {
  readonly tables: ReadTables
  readonly drafts: Drafts
  readonly directory: PersonDirectory
  readonly findings: FindingCollector
  /** An id that stays the same each time this import is worked out, so that an answer may name a new person. */
  readonly idFor: (kind: string, key: string) => string
  readonly newId: () => string
  readonly today: string
  /** The period chosen on the screen; rows without a period column belong to it. */
  readonly period: Period
  readonly periods: readonly Period[]
  /** Periods whose assessments the opened meeting has frozen. */
  readonly frozen: ReadonlySet<PeriodId>
  /** Marks the row as bringing something new or changed. */
  touch(ref: RowRef, what: 'new' | 'changed'): void
  readonly memory: PlanningMemory
}

/** What later takers need to know of earlier ones. */
export interface PlanningMemory {
  /** First row on which a person, result or indicator was given, by key. */
  readonly seen: Map<
    string,
    { readonly row: number; readonly sheetKey: string; readonly text: string; readonly source: string }
  >
  readonly approachOf: Map<EmployeeId, 'qualitative' | 'quantitative'>
  readonly plansWithTargets: Set<string>
  readonly plansWithApproach: Set<string>
  readonly resolved: Map<string, EmployeeId | null>
  readonly periodOf: Map<string, PeriodId | null>
  readonly decimals: Map<string, DecimalMark | null>
  readonly cache: Map<string, unknown>
}

/** One row on its way. */
export interface RowRef {
  readonly sheet: PreviewSheet
  readonly kind: SheetKind
  readonly row: SourceRow
}

export const emptyMemory = (): PlanningMemory => ({
  seen: new Map(),
  approachOf: new Map(),
  plansWithTargets: new Set(),
  plansWithApproach: new Set(),
  resolved: new Map(),
  periodOf: new Map(),
  decimals: new Map(),
  cache: new Map(),
})

export const cellOf = (ref: RowRef, field: ImportField): PlacedCell | undefined => ref.row.cells.get(field)

/** The text of a field, tidied; '' when the cell is empty or the column is missing. */
export const textOf = (ref: RowRef, field: ImportField): string => {
  const placed = ref.row.cells.get(field)
  return placed === undefined ? '' : tidyText(cellText(placed.cell))
}

/** The text exactly as it stands in the file, but for white space at its ends: for targets and other wording. */
export const wordingOf = (ref: RowRef, field: ImportField): string => {
  const placed = ref.row.cells.get(field)
  return placed === undefined ? '' : cellText(placed.cell).trim()
}

export const placeIn = (ref: RowRef, field?: ImportField): Place =>
  placeOf(ref.sheet.key, ref.row.index, field === undefined ? undefined : ref.row.cells.get(field), field)

/** A spreadsheet error in a cell that would be stored: refused. */
export function refusesErrorCell(planning: Planning, ref: RowRef, fields: readonly ImportField[]): boolean {
  for (const field of fields) {
    const cell = ref.row.cells.get(field)?.cell
    if (cell?.kind !== 'error') continue
    planning.findings.refuse(placeIn(ref, field), 'cell-error', { text: cell.shown })
    return true
  }
  return false
}

/** A text longer than its field: refused by name rather than cut. */
export function refusesLongText(planning: Planning, ref: RowRef, field: ImportField, limit: number): boolean {
  const { length } = wordingOf(ref, field)
  if (length <= limit) return false
  planning.findings.refuse(placeIn(ref, field), 'text-too-long', { length })
  return true
}

/** The decimal mark of a column, decided from all its rows; null while the user has not answered. */
export function decimalsOf(planning: Planning, ref: RowRef, field: ImportField): DecimalMark | null {
  const key = `${ref.sheet.key}:${field}`
  const known = planning.memory.decimals.get(key)
  if (known !== undefined) return known
  const texts = ref.sheet.recognised.rows.flatMap((row) => {
    const cell = row.cells.get(field)?.cell
    return cell?.kind === 'text' ? [cell.text] : []
  })
  const mark = decimalMark(texts)
  const decided = mark === 'undecidable' ? askDecimals(planning, ref, field, texts) : mark
  planning.memory.decimals.set(key, decided)
  return decided
}

function askDecimals(
  planning: Planning,
  ref: RowRef,
  field: ImportField,
  texts: readonly string[],
): DecimalMark | null {
  const example = texts.find((text) => decimalMark([text]) === 'undecidable') ?? ''
  const answer = planning.findings.ask(
    `decimals:${ref.sheet.key}:${field}`,
    placeIn(ref, field),
    'number-ambiguous',
    { text: tidyText(example) },
    [fixedOption('decimal-comma'), fixedOption('decimal-point')],
  )
  if (answer === null) return null
  return answer === 'decimal-point' ? 'point' : 'comma'
}

/** What a field is called in the cells' marks: where each field of an entity came from. */
export type FieldSources<Entity> = Partial<Record<keyof Entity, ImportField>>

/**
 * Writes the given fields over a drafted row. A field that differs from what is stored is marked as changed with its old
 * words; nothing else is touched, so an empty cell never overwrites.
 */
export function patchDraft<Name extends DraftedTable>(
  planning: Planning,
  ref: RowRef,
  table: Name,
  entity: TableEntities[Name],
  patch: Partial<TableEntities[Name]>,
  sources: FieldSources<TableEntities[Name]>,
  show: (field: keyof TableEntities[Name], value: unknown) => string = (_, value) => String(value ?? ''),
): TableEntities[Name] {
  const drafts = planning.drafts[table] as unknown as DraftTable<TableEntities[Name]>
  const changed = (Object.keys(patch) as (keyof TableEntities[Name])[]).filter(
    (field) => patch[field] !== undefined && patch[field] !== entity[field],
  )
  if (changed.length === 0) return entity
  const next = { ...entity, ...patch }
  drafts.put(next)
  if (drafts.isNew(entity.id)) {
    planning.touch(ref, 'new')
    return next
  }
  planning.touch(ref, 'changed')
  const stored = drafts.stored(entity.id)
  for (const field of changed) {
    const source = sources[field]
    const placed = source === undefined ? undefined : ref.row.cells.get(source)
    if (placed === undefined || placed.row !== undefined) continue
    planning.findings.mark(ref.sheet.key, ref.row.index, placed.column, 'changed', show(field, stored?.[field]))
  }
  return next
}
