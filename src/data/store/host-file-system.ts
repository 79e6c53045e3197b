import fs from 'node:fs'

/**
 * The few calls of `node:fs` the store touches a workspace file with. A route carries its own, so that a test can make
 * the n-th write fail, and so that encryption can stand between SQLite and the disk.
 */
export type HostFileSystem = Pick<
  typeof fs,
  | 'openSync'
  | 'closeSync'
  | 'readSync'
  | 'writeSync'
  | 'fdatasyncSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'fstatSync'
  | 'statSync'
  | 'lstatSync'
  | 'unlinkSync'
  | 'accessSync'
>

export const nodeFileSystem: HostFileSystem = fs

const errnoNumbers: Readonly<Record<string, number>> = {
  EACCES: 2,
  EAGAIN: 6,
  EBUSY: 10,
  EDQUOT: 19,
  EEXIST: 20,
  EFBIG: 22,
  EIO: 29,
  EISDIR: 31,
  EMFILE: 33,
  ENOENT: 44,
  ENOSPC: 51,
  ENOTDIR: 54,
  EPERM: 63,
  EROFS: 69,
}

/** The WASI number of a Node error; whatever has none counts as an input/output error. */
export function wasiErrno(error: unknown): number {
  const code = errorCode(error)
  return (code === undefined ? undefined : errnoNumbers[code]) ?? 29
}

/** `ENOENT`, `ENOSPC`… of a Node error, or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}

/**
 * What makes a file the same file: its device and inode. Undefined when there is nothing at that path; a disk that cannot
 * say throws, since its silence does not mean that the file is gone.
 */
export function fileIdentity(path: string, fileSystem: HostFileSystem = nodeFileSystem): string | undefined {
  try {
    const { dev, ino } = fileSystem.statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined
    throw error
  }
}
