import { createHash } from 'node:crypto'
import type { Database, InitSqlJsStatic, SqlJsStatic } from 'sql.js'
import { createHostFiles, type HostFiles } from './host-files.ts'
import type { HostRoute } from './host-routes.ts'
import { loadOsLocks, type OsLocks } from './os-locks.ts'
import { type WasmBuild, wasmBuildOf, whatToDoAbout } from './syscall-names.ts'

/** SQLite as WebAssembly, whose file calls reach the real disk. One per process is enough; it holds many files open. */
export interface SqlEngine {
  readonly build: 'release' | 'debug'
  /** False where other programs do not hear of our locks; then only other Timbangs are kept away (file-lock.ts). */
  readonly locksForAll: boolean
  /** SQLite's handle on a real file. The caller closes it, then releases the route. */
  open(route: HostRoute): Database
  /** A name by which SQL text can reach this file, until the route is released. */
  admit(route: HostRoute): string
  release(route: HostRoute): void
  /** The last error of the operating system that SQLite was told of, once. */
  takeFault(): NodeJS.ErrnoException | undefined
}

const loaded = new Map<WasmBuild, Promise<SqlEngine>>()

/**
 * Loads SQLite from the bytes of sql.js's WebAssembly file. It reads no file and fetches nothing: the host brings them.
 * Refuses bytes of an unknown build, since the syscalls stand there under names nobody has checked.
 * @param loadLocks how locks are taken; the operating system's own unless a test needs others
 */
export function loadSqlEngine(
  wasmBytes: Uint8Array,
  loadLocks: () => Promise<OsLocks | undefined> = loadOsLocks,
): Promise<SqlEngine> {
  const hash = createHash('sha256').update(wasmBytes).digest('hex')
  const build = wasmBuildOf(hash)
  if (build === undefined) {
    return Promise.reject(new Error(whatToDoAbout(hash)))
  }
  // sql.js keeps one module per process, so a second load must get the first one's engine.
  let engine = loaded.get(build)
  if (engine === undefined) {
    engine = start(build, wasmBytes, loadLocks)
    loaded.set(build, engine)
  }
  return engine
}

async function start(
  build: WasmBuild,
  wasmBytes: Uint8Array,
  loadLocks: () => Promise<OsLocks | undefined>,
): Promise<SqlEngine> {
  const [initSqlJs, osLocks] = await Promise.all([loadGlue(build), loadLocks()])
  const hostFiles = createHostFiles(osLocks)
  const sqlJs = await new Promise<SqlJsStatic>((resolve, reject) => {
    const config = {
      useOldExtensionFunctions: false,
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        instantiate(hostFiles, build, wasmBytes, imports).then(done).catch(reject)
        return {}
      },
    }
    withDirectoryName(() => initSqlJs(config)).then(resolve, reject)
  })
  return engineOn(sqlJs, hostFiles, build, osLocks !== undefined)
}

async function loadGlue(build: WasmBuild): Promise<InitSqlJsStatic> {
  const glue =
    build.glue === 'release' ? await import('sql.js/dist/sql-wasm.js') : await import('sql.js/dist/sql-wasm-debug.js')
  return glue.default
}

/**
 * The glue is a CommonJS file and reads `__dirname` once, to find a file we hand it anyway. Bundled into an ES module
 * it has none, so it gets an empty one while it starts.
 */
function withDirectoryName<T>(work: () => T): T {
  const scope: { __dirname?: string } = globalThis
  scope.__dirname = ''
  try {
    return work()
  } finally {
    delete scope.__dirname
  }
}

async function instantiate(
  hostFiles: HostFiles,
  build: WasmBuild,
  wasmBytes: Uint8Array,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> {
  hostFiles.install(imports, build)
  // A copy: TypeScript and WebAssembly both want bytes that are not shared between threads.
  const { instance } = await WebAssembly.instantiate(new Uint8Array(wasmBytes), imports)
  const memory = Object.values(instance.exports).find((candidate) => candidate instanceof WebAssembly.Memory)
  if (memory === undefined) throw new Error('the SQLite build exports no memory')
  hostFiles.attach(memory)
  return instance
}

function engineOn(sqlJs: SqlJsStatic, hostFiles: HostFiles, build: WasmBuild, locksForAll: boolean): SqlEngine {
  return {
    build: build.glue,
    locksForAll,
    open(route) {
      const takeBack = hostFiles.routes.expect(route)
      try {
        // Empty bytes make sql.js invent a name and open it; the syscalls then lead to the real file.
        return new sqlJs.Database(new Uint8Array(0))
      } catch (error) {
        hostFiles.routes.release(route)
        throw error
      } finally {
        takeBack()
      }
    },
    admit: (route) => hostFiles.routes.admit(route),
    release: (route) => hostFiles.routes.release(route),
    takeFault: () => hostFiles.takeFault(),
  }
}
