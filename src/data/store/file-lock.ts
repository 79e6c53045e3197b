import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#domain/app-error.ts'
import { errorCode } from './host-file-system.ts'

export interface FileLock {
  release(): void
}

/**
 * One writer per workspace file on this computer. The lock is a name the operating system gives to one process at a
 * time and takes back when that process ends, however it ends: nothing is left behind by a crash.
 * Refuses with E-OPEN-LOCKED when another window (or this one) holds the file.
 */
export function lockFile(realPath: string): FileLock {
  const key = `timbang-${createHash('sha256').update(realPath).digest('hex')}`
  const lock = process.platform === 'darwin' ? lockByProcessId(join(tmpdir(), `${key}.pid`)) : lockByName(nameOf(key))
  if (lock === undefined) throw new AppError('E-OPEN-LOCKED', { path: realPath, computer: hostname() })
  return lock
}

/** Whether somebody holds the file right now. */
export function isLocked(realPath: string): boolean {
  try {
    lockFile(realPath).release()
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'E-OPEN-LOCKED') return true
    throw error
  }
}

/** Linux: a socket in the abstract namespace. Windows: a named pipe. Neither is a file. */
function nameOf(key: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${key}` : `\0${key}`
}

function lockByName(name: string): FileLock | undefined {
  const server = createServer((socket) => socket.destroy())
  // The name is taken or refused inside `listen`; the event that says so comes later and adds nothing.
  server.on('error', () => undefined)
  server.listen(name)
  if (!server.listening) return undefined
  server.unref()
  return { release: () => void server.close() }
}

/** macOS has no names that die with their process: a file with the process's number, checked for life. */
export function lockByProcessId(path: string): FileLock | undefined {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      fs.writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      return { release: () => fs.rmSync(path, { force: true }) }
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
      if (isAlive(path)) return undefined
      fs.rmSync(path, { force: true })
    }
  }
  return undefined
}

function isAlive(path: string): boolean {
  try {
    return process.kill(Number(fs.readFileSync(path, 'utf8')), 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
