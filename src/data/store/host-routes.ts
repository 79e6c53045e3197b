import type { HostFileSystem } from './host-file-system.ts'

/** One real file SQLite may touch, with its `-journal` beside it. SQLite knows it by an invented name. */
export interface HostRoute {
  readonly path: string
  readonly fileSystem: HostFileSystem
  readonly readOnly: boolean
  /** SQLite may create the file itself: the target of VACUUM INTO. A workspace is never created by opening it. */
  readonly mayCreate: boolean
  /** Set on opening: the operating system let us open it for writing. */
  writable: boolean
  /** The directory could not be synced: a journal that a power cut may take away protects nothing. */
  directoryFault?: unknown
}

/** Where a name SQLite used leads. */
export interface Located {
  readonly route: HostRoute
  readonly path: string
  /** The database itself, not a file beside it. */
  readonly isMain: boolean
}

/** Which invented names lead to which real files. Any other name stays in Emscripten's memory. */
export interface HostRoutes {
  /** The next `/dbfile_<number>` sql.js invents is this file. Returns how to take the expectation back. */
  expect(route: HostRoute): () => void
  /** A name under which SQL text can reach this file (VACUUM INTO), until it is released. */
  admit(route: HostRoute): string
  /** Forgets the file's names; descriptors that are still open go on working. */
  release(route: HostRoute): void
  locate(name: string): Located | undefined
}

const suffixes = ['-journal', '-wal', '-shm']

export function createHostRoutes(): HostRoutes {
  const routes = new Map<string, HostRoute>()
  let expected: HostRoute | undefined
  let admitted = 0

  return {
    expect(route) {
      expected = route
      return () => {
        if (expected === route) expected = undefined
      }
    },
    admit(route) {
      admitted += 1
      const name = `/timbang_copy_${admitted}`
      routes.set(name, route)
      return name
    },
    release(route) {
      for (const [name, candidate] of routes) if (candidate === route) routes.delete(name)
    },
    locate(name) {
      const suffix = suffixes.find((candidate) => name.endsWith(candidate)) ?? ''
      const main = name.slice(0, name.length - suffix.length)
      if (expected !== undefined && !routes.has(main) && /^\/dbfile_\d+$/.test(main)) {
        routes.set(main, expected)
        expected = undefined
      }
      const route = routes.get(main)
      return route && { route, path: route.path + suffix, isMain: suffix === '' }
    },
  }
}
