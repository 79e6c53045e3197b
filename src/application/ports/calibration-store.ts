import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import type { CalibrationOptions } from '#domain/calibration/calibration-options.ts'
import type { InputChange } from '#domain/calibration/input-change.ts'
import type { CalibratedDimension } from '#domain/model/calibration-record.ts'

/** A text under the SHA-256 of its UTF-8 bytes, packed for keeping. */
export interface PackedText {
  readonly hash: string
  readonly packed: Uint8Array
}

/** The long texts of stored calibrations: written once under their hash, never changed. */
export interface CalibrationTexts {
  /** Inside a command only; a text that is there already is left alone. */
  put(text: PackedText): void
  /** The text as it was put; refused (E-CALIBRATE-TEXT) when it is missing or is not what its hash says. */
  get(hash: string): string
  pack(text: string): PackedText
  unpack(packed: Uint8Array): string
}

export interface CalibrationTask {
  readonly input: CalibrationInput
  readonly options: CalibrationOptions
}

/** What a computation came to: the facts that are kept in the run's row, and the whole result as canonical JSON. */
export interface ComputedCalibration {
  readonly facts: CalibratedDimension
  readonly packed: Uint8Array
}

/** A computation that waits or runs. */
export interface RunningCalibration {
  readonly done: Promise<ComputedCalibration>
  /** Resolves when it is done, or after a moment: true when it is done. */
  aWhile(): Promise<boolean>
  stop(): void
}

/** Computes calibrations where they keep nobody waiting. */
export type Calibrator = (task: CalibrationTask) => RunningCalibration

/** The part of the journal that tells whether a calibration still stands. */
export interface CalibrationTrail {
  /**
   * Rows of the given periods that a calibration reads and that differ from what they were after the entry `seq`. What was
   * changed and changed back is no difference.
   */
  changedSince(seq: number, periodIds: readonly string[]): readonly InputChange[]
}
