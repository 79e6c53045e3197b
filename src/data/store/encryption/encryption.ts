import fs from 'node:fs'
import type { Migration } from '#data/migrations/migration.ts'
import { placeOver, temporaryBeside } from '#data/store/durable-file.ts'
import { lockFile } from '#data/store/file-lock.ts'
import { errorCode, type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'
import type { OpenOptions } from '#data/store/open-options.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { plainBlockSize, systemChance } from './block-cipher.ts'
import { encryptedFileSystem } from './encrypted-file-system.ts'
import { isGenuine } from './file-header.ts'
import { readHeader, rewriteHeader } from './header-file.ts'
import { dataKeyLength, unwrapKey, type WrapOptions, wrapWithPassphrase, wrapWithRecoveryKey } from './key-wrap.ts'
import { formatRecoveryKey, parseRecoveryKey, recoveryKeyBytes } from './recovery-key.ts'
import { dataKeyOf, type WorkspaceKey, workspaceKey } from './workspace-key.ts'

/** A new random data key under this passphrase, for a workspace that is about to be encrypted. Refuses E-KEY-SHORT. */
export async function newKey(passphrase: string, options: WrapOptions = {}): Promise<WorkspaceKey> {
  const dataKey = Buffer.from((options.chance ?? systemChance)(dataKeyLength))
  return workspaceKey(dataKey, [await wrapWithPassphrase(dataKey, passphrase, options)])
}

/** A recovery key as it is written on paper, which no workspace has yet. */
export const newRecoveryKey = (chance = systemChance): string => formatRecoveryKey(chance(recoveryKeyBytes))

/** Refuses a secret that does not open this key (E-OPEN-PASS, E-KEY-TYPING). */
export async function verifySecret(key: WorkspaceKey, secret: string): Promise<void> {
  const dataKey = await unwrapKey(key.keys, secret)
  dataKey.fill(0)
}

/** The same key under another passphrase; its recovery key stays. Refuses E-KEY-SHORT. */
export async function withPassphrase(
  key: WorkspaceKey,
  passphrase: string,
  options: WrapOptions = {},
): Promise<WorkspaceKey> {
  const dataKey = Buffer.from(dataKeyOf(key))
  const wrap = await wrapWithPassphrase(dataKey, passphrase, options)
  return workspaceKey(dataKey, [wrap, ...key.keys.filter(({ kind }) => kind !== 'passphrase')])
}

/** The same key with this recovery key in the place of an earlier one, or with none. Refuses E-KEY-TYPING. */
export function withRecoveryKey(key: WorkspaceKey, recoveryKey: string | null, chance = systemChance): WorkspaceKey {
  const dataKey = Buffer.from(dataKeyOf(key))
  const others = key.keys.filter(({ kind }) => kind !== 'recovery')
  if (recoveryKey === null) return workspaceKey(dataKey, others)
  const bytes = parseRecoveryKey(recoveryKey)
  if (bytes === undefined) throw new AppError('E-KEY-TYPING', { group: 1 })
  return workspaceKey(dataKey, [...others, wrapWithRecoveryKey(dataKey, bytes, chance)])
}

export const hasRecoveryKey = ({ keys }: Pick<WorkspaceKey, 'keys'>): boolean =>
  keys.some(({ kind }) => kind === 'recovery')

/** What the head of an encrypted file says to everybody. Refuses as `unlock` does. */
export const hasRecoveryKeyInFile = (path: string): boolean => hasRecoveryKey(readHeader(path).newest.header)

/** Whether this key opens the file: it was written under it, or is a copy of one that was. */
export const opensWith = (path: string, key: WorkspaceKey): boolean =>
  isGenuine(readHeader(path).newest, dataKeyOf(key))

/** Writes the secrets of this key into the head of an open workspace, and closes it: nobody comes in between. */
export function closeUnder(workspace: OpenWorkspace, key: WorkspaceKey): void {
  if (workspace.readOnly) throw new AppError('E-SAVE-RO')
  const { path } = workspace
  workspace.close(() => {
    rewriteHeader(path, { fileId: readHeader(path).newest.header.fileId, keys: key.keys }, dataKeyOf(key))
  })
}

/**
 * The key of an encrypted workspace, by its passphrase or its recovery key. Reads the head only. Refuses a wrong secret
 * (E-OPEN-PASS), a mistyped recovery key (E-KEY-TYPING), a file that is not encrypted (E-OPEN-FOREIGN), and a head that
 * is damaged or not written by the holder of the key (E-OPEN-DAMAGED).
 */
export async function unlock(path: string, secret: string): Promise<WorkspaceKey> {
  const { newest } = readHeader(path)
  const dataKey = await unwrapKey(newest.header.keys, secret)
  if (!isGenuine(newest, dataKey)) throw new AppError('E-OPEN-DAMAGED', { path })
  return workspaceKey(dataKey, newest.header.keys)
}

/** As `createWorkspaceFile`, encrypted from its first byte. */
export function createEncryptedWorkspace(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
): OpenWorkspace {
  return createWorkspaceFile(engine, path, migrations, layered(key, options))
}

/** As `openWorkspaceFile`. One damaged slot of the head is written anew when the file may be written. */
export function openEncryptedWorkspace(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
): OpenWorkspace {
  if (options.readOnly !== true) mendHead(path, key)
  return openWorkspaceFile(engine, path, migrations, layered(key, options))
}

/** Whether one slot of the head is damaged, or left behind by a change of passphrase that was cut off. */
export function headNeedsMending(path: string): boolean {
  return readHeader(path).stale.length > 0
}

/**
 * Another passphrase for a closed workspace; the recovery key stays. Only the head is written. Returns the key, which is
 * the same one under another wrap. Copies made before still open with the old passphrase.
 */
export async function changePassphrase(
  path: string,
  secret: string,
  passphrase: string,
  options: WrapOptions = {},
): Promise<WorkspaceKey> {
  return rewrapped(path, secret, (key) => withPassphrase(key, passphrase, options))
}

/** A recovery key for a closed workspace, in the place of an earlier one. The text is shown and printed once; no file has it. */
export async function addRecoveryKey(
  path: string,
  secret: string,
  { chance = systemChance }: Pick<WrapOptions, 'chance'> = {},
): Promise<{ readonly key: WorkspaceKey; readonly recoveryKey: string }> {
  const recoveryKey = newRecoveryKey(chance)
  return { key: await rewrapped(path, secret, (key) => withRecoveryKey(key, recoveryKey, chance)), recoveryKey }
}

/** Withdraws the recovery key. */
export function removeRecoveryKey(path: string, secret: string): Promise<WorkspaceKey> {
  return rewrapped(path, secret, (key) => withRecoveryKey(key, null))
}

/** A plain copy of an encrypted workspace, readable by every SQLite program. */
export function toPlainCopy(workspace: OpenWorkspace, target: string, overwrite = false): void {
  workspace.saveCopy(target, { overwrite, fileSystem: nodeFileSystem })
}

/** What is still written into the copy before it takes the place of the workspace: in one step with it, or not at all. */
export type LastWrites = (copy: OpenWorkspace) => void

/**
 * Puts an encrypted copy in the place of an open workspace, and closes it. Whatever happens on the way, its name leads to
 * the one or to the other, whole. What the disk still holds of the old file, and plain backups, are beyond our reach.
 */
export function closeEncrypted(
  engine: SqlEngine,
  workspace: OpenWorkspace,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
  lastWrites?: LastWrites,
): void {
  replaceByCopy(workspace, encryptedFileSystem(key, options.fileSystem), (copy) => {
    if (lastWrites !== undefined) writeInto(openEncryptedWorkspace(engine, copy, migrations, key, options), lastWrites)
  })
}

/** Puts a plain copy in the place of an open encrypted workspace, and closes it. */
export function closePlain(
  engine: SqlEngine,
  workspace: OpenWorkspace,
  migrations: readonly Migration[],
  options: OpenOptions = {},
  lastWrites?: LastWrites,
): void {
  replaceByCopy(workspace, options.fileSystem ?? nodeFileSystem, (copy) => {
    if (lastWrites !== undefined) writeInto(openWorkspaceFile(engine, copy, migrations, options), lastWrites)
  })
}

/** As `closeEncrypted`, for a workspace that is closed. */
export function encryptInPlace(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
): void {
  closeEncrypted(engine, openWorkspaceFile(engine, path, migrations, options), migrations, key, options)
}

/** As `closePlain`, for a workspace that is closed. */
export function decryptInPlace(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
): void {
  closePlain(engine, openEncryptedWorkspace(engine, path, migrations, key, options), migrations, options)
}

/**
 * The numbers of the blocks that are not what was written there, free ones included: SQLite's own checks do not read
 * those. A power cut may leave a free block half written; it holds no data and the next use writes it anew.
 */
export function damagedBlocks(path: string, key: WorkspaceKey): readonly number[] {
  const layer = encryptedFileSystem(key)
  const descriptor = layer.openSync(path, 'r')
  try {
    const target = Buffer.alloc(plainBlockSize)
    const count = Math.ceil(layer.fstatSync(descriptor).size / plainBlockSize)
    return Array.from({ length: count }, (_, block) => block).filter(
      (block) => !isSound(layer, descriptor, target, block),
    )
  } finally {
    layer.closeSync(descriptor)
  }
}

function isSound(layer: HostFileSystem, descriptor: number, target: Buffer, block: number): boolean {
  try {
    return layer.readSync(descriptor, target, 0, plainBlockSize, block * plainBlockSize) > 0
  } catch (error) {
    if (errorCode(error) === 'EBADMSG') return false
    throw error
  }
}

function layered(key: WorkspaceKey, options: OpenOptions): OpenOptions {
  return { ...options, fileSystem: encryptedFileSystem(key, options.fileSystem) }
}

function replaceByCopy(workspace: OpenWorkspace, fileSystem: HostFileSystem, finish: (copy: string) => void): void {
  const copy = temporaryBeside(workspace.path)
  try {
    if (workspace.readOnly) throw new AppError('E-SAVE-RO')
    workspace.saveCopy(copy, { fileSystem })
    finish(copy)
    workspace.close(() => placeOver(copy, workspace.path))
  } finally {
    workspace.close()
    fs.rmSync(copy, { force: true })
  }
}

function writeInto(copy: OpenWorkspace, lastWrites: LastWrites): void {
  try {
    lastWrites(copy)
  } finally {
    copy.close()
  }
}

async function rewrapped(
  path: string,
  secret: string,
  change: (key: WorkspaceKey) => WorkspaceKey | Promise<WorkspaceKey>,
): Promise<WorkspaceKey> {
  readHeader(path) // says what is wrong with a path that leads to no encrypted workspace
  const realPath = fs.realpathSync.native(path)
  const lock = lockFile(realPath)
  try {
    const before = await unlock(realPath, secret)
    const after = await change(before)
    rewriteHeader(realPath, { fileId: readHeader(realPath).newest.header.fileId, keys: after.keys }, dataKeyOf(after))
    return after
  } finally {
    lock.release()
  }
}

/** The file opens by its other slot, too; so this may fail where nothing can be written. */
function mendHead(path: string, key: WorkspaceKey): void {
  const { newest, stale } = readHeader(path)
  if (stale.length === 0 || !isGenuine(newest, dataKeyOf(key))) return
  const lock = lockFile(fs.realpathSync.native(path))
  try {
    rewriteHeader(path, newest.header, dataKeyOf(key))
  } catch (error) {
    if (errorCode(error) === undefined) throw error
  } finally {
    lock.release()
  }
}
