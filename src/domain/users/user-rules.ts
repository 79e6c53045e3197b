import { AppError } from '#domain/app-error.ts'
import type { User } from '#domain/model/user.ts'

type Person = Pick<User, 'id' | 'name' | 'duty' | 'active'>

/** Those whose approval counts. @example activeChairs(users).map((user) => user.name) // ['Ratna Dewi'] */
export const activeChairs = <Known extends Person>(users: readonly Known[]): readonly Known[] =>
  users.filter((user) => user.active && user.duty === 'chair')

const sameName = (a: string, b: string) => a.trim().toLocaleLowerCase('id') === b.trim().toLocaleLowerCase('id')

/**
 * Refuses a new or changed user: a name somebody else bears (E-USER-NAME), as the trail calls users by name; a first user
 * who is not the chair (E-USER-FIRST); and taking the duty from the last chair (E-USER-CHAIR), after which nobody could
 * approve anything.
 * @example requireFitting([], { id: 'u1', name: 'Sari', duty: 'secretary', active: true }) // throws E-USER-FIRST
 */
export function requireFitting(users: readonly Person[], changed: Person): void {
  const others = users.filter((user) => user.id !== changed.id)
  if (others.some((user) => sameName(user.name, changed.name)))
    throw new AppError('E-USER-NAME', { name: changed.name })
  if (activeChairs([...others, changed]).length > 0) return
  if (users.length === 0) throw new AppError('E-USER-FIRST')
  const before = users.find((user) => user.id === changed.id)
  throw new AppError('E-USER-CHAIR', { name: before?.name ?? changed.name })
}
