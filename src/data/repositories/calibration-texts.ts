import { gunzipSync, gzipSync } from 'node:zlib'
import type { CalibrationTexts, PackedText } from '#application/ports/calibration-store.ts'
import type { ReadableDatabase, WritableDatabase } from '#data/store/database.ts'
import { sql } from '#data/store/sql.ts'
import { AppError } from '#domain/app-error.ts'
import { sha256 } from './sha256.ts'

/** A packed text of this many bytes says what its hash says; a larger one is no result of ours (a packed file can swell). */
const longest = 256 * 2 ** 20

/** The quickest level: packing must not hold up the engine, and the next one saves a tenth. */
const level = 1

export const packText = (text: string): PackedText => ({
  hash: sha256.of(text),
  packed: new Uint8Array(gzipSync(text, { level })),
})

export const unpackText = (packed: Uint8Array): string =>
  gunzipSync(packed, { maxOutputLength: longest }).toString('utf8')

/** Long texts of calibrations beside the journal: the hash in a recorded row is what binds them to it. */
export function calibrationTexts(db: ReadableDatabase & Pick<WritableDatabase, 'run'>): CalibrationTexts {
  return {
    put({ hash, packed }) {
      if (db.value(sql`SELECT 1 FROM calibration_text WHERE hash = ${hash}`) === undefined)
        db.run(sql`INSERT INTO calibration_text (hash, packed) VALUES (${hash}, ${packed})`)
    },
    get(hash) {
      const packed = db.value<Uint8Array>(sql`SELECT packed FROM calibration_text WHERE hash = ${hash}`)
      const text = packed === undefined ? null : readable(packed)
      if (text === null || sha256.of(text) !== hash) throw new AppError('E-CALIBRATE-TEXT', { hash: hash.slice(0, 8) })
      return text
    },
    pack: packText,
    unpack: unpackText,
  }
}

function readable(packed: Uint8Array): string | null {
  try {
    return unpackText(packed)
  } catch {
    return null
  }
}
