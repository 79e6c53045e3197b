import { resolve } from 'node:path'

/** What Timbang was asked to show when it was started. */
export interface Launch {
  readonly file: string | null
  readonly example: boolean
  /** Start, show that window and engine work, and leave: for whoever packages or installs Timbang. */
  readonly selfTest: boolean
}

/**
 * Reads the command line: the first argument that names a workspace (`….timbang`), `--example` and `--self-test`.
 * @param folder relative names count from here
 */
export function launchFrom(argv: readonly string[], folder: string): Launch {
  const file = argv.slice(1).find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.timbang'))
  return {
    file: file === undefined ? null : resolve(folder, file),
    example: argv.includes('--example'),
    selfTest: argv.includes('--self-test'),
  }
}

/** A second Timbang hands its launch to the first as plain data of unknown shape. */
export function isLaunch(value: unknown): value is Launch {
  if (typeof value !== 'object' || value === null || !('file' in value)) return false
  return value.file === null || typeof value.file === 'string'
}
