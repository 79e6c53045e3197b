import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../compose.ts'
import { everyPath } from '../path-access.ts'
import { calibrateBeside } from './calibrate-beside.ts'
import { checkPagesBeside, findDefectsBeside } from './check-pages.ts'
import { followBeside } from './follow-part.ts'

/** The bundle of the command line carries them beside itself; from the sources there are none. */
const pagesProgram = join(import.meta.dirname, 'check-pages-thread.mjs')
const partProgram = join(import.meta.dirname, 'follow-part-thread.mjs')
const calibrationProgram = join(import.meta.dirname, 'calibrate-thread.mjs')

/** Longer than anything the command line does: the pages are read for somebody who wants to write, or not by themselves. */
const never = 2 ** 31 - 1

export interface NodeEngineOptions {
  /**
   * The caller asks for every defect of the file, which reads it from end to end: opening a large one leaves that to him.
   */
  readonly readsEveryPage?: boolean
  /** Of the program; undefined: not known. */
  readonly version?: string | undefined
}

/** The engine under plain Node: no window, no preferences on disk, no PDF. */
export function createNodeEngine(
  wasmBytes: Uint8Array,
  locale: 'id' | 'en',
  log: (line: string) => void,
  { readsEveryPage = false, version }: NodeEngineOptions = {},
): Engine {
  const hasThread = existsSync(pagesProgram)
  return createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: readsEveryPage && hasThread ? { ...checkPagesBeside(wasmBytes, pagesProgram), after: never } : null,
    ...(hasThread ? { defectsFinder: findDefectsBeside(wasmBytes, pagesProgram) } : {}),
    ...(existsSync(partProgram) ? { trailFollower: followBeside(wasmBytes, partProgram) } : {}),
    ...(existsSync(calibrationProgram) ? { calibrator: calibrateBeside(calibrationProgram) } : {}),
    now: () => new Date(),
    random: Math.random,
    locale,
    log,
    ...(version === undefined ? {} : { version }),
  })
}
