import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

const path = z.string().min(1).max(4096)
/** A passphrase or a recovery key as it was typed. It stands in no answer, event or log. */
const secret = z.string().min(1).max(1024)
const recoveryKey = z.string().min(1).max(200)

/** Why the workspace was closed until its passphrase is given. */
export const lockCause = z.enum(['asked', 'idle', 'system'])
export type LockCause = z.infer<typeof lockCause>

/** An encrypted file that waits for its passphrase: it was to be opened, or was locked while it was open. */
export const waitingFile = z.object({
  path,
  fileName: z.string(),
  readOnly: z.boolean(),
  because: z.enum(['opened', ...lockCause.options]),
  hasRecoveryKey: z.boolean(),
  /** Tries left before the next wait. */
  tries: z.number().int(),
  /** Until the next try is taken. */
  waitSeconds: z.number().int(),
})
export type WaitingFile = z.infer<typeof waitingFile>

export const protectionState = z.object({
  waiting: waitingFile.nullable(),
  /** Of the open workspace; false without one. */
  encrypted: z.boolean(),
  hasRecoveryKey: z.boolean(),
})

/** How a workspace is to be encrypted. The recovery key is one that `protection.newRecoveryKey` gave and the user put away. */
export const protection = z.object({ passphrase: secret, recoveryKey: recoveryKey.nullable() })

export const protectionCalls = {
  'protection.state': query({ input: nothing, output: protectionState }),
  /** Opens the file that waits, by its passphrase or its recovery key. */
  'protection.unlock': command({ input: z.object({ secret }), output: nothing, needsSoundFile: false }),
  /** The file no longer waits; what was open before it was asked for is still open. */
  'protection.leave': command({ input: nothing, output: nothing, needsSoundFile: false }),
  /** Closes an encrypted workspace and forgets its key. `locked` is false where there is none. */
  'protection.lock': command({
    input: z.object({ because: lockCause }),
    output: z.object({ locked: z.boolean() }),
    needsSoundFile: false,
  }),
  /** A recovery key that opens nothing yet. */
  'protection.newRecoveryKey': command({
    input: nothing,
    output: z.object({ recoveryKey }),
    needsSoundFile: false,
  }),
  'protection.add': command({ input: protection, output: nothing }),
  'protection.changePassphrase': command({ input: z.object({ secret, passphrase: secret }), output: nothing }),
  /** In the place of an earlier one; null: withdraws it. */
  'protection.setRecoveryKey': command({
    input: z.object({ secret, recoveryKey: recoveryKey.nullable() }),
    output: nothing,
  }),
  'protection.remove': command({ input: z.object({ secret }), output: nothing }),
  /** A copy that everybody can read. */
  'protection.plainCopy': command({ input: z.object({ secret, path }), output: z.object({ path }) }),
}
