import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { headingKey } from '#domain/import/headings.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { createDirectory } from './directory.ts'
import { createDrafts } from './draft-tables.ts'
import { createFindings } from './findings.ts'
import { emptyMemory, type Planning, type RowRef } from './planning.ts'
import { type Finding, type PreviewSheet, rowKey, type SourceFile } from './preview-model.ts'
import { shiftedBlock } from './shifted-rows.ts'

/** One import as the user left it: the files and sheets, the answers given, the rows set aside. */
export interface WorkOutInput {
  readonly files: readonly SourceFile[]
  readonly sheets: readonly PreviewSheet[]
  readonly periodId: PeriodId
  readonly answers: ReadonlyMap<string, string>
  /** Findings of rows set aside, kept so that the list still shows them. */
  readonly aside: ReadonlyMap<string, Finding>
  readonly idFor: (kind: string, key: string) => string
}

/** What the takers share, before the first row: the workspace as it is, and nothing found yet. */
export function planningFor(
  tables: ReadTables,
  environment: Environment,
  input: WorkOutInput,
  period: Period,
  periods: readonly Period[],
  touched: Map<string, 'new' | 'changed'>,
): Planning {
  const drafts = createDrafts(
    tables,
    periods.map(({ id }) => id),
    (name) => headingKey(name),
  )
  const directory = createDirectory()
  for (const employee of drafts.employee.all()) directory.add(employee)
  for (const placement of tables.placement.where({ periodId: period.id }))
    directory.addPost(placement.employeeId, placement.post)
  const frozen = tables.meeting.all().filter((meeting) => meeting.state !== 'planned')
  return {
    tables,
    drafts,
    directory,
    findings: createFindings(input.answers),
    idFor: input.idFor,
    newId: () => environment.newId(),
    today: environment.now().slice(0, 10),
    period,
    periods,
    frozen: new Set(frozen.map((meeting) => meeting.periodId)),
    touch(ref, what) {
      const key = rowKey(ref.sheet.key, ref.row.index)
      if (touched.get(key) !== 'new') touched.set(key, what)
    },
    memory: emptyMemory(),
  }
}

/** The rows to take, of all sheets in order; a block with shifted columns is put right first, or left out. */
export function rowsOf(input: WorkOutInput, planning: Planning): RowRef[] {
  const refs: RowRef[] = []
  for (const sheet of input.sheets) {
    const { kind, rows } = sheet.recognised
    if (kind === null || !sheet.included) continue
    const shifted = kind === 'staff' ? shiftedBlock(planning, sheet) : null
    for (const row of rows) {
      if (input.aside.has(rowKey(sheet.key, row.index))) continue
      const realigned = shifted?.get(row)
      if (realigned !== null) refs.push({ sheet, kind, row: realigned ?? row })
    }
  }
  return refs
}
