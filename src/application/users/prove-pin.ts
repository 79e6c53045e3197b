import type { Environment } from '#application/ports/environment.ts'
import type { PinHashing } from '#application/ports/pins.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { UserId } from '#domain/model/ids.ts'
import type { User } from '#domain/model/user.ts'
import { pinWait } from '#domain/users/pin-rules.ts'

export interface PinParts {
  readonly workspace: Workspace
  readonly environment: Environment
  readonly hashing: PinHashing
}

/**
 * The user behind a name and PIN. Refuses a wrong one (E-AUTH-PIN), a further try too soon (E-AUTH-WAIT), and a secret that
 * is not the one the trail speaks of (E-AUTH-PIN-ALTERED): somebody put it there with another program.
 */
export async function provePin({ workspace, environment, hashing }: PinParts, id: UserId, pin: string): Promise<User> {
  const user = workspace.tables.user.require(id)
  const { name } = user
  if (!user.active) throw new AppError('E-NOT-FOUND', { what: 'user' })
  const record = workspace.pins.get(id)
  if (record === undefined || hashing.mark(record) !== user.pinMark) throw new AppError('E-AUTH-PIN-ALTERED', { name })
  const seconds = pinWait(record, environment.now())
  if (seconds > 0) throw new AppError('E-AUTH-WAIT', { name, seconds })
  workspace.pins.count(id, record.failures + 1, environment.now())
  if (!(await hashing.matches(pin, record))) throw new AppError('E-AUTH-PIN', { name })
  workspace.pins.count(id, 0, null)
  return user
}
