import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type {
  CalibrationTask,
  Calibrator,
  ComputedCalibration,
  RunningCalibration,
} from '#application/ports/calibration-store.ts'
import type { Refusal } from '#contract/reply.ts'
import { AppError } from '#domain/app-error.ts'
import { calibrateHere } from '../calibrate-here.ts'

export type CalibrationAnswer =
  | { readonly kind: 'computed'; readonly computed: ComputedCalibration }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** So many cases take less time than starting a thread. Measured: docs/decisions/0020. */
const from = 500

/** How often whoever waits looks whether it is to stop. */
const moment = 100

/** Computes calibrations of many people on a thread for each, so that the engine goes on answering. */
export const calibrateBeside =
  (program = join(import.meta.dirname, 'calibrate-thread.js')): Calibrator =>
  (task) =>
    task.input.cases.length < from ? calibrateHere(task) : startThread(program, task)

function startThread(program: string, task: CalibrationTask): RunningCalibration {
  const thread = new Worker(program, { workerData: task })
  const done = new Promise<ComputedCalibration>((resolve, reject) => {
    thread.once('message', (answer: CalibrationAnswer) => {
      if (answer.kind === 'computed') resolve(answer.computed)
      else reject(new AppError(answer.refusal.code, answer.refusal.params))
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The calibration ended without an answer.')))
  })
  // Whoever waits hears of it; one that was stopped is nobody's error.
  done.catch(() => undefined)
  return {
    done,
    aWhile: () => Promise.race([done.then(() => true), later(moment)]),
    stop: () => void thread.terminate(),
  }
}

const later = (milliseconds: number) =>
  new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), milliseconds)
  })
