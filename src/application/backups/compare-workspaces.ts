import {
  type FieldDifference,
  parsedRow,
  type RecordedRow,
  rowDifferences,
} from '#application/ledger/row-differences.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { Hashing, LedgerReader } from '#application/ports/ledger-reader.ts'
import type { TableName } from '#application/ports/tables.ts'

/** Rows of one kind by what a restoration does to them. */
export interface TableDifference {
  readonly table: TableName
  /** In the file, not in the copy. */
  readonly gone: number
  /** In the copy, not in the file. */
  readonly back: number
  readonly changed: number
}

/** One rating, score or decision that would change. */
export interface RatingDifference {
  readonly table: TableName
  readonly about: string | null
  readonly kind: 'gone' | 'back' | 'changed'
  readonly rowId: string
  readonly fields: readonly { readonly column: string; readonly present: Value; readonly restored: Value }[]
}
type Value = FieldDifference['found']

export interface WorkspaceDifferences {
  readonly current: {
    readonly entries: number
    readonly since: number
    readonly lastAt: string | null
    readonly onlyInCopy: number
  }
  readonly tables: readonly TableDifference[]
  /** The first 200; `ratingsFound` counts all of them, `people` whom they are about. */
  readonly ratings: readonly RatingDifference[]
  readonly ratingsFound: number
  readonly people: number
}

interface Comparison {
  readonly current: LedgerReader
  readonly copy: LedgerReader
  readonly hashing: Pick<Hashing, 'fingerprint'>
  readonly job: Job
}

const rowsAtATime = 1000
const shownRatings = 200
const ratingTables: ReadonlySet<TableName> = new Set(['assessment', 'resultScore', 'behaviourScore', 'decision'])

/**
 * What would change if the copy took the place of the file: every table row by row, so that it holds for files whose
 * histories have parted, too; ratings, scores and decisions with their people.
 */
export async function compareWorkspaces({ current, copy, hashing, job }: Comparison): Promise<WorkspaceDifferences> {
  const collected = collect(current, copy)
  const tables: TableDifference[] = []
  for (const [position, table] of current.tables.entries()) {
    job.report('compare', position, current.tables.length)
    const known = await fingerprints(copy, table, hashing, job)
    const figures = { gone: 0, back: 0, changed: 0 }
    for await (const page of pages(current, table, job)) {
      for (const row of page) {
        const then = known.get(row.id)
        known.delete(row.id)
        if (then === undefined) {
          figures.gone += 1
          collected.add({ table, kind: 'gone', rowId: row.id }, row.text, null)
        } else if (then.mark !== hashing.fingerprint(row.text)) {
          figures.changed += 1
          collected.add({ table, kind: 'changed', rowId: row.id }, row.text, () => rowAt(copy, table, then.position))
        }
      }
    }
    for (const [rowId, { position: place }] of known) {
      figures.back += 1
      collected.add({ table, kind: 'back', rowId }, null, () => rowAt(copy, table, place))
    }
    if (figures.gone + figures.back + figures.changed > 0) tables.push({ table, ...figures })
  }
  return { current: historyOf(current, copy), tables, ...collected.all() }
}

/** How far the two histories run together: the last entry both have, found by halving. */
function historyOf(current: LedgerReader, copy: LedgerReader): WorkspaceDifferences['current'] {
  const head = current.head()
  let shared = 0
  let beyond = Math.min(head.count, copy.head().count) + 1
  while (beyond - shared > 1) {
    const middle = Math.floor((shared + beyond) / 2)
    if (current.hashAt(middle) === copy.hashAt(middle)) shared = middle
    else beyond = middle
  }
  return {
    entries: head.count,
    since: head.count - shared,
    lastAt: current.entries(head.count - 1, 1)[0]?.at ?? null,
    onlyInCopy: copy.head().count - shared,
  }
}

async function fingerprints(reader: LedgerReader, table: TableName, hashing: Comparison['hashing'], job: Job) {
  const known = new Map<string, { readonly mark: number; readonly position: number }>()
  for await (const page of pages(reader, table, job)) {
    for (const { id, text, position } of page) known.set(id, { mark: hashing.fingerprint(text), position })
  }
  return known
}

async function* pages(reader: LedgerReader, table: TableName, job: Job) {
  let position = Number.MIN_SAFE_INTEGER
  for (;;) {
    const page = reader.rows(table, position, rowsAtATime)
    yield page
    await job.pause()
    position = page.at(-1)?.position ?? position
    if (page.length < rowsAtATime) return
  }
}

const rowAt = (reader: LedgerReader, table: TableName, position: number): string | null =>
  reader.rows(table, position - 1, 1)[0]?.text ?? null

/** Gathers the rows that rate somebody, with names from the file, else from the copy. */
function collect(current: LedgerReader, copy: LedgerReader) {
  const ratings: RatingDifference[] = []
  const people = new Set<string>()
  let found = 0
  const rows = rowsById(current, copy)

  return {
    add(
      row: Pick<RatingDifference, 'table' | 'kind' | 'rowId'>,
      now: string | null,
      thenOf: (() => string | null) | null,
    ) {
      if (!ratingTables.has(row.table)) return
      found += 1
      const then = thenOf?.() ?? null
      const personId = personOf(parsedRow(now ?? then), rows)
      if (personId !== null) people.add(personId)
      if (ratings.length >= shownRatings) return
      const about = personId === null ? null : rows('employee', personId)?.name
      ratings.push({ ...row, about: typeof about === 'string' ? about : null, fields: fieldsOf(now, then) })
    },
    all: () => ({ ratings, ratingsFound: found, people: people.size }),
  }
}

/** The columns that differ; of a row on one side only, all it holds. The ids that tie rows together say nothing. */
function fieldsOf(now: string | null, then: string | null): RatingDifference['fields'] {
  const fields =
    now === null
      ? rowDifferences(parsedRow(then), '{}').map(({ column, recorded }) => ({
          column,
          present: null,
          restored: recorded,
        }))
      : rowDifferences(parsedRow(now), then ?? '{}').map(({ column, recorded, found }) => ({
          column,
          present: recorded,
          restored: found,
        }))
  return fields.filter(({ column }) => !isTie(column))
}

const isTie = (column: string) => column === 'id' || column.endsWith('_id')

type RowsById = (table: 'employee' | 'assessment', id: string) => RecordedRow | null

function personOf(row: RecordedRow | null, rows: RowsById): string | null {
  if (row === null) return null
  if (typeof row.employee_id === 'string') return row.employee_id
  const owner = typeof row.assessment_id === 'string' ? rows('assessment', row.assessment_id) : null
  return typeof owner?.employee_id === 'string' ? owner.employee_id : null
}

function rowsById(current: LedgerReader, copy: LedgerReader): RowsById {
  return (table, id) => parsedRow(current.row(table, id) ?? copy.row(table, id))
}
