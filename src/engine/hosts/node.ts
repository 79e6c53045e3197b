import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../compose.ts'
import { everyPath } from '../path-access.ts'
import { findDefectsBeside } from './check-pages.ts'
import { followBeside } from './follow-part.ts'

/** The bundle of the command line carries them beside itself; from the sources there are none. */
const pagesProgram = join(import.meta.dirname, 'check-pages-thread.mjs')
const partProgram = join(import.meta.dirname, 'follow-part-thread.mjs')

/** The engine under plain Node: no window, no preferences on disk, no PDF. */
export function createNodeEngine(wasmBytes: Uint8Array, locale: 'id' | 'en', log: (line: string) => void): Engine {
  return createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: null,
    ...(existsSync(pagesProgram) ? { defectsFinder: findDefectsBeside(wasmBytes, pagesProgram) } : {}),
    ...(existsSync(partProgram) ? { trailFollower: followBeside(wasmBytes, partProgram) } : {}),
    now: () => new Date(),
    random: Math.random,
    locale,
    log,
  })
}
