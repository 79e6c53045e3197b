import { computeCalibration } from '#application/calibration/compute-calibration.ts'
import type { Calibrator } from '#application/ports/calibration-store.ts'
import { packText } from '#data/repositories/calibration-texts.ts'
import { hashing } from '#data/repositories/sha256.ts'

/** Computes in the engine's own thread: for tests, and for a command line that has nobody else to answer. */
export const calibrateHere: Calibrator = (task) => {
  const done = (async () => computeCalibration(task, { hashing, texts: { pack: packText } }))()
  return { done, aWhile: () => done.then(() => true), stop: () => undefined }
}
