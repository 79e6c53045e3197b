import type { CalibrationTask, CalibrationTexts, ComputedCalibration } from '#application/ports/calibration-store.ts'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import { calibrate } from '#domain/calibration/calibrate.ts'
import { canonicalInput } from '#domain/calibration/calibration-input.ts'
import { canonicalJson, type JsonValue } from '#domain/ledger/canonical-json.ts'

/**
 * One dimension computed, with the hash of everything it depends on beside the version of the model, and the canonical text
 * of the result packed for keeping. The same task gives the same hashes on every machine.
 */
export function computeCalibration(
  { input, options }: CalibrationTask,
  { hashing, texts }: { readonly hashing: Pick<Hashing, 'sha256'>; readonly texts: Pick<CalibrationTexts, 'pack'> },
): ComputedCalibration {
  const canonical = canonicalInput(input)
  const inputsHash = hashing.sha256.of(canonicalText({ input: canonical, options }))
  const result = calibrate(canonical, options)
  const { hash, packed } = texts.pack(canonicalText(result))
  return {
    facts: {
      dimension: input.dimension,
      inputsHash,
      resultHash: hash,
      main: result.model.main,
      people: result.counts.scored,
      supervisors: result.counts.supervisors,
      flagged: result.supervisors.filter(({ flag }) => flag !== null).length,
    },
    packed,
  }
}

/** Plain records and lists only, whose read-only types TypeScript does not see as JSON. */
export const canonicalText = (value: object): string => canonicalJson(value as unknown as JsonValue)
