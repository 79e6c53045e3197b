import { parentPort, workerData } from 'node:worker_threads'
import { computeCalibration } from '#application/calibration/compute-calibration.ts'
import type { CalibrationTask } from '#application/ports/calibration-store.ts'
import { packText } from '#data/repositories/calibration-texts.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { AppError } from '#domain/app-error.ts'
import type { CalibrationAnswer } from './calibrate-beside.ts'

/** The program of the thread that computes one dimension of a calibration. */
if (parentPort === null) throw new Error('This program runs on a thread.')
parentPort.postMessage(answer(workerData as CalibrationTask))

function answer(task: CalibrationTask): CalibrationAnswer {
  try {
    return { kind: 'computed', computed: computeCalibration(task, { hashing, texts: { pack: packText } }) }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', refusal: { code: error.code, params: error.params } }
    throw error
  }
}
