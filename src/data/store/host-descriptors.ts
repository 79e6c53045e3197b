import { systemError } from './host-file-system.ts'
import type { HostRoute } from './host-routes.ts'
import {
  type Answer,
  assertWritable,
  directoriesSync,
  type HostFile,
  type HostState,
  onDescriptor,
} from './host-state.ts'
import type { LockKind } from './os-locks.ts'
import type { SyscallName } from './syscall-names.ts'

// Emscripten's numbers of the commands and of the kinds of locks.
const askCommand = 12
const setCommands = [13, 14]
const lockKinds: readonly LockKind[] = ['read', 'write', 'none']

/** The syscalls that name an open descriptor. `fd_*` return a positive WASI errno, the others a negative one. */
export const descriptorAnswers = {
  fd_close: (host, original) => (fd: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd),
      1,
      (file) => {
        host.open.delete(fd)
        host.locks.leave(file)
        if (file.descriptor >= 0) file.route.fileSystem.closeSync(file.descriptor)
      },
    ),

  fd_seek: (host, original) => (fd: number, offset: bigint, whence: number, result: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, offset, whence, result),
      1,
      (file) => {
        file.position = originOf(file, whence) + Number(offset)
        host.memory().setInt64(result, file.position)
      },
    ),

  fd_read: (host, original) => (fd: number, vectors: number, count: number, result: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, vectors, count, result),
      1,
      (file) => host.memory().setUint32(result, readInto(host, file, vectors, count)),
    ),

  fd_write: (host, original) => (fd: number, vectors: number, count: number, result: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, vectors, count, result),
      1,
      (file) => {
        assertWritable(file.route)
        host.memory().setUint32(result, writeFrom(host, file, vectors, count))
      },
    ),

  fd_sync: (host, original) => (fd: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd),
      1,
      ({ descriptor, kind, route }) => {
        host.lastTouched = route
        if (kind === 'file') syncFile(descriptor, route)
        else if (directoriesSync) syncDirectory(descriptor, route)
      },
    ),

  ftruncate64: (host, original) => (fd: number, length: bigint) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, length),
      -1,
      ({ descriptor, route }) => {
        assertWritable(route)
        route.fileSystem.ftruncateSync(descriptor, Number(length))
      },
    ),

  fstat64: (host, original) => (fd: number, buffer: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, buffer),
      -1,
      ({ descriptor, route }) =>
        host.memory().writeStat(buffer, route.fileSystem.fstatSync(descriptor, { bigint: true })),
    ),

  // The command's parameter points to a `struct flock`: kind @0, start @8, length @16. Any other command (flags of the
  // descriptor) has nothing to do here.
  fcntl64: (host, original) => (fd: number, command: number, variadic: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, command, variadic),
      -1,
      (file) => {
        if (command === askCommand) askForLock(host, file, host.memory().uint32(variadic))
        else if (setCommands.includes(command)) setLock(host, file, host.memory().uint32(variadic))
      },
    ),

  // SQLite gives the journal the rights and the owner of the database. Ours are made with the narrowest rights by the
  // one user who opened the workspace.
  fchmod: (host, original) => (fd: number, mode: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, mode),
      -1,
      () => undefined,
    ),

  fchown32: (host, original) => (fd: number, user: number, group: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, user, group),
      -1,
      () => undefined,
    ),
} satisfies Partial<Record<SyscallName, Answer>>

function setLock(host: HostState, file: HostFile, pointer: number): void {
  const { kind, range } = lockAt(host, pointer)
  if (!host.locks.set(file, kind, range)) throw systemError('EAGAIN')
}

/** Where nobody's lock is in the way the answer must say so, or SQLite would take a hot journal for a running transaction. */
function askForLock(host: HostState, file: HostFile, pointer: number): void {
  const { kind, range } = lockAt(host, pointer)
  host.memory().setInt16(pointer, lockKinds.indexOf(host.locks.inTheWayOf(file, kind, range)))
}

function lockAt(host: HostState, pointer: number) {
  const memory = host.memory()
  const kind = lockKinds[memory.int16(pointer)]
  if (kind === undefined) throw systemError('EINVAL')
  return { kind, range: { start: memory.int64(pointer + 8), length: memory.int64(pointer + 16) } }
}

function syncFile(descriptor: number, route: HostRoute): void {
  if (route.directoryFault !== undefined) throw route.directoryFault
  route.fileSystem.fdatasyncSync(descriptor)
}

/** SQLite does not look at the result of this one, so a failure comes back with the next sync of a file. */
function syncDirectory(descriptor: number, route: HostRoute): void {
  try {
    route.fileSystem.fsyncSync(descriptor)
  } catch (error) {
    route.directoryFault = error
    throw error
  }
}

function originOf(file: HostFile, whence: number): number {
  if (whence === 1) return file.position
  return whence === 2 ? file.route.fileSystem.fstatSync(file.descriptor).size : 0
}

function readInto(host: HostState, file: HostFile, vectors: number, count: number): number {
  const { descriptor, route } = file
  const memory = host.memory()
  let total = 0
  for (const { pointer, length } of memory.slices(vectors, count)) {
    for (let done = 0; done < length; ) {
      const got = route.fileSystem.readSync(descriptor, memory.bytes(), pointer + done, length - done, file.position)
      if (got === 0) return total
      done += got
      total += got
      file.position += got
    }
  }
  return total
}

function writeFrom(host: HostState, file: HostFile, vectors: number, count: number): number {
  const { descriptor, route } = file
  const memory = host.memory()
  let total = 0
  for (const { pointer, length } of memory.slices(vectors, count)) {
    for (let done = 0; done < length; ) {
      const put = route.fileSystem.writeSync(descriptor, memory.bytes(), pointer + done, length - done, file.position)
      // Short writes are normal; one of no bytes at all would go on for ever.
      if (put === 0) throw systemError('EIO')
      done += put
      total += put
      file.position += put
    }
  }
  return total
}
