import { type EmployeeId, supervisionId } from '#domain/model/ids.ts'
import type { Supervision } from '#domain/model/placement.ts'
import { draftKey } from './draft-tables.ts'
import { type Planning, patchDraft, placeIn, type RowRef } from './planning.ts'
import { raterOfRow, reviewingFields, supervisorFields } from './resolve-person.ts'

/** Takes who rates whom from a row whose person is known. Nobody rates himself or herself (R08). */
export function takeSupervision(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: Supervision['periodId'],
) {
  const supervisor = raterOfRow(planning, ref, supervisorFields)
  const reviewing = raterOfRow(planning, ref, reviewingFields)
  const known = planning.drafts.supervision.find(draftKey(periodId, person))
  const reviewingSuperiorId = reviewing.kind === 'rater' && reviewing.id !== person ? reviewing.id : null
  if (supervisor.kind === 'rater' && supervisor.id === person) {
    planning.findings.refuse(placeIn(ref, raterField(ref)), 'self-rated', { name: planning.directory.nameOf(person) })
    return
  }
  const name = (_: keyof Supervision, value: unknown) => planning.directory.nameOf(String(value ?? '') as EmployeeId)
  if (known !== undefined) {
    const patch = {
      ...(supervisor.kind === 'rater' ? { supervisorId: supervisor.id } : {}),
      ...(reviewingSuperiorId === null ? {} : { reviewingSuperiorId }),
    }
    patchDraft(
      planning,
      ref,
      'supervision',
      known,
      patch,
      { supervisorId: raterField(ref), reviewingSuperiorId: 'reviewingName' },
      name,
    )
    return
  }
  if (supervisor.kind !== 'rater') return
  planning.drafts.supervision.put({
    id: supervisionId.parse(planning.newId()),
    periodId,
    employeeId: person,
    supervisorId: supervisor.id,
    fromDate: null,
    toDate: null,
    reviewingSuperiorId,
    reason: '',
  })
  planning.touch(ref, 'new')
}

const raterField = (ref: RowRef) =>
  (['supervisorNip', 'supervisorName', 'supervisorOfficeId'] as const).find((field) => ref.row.cells.has(field)) ??
  'supervisorName'
