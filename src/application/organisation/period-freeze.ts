import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { PeriodId } from '#domain/model/ids.ts'

/** From the moment a meeting of the period is opened, its rule packs and scoring stay as they are. */
export const isFrozen = (tables: ReadTables, periodId: PeriodId): boolean =>
  tables.meeting.where({ periodId }).some((meeting) => meeting.openedAt !== null)

/** Refuses (E-RULE-PERIOD-FROZEN) once a meeting of the period has been opened. */
export function refuseFrozen(tables: ReadTables, periodId: PeriodId): void {
  if (isFrozen(tables, periodId)) throw new AppError('E-RULE-PERIOD-FROZEN')
}
