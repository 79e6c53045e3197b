import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../compose.ts'
import { everyPath } from '../path-access.ts'
import { calibrateBeside } from './calibrate-beside.ts'
import { findDefectsBeside } from './check-pages.ts'

/** The bundle of the command line carries them beside itself; from the sources there are none. */
const [threadProgram, calibrationProgram] = ['check-pages-thread.mjs', 'calibrate-thread.mjs'].map((name) =>
  join(import.meta.dirname, name),
) as [string, string]

/** The engine under plain Node: no window, no preferences on disk, no PDF. */
export function createNodeEngine(
  wasmBytes: Uint8Array,
  locale: 'id' | 'en',
  log: (line: string) => void,
  version?: string,
): Engine {
  return createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: null,
    ...(existsSync(threadProgram) ? { defectsFinder: findDefectsBeside(wasmBytes, threadProgram) } : {}),
    ...(existsSync(calibrationProgram) ? { calibrator: calibrateBeside(calibrationProgram) } : {}),
    now: () => new Date(),
    random: Math.random,
    locale,
    log,
    ...(version === undefined ? {} : { version }),
  })
}
