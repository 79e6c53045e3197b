import { createEngine, type Engine } from '../compose.ts'
import { everyPath } from '../path-access.ts'

/** The engine under plain Node: no window, no preferences on disk, no PDF. */
export function createNodeEngine(wasmBytes: Uint8Array, locale: 'id' | 'en', log: (line: string) => void): Engine {
  return createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: null,
    now: () => new Date(),
    random: Math.random,
    locale,
    log,
  })
}
