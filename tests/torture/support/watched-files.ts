import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'

const callsByPath = [
  'openSync',
  'statSync',
  'lstatSync',
  'accessSync',
  'unlinkSync',
  'linkSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
  'readFileSync',
  'readdirSync',
  'copyFileSync',
  'truncateSync',
  'realpathSync',
] as const
const callsByDescriptor = [
  'closeSync',
  'readSync',
  'writeSync',
  'fdatasyncSync',
  'fsyncSync',
  'ftruncateSync',
  'fstatSync',
] as const

export type FileCallName = (typeof callsByPath)[number] | (typeof callsByDescriptor)[number]

/** One call of node:fs that concerns a file of the watched folder. */
export interface FileCall {
  readonly name: FileCallName
  readonly path: string
  readonly parameters: readonly unknown[]
}

/** Stands in for the call: does it (`proceed`), does something else, or never comes back. */
export type Watcher = (call: FileCall, proceed: () => unknown) => unknown

type Callable = (...parameters: unknown[]) => unknown

/**
 * Puts a watcher between the whole program and the files of one folder, whoever calls: SQLite's own reads and writes as
 * well as the links and renames around them. Returns how to take it away again.
 */
export function watchFiles(folder: string, watcher: Watcher): () => void {
  const paths = new Map<number, string>()
  const originals = new Map<string, Callable>()
  const inside = (path: unknown): path is string =>
    typeof path === 'string' && (path === folder || path.startsWith(folder + sep))

  const replace = (name: FileCallName, make: (real: Callable) => Callable) => {
    const real = fs[name] as unknown as Callable
    originals.set(name, real)
    Object.assign(fs, { [name]: Object.assign(make(real), real) })
  }
  for (const name of callsByPath) {
    replace(name, (real) => (...parameters) => {
      const [path] = parameters
      if (!inside(path)) return real(...parameters)
      const answer = watcher({ name, path, parameters }, () => real(...parameters))
      if (name === 'openSync' && typeof answer === 'number') paths.set(answer, path)
      return answer
    })
  }
  for (const name of callsByDescriptor) {
    replace(name, (real) => (...parameters) => {
      const descriptor = Number(parameters[0])
      const path = paths.get(descriptor)
      if (path === undefined) return real(...parameters)
      if (name === 'closeSync') paths.delete(descriptor)
      return watcher({ name, path, parameters }, () => real(...parameters))
    })
  }
  syncBuiltinESMExports()
  return () => {
    for (const [name, real] of originals) Object.assign(fs, { [name]: real })
    syncBuiltinESMExports()
  }
}
