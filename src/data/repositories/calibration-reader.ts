import type { CalibrationReader } from '#application/ports/calibration-reader.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { sql } from '#data/store/sql.ts'

/** The calibration's reader: one text for a whole period, since ten thousand rows would cross one by one. */
export function calibrationReader(db: ReadableDatabase): CalibrationReader {
  return {
    givers(periodId) {
      const packed = db.value<string>(sql`SELECT json_group_array(json_array(employee_id, supervisor_id))
        FROM assessment WHERE period_id = ${periodId}`)
      return new Map(JSON.parse(packed ?? '[]') as [string, string][])
    },
  }
}
