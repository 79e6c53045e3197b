import { isoInstant, longText, shortText } from '#domain/model/common.ts'
import { employeeId, meetingId, periodId, userId } from '#domain/model/ids.ts'
import { approval, duty, user } from '#domain/model/user.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

const pin = z.string().min(1).max(200)

/** A chair's approval, given in the dialog of the step itself. The gate asks for it where the policy does. */
export const approvalGiven = z.object({ userId, pin })
export type ApprovalGiven = z.input<typeof approvalGiven>
export const withApproval = { approval: approvalGiven.optional() }

const knownUser = user.omit({ pinMark: true })

export const usersState = z.object({
  /** True once somebody is named: from then on the duties hold. */
  named: z.boolean(),
  current: knownUser.pick({ id: true, name: true, duty: true }).nullable(),
  /** Chairs first, then by name; those switched off last. */
  users: z.array(knownUser.extend({ employeeName: z.string().nullable() })),
})
export type UsersState = z.infer<typeof usersState>

const person = { name: shortText.trim().min(1), duty, employeeId: employeeId.nullable() }

export const givenApproval = approval.omit({ headHash: true, headCount: true }).extend({
  meetingTitle: z.string().nullable(),
  head: z.object({ hash: z.string(), count: z.number().int() }),
  /**
   * `stands`: nothing it covers has changed; `changed`: something did, from entry `firstLater` on; `void`: the trail has
   * another entry where the approval was given, so it was given on something else.
   */
  state: z.enum(['stands', 'changed', 'void']),
  laterEntries: z.number().int(),
  firstLater: z.number().int().nullable(),
})
export type GivenApprovalOutput = z.infer<typeof givenApproval>

export const userCalls = {
  'users.state': query({ input: nothing, output: usersState }),
  'users.signIn': command({ input: z.object({ userId, pin }), output: usersState, needsSoundFile: false }),
  'users.signOut': command({ input: nothing, output: usersState, needsSoundFile: false }),
  /** Names a user; the first has to be the chair, and is signed in at once. */
  'users.add': command({ input: z.object({ ...person, pin, ...withApproval }), output: z.object({ userId }) }),
  'users.change': command({
    input: z.object({ userId, ...person, active: z.boolean(), ...withApproval }),
    output: nothing,
  }),
  /** The signed-in user's own. */
  'users.changePin': command({ input: z.object({ pin, newPin: pin }), output: nothing }),
  /** Somebody else's, forgotten. */
  'users.givePin': command({ input: z.object({ userId, newPin: pin, ...withApproval }), output: nothing }),
  /** A chair's own, forgotten. `secret`: passphrase or recovery key of the file where it is encrypted. */
  'users.resetChairPin': command({
    input: z.object({ userId, newPin: pin, reason: longText.trim().min(1), secret: z.string().max(1024).nullable() }),
    output: nothing,
  }),

  /** Approvals of one period, newest first; null: all. */
  'approvals.list': query({ input: z.object({ periodId: periodId.nullable() }), output: z.array(givenApproval) }),
  /** The chair approves the results of a closed meeting as they stand now. */
  'approvals.approveResults': command({
    input: z.object({ meetingId, ...withApproval }),
    output: z.object({ givenAt: isoInstant }),
    needsWholeTrail: true,
  }),
}
