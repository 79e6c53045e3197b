import type { PinSecret, WritePins } from '#application/ports/pins.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { UserId } from '#domain/model/ids.ts'
import { type User, user as userRow } from '#domain/model/user.ts'
import { requirePin } from '#domain/users/pin-rules.ts'
import { requireFitting } from '#domain/users/user-rules.ts'
import { type Approver, approvedBy, recordApproval } from './approvals.ts'
import { type PinParts, provePin } from './prove-pin.ts'

type Person = Pick<User, 'name' | 'duty' | 'employeeId'>

/** Names a user with an own PIN. The first has to be the chair; after that a chair approves. */
export async function addUser(parts: PinParts, input: Person & { readonly pin: string }, approver: Approver) {
  const { workspace, environment, hashing } = parts
  const { pin, ...person } = input
  requirePin(pin)
  const id = environment.newId() as UserId
  requireFitting(workspace.tables.user.all(), { ...person, id, active: true })
  const secret = await hashing.make(pin)
  // Others may have been named while the PIN was worked out.
  requireFitting(workspace.tables.user.all(), { ...person, id, active: true })
  const added = { ...person, id, active: true, ...pinFields(parts, secret, 'named') }
  const summary = { user: person.name, duty: person.duty, ...approvedBy(approver) }
  workspace.command({ name: 'users.add', summary, final: true }, (tables, pins) => {
    tables.user.put(userRow.parse(added))
    pins.put(id, secret)
    recordApproval(tables, parts, approver, approvalOf(person.name))
  })
  return id
}

/** Another name or duty, or switched off and on again; the last chair stays (E-USER-CHAIR). */
export function changeUser(parts: PinParts, input: Person & Pick<User, 'id' | 'active'>, approver: Approver): void {
  const { workspace } = parts
  const before = workspace.tables.user.require(input.id)
  const { name, duty, employeeId, active } = input
  const changed = { ...before, name, duty, employeeId, active }
  requireFitting(workspace.tables.user.all(), changed)
  if (JSON.stringify(changed) === JSON.stringify(before)) return
  const renamed = before.name === name ? {} : { renamed: name }
  const summary = { user: before.name, ...renamed, ...changeWords(before, changed), ...approvedBy(approver) }
  workspace.command({ name: 'users.change', summary, final: true }, (tables) => {
    tables.user.put(changed)
    recordApproval(tables, parts, approver, approvalOf(name))
  })
}

/** What the trail says changed; switching on or off comes before the duty. */
function changeWords(before: User, after: User) {
  if (before.active !== after.active) return { active: after.active ? 'active' : 'inactive', duty: after.duty }
  return before.duty === after.duty ? {} : { duty: after.duty, formerDuty: before.duty }
}

/** The signed-in user's own PIN, proved with the present one. */
export async function changeOwnPin(parts: PinParts, id: UserId, pin: string, newPin: string): Promise<void> {
  requirePin(newPin)
  await provePin(parts, id, pin)
  await setPin(parts, id, newPin, { name: 'users.changePin', way: 'own' })
}

/** A new PIN for somebody who forgot his; a chair approves. */
export async function givePin(parts: PinParts, id: UserId, newPin: string, approver: Approver): Promise<void> {
  requirePin(newPin)
  await setPin(parts, id, newPin, { name: 'users.givePin', way: 'chair', approver })
}

interface Setting {
  readonly name: string
  readonly way: User['pinWay']
  readonly approver?: Approver
  readonly reason?: string
}

export async function setPin(parts: PinParts, id: UserId, newPin: string, setting: Setting): Promise<void> {
  const { workspace, hashing } = parts
  const { name, way, approver = null, reason } = setting
  const secret = await hashing.make(newPin)
  const user = workspace.tables.user.require(id)
  const summary = { user: user.name, ...approvedBy(approver) }
  const write = (tables: WriteTables, pins: WritePins) => {
    tables.user.put({ ...user, ...pinFields(parts, secret, way) })
    pins.put(id, secret)
    recordApproval(tables, parts, approver, approvalOf(user.name))
  }
  workspace.command({ name, summary, final: true, ...(reason === undefined ? {} : { reason }) }, write)
}

const pinFields = ({ hashing, environment }: PinParts, secret: PinSecret, pinWay: User['pinWay']) => ({
  pinMark: hashing.mark(secret),
  pinSetAt: environment.now(),
  pinWay,
})

const approvalOf = (subject: string) => ({ kind: 'users' as const, periodId: null, meetingId: null, subject })
