import { AppError, type AppErrorCode } from '#domain/app-error.ts'
import { errorCode } from './host-file-system.ts'

/**
 * The refusal behind an error of SQLite or of the operating system, or the error itself when it is neither: a broken
 * constraint and a mistake in SQL text stay what they are.
 *
 * SQLite speaks in sentences here (sql.js passes its text on, not its number), so the operating system's last word
 * decides between causes that share one sentence.
 */
export function storeError(error: unknown, path: string, fault?: NodeJS.ErrnoException): unknown {
  if (error instanceof AppError) return error
  const code = codeOfMessage(messageOf(error), errorCode(fault)) ?? codeOfSystem(errorCode(error))
  if (code === undefined) return error
  return new AppError(code, code.startsWith('E-OPEN') ? { path } : {}, fault ?? error)
}

function codeOfMessage(message: string, system: string | undefined): AppErrorCode | undefined {
  if (message.includes('database or disk is full')) return 'E-SAVE-FULL'
  if (message.includes('database is locked') || message.includes('database table is locked')) return 'E-SAVE-BUSY'
  // The header was read before SQLite saw the file, so a file that "is not a database" is ours, and broken.
  if (
    /database disk image is malformed|malformed database schema|file is not a database|unsupported file format/.test(
      message,
    )
  ) {
    return 'E-OPEN-DAMAGED'
  }
  if (message.includes('attempt to write a readonly database')) return codeOfSystem(system) ?? 'E-SAVE-RO'
  if (message.includes('access permission denied')) return codeOfSystem(system) ?? 'E-SAVE-RO'
  // A copy goes under a name of chance: what SQLite takes for an existing file is one the disk would not tell the size of.
  if (message.includes('output file already exists')) return codeOfSystem(system) ?? 'E-SAVE-IO'
  // sql.js says this of every file it could not open: it asks for the reason before it has a handle to ask.
  if (message.includes('out of memory')) return codeOfSystem(system)
  if (message.includes('disk I/O error') || message.includes('unable to open database')) {
    return codeOfSystem(system) ?? 'E-SAVE-IO'
  }
  return undefined
}

const failingDisk = ['EIO', 'EMFILE', 'ENXIO', 'ENODEV']

/**
 * While a file is being opened nothing is written, so a disk that fails is one that cannot read. What SQLite then calls
 * damaged may be sound on the disk.
 * @param fault what the operating system said last
 */
export function openingError(error: unknown, path: string, fault?: NodeJS.ErrnoException): unknown {
  const refusal = storeError(error, path, fault)
  if (!(refusal instanceof AppError)) return refusal
  const cause = fault ?? refusal.cause
  const disk = failingDisk.includes(errorCode(cause) ?? '')
  if (refusal.code !== 'E-SAVE-IO' && !(refusal.code === 'E-OPEN-DAMAGED' && disk)) return refusal
  return new AppError('E-OPEN-IO', { path }, refusal)
}

/** What the operating system's word means for someone who wants to save. */
function codeOfSystem(system: string | undefined): AppErrorCode | undefined {
  switch (system) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'E-SAVE-FULL'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'E-SAVE-RO'
    case 'EBUSY':
      return 'E-SAVE-BUSY'
    // A block of an encrypted file that is not what was written there (encryption/block-cipher.ts).
    case 'EBADMSG':
      return 'E-OPEN-DAMAGED'
    case 'EIO':
    case 'EMFILE':
    case 'ENXIO':
    case 'ENODEV':
      return 'E-SAVE-IO'
    default:
      return undefined
  }
}

/** sql.js throws plain strings too ("Statement closed"). */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
