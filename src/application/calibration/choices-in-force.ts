import type { ReadTables } from '#application/ports/tables.ts'
import { type CalibrationChoices, standardChoices } from '#domain/calibration/calibration-choices.ts'
import type { PeriodId } from '#domain/model/ids.ts'

export interface ChoicesInForce {
  readonly values: CalibrationChoices
  /** Empty where nobody chose anything. */
  readonly reason: string
  /** Null: the standard ones. */
  readonly chosenAt: string | null
  readonly chosenBy: string
}

/** What the calibration of a period is computed with until somebody chooses otherwise. */
export function choicesInForce(tables: ReadTables, periodId: PeriodId): ChoicesInForce {
  const [row] = tables.calibrationChoice.where({ periodId })
  if (row === undefined) return { values: standardChoices, reason: '', chosenAt: null, chosenBy: '' }
  const { choices, reason, chosenAt, chosenBy } = row
  return { values: choices, reason, chosenAt, chosenBy }
}
