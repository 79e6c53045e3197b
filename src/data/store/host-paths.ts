import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { systemError } from './host-file-system.ts'
import type { HostRoute, Located } from './host-routes.ts'
import { type Answer, assertWritable, directoriesSync, fail, type HostState, onPath, remember } from './host-state.ts'
import type { SyscallName } from './syscall-names.ts'

// Emscripten's numbers, which are Linux's, whatever system this runs on.
const accessModes = 3
const createFlag = 64
const exclusiveFlag = 128
const notALink = -28

/** The syscalls that name a path. They return a negative WASI errno. */
export const pathAnswers = {
  openat: (host, original) => (directory: number, pointer: number, flags: number, variadic: number) => {
    const name = host.memory().text(pointer)
    try {
      // SQLite knows only the root: it means the directory of the file it has just synced or deleted.
      if ((name === '/' || name === '.') && host.lastTouched !== undefined) return openDirectory(host, host.lastTouched)
      const located = host.routes.locate(name)
      return located === undefined ? original(directory, pointer, flags, variadic) : openFile(host, located, flags)
    } catch (error) {
      return -fail(host, error)
    }
  },

  stat64: (host, original) => (pointer: number, buffer: number) =>
    onPath(
      host,
      pointer,
      () => original(pointer, buffer),
      (located) => writeStat(host, located, buffer),
    ),

  // A workspace's path is resolved before SQLite sees it: it has no links left, so both questions have one answer.
  lstat64: (host, original) => (pointer: number, buffer: number) =>
    onPath(
      host,
      pointer,
      () => original(pointer, buffer),
      (located) => writeStat(host, located, buffer),
    ),

  newfstatat: (host, original) => (directory: number, pointer: number, buffer: number, flags: number) =>
    onPath(
      host,
      pointer,
      () => original(directory, pointer, buffer, flags),
      (located) => writeStat(host, located, buffer),
    ),

  unlinkat: (host, original) => (directory: number, pointer: number, flags: number) =>
    onPath(
      host,
      pointer,
      () => original(directory, pointer, flags),
      ({ route, path, isMain }) => {
        assertWritable(route)
        if (isMain && !route.mayCreate) throw systemError('EPERM')
        host.lastTouched = route
        route.fileSystem.unlinkSync(path)
        return 0
      },
    ),

  faccessat: (host, original) => (directory: number, pointer: number, mode: number, flags: number) =>
    onPath(
      host,
      pointer,
      () => original(directory, pointer, mode, flags),
      ({ route, path }) => {
        if (mode & constants.W_OK) assertWritable(route)
        route.fileSystem.accessSync(path, mode)
        return 0
      },
    ),

  readlinkat: (host, original) => (directory: number, pointer: number, buffer: number, size: number) =>
    onPath(
      host,
      pointer,
      () => original(directory, pointer, buffer, size),
      () => notALink,
    ),

  utimensat: (host, original) => (directory: number, pointer: number, times: number, flags: number) =>
    onPath(
      host,
      pointer,
      () => original(directory, pointer, times, flags),
      () => 0,
    ),
} satisfies Partial<Record<SyscallName, Answer>>

function openFile(host: HostState, { route, path, isMain }: Located, flags: number): number {
  const writing = (flags & accessModes) !== 0
  if (writing) assertWritable(route)
  let mode = writing ? constants.O_RDWR : constants.O_RDONLY
  if (flags & createFlag && (!isMain || route.mayCreate)) mode |= constants.O_CREAT
  if (flags & exclusiveFlag && mode & constants.O_CREAT) mode |= constants.O_EXCL
  const descriptor = route.fileSystem.openSync(path, mode, 0o600)
  if (isMain) route.writable = writing
  return remember(host, { descriptor, path, route, kind: 'file', position: 0 })
}

function openDirectory(host: HostState, route: HostRoute): number {
  const directory = dirname(route.path)
  const descriptor = directoriesSync ? route.fileSystem.openSync(directory, constants.O_RDONLY) : -1
  return remember(host, { descriptor, path: directory, route, kind: 'directory', position: 0 })
}

function writeStat(host: HostState, { route, path }: Located, buffer: number): number {
  host.memory().writeStat(buffer, route.fileSystem.statSync(path, { bigint: true }))
  return 0
}
