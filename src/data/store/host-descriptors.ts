import type { HostRoute } from './host-routes.ts'
import {
  type Answer,
  assertWritable,
  directoriesSync,
  type HostFile,
  type HostState,
  onDescriptor,
  systemError,
} from './host-state.ts'
import type { SyscallName } from './syscall-names.ts'

const getLockCommand = 12
const unlocked = 2

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

  // No lock is taken here; the one of the workspace stands above (file-lock.ts). The question "who holds a lock?" must
  // be answered with "nobody", or SQLite would take a hot journal for a running transaction and leave it alone.
  fcntl64: (host, original) => (fd: number, command: number, variadic: number) =>
    onDescriptor(
      host,
      fd,
      () => original(fd, command, variadic),
      -1,
      () => {
        const memory = host.memory()
        if (command === getLockCommand) memory.setInt16(memory.uint32(variadic), unlocked)
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
