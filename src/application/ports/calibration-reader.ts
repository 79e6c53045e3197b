/** Reads for the calibration that the staff rows do not carry. */
export interface CalibrationReader {
  /** Who gave each assessment of the period, by employee: the supervisor at that time, who may have moved on since. */
  givers(periodId: string): ReadonlyMap<string, string>
}
