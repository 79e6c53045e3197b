import { existsSync, realpathSync } from 'node:fs'
import type { Environment } from '#application/ports/environment.ts'
import type { Pause } from '#application/ports/jobs.ts'
import type { TrailFollower } from '#application/ports/trail-follower.ts'
import type { ChangeNotice, Workspace } from '#application/ports/workspace.ts'
import type { LockCause, WaitingFile } from '#contract/protection.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import type { News } from '#data/store/connection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import {
  createEncryptedWorkspace,
  hasRecoveryKeyInFile,
  openEncryptedWorkspace,
  opensWith,
  verifySecret,
} from '#data/store/encryption/encryption.ts'
import { copyOfKey, type WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { removeLeftovers } from '#data/store/leftovers.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import {
  createWhole,
  createWorkspaceFile,
  type OlderFile,
  type OpenWorkspace,
  openWorkspaceFile,
} from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { type DelayedCheck, delayedCheck } from './delayed-check.ts'
import { findDefects } from './find-defects.ts'
import type { EngineHost, RunningSearch } from './host.ts'
import type { PassphraseGuard } from './passphrase-guard.ts'

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

/** A link to the open file, or another spelling of its path, is the open file: its own lock must not refuse it. */
const realPathOf = (path: string) => (existsSync(path) ? realpathSync.native(path) : path)

/** How soon a reader sees what the writer saved. */
const lookEvery = 2_000

/** An encrypted file without its key. */
export interface Waiting {
  readonly path: string
  readonly readOnly: boolean
  readonly because: WaitingFile['because']
  readonly hasRecoveryKey: boolean
}

interface Held {
  readonly file: OpenWorkspace
  /** Null: the file is plain. */
  readonly key: WorkspaceKey | null
  readonly askedReadOnly: boolean
  /** Made anew when its writer changed the file. */
  workspace: Workspace
  /** The check of the file's pages that waits or runs beside. */
  check: DelayedCheck | null
  /** Readings of the whole file that wait or run beside; SQLite would refuse our writing as long as they hold their lock. */
  readonly searches: Set<RunningSearch>
}

export interface SessionParts {
  readonly host: Pick<EngineHost, 'wasmBytes' | 'pagesChecker' | 'defectsFinder' | 'trailFollower'>
  readonly environment: Environment
  readonly notify: (notice: ChangeNotice) => void
  /** Another workspace is held now, or none: every answer given so far may differ. */
  readonly replaced?: () => void
  /** The open file turned out damaged and was closed. */
  readonly refused?: (error: AppError) => void
  /** Keeps an older file before it is brought up to date; beside itself without one. */
  readonly keepOlder?: (file: OlderFile) => void
  /** An encrypted file waits for its key. */
  readonly locked?: (waiting: Waiting) => void
  /** Counts wrong passphrases; they are not counted without one. */
  readonly guard?: PassphraseGuard
}

const noGuard: PassphraseGuard = { next: () => ({ tries: 0, waitSeconds: 0 }), check: (_path, work) => work() }

