import { existsSync, realpathSync } from 'node:fs'
import type { Environment } from '#application/ports/environment.ts'
import type { Pause } from '#application/ports/jobs.ts'
import type { ChangeNotice, Workspace } from '#application/ports/workspace.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import type { News } from '#data/store/connection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { createWhole, createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { type DelayedCheck, delayedCheck } from './delayed-check.ts'
import type { EngineHost } from './host.ts'

/** The one workspace the engine holds open at a time. */
export interface Session {
  current(): Workspace
  /** The database behind the workspace, for readers that need one query instead of many rows. */
  database(): ReadableDatabase
  isOpen(): boolean
  /** How a long reading of the workspace that is open now lets other calls in. */
  pause(): Pause
  /** Resolves once the open file is known to be sound; rejects when it turned out damaged and was closed again. */
  sound(): Promise<void>
  /**
   * Opens a file, or gives the one that is open already. For reading only it can be opened beside its writer, whose
   * commits then show here by themselves.
   */
  open(path: string, readOnly?: boolean): Promise<Workspace>
  /** Why nothing can be written: it was asked for, or the file or its place allows no more; null when it can. */
  readOnlyBecause(): 'asked' | 'rights' | null
  /** Makes a file, fills it, and opens it; a file that could not be filled is removed again. */
  create(path: string, fill: (workspace: Workspace) => void | Promise<void>): Promise<Workspace>
  close(): void
}

/** A link to the open file, or another spelling of its path, is the open file: its own lock must not refuse it. */
const realPathOf = (path: string) => (existsSync(path) ? realpathSync.native(path) : path)

/** How soon a reader sees what the writer saved. */
const lookEvery = 2_000

interface Held {
  readonly file: OpenWorkspace
  readonly askedReadOnly: boolean
  /** Made anew when its writer changed the file. */
  workspace: Workspace
  /** The check of the file's pages that waits or runs beside. */
  check: DelayedCheck | null
}

export interface SessionParts {
  readonly host: Pick<EngineHost, 'wasmBytes' | 'pagesChecker'>
  readonly environment: Environment
  readonly notify: (notice: ChangeNotice) => void
  /** Another workspace is held now, or none: every answer given so far may differ. */
  readonly replaced?: () => void
  /** The open file turned out damaged and was closed. */
  readonly refused?: (error: AppError) => void
}

export function createSession(parts: SessionParts): Session {
  const { host, environment, notify, replaced = () => undefined, refused = () => undefined } = parts
  let loading: Promise<SqlEngine> | null = null
  let held: Held | null = null

  const engine = () => {
    loading ??= loadSqlEngine(host.wasmBytes)
    return loading
  }
  const workspaceOn = (file: OpenWorkspace) => sqlWorkspace(file, environment, notify)
  const hold = (file: OpenWorkspace, askedReadOnly = false): Held => ({
    file,
    askedReadOnly,
    workspace: workspaceOn(file),
    check: null,
  })
  const { pagesChecker } = host
  const openOptions = {
    schemaHashes,
    ...(pagesChecker === null ? {} : { checkPagesLaterFrom: pagesChecker.from }),
  }

  let following: NodeJS.Timeout | undefined

  function letGo(): void {
    clearInterval(following)
    held?.check?.stop()
    held?.workspace.close()
    held = null
  }

  function checkBeside(opened: Held): void {
    if (opened.file.pagesChecked || pagesChecker === null) return
    const { path } = opened.file
    opened.check = delayedCheck(pagesChecker, path, (refusal) => {
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
    letGo()
    replaced()
    session.open(path, true).catch((error: unknown) => {
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
    sound: () => held?.check?.done() ?? Promise.resolve(),
    readOnlyBecause() {
      const { file, askedReadOnly } = need()
      if (!file.readOnly) return null
      return askedReadOnly ? 'asked' : 'rights'
    },
    async open(path, readOnly = false) {
      const sqlEngine = await engine()
      const before = held
      if (held !== null && held.file.path === realPathOf(path)) {
        if ((readOnly || !held.askedReadOnly) && held.file.isOurs()) return held.workspace
        // Another program's file stands in this place now: what is held here can no longer be saved, only given back. A
        // reader is kept until the file is open anew, in case its writer still holds it.
        if (!held.askedReadOnly) letGo()
      }
      try {
        const opened = hold(openWorkspaceFile(sqlEngine, path, migrations, { ...openOptions, readOnly }), readOnly)
        letGo()
        held = opened
        checkBeside(opened)
        follow(opened)
        return opened.workspace
      } finally {
        if (held !== before) replaced()
      }
    },
    async create(path, fill) {
      const sqlEngine = await engine()
      // Filled under another name: a file that bears the chosen name is complete, whatever happens on the way.
      await createWhole(path, async (unfinished) => {
        const made = hold(createWorkspaceFile(sqlEngine, unfinished, migrations))
        try {
          await fill(made.workspace)
        } finally {
          made.workspace.close()
        }
      })
      letGo()
      held = hold(openWorkspaceFile(sqlEngine, path, migrations, openOptions))
      replaced()
      return held.workspace
    },
    close() {
      letGo()
      replaced()
    },
  }
  return session
}

function newsOf(file: OpenWorkspace): News {
  try {
    return file.news()
  } catch {
    // Its writer is busy just now, or the disk failed: the next look will tell.
    return 'none'
  }
}
