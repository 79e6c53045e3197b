import { powerMonitor } from 'electron'
import type { EngineProcess } from './engine-process.ts'

/**
 * Whoever locks the computer or lets it sleep leaves it: an encrypted workspace is locked with it. Linux tells only of the
 * sleep; there the page's own idle time does the rest.
 */
export function lockWithSystem(engine: Pick<EngineProcess, 'lock'>): void {
  const lock = (): void => engine.lock()
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
}
