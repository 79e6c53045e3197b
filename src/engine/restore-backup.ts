import fs from 'node:fs'
import { basename, join } from 'node:path'
import { compareWorkspaces, type WorkspaceDifferences } from '#application/backups/compare-workspaces.ts'
import { recordRestore } from '#application/backups/record-restore.ts'
import { verifyTrail } from '#application/ledger/verify-trail.ts'
import type { Job } from '#application/ports/jobs.ts'
import { proveWritable, readManifest, removeOldDuplicates } from '#data/backups/backup-folder.ts'
import { originIn, placeOfWorkspace } from '#data/backups/backup-store.ts'
import { duplicateCopy, openDuplicate } from '#data/backups/prepare-copy.ts'
import { asideNameOf, putInPlace } from '#data/backups/put-in-place.ts'
import { fingerprint } from '#data/backups/take-backup.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { journalHead, lastWrittenAt } from '#data/repositories/journal.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { temporaryBeside } from '#data/store/durable-file.ts'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { opensWith, unlock } from '#data/store/encryption/encryption.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { copyOfKey, type WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { lockFile } from '#data/store/file-lock.ts'
import { nodeFileSystem } from '#data/store/host-file-system.ts'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'host' | 'session' | 'environment' | 'preferences' | 'guard' | 'backups'>

/** Which copy is to stand where. */
export interface RestoreRequest {
  readonly path: string
  readonly copy: string
  /** For an encrypted copy that the key of the open workspace does not open. */
  readonly secret: string | null
}

/** What stands in the place now, as far as it can be read. */
interface Present {
  readonly db: ReadableDatabase | null
  /** Why it cannot be read; null when it can. */
  readonly because: string | null
}

/** What is known of a copy, from its manifest or, when it came without one, from itself. */
export interface CopyFacts {
  readonly path: string
  readonly fileName: string
  readonly takenAt: string
  readonly reason: 'opened' | 'hourly' | 'import' | 'migration' | 'closing' | 'asked'
  readonly bytes: number
  readonly entries: number
  readonly encrypted: boolean
  readonly sha256: string
}

/** What would change; `differences` is null when the present file cannot be read. */
export async function previewRestore(
  context: Context,
  request: RestoreRequest,
  job: Job,
): Promise<{
  readonly copy: CopyFacts
  readonly differences: WorkspaceDifferences | null
  readonly because: string | null
}> {
  const { copy, secret } = request
  const place = placeOfWorkspace(request.path)
  const folder = duplicatesFolder(context, copy)
  removeOldDuplicates(folder, Date.now())
  const engine = await loadSqlEngine(context.host.wasmBytes)
  return withDuplicate(
    { context, engine, place, copy, secret, beside: join(folder, basename(copy)), job },
    async (duplicate) => {
      const facts = factsOf(copy, duplicate)
      return withPresent(context, engine, place, async ({ db, because }) => {
        if (db === null) return { copy: facts, differences: null, because }
        refuseOther(db, duplicate.db, copy)
        const parts = { current: ledgerReader(db), copy: ledgerReader(duplicate.db), hashing, job }
        return { copy: facts, differences: await compareWorkspaces(parts), because }
      })
    },
  )
}

/**
 * Puts a copy where the workspace was. The copy itself stays; a duplicate of it is checked whole, with its trail, gets an
 * entry that says what was done, and takes the place of the file, which is kept under another name. Cancelled or refused
 * on the way, nothing has changed.
 */
