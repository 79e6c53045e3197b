import type { Workspace } from '#application/ports/workspace.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import {
  closeEncrypted,
  closePlain,
  closeUnder,
  hasRecoveryKey,
  newKey,
  toPlainCopy,
  unlock,
  verifySecret,
  withPassphrase,
  withRecoveryKey,
} from '#data/store/encryption/encryption.ts'
import { copyOfKey, type WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { OpenWorkspace } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { HandlerContext } from './handler-context.ts'

export interface NewProtection {
  readonly passphrase: string
  readonly recoveryKey: string | null
}

export type ProtectionContext = Pick<HandlerContext, 'session' | 'environment' | 'host' | 'guard'>

const options = { schemaHashes }

/** A key for a workspace that is about to be encrypted. */
export async function keyFor(
  { host }: Pick<HandlerContext, 'host'>,
  { passphrase, recoveryKey }: NewProtection,
): Promise<WorkspaceKey> {
  const key = await newKey(passphrase, kdfOf(host))
  if (recoveryKey === null) return key
  try {
    return withRecoveryKey(key, recoveryKey)
  } finally {
    key.forget()
  }
}

/** A workspace that is encrypted from its first byte says so in its trail. */
export function noteProtection(workspace: Pick<Workspace, 'note'>, input: NewProtection | null): void {
  if (input !== null) workspace.note({ name: 'protection.add', summary: summaryOf(input) })
}

/** Opens the file that waits for its secret. */
export async function unlockWaiting({ session, guard }: ProtectionContext, secret: string): Promise<void> {
  const waiting = session.waiting()
  if (waiting === null) throw new AppError('E-OPEN-NONE')
  const key = await guard.check(waiting.path, () => unlock(waiting.path, secret))
  if (session.waiting() !== waiting) {
    key.forget()
    throw new AppError('E-OPEN-NONE')
  }
  await session.openWaiting(key)
}

/** Puts an encrypted file in the place of the plain one. Its trail says so; the plain file's does not have to. */
export async function addProtection(context: ProtectionContext, input: NewProtection): Promise<void> {
  const { session } = context
  if (session.key() !== null) throw new AppError('E-ARG')
  const key = await keyFor(context, input)
  const noteIn = noting(context)
  try {
    await session.rekey((file, engine) => {
      const note = (copy: OpenWorkspace) => noteIn(copy, 'protection.add', summaryOf(input))
      closeEncrypted(engine, file, migrations, key, options, note)
      return copyOfKey(key)
    })
  } finally {
    key.forget()
  }
}

/** Puts a plain file in the place of the encrypted one. */
export async function removeProtection(context: ProtectionContext, secret: string): Promise<void> {
  await prove(context, secret)
  const noteIn = noting(context)
  await context.session.rekey((file, engine) => {
    const note = (copy: OpenWorkspace) => noteIn(copy, 'protection.remove', {})
    closePlain(engine, file, migrations, options, note)
    return null
  })
}

export async function changePassphrase(context: ProtectionContext, secret: string, passphrase: string): Promise<void> {
  const key = await prove(context, secret)
  await putUnder(context, await withPassphrase(key, passphrase, kdfOf(context.host)), 'protection.changePassphrase')
}

/** Null withdraws it. */
export async function setRecoveryKey(
  context: ProtectionContext,
  secret: string,
  recoveryKey: string | null,
): Promise<void> {
  const key = await prove(context, secret)
  const name = recoveryKey === null ? 'protection.removeRecoveryKey' : 'protection.setRecoveryKey'
  await putUnder(context, withRecoveryKey(key, recoveryKey), name)
}

/** Writes a copy everybody can read. The entry comes first: a copy without one would be the worse of the two. */
export async function writePlainCopy(context: ProtectionContext, secret: string, path: string): Promise<void> {
  await prove(context, secret)
  const { session } = context
  session.current().note({ name: 'protection.plainCopy', summary: { file: path } })
  toPlainCopy(session.file(), path)
}

/** The entry comes first, here too; the head of the file is written a moment later. */
async function putUnder({ session }: ProtectionContext, key: WorkspaceKey, name: string): Promise<void> {
  try {
    session.current().note({ name, summary: { recovery: hasRecoveryKey(key) ? 'yes' : 'no' } })
    await session.rekey((file) => {
      closeUnder(file, key)
      return copyOfKey(key)
    })
  } finally {
    key.forget()
  }
}

/** Refuses whoever does not know the passphrase or the recovery key of the open workspace. */
async function prove({ session, guard }: ProtectionContext, secret: string): Promise<WorkspaceKey> {
  const key = session.key()
  if (key === null) throw new AppError('E-ARG')
  await guard.check(session.current().path, () => verifySecret(key, secret))
  // The workspace may have been locked or closed meanwhile.
  if (session.key() !== key) throw new AppError('E-OPEN-NONE')
  return key
}

/** Writes an entry into a copy. Its author is whoever is at work now: nobody is signed in while the file is exchanged. */
function noting({ environment }: ProtectionContext) {
  const author = environment.author()
  return (copy: OpenWorkspace, name: string, summary: Readonly<Record<string, string>>): void =>
    sqlWorkspace(copy, { ...environment, author: () => author }, () => undefined).note({ name, summary })
}

const summaryOf = ({ recoveryKey }: NewProtection) => ({ recovery: recoveryKey === null ? 'no' : 'yes' })

const kdfOf = ({ kdf }: ProtectionContext['host']) => (kdf === undefined ? {} : { kdf })
