// What every script needs to know about the project: where it is, and what the set-up found.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** @param {string} name a program of one of our packages */
export const bin = (name) => join(root, 'node_modules', '.bin', name)
export const cacheFolder = join(root, 'node_modules', '.cache', 'timbang')
const stateFile = join(cacheFolder, 'setup.json')

/**
 * @typedef {{ folder: string, executable: string, version: string, source: string, marker: string }} Runtime
 * @typedef {{ lockHash?: string, runtime?: Runtime | null, libraries?: string[], problem?: string | null, toolsTried?: boolean }} SetupState
 */

/** @returns {SetupState} */
export function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'))
  } catch {
    return {}
  }
}

/** @param {SetupState} state */
export function writeState(state) {
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(stateFile, `${JSON.stringify(state, null, 2)}\n`)
}

/** @param {string | Buffer} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Looks a program up in PATH without starting it.
 * @param {string} program
 */
export function isInPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

export function isRoot() {
  return process.getuid?.() === 0
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}
