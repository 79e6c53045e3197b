import { errorCode, systemError, wasiErrno } from './host-file-system.ts'
import type { HostLocks } from './host-locks.ts'
import type { HostMemory } from './host-memory.ts'
import type { HostRoute, HostRoutes, Located } from './host-routes.ts'

/** One open descriptor of ours. */
export interface HostFile {
  readonly descriptor: number
  readonly path: string
  readonly route: HostRoute
  readonly kind: 'file' | 'directory'
  position: number
}

/** What the syscalls share: the names, the open descriptors, the memory and the last thing that went wrong. */
export interface HostState {
  readonly routes: HostRoutes
  readonly open: Map<number, HostFile>
  readonly locks: HostLocks
  readonly memory: () => HostMemory
  nextDescriptor: number
  /** The file last synced or deleted: SQLite goes on to sync its directory. */
  lastTouched: HostRoute | undefined
  fault: NodeJS.ErrnoException | undefined
}

/** A syscall as the WebAssembly module calls it; 64-bit parameters arrive as bigint. */
type Syscall = (...parameters: never[]) => number
/** Emscripten's own answer, for every file that is not ours. */
export type Original = (...parameters: (number | bigint)[]) => number
export type Answer = (host: HostState, original: Original) => Syscall

/** Clear of Emscripten's own numbers. */
export const firstDescriptor = 10_000

/** Windows has no way to sync a directory; its file system journals the entry itself. */
export const directoriesSync = process.platform !== 'win32'

export function remember(host: HostState, file: HostFile): number {
  const fd = host.nextDescriptor
  host.nextDescriptor += 1
  host.open.set(fd, file)
  return fd
}

/**
 * The WASI number SQLite gets to hear; the error itself is kept for the user's sentence. A missing file is no fault, nor is
 * a lock of somebody else (EAGAIN).
 */
export function fail(host: HostState, error: unknown): number {
  if (error instanceof Error && !['ENOENT', 'EAGAIN'].includes(errorCode(error) ?? '')) host.fault = error
  return wasiErrno(error)
}

/** Answers for a descriptor of ours, or lets Emscripten answer. `sign` as the syscall wants its errors. */
export function onDescriptor(
  host: HostState,
  fd: number,
  original: () => number,
  sign: 1 | -1,
  answer: (file: HostFile) => void,
): number {
  const file = host.open.get(fd)
  if (file === undefined) return original()
  try {
    answer(file)
    return 0
  } catch (error) {
    return sign * fail(host, error)
  }
}

/** Answers for a path of ours, or lets Emscripten answer. */
export function onPath(
  host: HostState,
  pointer: number,
  original: () => number,
  answer: (located: Located) => number,
): number {
  const located = host.routes.locate(host.memory().text(pointer))
  if (located === undefined) return original()
  try {
    return answer(located)
  } catch (error) {
    return -fail(host, error)
  }
}

export function assertWritable(route: HostRoute): void {
  if (route.readOnly) throw systemError('EROFS')
}
