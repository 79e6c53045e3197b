import { AppError } from '#domain/app-error.ts'
import type { WritableDatabase } from './database.ts'
import { fileIdentity, type HostFileSystem, nodeFileSystem } from './host-file-system.ts'
import type { HostRoute } from './host-routes.ts'
import { identifier, type Sql, sql, type Value } from './sql.ts'
import type { SqlEngine } from './sql-engine.ts'
import { storeError } from './sql-errors.ts'
import { createStatementCache } from './statement-cache.ts'

export interface ConnectionTarget {
  readonly path: string
  readonly readOnly: boolean
  readonly fileSystem?: HostFileSystem
}

/** `changed`: its writer committed. `replaced`: another file, or another form of this one, stands in its place. */
export type News = 'none' | 'changed' | 'replaced'

/** SQLite's handle on one real file, with what the store needs beyond reading and writing. */
export interface Connection extends WritableDatabase {
  /** False when the operating system gave us the file for reading only. */
  readonly writable: boolean
  /** Sets a pragma outside any transaction; the store's own texts only. */
  pragma(text: string): void
  /** From here on a change by another program is noticed. Called once the file has passed its checks. */
  startWatching(): void
  /** False once another program has changed the file, or put one of its own in its place. */
  isOurs(): boolean
  /** What happened to the file since it was last asked, for a reader who follows its writer. */
  news(): News
  /** Does `work` while nobody commits: what is read in it, and the file itself, are of one moment. */
  whileStill<T>(work: () => T): T
  /** VACUUM INTO: one clean file, in which deleted rows are gone. On its own way to the disk when given one. */
  vacuumInto(path: string, fileSystem?: HostFileSystem): void
  /** Frees every statement and gives the file back, whatever state it is in. */
  close(): void
}