export async function restoreBackup(
  context: Context,
  request: RestoreRequest & { readonly reason: string },
  job: Job,
): Promise<{ readonly path: string; readonly keptAside: string | null; readonly copy: CopyFacts }> {
  const { copy, secret, reason } = request
  const { session, environment } = context
  const place = placeOfWorkspace(request.path)
  if (place === placeOfWorkspace(copy)) throw new AppError('E-OPEN-EXISTS', { path: place })
  const engine = await loadSqlEngine(context.host.wasmBytes)
  const prepared = { context, engine, place, copy, secret, beside: place, job }
  return withDuplicate(prepared, async (duplicate) => {
    const facts = factsOf(copy, duplicate)
    await checkTrailOf(duplicate, copy, job)
    const there = fs.existsSync(place)
    const aside = there ? asideNameOf(place, environment.now(), asideWords[context.preferences.get().language]) : null
    await withPresent(context, engine, place, async ({ db, because }) => {
      if (db !== null) refuseOther(db, duplicate.db, copy)
      refuseGuarded(context, { db, because }, place, duplicate)
      const workspace = sqlWorkspace(duplicate, environment, () => undefined)
      const entriesAside = db === null ? null : journalHead(db).count
      const keptAside = aside === null ? null : basename(aside)
      recordRestore(workspace, { copy: facts, keptAside, entriesAside, reason })
    })
    duplicate.close()
    job.report('replace', 0, 1)
    await exchange(session, place, () => putInPlace(duplicate.path, place, aside ?? place))
    return { path: place, keptAside: aside, copy: facts }
  })
}

const asideWords = { id: 'sebelum dipulihkan', en: 'before restoring' } as const

interface Duplicating {
  readonly context: Context
  readonly engine: SqlEngine
  readonly place: string
  readonly copy: string
  readonly secret: string | null
  /** The duplicate is made beside this file. */
  readonly beside: string
  readonly job: Job
}

/**
 * Works with a checked duplicate of the copy, and takes it away afterwards unless it has found its place. Beside an open
 * encrypted workspace the duplicate is under the same key and passphrase, whatever the copy was under.
 */
async function withDuplicate<Result>(parts: Duplicating, work: (duplicate: OpenWorkspace) => Promise<Result>) {
  const { engine, copy, beside, job } = parts
  const names = [temporaryBeside(beside), temporaryBeside(beside)] as const
  const opened: OpenWorkspace[] = []
  const key = await keyOfCopy(parts)
  try {
    await duplicateCopy(copy, names[0], async (done, total) => {
      job.report('copy', done, total)
      await job.pause()
    })
    const first = openDuplicate(engine, names[0], copy, key === null ? nodeFileSystem : encryptedFileSystem(key))
    opened.push(first)
    const layer = layerOfPlace(parts)
    if (layer === nodeFileSystem) return await work(first)
    first.saveCopy(names[1], { fileSystem: layer })
    const sealed = openDuplicate(engine, names[1], copy, layer)
    opened.push(sealed)
    return await work(sealed)
  } finally {
    for (const file of opened) file.close()
    key?.forget()
    for (const name of names) for (const ending of ['', '-journal']) fs.rmSync(name + ending, { force: true })
  }
}

const isOpenHere = ({ session }: Pick<Context, 'session'>, place: string) =>
  session.isOpen() && session.current().path === place

const layerOfPlace = ({ context, place }: Pick<Duplicating, 'context' | 'place'>) =>
  isOpenHere(context, place) ? context.session.file().fileSystem : nodeFileSystem

