import type { Environment } from '#application/ports/environment.ts'
import type { ChangeNotice, Workspace } from '#application/ports/workspace.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import type { News } from '#data/store/connection.ts'
import { createEncryptedWorkspace, openEncryptedWorkspace } from '#data/store/encryption/encryption.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { OlderFile } from '#data/store/open-options.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import type { DelayedCheck } from './delayed-check.ts'
import { findDefects } from './find-defects.ts'
import type { EngineHost, RunningSearch } from './host.ts'

/** A workspace file the engine holds, with what runs beside it. */
export interface HeldFile {
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

interface HoldingParts {
  readonly host: Pick<EngineHost, 'pagesChecker'>
  readonly environment: Environment
  readonly notify: (notice: ChangeNotice) => void
  /** Keeps an older file before it is brought up to date; beside itself without one. */
  readonly keepOlder?: (file: OlderFile) => void
}

/** How files come to be held. */
export interface Holding {
  /** The file, under its key when it has one. The key is taken over, and forgotten when the file does not open. */
  open(engine: SqlEngine, path: string, readOnly: boolean, key: WorkspaceKey | null): HeldFile
  /** A new file, encrypted when there is a key for it. */
  create(engine: SqlEngine, path: string, key: WorkspaceKey | null): HeldFile
  /** Nothing that was read before holds any more. */
  readAnew(held: HeldFile): void
}

export function holdingFiles({ host, environment, notify, keepOlder }: HoldingParts): Holding {
  const workspaceOn = (file: OpenWorkspace) => sqlWorkspace(file, environment, notify)
  const hold = (file: OpenWorkspace, askedReadOnly: boolean, key: WorkspaceKey | null): HeldFile => ({
    file,
    key,
    askedReadOnly,
    workspace: workspaceOn(file),
    check: null,
    searches: new Set(),
  })
  const options = {
    schemaHashes,
    ...(host.pagesChecker === null ? {} : { checkPagesLaterFrom: host.pagesChecker.from }),
    ...(keepOlder === undefined ? {} : { keepOlder }),
  }
  return {
    open(engine, path, readOnly, key) {
      if (key === null)
        return hold(openWorkspaceFile(engine, path, migrations, { ...options, readOnly }), readOnly, null)
      try {
        return hold(openEncryptedWorkspace(engine, path, migrations, key, { ...options, readOnly }), readOnly, key)
      } catch (error) {
        key.forget()
        throw error
      }
    },
    create: (engine, path, key) =>
      hold(
        key === null
          ? createWorkspaceFile(engine, path, migrations)
          : createEncryptedWorkspace(engine, path, migrations, key),
        false,
        key,
      ),
    readAnew(held) {
      held.workspace = workspaceOn(held.file)
    },
  }
}

/** Ends what runs beside, closes the file and forgets its key. `whileLocked` runs before anybody else may open it. */
export function letGoOf(held: HeldFile, whileLocked?: () => void): void {
  held.check?.stop()
  stopSearches(held)
  try {
    held.file.close(whileLocked)
  } finally {
    held.key?.forget()
  }
}

/** Begins to look for every defect of the file, beside other work. */
export function searchDefects(held: HeldFile, finder: EngineHost['defectsFinder']): RunningSearch {
  const search = findDefects(finder, held.file, held.key)
  held.searches.add(search)
  const forget = () => held.searches.delete(search)
  search.done.then(forget, forget)
  return search
}

export function stopSearches(held: HeldFile): void {
  for (const search of held.searches) search.stop()
}

export async function searchesEnded(held: HeldFile): Promise<void> {
  await Promise.allSettled([...held.searches].map(({ done }) => done))
}

/** What the file's writer did since this was last asked. */
export function newsOf(held: HeldFile): News {
  try {
    return held.file.news()
  } catch {
    // Its writer is busy just now, or the disk failed: the next look will tell.
    return 'none'
  }
}
