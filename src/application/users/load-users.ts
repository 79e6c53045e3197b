import type { ReadTables } from '#application/ports/tables.ts'
import { duties, type User } from '#domain/model/user.ts'

/** Users as they are listed: by duty, then by name; those switched off last. */
export const listedUsers = (tables: ReadTables): readonly User[] => tables.user.all().toSorted(byStanding)

const byStanding = (a: User, b: User) =>
  Number(b.active) - Number(a.active) || duties.indexOf(a.duty) - duties.indexOf(b.duty) || a.name.localeCompare(b.name)

/** The users with the name each bears in the staff list. */
export function loadUsers(tables: ReadTables) {
  return listedUsers(tables).map(({ pinMark: _, ...user }) => ({
    ...user,
    employeeName: user.employeeId === null ? null : (tables.employee.get(user.employeeId)?.name ?? null),
  }))
}
