import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { newestBackup } from '#application/backups/list-backups.ts'
import type { BackupStore, StoredBackup } from '#application/ports/backup-store.ts'
import type { Environment } from '#application/ports/environment.ts'
import { proveWritable } from '#data/backups/backup-folder.ts'
import { backupStore } from '#data/backups/backup-store.ts'
import { takeBackup } from '#data/backups/take-backup.ts'
import { journalHead } from '#data/repositories/journal.ts'
import type { OlderFile } from '#data/store/open-options.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { AppError, type AppErrorCode, type AppErrorParams } from '#domain/app-error.ts'
import type { BackupReason } from '#domain/model/backup.ts'
import type { EngineHost } from './host.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Session } from './session-port.ts'

/** Why the last copy of the open workspace could not be taken. */
export interface BackupFailure {
  readonly code: AppErrorCode
  readonly params: AppErrorParams
  readonly at: string
}

/** Copies of the workspace: by themselves while one works, and when asked for. */
export interface Backups {
  readonly standardFolder: string
  folder(): string
  /** Null: the standard folder again. Refuses E-BACKUP-FOLDER when nothing can be written there. */
  setFolder(folder: string | null): void
  /** False: the medium of the folder is not attached. The standard folder is made when it is needed. */
  reachable(): boolean
  store(): Promise<BackupStore>
  failure(): BackupFailure | null
  /** Resolves when no copy keeps the file still; never rejects. Whatever writes waits for it. */
  clear(): Promise<void>
  /** Another workspace is open now, or none. */
  reopened(): void
  /**
   * Keeps the state before a step that changes much, when it has changed since the last copy. Never rejects: a copy that
   * fails is told, the work goes on.
   */
  before(step: Extract<BackupReason, 'import' | 'closing'>): Promise<void>
  /** A copy now, in this folder or the user's own; what stops it is thrown. */
  take(folder: string | null): Promise<StoredBackup>
  /** Keeps a file that is about to be brought up to date. Refuses E-BACKUP-MIGRATION: then it is not. */
  keepOlder(file: OlderFile): void
  stop(): void
}

export interface BackupParts {
  readonly host: Pick<EngineHost, 'backups' | 'preferencesFolder' | 'wasmBytes' | 'log'>
  readonly session: Session
  readonly preferences: Pick<PreferencesStore, 'backupFolder' | 'setBackupFolder'>
  readonly environment: Pick<Environment, 'now'>
  /** Answers about copies may differ now. */
  readonly changed: () => void
}

interface Running {
  /** The file may be written again. */
  readonly released: Promise<unknown>
  readonly done: Promise<StoredBackup>
}

