import type { PinParts } from '#application/users/prove-pin.ts'
import { provePin } from '#application/users/prove-pin.ts'
import type { UserId } from '#domain/model/ids.ts'
import type { User } from '#domain/model/user.ts'
import type { Session } from './session-port.ts'

/** Who is at the keyboard of the open workspace. Kept in memory only: a new start asks for the PIN again. */
export interface SignedIn {
  current(): User | null
  signIn(parts: PinParts, id: UserId, pin: string): Promise<void>
  /** Without a PIN: the first chair, who has just set it. */
  take(id: UserId): void
  signOut(): void
  /** Signs out when the workspace was closed, or another one took its place. */
  follow(): void
}

/** @param changed tells the windows */
export function createSignedIn(session: Session, changed: () => void): SignedIn {
  let held: { readonly path: string; readonly id: UserId; readonly pinMark: string } | null = null
  const hold = (id: UserId) => {
    const { path, tables } = session.current()
    held = { path, id, pinMark: tables.user.require(id).pinMark }
    changed()
  }
  return {
    current() {
      if (held === null || !session.isOpen()) return null
      const user = session.current().tables.user.get(held.id)
      // Whoever was switched off, or was given a new PIN by somebody else, is signed in no longer.
      return user?.active === true && user.pinMark === held.pinMark ? user : null
    },
    async signIn(parts, id, pin) {
      await provePin(parts, id, pin)
      hold(id)
    },
    take: hold,
    follow() {
      if (!session.isOpen() || session.current().path !== held?.path) held = null
    },
    signOut() {
      if (held === null) return
      held = null
      changed()
    },
  }
}
