import type { Environment } from '#application/ports/environment.ts'
import type { PinHashing } from '#application/ports/pins.ts'
import type { Approver } from '#application/users/approvals.ts'
import { provePin } from '#application/users/prove-pin.ts'
import type { CallName } from '#contract/contracts.ts'
import { dutyPolicy, dutyRule } from '#contract/duty-policy.ts'
import type { ApprovalGiven } from '#contract/users.ts'
import { AppError } from '#domain/app-error.ts'
import type { UserId } from '#domain/model/ids.ts'
import type { User } from '#domain/model/user.ts'
import { activeChairs } from '#domain/users/user-rules.ts'
import type { Session } from '../session-port.ts'
import { isOwn } from './own-calls.ts'

export interface DutyParts {
  readonly session: Session
  readonly environment: Environment
  readonly hashing: PinHashing
  /** Who is signed in to the open workspace. */
  readonly current: () => User | null
}

/** The table of duties at work. Without named users everything passes: one operator does it all. */
export interface DutyCheck {
  /** Refuses a call that is not part of the duty of whoever is signed in; before its input is looked at. */
  admit(name: CallName): void
  /** What depends on the input: whether it is a panelist's own, and the chair who approved it where the table asks for one. */
  approve(name: CallName, input: unknown): Promise<Approver>
}

export function createDutyCheck(parts: DutyParts): DutyCheck {
  const { session, current } = parts
  const holds = (name: CallName) =>
    dutyRule(name).who !== 'anyone' && session.isOpen() && session.current().tables.user.count() > 0

  function need(): User {
    const user = current()
    if (user === null) throw new AppError('E-AUTH-SIGNIN')
    return user
  }

  return {
    admit(name) {
      if (!holds(name)) return
      const { duty } = need()
      const { who } = dutyRule(name)
      if (who !== 'anyone' && !who.includes(duty)) throw new AppError('E-AUTH-DUTY', { duty, who: who.join('+') })
      if (name === 'history.undo' || name === 'history.redo') refuseApproved(session, name)
    },
    async approve(name, input) {
      if (!holds(name)) return null
      const user = need()
      const { ownForPanelist, approval } = dutyRule(name)
      const { tables } = session.current()
      if (ownForPanelist && user.duty === 'panelist' && !isOwn(name, tables, user, input))
        throw new AppError('E-AUTH-OWN')
      return approval === undefined ? null : approverOf(parts, input)
    },
  }
}

/** A step a chair approved is not undone, and not done again, without the chair. */
function refuseApproved(session: Session, name: 'history.undo' | 'history.redo'): void {
  const step = session.current().history()[name === 'history.undo' ? 'undo' : 'redo']
  // Entries are written under the name of their call.
  if (step !== null && dutyPolicy[step.command]?.approval !== undefined) throw new AppError('E-UNDO-APPROVED')
}

async function approverOf({ session, environment, hashing }: DutyParts, input: unknown): Promise<Approver> {
  const workspace = session.current()
  const chairs = activeChairs(workspace.tables.user.all())
  const names = chairs.map((chair) => chair.name).join(', ')
  const { approval } = input as { readonly approval?: ApprovalGiven }
  if (approval === undefined) throw new AppError('E-AUTH-APPROVAL', { names })
  const { id, name } = workspace.tables.user.require(approval.userId)
  if (!chairs.some((chair) => chair.id === id)) throw new AppError('E-AUTH-CHAIR', { name, names })
  return provePin({ workspace, environment, hashing }, approval.userId as UserId, approval.pin)
}