/** Opens the file as it is: no check of its content (open-workspace.ts does those), no change to it. */
export function openConnection(engine: SqlEngine, target: ConnectionTarget): Connection {
  const { path, readOnly, fileSystem = nodeFileSystem } = target
  const route: HostRoute = { path, readOnly, fileSystem, mayCreate: false, writable: false }
  const identity = fileIdentity(path, fileSystem)
  if (identity === undefined) throw new AppError('E-OPEN-MISSING', { path })
  let depth = 0
  let watchedVersion: Value | undefined
  let watchedSchema: Value | undefined
  /** The failure that already undid the running transaction inside SQLite. */
  let undone: AppError | undefined
  /** The failure after which this handle must not write again. */
  let broken: AppError | undefined
  const raw = attempt(() => engine.open(route))
  engine.takeFault() // a refused try to open for writing says nothing about later calls
  const statements = createStatementCache(raw)

  function attempt<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (error instanceof AppError) throw error
      const refusal = storeError(error, path, engine.takeFault())
      throw refusal instanceof AppError ? noteFailure(refusal) : refusal
    }
  }

  function noteFailure(refusal: AppError): AppError {
    const error = refusal.code === 'E-SAVE-RO' ? whyReadOnly(refusal) : refusal
    if (error.code === 'E-SAVE-IO') broken ??= error
    if (depth > 0) undone ??= error
    return error
  }

  /** SQLite says "readonly" of a file that was moved away, too. */
  function whyReadOnly(refusal: AppError): AppError {
    try {
      return wasReplaced() ? new AppError('E-SAVE-REPLACED', {}, refusal) : refusal
    } catch (error) {
      return error instanceof AppError ? error : refusal
    }
  }

  function wasReplaced(): boolean {
    try {
      return fileIdentity(path, fileSystem) !== identity
    } catch (error) {
      throw new AppError('E-SAVE-IO', {}, error)
    }
  }

  function exec(text: string): void {
    attempt(() => raw.run(text))
  }

  /** Ends a transaction or savepoint after a failure. SQLite may have ended it itself; there is nothing left to undo then. */
  function execQuietly(text: string): void {
    try {
      raw.run(text)
    } catch {
      engine.takeFault()
    }
  }

  /** Refuses to write when the file is not ours alone any more. Another program holds no lock that we could see. */
  function assertOurs(): void {
    if (wasChanged()) throw new AppError('E-SAVE-REPLACED')
  }

  function wasChanged(): boolean {
    return watchedVersion !== undefined && dataVersion() !== watchedVersion
  }

  function dataVersion(): Value | undefined {
    return db.value(sql`PRAGMA data_version`)
  }

  /** Moves when the schema is changed: by a newer Timbang, say, that brought the file up to date. */
  function schemaVersion(): Value | undefined {
    return db.value(sql`PRAGMA schema_version`)
  }

  function outermost<T>(work: () => T): T {
    if (!route.writable) throw new AppError('E-SAVE-RO')
    if (broken !== undefined) throw broken
    if (wasReplaced()) throw new AppError('E-SAVE-REPLACED')
    engine.takeFault()
    exec('BEGIN IMMEDIATE')
    depth = 1
    try {
      assertOurs()
      const result = mustBeSynchronous(work())
      if (undone !== undefined) throw undone
      exec('COMMIT')
      return result
    } catch (error) {
      execQuietly('ROLLBACK')
      throw undone ?? error
    } finally {
      depth = 0
      undone = undefined
    }
  }

  function nested<T>(work: () => T): T {
    const savepoint = `nested_${depth}`
    exec(`SAVEPOINT ${savepoint}`)
    depth += 1
    try {
      const result = mustBeSynchronous(work())
      if (undone !== undefined) throw undone
      exec(`RELEASE ${savepoint}`)
      return result
    } catch (error) {
      execQuietly(`ROLLBACK TO ${savepoint}`)
      execQuietly(`RELEASE ${savepoint}`)
      throw error
    } finally {
      depth -= 1
    }
  }

  /** Runs inside the open transaction, or as a transaction of its own. */
  function write<T>(work: () => T): T {
    if (undone !== undefined) throw undone
    return depth > 0 ? attempt(work) : outermost(() => attempt(work))
  }

  const db: Connection = {
    get writable() {
      return route.writable
    },
    all<Row>(query: Sql) {
      return attempt(() => statements.rows(query) as Row[])
    },
    get<Row>(query: Sql) {
      return attempt(() => statements.rows(query, 1)[0] as Row | undefined)
    },
    value<T extends Value>(query: Sql) {
      return attempt(() => statements.first(query) as T | undefined)
    },
    run(query) {
      return write(() => {
        statements.run(query)
        return raw.getRowsModified()
      })
    },
    script(query) {
      if (query.values.length > 0) throw new TypeError('a script carries no values')
      write(() => raw.run(query.text))
    },
    insertMany(table, columns, rows) {
      const marks = sql.join(columns.map((): Value => null))
      const names = sql.join(columns.map(identifier))
      const insert = sql`INSERT INTO ${identifier(table)} (${names}) VALUES (${marks})`
      const work = () => attempt(() => statements.runMany(insert, rows))
      if (depth === 0) return outermost(work)
      // One row is all or nothing by itself; a savepoint for each would cost more than the row.
      return Array.isArray(rows) && rows.length <= 1 ? write(work) : nested(work)
    },
    transaction: (work) => (depth > 0 ? nested(work) : outermost(work)),
    pragma: (text) => exec(`PRAGMA ${text}`),
    startWatching() {
      watchedVersion = dataVersion()
      watchedSchema = schemaVersion()
    },
    isOurs: () => !wasReplaced() && !wasChanged(),
    news() {
      if (wasReplaced()) return 'replaced'
      const before = watchedVersion
      watchedVersion = dataVersion()
      if (watchedVersion === before) return 'none'
      return schemaVersion() === watchedSchema ? 'changed' : 'replaced'
    },
    whileStill(work) {
      exec('BEGIN')
      try {
        // The lock is taken with the first row that is read, and kept until the end.
        db.value(sql`SELECT count(*) FROM sqlite_schema`)
        return mustBeSynchronous(work())
      } finally {
        execQuietly('COMMIT')
      }
    },
    vacuumInto(target, copyFileSystem = fileSystem) {
      const copy: HostRoute = {
        path: target,
        readOnly: false,
        fileSystem: copyFileSystem,
        mayCreate: true,
        writable: true,
      }
      const name = engine.admit(copy)
      try {
        attempt(() => raw.run('VACUUM INTO ?', [name]))
      } finally {
        engine.release(copy)
      }
    },
    close() {
      statements.free()
      try {
        raw.close()
      } finally {
        engine.release(route)
      }
    },
  }
  return db
}

function mustBeSynchronous<T>(result: T): T {
  if (result instanceof Promise) throw new TypeError('a transaction is synchronous: nothing may be awaited inside')
  return result
}
