import type { ReadableDatabase } from './database.ts'
import type { HostFileSystem } from './host-file-system.ts'
import type { SqlEngine } from './sql-engine.ts'

export interface OpenOptions {
  readonly readOnly?: boolean
  /** Known schema hash by `user_version`; a version that is not listed is not compared. */
  readonly schemaHashes?: Readonly<Record<number, string>>
  /** Stands between SQLite and the disk; `node:fs` when absent. */
  readonly fileSystem?: HostFileSystem
  /** From this size on (bytes) the caller checks the pages himself, beside his other work. Absent: never. */
  readonly checkPagesLaterFrom?: number
  /** Keeps a copy of an older file before it is brought up to date; what it throws refuses the opening. Absent: beside the file. */
  readonly keepOlder?: (file: OlderFile) => void
}

/** A file of an earlier version, checked and about to be brought up to date. */
export interface OlderFile {
  readonly path: string
  readonly engine: SqlEngine
  readonly db: ReadableDatabase
  readonly fileSystem: HostFileSystem
  /** Makes a whole, checked copy in the place named. */
  write(target: string): void
}
