import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode, type HostFileSystem, wasiErrno } from './host-file-system.ts'
import { type HostMemory, hostMemory } from './host-memory.ts'
import { type SyscallName, syscalls, type WasmBuild } from './syscall-names.ts'

/** One real file SQLite may touch, with its `-journal` beside it. SQLite knows it by an invented name. */
export interface HostRoute {
  readonly path: string
  readonly fileSystem: HostFileSystem
  readonly readOnly: boolean
  /** SQLite may create the file itself: the target of VACUUM INTO. A workspace is never created by opening it. */
  readonly mayCreate: boolean
  /** Set on opening: the operating system let us open it for writing. */
  writable: boolean
}

export interface HostFiles {
  /** Replaces the file syscalls among the imports of a WebAssembly module. */
  install(imports: WebAssembly.Imports, build: WasmBuild): void
  /** Must follow instantiation: the syscalls read and write the module's memory. */
  attach(memory: WebAssembly.Memory): void
  /** The next `/dbfile_<number>` sql.js invents is this file. Returns how to take the expectation back. */
  expect(route: HostRoute): () => void
  /** A name under which SQL text can reach this file (VACUUM INTO), until it is released. */
  admit(route: HostRoute): string
  /** Forgets the file's names; descriptors that are still open go on working. */
  release(route: HostRoute): void
  /** The last Node error SQLite was told of in numbers, once. */
  takeFault(): NodeJS.ErrnoException | undefined
}

/** One open descriptor of ours. */
interface HostFile {
  readonly descriptor: number
  readonly route: HostRoute
  readonly kind: 'file' | 'directory'
  position: number
}

interface Located {
  readonly route: HostRoute
  readonly path: string
  readonly isMain: boolean
}

type Integer = number | bigint
type Syscall = (...parameters: never[]) => number
type Original = (...parameters: Integer[]) => number

const suffixes = ['', '-journal', '-wal', '-shm']
const firstDescriptor = 10_000 // clear of Emscripten's own

// Emscripten's numbers, which are Linux's, whatever system this runs on.
const accessModes = 3
const createFlag = 64
const exclusiveFlag = 128
const getLockCommand = 12
const unlocked = 2
const notALink = -28

/** Windows has no way to sync a directory; its file system journals the entry itself. */
const directoriesSync = process.platform !== 'win32'

/**
 * Answers SQLite's file syscalls with `node:fs` for the files it was told about, and passes every other path on to
 * Emscripten's memory file system. So SQLite's own rollback journal works on the real file.
 */
