import { AppError } from '#domain/app-error.ts'
import type { UserId } from '#domain/model/ids.ts'
import { requirePin } from '#domain/users/pin-rules.ts'
import { setPin } from './change-users.ts'
import type { PinParts } from './prove-pin.ts'

interface Reset {
  readonly userId: UserId
  readonly newPin: string
  readonly reason: string
  /** Passphrase or recovery key of the encrypted file. */
  readonly secret: string | null
}

/** Proves the secret of an encrypted file, or refuses it (E-OPEN-PASS); null: the file is not encrypted. */
export type ProveSecret = ((secret: string) => Promise<void>) | null

/**
 * The way back for a chair who forgot the PIN. Where the file is encrypted, its passphrase or recovery key is asked for.
 * Where it is not, whoever holds the file can do everything to it anyway, so nothing could be asked: the reset is an
 * entry of its own, "reset by the holder of the file", shown in red in the trail and in the minutes.
 */
export async function resetChairPin(parts: PinParts, input: Reset, proveSecret: ProveSecret): Promise<void> {
  const { name, duty } = parts.workspace.tables.user.require(input.userId)
  if (duty !== 'chair') throw new AppError('E-USER-NOT-CHAIR', { name })
  requirePin(input.newPin)
  if (proveSecret !== null) await proveSecret(input.secret ?? '')
  const [command, way] =
    proveSecret === null
      ? (['users.resetByHolder', 'holder'] as const)
      : (['users.resetByPassphrase', 'passphrase'] as const)
  await setPin(parts, input.userId, input.newPin, { name: command, way, reason: input.reason })
}
