import { approveResults, listApprovals } from '#application/users/approvals.ts'
import { addUser, changeOwnPin, changeUser, givePin } from '#application/users/change-users.ts'
import { loadUsers } from '#application/users/load-users.ts'
import type { PinParts } from '#application/users/prove-pin.ts'
import { resetChairPin } from '#application/users/reset-chair-pin.ts'
import type { UsersState } from '#contract/users.ts'
import { approvalReader } from '#data/repositories/approval-reader.ts'
import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function userHandlers(context: HandlerContext): HandlersOf<CallsOf<'users' | 'approvals'>> {
  const { session, environment, signedIn, pinHashing, backups } = context
  const parts = (): PinParts => ({ workspace: session.current(), environment, hashing: pinHashing })

  function state(): UsersState {
    if (!session.isOpen()) return { named: false, current: null, users: [] }
    const users = loadUsers(session.current().tables)
    const current = signedIn.current()
    return {
      named: users.length > 0,
      current: current === null ? null : { id: current.id, name: current.name, duty: current.duty },
      users,
    }
  }

  return {
    'users.state': () => state(),
    'users.signIn': async ({ userId, pin }) => {
      await signedIn.signIn(parts(), userId, pin)
      return state()
    },
    'users.signOut': () => {
      signedIn.signOut()
      return state()
    },
    'users.add': async ({ approval: _, ...input }, approver) => {
      const first = session.current().tables.user.count() === 0
      const userId = await addUser(parts(), input, approver)
      if (first) signedIn.take(userId)
      return { userId }
    },
    'users.change': ({ approval: _, userId, ...input }, approver) => {
      changeUser(parts(), { ...input, id: userId }, approver)
      return {}
    },
    'users.changePin': async ({ pin, newPin }) => {
      const user = signedIn.current()
      if (user === null) throw new AppError('E-AUTH-SIGNIN')
      await changeOwnPin(parts(), user.id, pin, newPin)
      signedIn.take(user.id)
      return {}
    },
    'users.givePin': async ({ userId, newPin }, approver) => {
      await givePin(parts(), userId, newPin, approver)
      // A chair who gives himself a new one stays signed in.
      if (signedIn.current() === null && approver?.id === userId) signedIn.take(userId)
      return {}
    },
    'users.resetChairPin': async (input) => {
      await resetChairPin(parts(), input, session.proveSecret())
      return {}
    },
    'approvals.list': ({ periodId }) =>
      listApprovals(session.current(), approvalReader(session.database()), periodId).map(
        ({ headHash, headCount, ...row }) => ({ ...row, head: { hash: headHash, count: headCount } }),
      ),
    'approvals.approveResults': async ({ meetingId }, approver) => {
      await backups.before('closing')
      return { givenAt: approveResults(session.current(), environment, meetingId, approver) }
    },
  }
}