export function createBackups(parts: BackupParts): Backups {
  const { host, session, preferences, environment, changed } = parts
  const automatic = host.backups ?? null
  const standardFolder = join(host.preferencesFolder ?? join(homedir(), '.timbang'), 'backups')
  const root = () => preferences.backupFolder() ?? standardFolder
  const reachable = () => preferences.backupFolder() === null || existsSync(root())
  /** Made anew, the folder of a stick that was pulled out would lie on the disk beneath it, where nobody looks for copies. */
  function rootForNew(): string {
    if (!reachable()) throw new AppError('E-BACKUP-FOLDER', { folder: root() })
    return root()
  }
  let failure: BackupFailure | null = null
  let timers: readonly NodeJS.Timeout[] = []
  /** Place of the workspace whose times are kept. */
  let watched: string | null = null
  /** Copies are taken one after the other. */
  let last: Promise<unknown> = Promise.resolve()
  let released: Promise<unknown> = Promise.resolve()

  const store = async () =>
    backupStore(root(), await loadSqlEngine(host.wasmBytes), (place) =>
      session.isOpen() && session.current().path === place ? session.database() : null,
    )

  async function begin(reason: BackupReason, folder: string | null): Promise<Running> {
    const engine = await loadSqlEngine(host.wasmBytes)
    const file = session.file()
    const request = { root: folder ?? rootForNew(), source: file.path, reason, takenAt: environment.now() }
    const thread = automatic?.thread ?? null
    if (thread !== null && statSync(file.path).size >= thread.from) return thread.start(request, session.key())
    // Within one turn of the engine: nothing is written meanwhile.
    const done = Promise.resolve().then(() =>
      takeBackup({ engine, fileSystem: file.fileSystem }, request, (unfinished) => {
        file.saveCopy(unfinished)
        return journalHead(file.db)
      }),
    )
    return { released: done.catch(() => undefined), done }
  }

  /** Begins when those before it have ended. `kept` says whether there is anything to keep that no copy has. */
  function enqueue(reason: BackupReason, folder: string | null): Running {
    const running = last.then(() => begin(reason, folder))
    const done = running.then((one) => one.done)
    last = done.catch(() => undefined)
    const free = running.then((one) => {
      released = one.released
      return one.released
    })
    return { released: free.catch(() => undefined), done }
  }

  /** Null when the last copy has everything. */
  async function enqueueIfChanged(reason: BackupReason): Promise<Running | null> {
    // A copy of a damaged file would push a good one out.
    await session.sound()
    await last
    if (!session.isOpen()) return null
    const head = journalHead(session.database())
    const newest = newestBackup(await store(), session.current().path)
    const isKept = newest !== null && newest.entries === head.count && newest.head === head.hash
    return isKept || head.count === 0 ? null : enqueue(reason, null)
  }

  function tell(error: unknown): void {
    if (!(error instanceof AppError)) host.log?.(`backup: ${error instanceof Error ? error.stack : String(error)}`)
    // The file was closed meanwhile.
    if (error instanceof AppError && error.code === 'E-OPEN-NONE') return
    const refusal = error instanceof AppError ? error : new AppError('E-BACKUP-FOLDER', { folder: root() }, error)
    failure = { code: refusal.code, params: refusal.params, at: environment.now() }
    changed()
  }

  function follow(done: Promise<StoredBackup>): void {
    done.then(() => {
      failure = null
      changed()
    }, tell)
  }

  function takeQuietly(reason: BackupReason): void {
    enqueueIfChanged(reason).then((running) => {
      if (running !== null) follow(running.done)
    }, tell)
  }

  function stop(): void {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }

  return {
    standardFolder,
    folder: root,
    setFolder(folder) {
      if (folder !== null) proveWritable(folder)
      preferences.setBackupFolder(folder)
      changed()
    },
    reachable,
    store,
    failure: () => failure,
    clear: () => released.then(() => undefined),
    reopened() {
      const place = session.isOpen() && !session.current().readOnly ? session.current().path : null
      if (place === watched) return
      watched = place
      failure = null
      stop()
      if (place === null || automatic === null) return
      timers = [
        setTimeout(() => takeQuietly('opened'), automatic.after),
        setInterval(() => takeQuietly('hourly'), automatic.every),
      ]
      for (const timer of timers) timer.unref()
    },
    async before(step) {
      if (automatic === null) return
      try {
        const running = await enqueueIfChanged(step)
        if (running === null) return
        follow(running.done)
        await running.released
      } catch (error) {
        tell(error)
      }
    },
    async take(folder) {
      if (session.file().readOnly) throw new AppError('E-SAVE-RO')
      const { done } = enqueue('asked', folder)
      const copy = await done
      failure = null
      changed()
      return copy
    },
    keepOlder({ path, engine, db, fileSystem, write }) {
      try {
        const request = { root: rootForNew(), source: path, reason: 'migration' as const, takenAt: environment.now() }
        takeBackup({ engine, fileSystem }, request, (unfinished) => {
          write(unfinished)
          return journalHead(db)
        })
      } catch (error) {
        throw new AppError('E-BACKUP-MIGRATION', { folder: root() }, error)
      }
    },
    stop,
  }
}
