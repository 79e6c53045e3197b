import type { Pause } from '#application/ports/jobs.ts'
import type { TrailFollower } from '#application/ports/trail-follower.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { LockCause, WaitingFile } from '#contract/protection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import type { OpenWorkspace } from '#data/store/workspace-file.ts'
import type { RunningSearch } from './host.ts'

/** The one workspace the engine holds open at a time. */
export interface Session {
  current(): Workspace
  /** The database behind the workspace, for readers that need one query instead of many rows. */
  database(): ReadableDatabase
  isOpen(): boolean
  /** How a long reading of the workspace that is open now lets other calls in. */
  pause(): Pause
  /**
   * Resolves once the open file is known to be sound and nothing reads it that must not be disturbed; rejects when it
   * turned out damaged and was closed again.
   */
  sound(): Promise<void>
  /** Begins to look for every defect of the open file. What writes waits (`sound`) until that is done or stopped. */
  findDefects(): RunningSearch
  /** Who shares the work of following the open file's trail; undefined: nobody. */
  trailFollower(): TrailFollower | undefined
  /**
   * Opens a file, or gives the one that is open already. For reading only it can be opened beside its writer, whose
   * commits then show here by themselves. An encrypted file is refused (E-OPEN-ENCRYPTED) and waits for its key.
   */
  open(path: string, readOnly?: boolean): Promise<Workspace>
  /** Why nothing can be written: it was asked for, or the file or its place allows no more; null when it can. */
  readOnlyBecause(): 'asked' | 'rights' | null
  /** Makes a file, fills it, and opens it; a file that could not be filled is removed again. */
  create(
    path: string,
    fill: (workspace: Workspace) => void | Promise<void>,
    key?: WorkspaceKey | null,
  ): Promise<Workspace>
  close(): void
  /** The encrypted file that waits for its key; what is open besides stays open until it comes. */
  waiting(): Waiting | null
  stopWaiting(): void
  /** Opens the file that waits. The session takes the key over, and forgets it when the file is closed. */
  openWaiting(key: WorkspaceKey): Promise<Workspace>
  /** Closes an encrypted workspace and forgets its key; it then waits. False: what is open is plain, or nothing is. */
  lock(because: LockCause): boolean
  /** The key of the open workspace; null when it is plain. */
  key(): WorkspaceKey | null
  /** Refuses whoever does not know the passphrase or the recovery key; null: the open workspace is plain. */
  proveSecret(): ((secret: string) => Promise<void>) | null
  /**
   * Has the file closed under another key, or none, and opens it again. Nobody is answered in between. When `change`
   * fails the file is opened as it was.
   */
  rekey(change: (file: OpenWorkspace, engine: SqlEngine) => WorkspaceKey | null): Promise<void>
  /** The open file itself: what copies of it are taken from. */
  file(): OpenWorkspace
  /**
   * Closes the workspace, does `work` while nobody else may open its file, and opens what stands in its place then. A
   * failure of `work` is thrown once the file is open again.
   */
  exchange(work: () => void): Promise<Workspace>
}

/** An encrypted file without its key. */
export interface Waiting {
  readonly path: string
  readonly readOnly: boolean
  readonly because: WaitingFile['because']
  readonly hasRecoveryKey: boolean
}
