import type { ReadTables, TableEntities } from '#application/ports/tables.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Supervision } from '#domain/model/placement.ts'

/** The kinds of rows an import writes, in the order in which new ones must be inserted. */
export const draftedTables = [
  'unit',
  'employee',
  'placement',
  'supervision',
  'workPlan',
  'workResult',
  'indicator',
  'assessment',
  'resultScore',
  'behaviourScore',
  'behaviourExpectation',
  'feedback',
  'organisationResult',
] as const
export type DraftedTable = (typeof draftedTables)[number]

/** Rows as they will be: what is stored, changed by the import, found by what makes them one of a kind. */
export interface DraftTable<Entity extends { id: string }> {
  find(key: string): Entity | undefined
  get(id: string): Entity | undefined
  put(entity: Entity): void
  all(): Iterable<Entity>
  isNew(id: string): boolean
  stored(id: string): Entity | undefined
  readonly inserted: () => readonly Entity[]
  readonly updated: () => readonly Entity[]
}

export type Drafts = { readonly [Name in DraftedTable]: DraftTable<TableEntities[Name]> }

function draftTable<Entity extends { id: string }>(
  load: () => readonly Entity[],
  keyOf: (entity: Entity) => string,
): DraftTable<Entity> {
  const before = new Map<string, Entity>()
  const now = new Map<string, Entity>()
  const byKey = new Map<string, string>()
  const touched = new Set<string>()
  let loaded = false

  function ready() {
    if (loaded) return
    loaded = true
    for (const entity of load()) {
      before.set(entity.id, entity)
      now.set(entity.id, entity)
      byKey.set(keyOf(entity), entity.id)
    }
  }

  return {
    find(key) {
      ready()
      const id = byKey.get(key)
      return id === undefined ? undefined : now.get(id)
    },
    get(id) {
      ready()
      return now.get(id)
    },
    put(entity) {
      ready()
      const known = now.get(entity.id)
      if (known !== undefined) byKey.delete(keyOf(known))
      now.set(entity.id, entity)
      byKey.set(keyOf(entity), entity.id)
      touched.add(entity.id)
    },
    all() {
      ready()
      return now.values()
    },
    isNew: (id) => touched.has(id) && !before.has(id),
    stored: (id) => before.get(id),
    inserted: () => [...touched].filter((id) => !before.has(id)).flatMap((id) => now.get(id) ?? []),
    updated: () =>
      [...touched].filter((id) => before.has(id) && before.get(id) !== now.get(id)).flatMap((id) => now.get(id) ?? []),
  }
}

const byEnd = (a: Supervision, b: Supervision) =>
  (a.toDate ?? '9999').localeCompare(b.toDate ?? '9999') || (a.fromDate ?? '').localeCompare(b.fromDate ?? '')

export const draftKey = (...parts: readonly (string | number)[]): string => parts.join('\u0001')

/** Drafts over what is stored for the periods concerned; each kind of row is read when it is first needed. */
export function createDrafts(
  tables: ReadTables,
  periodIds: readonly PeriodId[],
  unitKey: (name: string) => string,
): Drafts {
  const inPeriods = <Row>(read: (periodId: PeriodId) => readonly Row[]) => periodIds.flatMap((id) => [...read(id)])
  const planIds = () => inPeriods((periodId) => tables.workPlan.where({ periodId })).map((plan) => plan.id)
  const resultIds = () => tables.workResult.whereIn('workPlanId', planIds()).map((result) => result.id)
  const assessmentIds = () => inPeriods((periodId) => tables.assessment.where({ periodId })).map((row) => row.id)
  return {
    unit: draftTable(
      () => tables.unit.all(),
      (row) => unitKey(row.name),
    ),
    employee: draftTable(
      () => tables.employee.all(),
      (row) => row.id,
    ),
    placement: draftTable(
      () => inPeriods((periodId) => tables.placement.where({ periodId })),
      (row) => draftKey(row.periodId, row.employeeId),
    ),
    // The last one of a period is the rater of record: later rows replace earlier ones under the same key.
    supervision: draftTable(
      () => inPeriods((periodId) => tables.supervision.where({ periodId })).toSorted(byEnd),
      (row) => draftKey(row.periodId, row.employeeId),
    ),
    workPlan: draftTable(
      () => inPeriods((periodId) => tables.workPlan.where({ periodId })),
      (row) => draftKey(row.periodId, row.employeeId),
    ),
    workResult: draftTable(
      () => tables.workResult.whereIn('workPlanId', planIds()),
      (row) => draftKey(row.workPlanId, row.number),
    ),
    indicator: draftTable(
      () => tables.indicator.whereIn('workResultId', resultIds()),
      (row) => draftKey(row.workResultId, row.number),
    ),
    assessment: draftTable(
      () => inPeriods((periodId) => tables.assessment.where({ periodId })),
      (row) => draftKey(row.periodId, row.employeeId),
    ),
    resultScore: draftTable(
      () => tables.resultScore.whereIn('assessmentId', assessmentIds()),
      (row) => draftKey(row.assessmentId, row.workResultId),
    ),
    behaviourScore: draftTable(
      () => tables.behaviourScore.whereIn('assessmentId', assessmentIds()),
      (row) => draftKey(row.assessmentId, row.value),
    ),
    behaviourExpectation: draftTable(
      () => inPeriods((periodId) => tables.behaviourExpectation.where({ periodId })),
      (row) => draftKey(row.periodId, row.employeeId, row.value),
    ),
    feedback: draftTable(
      () => inPeriods((periodId) => tables.feedback.where({ periodId })),
      (row) => draftKey(row.periodId, row.employeeId, row.fromRole, row.about, row.givenOn ?? '', row.text),
    ),
    organisationResult: draftTable(
      () => inPeriods((periodId) => tables.organisationResult.where({ periodId })),
      (row) => draftKey(row.periodId, row.unitId),
    ),
  }
}