export function createHostFiles(): HostFiles {
  const routes = new Map<string, HostRoute>()
  const open = new Map<number, HostFile>()
  let memory: HostMemory | undefined
  let expected: HostRoute | undefined
  let lastTouched: HostRoute | undefined
  let lastFault: NodeJS.ErrnoException | undefined
  let nextDescriptor = firstDescriptor
  let admitted = 0

  function heap(): HostMemory {
    if (memory === undefined) throw new Error('the WebAssembly memory is not attached')
    return memory
  }

  function locate(pointer: number): Located | undefined {
    const name = heap().text(pointer)
    const suffix = suffixes.findLast((candidate) => name.endsWith(candidate)) ?? ''
    const main = name.slice(0, name.length - suffix.length)
    if (expected !== undefined && !routes.has(main) && /^\/dbfile_\d+$/.test(main)) {
      routes.set(main, expected)
      expected = undefined
    }
    const route = routes.get(main)
    return route && { route, path: route.path + suffix, isMain: suffix === '' }
  }

  /** Positive WASI errno; keeps what happened for the user's sentence. A file that is not there is no fault. */
  function fail(error: unknown): number {
    if (error instanceof Error && errorCode(error) !== 'ENOENT') lastFault = error
    return wasiErrno(error)
  }

  /** Runs the answer for one of our descriptors, or the original for one of Emscripten's. */
  function onFile(fd: number, original: () => number, answer: (file: HostFile) => void, sign: 1 | -1): number {
    const file = open.get(fd)
    if (file === undefined) return original()
    try {
      answer(file)
      return 0
    } catch (error) {
      return sign * fail(error)
    }
  }

  function onPath(pointer: number, original: () => number, answer: (located: Located) => number): number {
    const located = locate(pointer)
    if (located === undefined) return original()
    try {
      return answer(located)
    } catch (error) {
      return -fail(error)
    }
  }

  function remember(file: HostFile): number {
    const fd = nextDescriptor++
    open.set(fd, file)
    return fd
  }

  function openFile({ route, path, isMain }: Located, flags: number): number {
    const wantsWriting = (flags & accessModes) !== 0
    if (wantsWriting && route.readOnly) throw refused('EROFS')
    let mode = wantsWriting ? constants.O_RDWR : constants.O_RDONLY
    if (flags & createFlag && (!isMain || route.mayCreate)) mode |= constants.O_CREAT
    if (flags & exclusiveFlag && mode & constants.O_CREAT) mode |= constants.O_EXCL
    const descriptor = route.fileSystem.openSync(path, mode, 0o600)
    if (isMain) route.writable = wantsWriting
    return remember({ descriptor, route, kind: 'file', position: 0 })
  }

  /** SQLite names only the root: it means the directory of the file it has just synced or deleted. */
  function openDirectory(route: HostRoute): number {
    const directory = dirname(route.path)
    const descriptor = directoriesSync ? route.fileSystem.openSync(directory, constants.O_RDONLY) : -1
    return remember({ descriptor, route, kind: 'directory', position: 0 })
  }

  function assertWritable(file: HostFile): void {
    if (file.route.readOnly) throw refused('EROFS')
  }

  const answers: Record<SyscallName, (original: Original) => Syscall> = {
    openat: (original) => (directory: number, pointer: number, flags: number, variadic: number) => {
      const name = heap().text(pointer)
      try {
        if ((name === '/' || name === '.') && lastTouched !== undefined) return openDirectory(lastTouched)
        const located = locate(pointer)
        return located === undefined ? original(directory, pointer, flags, variadic) : openFile(located, flags)
      } catch (error) {
        return -fail(error)
      }
    },

    fd_close: (original) => (fd: number) =>
      onFile(
        fd,
        () => original(fd),
        (file) => {
          open.delete(fd)
          if (file.descriptor >= 0) file.route.fileSystem.closeSync(file.descriptor)
        },
        1,
      ),

    fd_seek: (original) => (fd: number, offset: bigint, whence: number, result: number) =>
      onFile(
        fd,
        () => original(fd, offset, whence, result),
        (file) => {
          const { fileSystem } = file.route
          const origin = [0, () => file.position, () => fileSystem.fstatSync(file.descriptor).size][whence] ?? 0
          file.position = (typeof origin === 'function' ? origin() : origin) + Number(offset)
          heap().setInt64(result, file.position)
        },
        1,
      ),

    fd_read: (original) => (fd: number, vectors: number, count: number, result: number) =>
      onFile(
        fd,
        () => original(fd, vectors, count, result),
        (file) => heap().setUint32(result, readInto(file, heap(), vectors, count)),
        1,
      ),

    fd_write: (original) => (fd: number, vectors: number, count: number, result: number) =>
      onFile(
        fd,
        () => original(fd, vectors, count, result),
        (file) => {
          assertWritable(file)
          heap().setUint32(result, writeFrom(file, heap(), vectors, count))
        },
        1,
      ),

    fd_sync: (original) => (fd: number) =>
      onFile(
        fd,
        () => original(fd),
        (file) => {
          lastTouched = file.route
          const { fileSystem } = file.route
          if (file.kind === 'file') fileSystem.fdatasyncSync(file.descriptor)
          else if (directoriesSync) fileSystem.fsyncSync(file.descriptor)
        },
        1,
      ),

    ftruncate64: (original) => (fd: number, length: bigint) =>
      onFile(
        fd,
        () => original(fd, length),
        (file) => {
          assertWritable(file)
          file.route.fileSystem.ftruncateSync(file.descriptor, Number(length))
        },
        -1,
      ),

    fstat64: (original) => (fd: number, buffer: number) =>
      onFile(
        fd,
        () => original(fd, buffer),
        (file) => heap().writeStat(buffer, file.route.fileSystem.fstatSync(file.descriptor, { bigint: true })),
        -1,
      ),

    stat64: (original) => (pointer: number, buffer: number) =>
      onPath(
        pointer,
        () => original(pointer, buffer),
        (located) => statPath(located, buffer),
      ),

    // A workspace's path is resolved before SQLite sees it: it has no links left, so both questions have one answer.
    lstat64: (original) => (pointer: number, buffer: number) =>
      onPath(
        pointer,
        () => original(pointer, buffer),
        (located) => statPath(located, buffer),
      ),

    newfstatat: (original) => (directory: number, pointer: number, buffer: number, flags: number) =>
      onPath(
        pointer,
        () => original(directory, pointer, buffer, flags),
        (located) => statPath(located, buffer),
      ),

    // No lock is taken here (one workspace lock stands above, file-lock.ts). The question "who holds a lock?" must be
    // answered with "nobody", or SQLite would leave a hot journal alone.
    fcntl64: (original) => (fd: number, command: number, variadic: number) =>
      onFile(
        fd,
        () => original(fd, command, variadic),
        () => {
          if (command === getLockCommand) heap().setInt16(heap().uint32(variadic), unlocked)
        },
        -1,
      ),

    unlinkat: (original) => (directory: number, pointer: number, flags: number) =>
      onPath(
        pointer,
        () => original(directory, pointer, flags),
        ({ route, path, isMain }) => {
          if (route.readOnly) throw refused('EROFS')
          if (isMain && !route.mayCreate) throw refused('EPERM')
          lastTouched = route
          route.fileSystem.unlinkSync(path)
          return 0
        },
      ),

    faccessat: (original) => (directory: number, pointer: number, mode: number, flags: number) =>
      onPath(
        pointer,
        () => original(directory, pointer, mode, flags),
        ({ route, path }) => {
          if (route.readOnly && mode & constants.W_OK) throw refused('EROFS')
          route.fileSystem.accessSync(path, mode)
          return 0
        },
      ),

    readlinkat: (original) => (directory: number, pointer: number, buffer: number, size: number) =>
      onPath(
        pointer,
        () => original(directory, pointer, buffer, size),
        () => notALink,
      ),

    fchmod: (original) => (fd: number, mode: number) => onFile(fd, () => original(fd, mode), ignore, -1),

    fchown32: (original) => (fd: number, user: number, group: number) =>
      onFile(fd, () => original(fd, user, group), ignore, -1),

    utimensat: (original) => (directory: number, pointer: number, times: number, flags: number) =>
      onPath(
        pointer,
        () => original(directory, pointer, times, flags),
        () => 0,
      ),
  }

  function statPath({ route, path }: Located, buffer: number): number {
    heap().writeStat(buffer, route.fileSystem.statSync(path, { bigint: true }))
    return 0
  }

  return {
    install(imports, build) {
      for (const name of syscalls) {
        const place = build.imports[name]
        const namespace = imports[place.module]
        const original = namespace?.[place.name]
        if (namespace === undefined || typeof original !== 'function') throw new Error(`import ${name} is missing`)
        namespace[place.name] = answers[name](original as Original)
      }
    },
    attach(wasmMemory) {
      memory = hostMemory(wasmMemory)
    },
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
      if (lastTouched === route) lastTouched = undefined
    },
    takeFault() {
      const fault = lastFault
      lastFault = undefined
      return fault
    },
  }
}

function readInto(file: HostFile, memory: HostMemory, vectors: number, count: number): number {
  let total = 0
  for (const { pointer, length } of memory.slices(vectors, count)) {
    let done = 0
    while (done < length) {
      const { fileSystem } = file.route
      const got = fileSystem.readSync(file.descriptor, memory.bytes(), pointer + done, length - done, file.position)
      if (got === 0) return total
      done += got
      total += got
      file.position += got
    }
  }
  return total
}

function writeFrom(file: HostFile, memory: HostMemory, vectors: number, count: number): number {
  let total = 0
  for (const { pointer, length } of memory.slices(vectors, count)) {
    let done = 0
    while (done < length) {
      // Short writes are normal; one of no bytes at all would loop for ever.
      const { fileSystem } = file.route
      const got = fileSystem.writeSync(file.descriptor, memory.bytes(), pointer + done, length - done, file.position)
      if (got === 0) throw refused('EIO')
      done += got
      total += got
      file.position += got
    }
  }
  return total
}

function refused(code: 'EROFS' | 'EPERM' | 'EIO'): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}

function ignore(): void {
  // SQLite wants to give the journal the database's rights and owner; ours are created 0600 by the same user.
}
