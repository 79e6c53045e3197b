import fs from 'node:fs'
import type { Migration } from '#data/migrations/migration.ts'
import { placeOver } from '#data/store/durable-file.ts'
import { lockFile } from '#data/store/file-lock.ts'
import { errorCode, type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import {
  createWorkspaceFile,
  type OpenOptions,
  type OpenWorkspace,
  openWorkspaceFile,
  temporaryBeside,
} from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { plainBlockSize, systemChance } from './block-cipher.ts'
import { encryptedFileSystem } from './encrypted-file-system.ts'
import { isGenuine } from './file-header.ts'
import { readHeader, rewriteHeader } from './header-file.ts'
import {
  dataKeyLength,
  unwrapKey,
  type WrapOptions,
  type WrappedKey,
  wrapWithPassphrase,
  wrapWithRecoveryKey,
} from './key-wrap.ts'
import { formatRecoveryKey, recoveryKeyBytes } from './recovery-key.ts'
import { dataKeyOf, type WorkspaceKey, workspaceKey } from './workspace-key.ts'

/** A new random data key under this passphrase, for a workspace that is about to be encrypted. Refuses E-KEY-SHORT. */
export async function newKey(passphrase: string, options: WrapOptions = {}): Promise<WorkspaceKey> {
  const dataKey = Buffer.from((options.chance ?? systemChance)(dataKeyLength))
  return workspaceKey(dataKey, [await wrapWithPassphrase(dataKey, passphrase, options)])
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
  return rewrapped(path, secret, async (dataKey, keys) => [
    await wrapWithPassphrase(dataKey, passphrase, options),
    ...keys.filter(({ kind }) => kind !== 'passphrase'),
  ])
}

/** A recovery key for a closed workspace, in the place of an earlier one. The text is shown and printed once; no file has it. */
export async function addRecoveryKey(
  path: string,
  secret: string,
  { chance = systemChance }: Pick<WrapOptions, 'chance'> = {},
): Promise<{ readonly key: WorkspaceKey; readonly recoveryKey: string }> {
  const bytes = chance(recoveryKeyBytes)
  const key = await rewrapped(path, secret, async (dataKey, keys) => [
    ...keys.filter(({ kind }) => kind !== 'recovery'),
    wrapWithRecoveryKey(dataKey, bytes, chance),
  ])
  return { key, recoveryKey: formatRecoveryKey(bytes) }
}

/** Withdraws the recovery key. */
export function removeRecoveryKey(path: string, secret: string): Promise<WorkspaceKey> {
  return rewrapped(path, secret, async (_, keys) => keys.filter(({ kind }) => kind !== 'recovery'))
}

/** A plain copy of an encrypted workspace, readable by every SQLite program. */
export function toPlainCopy(workspace: OpenWorkspace, target: string, overwrite = false): void {
  workspace.saveCopy(target, { overwrite, fileSystem: nodeFileSystem })
}

/**
 * Puts an encrypted copy in the place of a closed plain workspace. Afterwards the name leads to the one or to the other,
 * whole. What the disk still holds of the old file, and plain backups, are beyond our reach.
 */
export function encryptInPlace(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
): void {
  const workspace = openWorkspaceFile(engine, path, migrations, options)
  replaceByCopy(workspace, encryptedFileSystem(key, options.fileSystem))
}

/** Puts a plain copy in the place of a closed encrypted workspace. */
export function decryptInPlace(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  key: WorkspaceKey,
  options: OpenOptions = {},
): void {
  replaceByCopy(openEncryptedWorkspace(engine, path, migrations, key, options), options.fileSystem ?? nodeFileSystem)
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

function replaceByCopy(workspace: OpenWorkspace, fileSystem: HostFileSystem): void {
  const copy = temporaryBeside(workspace.path)
  try {
    if (workspace.readOnly) throw new AppError('E-SAVE-RO')
    workspace.saveCopy(copy, { fileSystem })
    workspace.close(() => placeOver(copy, workspace.path))
  } finally {
    workspace.close()
    fs.rmSync(copy, { force: true })
  }
}

async function rewrapped(
  path: string,
  secret: string,
  change: (dataKey: Buffer, keys: readonly WrappedKey[]) => Promise<readonly WrappedKey[]>,
): Promise<WorkspaceKey> {
  readHeader(path) // says what is wrong with a path that leads to no encrypted workspace
  const realPath = fs.realpathSync.native(path)
  const lock = lockFile(realPath)
  try {
    const before = await unlock(realPath, secret)
    const dataKey = dataKeyOf(before)
    const keys = await change(dataKey, before.keys)
    rewriteHeader(realPath, { fileId: readHeader(realPath).newest.header.fileId, keys }, dataKey)
    return workspaceKey(dataKey, keys)
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
