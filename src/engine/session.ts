import { existsSync, realpathSync } from 'node:fs'
import type { Environment } from '#application/ports/environment.ts'
import type { ChangeNotice, Workspace } from '#application/ports/workspace.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'

/** The one workspace the engine holds open at a time. */
export interface Session {
  current(): Workspace
  /** The database behind the workspace, for readers that need one query instead of many rows. */
  database(): ReadableDatabase
  isOpen(): boolean
  open(path: string): Promise<Workspace>
  /** Makes a file, fills it, and opens it; a file that could not be filled is removed again. */
  create(path: string, fill: (workspace: Workspace) => void | Promise<void>): Promise<Workspace>
  close(): void
}

/** A link to the open file, or another spelling of its path, is the open file: its own lock must not refuse it. */
const realPathOf = (path: string) => (existsSync(path) ? realpathSync.native(path) : path)

interface Held {
  readonly file: OpenWorkspace
  readonly workspace: Workspace
}

export function createSession(
  wasmBytes: Uint8Array,
  environment: Environment,
  notify: (notice: ChangeNotice) => void,
  removeFile: (path: string) => void,
  /** Another workspace is held now, or none: every answer given so far may differ. */
  replaced: () => void = () => undefined,
): Session {
  let loading: Promise<SqlEngine> | null = null
  let held: Held | null = null

  const engine = () => {
    loading ??= loadSqlEngine(wasmBytes)
    return loading
  }
  const hold = (file: OpenWorkspace): Held => ({ file, workspace: sqlWorkspace(file, environment, notify) })

  function need(): Held {
    if (!held) throw new AppError('E-OPEN-NONE')
    return held
  }

  return {
    current: () => need().workspace,
    database: () => need().file.db,
    isOpen: () => held !== null,
    async open(path) {
      const sqlEngine = await engine()
      if (held !== null && held.file.path === realPathOf(path)) return held.workspace
      const opened = hold(openWorkspaceFile(sqlEngine, path, migrations, { schemaHashes }))
      held?.workspace.close()
      held = opened
      replaced()
      return opened.workspace
    },
    async create(path, fill) {
      const made = hold(createWorkspaceFile(await engine(), path, migrations))
      try {
        await fill(made.workspace)
      } catch (error) {
        made.workspace.close()
        removeFile(path)
        throw error
      }
      held?.workspace.close()
      // Held anew, so that the filling of a new file is not a step to undo.
      held = hold(made.file)
      replaced()
      return held.workspace
    },
    close() {
      held?.workspace.close()
      held = null
      replaced()
    },
  }
}