/** Beside the other copies; on this laptop's own disk when that medium is missing, read-only or full. */
function duplicatesFolder({ backups }: Pick<Context, 'backups'>, copy: string): string {
  const folder = backups.folder()
  if (folder !== backups.standardFolder && backups.reachable()) {
    try {
      proveWritable(folder)
      const { bavail, bsize } = fs.statfsSync(folder)
      if (bavail * bsize > roomFactor * (fs.statSync(copy, { throwIfNoEntry: false })?.size ?? 0)) return folder
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  fs.mkdirSync(backups.standardFolder, { recursive: true, mode: 0o700 })
  return backups.standardFolder
}

/** A duplicate, another one under the key of the workspace, and what an older version grows by. */
const roomFactor = 3

/** Null: the copy is plain. Refuses E-OPEN-ENCRYPTED, E-OPEN-PASS, E-OPEN-WAIT. */
async function keyOfCopy({ context, place, copy, secret }: Duplicating): Promise<WorkspaceKey | null> {
  if (!fs.existsSync(copy) || !isEncrypted(copy)) return null
  const own = isOpenHere(context, place) ? context.session.key() : null
  if (own !== null && opensWith(copy, own)) return copyOfKey(own)
  if (secret === null) throw new AppError('E-OPEN-ENCRYPTED', { path: copy })
  return context.guard.check(copy, () => unlock(copy, secret))
}

/** The open workspace, or the file in that place opened for reading; without either, why not. */
async function withPresent<Result>(
  { session }: Context,
  engine: SqlEngine,
  place: string,
  work: (present: Present) => Promise<Result>,
): Promise<Result> {
  if (isOpenHere({ session }, place)) return work({ db: session.database(), because: null })
  let file: OpenWorkspace
  try {
    file = openWorkspaceFile(engine, place, migrations, { schemaHashes, readOnly: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return work({ db: null, because: error.code })
  }
  try {
    return await work({ db: file.db, because: null })
  } finally {
    file.close()
  }
}

/** The first entry tells one workspace from every other. */
function refuseOther(present: ReadableDatabase, copied: ReadableDatabase, copy: string): void {
  const [here, there] = [originIn(present), originIn(copied)]
  if (here !== null && here !== there) throw new AppError('E-BACKUP-OTHER', { file: basename(copy) })
}

/**
 * Whose duty restoring is, the gate asks for the workspace that is open. A closed one is not replaced behind its users,
 * and an encrypted one not by a plain copy. A file that cannot be read asks nobody: its trail will tell.
 */
function refuseGuarded(context: Context, { db, because }: Present, place: string, duplicate: OpenWorkspace): void {
  if (isOpenHere(context, place)) return
  const file = basename(place)
  if (db !== null && (db.value<number>(sql`SELECT count(*) FROM user`) ?? 0) > 0) {
    throw new AppError('E-BACKUP-SIGNIN', { file })
  }
  const becomesPlain = because === 'E-OPEN-ENCRYPTED' && duplicate.fileSystem === nodeFileSystem
  if (becomesPlain) throw new AppError('E-BACKUP-PLAIN', { file })
}

/** A copy that was changed by other means does not agree with its own trail, whatever its manifest says. */
async function checkTrailOf(duplicate: OpenWorkspace, copy: string, job: Job): Promise<void> {
  const { found } = await verifyTrail({ reader: ledgerReader(duplicate.db), hashing, anchor: null, job })
  if (found > 0) throw new AppError('E-BACKUP-TRAIL', { file: basename(copy) })
}

function factsOf(copy: string, duplicate: OpenWorkspace): CopyFacts {
  const manifest = readManifest(copy)
  const fileName = basename(copy)
  if (manifest !== null) return { ...manifest, path: copy, fileName }
  return {
    path: copy,
    fileName,
    takenAt: lastWrittenAt(duplicate.db) ?? fs.statSync(copy).mtime.toISOString(),
    reason: 'asked',
    entries: journalHead(duplicate.db).count,
    encrypted: duplicate.fileSystem !== nodeFileSystem,
    ...fingerprint(copy),
  }
}

/** While nobody else may open the file; afterwards what stands in its place is open here. */
async function exchange(session: Context['session'], place: string, work: () => void): Promise<void> {
  const isHere = isOpenHere({ session }, place)
  if (isHere && !session.current().readOnly) {
    await unlessItWaits(session.exchange(work))
    return
  }
  // A reader gives up his own handle; a writer elsewhere keeps the lock, and with it the file.
  if (isHere) session.close()
  const lock = lockFile(place)
  try {
    work()
  } finally {
    lock.release()
  }
  await unlessItWaits(session.open(place))
}

/** An encrypted file is in its place, and waits for its passphrase. */
async function unlessItWaits(opening: Promise<unknown>): Promise<void> {
  try {
    await opening
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'E-OPEN-ENCRYPTED') throw error
  }
}