export function createSession(parts: SessionParts): Session {
  const { host, environment, notify, replaced = () => undefined, refused = () => undefined, guard = noGuard } = parts
  let loading: Promise<SqlEngine> | null = null
  let held: Held | null = null
  let waiting: Waiting | null = null

  const engine = () => {
    loading ??= loadSqlEngine(host.wasmBytes)
    return loading
  }
  const workspaceOn = (file: OpenWorkspace) => sqlWorkspace(file, environment, notify)
  const hold = (file: OpenWorkspace, askedReadOnly = false, key: WorkspaceKey | null = null): Held => ({
    file,
    key,
    askedReadOnly,
    workspace: workspaceOn(file),
    check: null,
    searches: new Set(),
  })
  const { pagesChecker } = host
  const openOptions = {
    schemaHashes,
    ...(pagesChecker === null ? {} : { checkPagesLaterFrom: pagesChecker.from }),
    ...(parts.keepOlder === undefined ? {} : { keepOlder: parts.keepOlder }),
  }

  let following: NodeJS.Timeout | undefined

  /** `whileLocked` runs when the file is closed and nobody else may open it yet. */
  function letGo(whileLocked?: () => void): void {
    clearInterval(following)
    held?.check?.stop()
    stopSearches(held)
    const key = held?.key
    try {
      held?.file.close(whileLocked)
    } finally {
      held = null
      key?.forget()
    }
  }

  function wait(file: Omit<Waiting, 'hasRecoveryKey'>): void {
    waiting = { ...file, hasRecoveryKey: hasRecoveryKeyInFile(file.path) }
    parts.locked?.(waiting)
  }

  /** The file under this key. The key is taken over, and forgotten when the file does not open. */
  function openUnder(sqlEngine: SqlEngine, path: string, readOnly: boolean, key: WorkspaceKey): Held {
    try {
      return hold(openEncryptedWorkspace(sqlEngine, path, migrations, key, { ...openOptions, readOnly }), readOnly, key)
    } catch (error) {
      key.forget()
      throw error
    }
  }

  /** `spare`: a key that may open the file, too. */
  function openHeld(sqlEngine: SqlEngine, path: string, readOnly: boolean, spare: WorkspaceKey | null): Held {
    try {
      return hold(openWorkspaceFile(sqlEngine, path, migrations, { ...openOptions, readOnly }), readOnly)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'E-OPEN-ENCRYPTED') throw error
      if (spare !== null && opensWith(path, spare)) return openUnder(sqlEngine, path, readOnly, copyOfKey(spare))
      wait({ path: realPathOf(path), readOnly, because: 'opened' })
      throw error
    }
  }

  /** Takes the place of what was open. */
  function keep(opened: Held): Workspace {
    letGo()
    held = opened
    waiting = null
    if (!opened.file.readOnly) removeLeftovers(opened.file.path)
    checkBeside(opened)
    follow(opened)
    return opened.workspace
  }

  async function openAnew(path: string, readOnly: boolean, spare: WorkspaceKey | null): Promise<Workspace> {
    const before = held
    try {
      return keep(openHeld(await engine(), path, readOnly, spare))
    } finally {
      spare?.forget()
      if (held !== before) replaced()
    }
  }

  const spareKey = () => (held?.key ? copyOfKey(held.key) : null)

  function checkBeside(opened: Held): void {
    if (opened.file.pagesChecked || pagesChecker === null) return
    const { path } = opened.file
    opened.check = delayedCheck(pagesChecker, { path, key: opened.key }, (refusal) => {
      opened.check = null
      if (refusal === null || held !== opened) return
      letGo()
      replaced()
      refused(refusal instanceof AppError ? refusal : new AppError('E-OPEN-DAMAGED', { path }, refusal))
    })
  }

  /** A reader looks after its writer, and shows what he saved. */
  function follow(opened: Held): void {
    if (!opened.askedReadOnly) return
    following = setInterval(() => look(opened), lookEvery)
    // The command line ends when its work is done.
    following.unref()
  }

  function look(opened: Held): void {
    const news = newsOf(opened.file)
    if (news === 'none' || held !== opened) return
    if (news === 'changed') {
      opened.workspace = workspaceOn(opened.file)
      replaced()
      return
    }
    // Another file stands in its place: the same as opening it, with every check.
    const { path } = opened.file
    const spare = spareKey()
    letGo()
    replaced()
    openAnew(path, true, spare).catch((error: unknown) => {
      // The page has been told that the file waits.
      if (error instanceof AppError && error.code === 'E-OPEN-ENCRYPTED') return
      refused(error instanceof AppError ? error : new AppError('E-OPEN-DAMAGED', { path }, error))
    })
  }

  function need(): Held {
    if (!held) throw new AppError('E-OPEN-NONE')
    return held
  }

  const session: Session = {
    current: () => need().workspace,
    database: () => need().file.db,
    isOpen: () => held !== null,
    pause() {
      const reading = need()
      return async () => {
        await new Promise((resolve) => setImmediate(resolve))
        if (held !== reading) throw new AppError('E-OPEN-NONE')
      }
    },
    async sound() {
      await held?.check?.done()
      await searchesEnded(held)
    },
    findDefects() {
      const { file, key, searches } = need()
      const search = findDefects(host.defectsFinder, file, key)
      searches.add(search)
      const forget = () => searches.delete(search)
      search.done.then(forget, forget)
      return search
    },
    trailFollower() {
      const { file, key } = need()
      return host.trailFollower?.({ path: file.path, key })
    },
    readOnlyBecause() {
      const { file, askedReadOnly } = need()
      if (!file.readOnly) return null
      return askedReadOnly ? 'asked' : 'rights'
    },
    async open(path, readOnly = false) {
      await engine()
      let spare: WorkspaceKey | null = null
      if (held !== null && held.file.path === realPathOf(path)) {
        if ((readOnly || !held.askedReadOnly) && held.file.isOurs()) {
          waiting = null
          return held.workspace
        }
        spare = spareKey()
        // Another program's file stands in this place now: what is held here can no longer be saved, only given back. A
        // reader is kept until the file is open anew, in case its writer still holds it.
        if (!held.askedReadOnly) letGo()
      }
      return openAnew(path, readOnly, spare)
    },
    async create(path, fill, key = null) {
      const sqlEngine = await engine()
      // Filled under another name: a file that bears the chosen name is complete, whatever happens on the way.
      await createWhole(path, async (unfinished) => {
        const made = hold(
          key === null
            ? createWorkspaceFile(sqlEngine, unfinished, migrations)
            : createEncryptedWorkspace(sqlEngine, unfinished, migrations, key),
        )
        try {
          await fill(made.workspace)
        } finally {
          made.workspace.close()
        }
      })
      const opened =
        key === null
          ? hold(openWorkspaceFile(sqlEngine, path, migrations, openOptions))
          : openUnder(sqlEngine, path, false, key)
      letGo()
      held = opened
      waiting = null
      replaced()
      return held.workspace
    },
    close() {
      letGo()
      waiting = null
      replaced()
    },
    waiting: () => waiting,
    stopWaiting() {
      waiting = null
    },
    async openWaiting(key) {
      const sqlEngine = await engine()
      if (waiting === null) {
        key.forget()
        throw new AppError('E-OPEN-NONE')
      }
      const workspace = keep(openUnder(sqlEngine, waiting.path, waiting.readOnly, key))
      replaced()
      return workspace
    },
    lock(because) {
      if (held === null || held.key === null) return false
      const file = { path: held.file.path, readOnly: held.askedReadOnly, because }
      letGo()
      wait(file)
      return true
    },
    key: () => need().key,
    proveSecret() {
      const { key, file } = need()
      return key === null ? null : (secret) => guard.check(file.path, () => verifySecret(key, secret))
    },
    async rekey(change) {
      const sqlEngine = await engine()
      const { file, askedReadOnly, key, check } = need()
      if (file.readOnly) throw new AppError('E-SAVE-RO')
      check?.stop()
      stopSearches(held)
      const open = (next: WorkspaceKey | null) =>
        next === null
          ? hold(openWorkspaceFile(sqlEngine, file.path, migrations, openOptions), askedReadOnly)
          : openUnder(sqlEngine, file.path, askedReadOnly, next)
      held = null
      try {
        const next = change(file, sqlEngine)
        held = open(next)
        key?.forget()
        checkBeside(held)
      } catch (error) {
        held ??= open(key)
        throw error
      } finally {
        replaced()
      }
    },
    file: () => need().file,
    async exchange(work) {
      const { file } = need()
      if (file.readOnly) throw new AppError('E-SAVE-RO')
      let failure: unknown = null
      const spare = spareKey()
      letGo(() => {
        try {
          work()
        } catch (error) {
          failure = error
        }
      })
      replaced()
      const opened = await openAnew(file.path, false, spare)
      if (failure !== null) throw failure
      return opened
    },
  }
  return session
}

function stopSearches(held: Held | null): void {
  for (const search of held?.searches ?? []) search.stop()
}

async function searchesEnded(held: Held | null): Promise<void> {
  await Promise.allSettled([...(held?.searches ?? [])].map(({ done }) => done))
}

function newsOf(file: OpenWorkspace): News {
  try {
    return file.news()
  } catch {
    // Its writer is busy just now, or the disk failed: the next look will tell.
    return 'none'
  }
}
