import { existsSync, realpathSync } from 'node:fs'
import type { Environment } from '#application/ports/environment.ts'
import type { ChangeNotice, Workspace } from '#application/ports/workspace.ts'
import { hasRecoveryKeyInFile, opensWith, verifySecret } from '#data/store/encryption/encryption.ts'
import { copyOfKey, type WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { removeLeftovers } from '#data/store/leftovers.ts'
import type { OlderFile } from '#data/store/open-options.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { createWhole } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { delayedCheck } from './delayed-check.ts'
import {
  type HeldFile,
  holdingFiles,
  letGoOf,
  newsOf,
  searchDefects,
  searchesEnded,
  stopSearches,
} from './held-file.ts'
import type { EngineHost } from './host.ts'
import type { PassphraseGuard } from './passphrase-guard.ts'
import type { Session, Waiting } from './session-port.ts'

/** A link to the open file, or another spelling of its path, is the open file: its own lock must not refuse it. */
const realPathOf = (path: string) => (existsSync(path) ? realpathSync.native(path) : path)

/** How soon a reader sees what the writer saved. */
const lookEvery = 2_000

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
  const { host, replaced = () => undefined, refused = () => undefined, guard = noGuard } = parts
  let loading: Promise<SqlEngine> | null = null
  let held: HeldFile | null = null
  let waiting: Waiting | null = null

  const engine = () => {
    loading ??= loadSqlEngine(host.wasmBytes)
    return loading
  }
  const files = holdingFiles(parts)
  const { pagesChecker } = host

  let following: NodeJS.Timeout | undefined

  /** `whileLocked` runs when the file is closed and nobody else may open it yet. */
  function letGo(whileLocked?: () => void): void {
    clearInterval(following)
    try {
      if (held !== null) letGoOf(held, whileLocked)
    } finally {
      held = null
    }
  }

  function wait(file: Omit<Waiting, 'hasRecoveryKey'>): void {
    waiting = { ...file, hasRecoveryKey: hasRecoveryKeyInFile(file.path) }
    parts.locked?.(waiting)
  }

  /** `spare`: a key that may open the file, too. */
  function openHeld(sqlEngine: SqlEngine, path: string, readOnly: boolean, spare: WorkspaceKey | null): HeldFile {
    try {
      return files.open(sqlEngine, path, readOnly, null)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'E-OPEN-ENCRYPTED') throw error
      if (spare !== null && opensWith(path, spare)) return files.open(sqlEngine, path, readOnly, copyOfKey(spare))
      wait({ path: realPathOf(path), readOnly, because: 'opened' })
      throw error
    }
  }

  /** Takes the place of what was open. */
  function keep(opened: HeldFile): Workspace {
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

  function checkBeside(opened: HeldFile): void {
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
  function follow(opened: HeldFile): void {
    if (!opened.askedReadOnly) return
    following = setInterval(() => look(opened), lookEvery)
    // The command line ends when its work is done.
    following.unref()
  }

  function look(opened: HeldFile): void {
    const news = newsOf(opened)
    if (news === 'none' || held !== opened) return
    if (news === 'changed') {
      files.readAnew(opened)
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

  function need(): HeldFile {
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
      if (held !== null) await searchesEnded(held)
    },
    findDefects: () => searchDefects(need(), host.defectsFinder),
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
        const made = files.create(sqlEngine, unfinished, key)
        try {
          await fill(made.workspace)
        } finally {
          made.workspace.close()
        }
      })
      const opened = files.open(sqlEngine, path, false, key)
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
      const workspace = keep(files.open(sqlEngine, waiting.path, waiting.readOnly, key))
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
      const former = need()
      const { file, askedReadOnly, key, check } = former
      if (file.readOnly) throw new AppError('E-SAVE-RO')
      check?.stop()
      stopSearches(former)
      const open = (next: WorkspaceKey | null) => files.open(sqlEngine, file.path, askedReadOnly, next)
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
