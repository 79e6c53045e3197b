import type { Assessment } from '#domain/model/assessment.ts'

/**
 * The assessment of a person before the supervisor gave any level: nothing rated, nothing written.
 * @example blankAssessment({ id, periodId, employeeId, supervisorId }) // { …, workLevel: null, workLevelReason: '', … }
 */
export function blankAssessment(of: Pick<Assessment, 'id' | 'periodId' | 'employeeId' | 'supervisorId'>): Assessment {
  return {
    ...of,
    workLevel: null,
    workLevelReason: '',
    behaviourLevel: null,
    behaviourLevelReason: '',
    printedPredicate: null,
    note: '',
  }
}
