import type { Approver } from '#application/users/approvals.ts'
import { type CallName, contracts } from '#contract/contracts.ts'
import type { CallRole } from '#contract/define-contract.ts'
import type { Reply } from '#contract/reply.ts'
import { AppError } from '#domain/app-error.ts'
import type { z } from '#domain/zod.ts'
import type { DutyCheck } from './duty-check.ts'

/** What the gate runs: the handler of a call, already typed by its contract. */
export type AnyHandler = (input: never, approver: Approver) => unknown

export interface Gate {
  handle(role: CallRole, name: string, input: unknown): Promise<Reply<unknown>>
}

interface GateOptions {
  readonly handlers: Readonly<Record<CallName, AnyHandler>>
  /** Resolves once the open file may be written to; rejects with the refusal when it is damaged. */
  readonly sound: () => Promise<void>
  /** Resolves once the trail is known to hold; rejects with the refusal when it does not. */
  readonly wholeTrail: () => Promise<void>
  readonly duties: DutyCheck
  /** Receives what nobody foresaw, and gives the reference shown to the user. */
  readonly reportUnknown: (error: unknown, name: string) => string
  /** Tests check what handlers answer against the contract; in the app that would cost time on every grid. */
  readonly checkOutputs: boolean
}

/**
 * The only way in: look the name up (a Map, so that `__proto__` misses), check the window's role and the user's
 * duty, parse the input, ask for the chair's approval where one is due, run, wrap. No exception, stack or path crosses.
 */
export function createGate({ handlers, sound, wholeTrail, duties, reportUnknown, checkOutputs }: GateOptions): Gate {
  const doors = new Map(
    Object.entries(contracts).map(([name, contract]) => [name, { contract, name: name as CallName }]),
  )

  async function run(role: CallRole, name: string, input: unknown): Promise<unknown> {
    const door = doors.get(name)
    if (!door?.contract.roles.includes(role)) throw new AppError('E-ARG')
    duties.admit(door.name)
    const parsed = door.contract.input.safeParse(input)
    if (!parsed.success) throw new AppError('E-ARG')
    if (door.contract.needsSoundFile) await sound()
    if (door.contract.needsWholeTrail) await wholeTrail()
    const approver = await duties.approve(door.name, parsed.data)
    const handler = handlers[door.name] as (value: unknown, approver: Approver) => unknown
    const output = await handler(parsed.data, approver)
    return checkOutputs ? (door.contract.output as z.ZodType).parse(output) : output
  }

  return {
    async handle(role, name, input) {
      try {
        return { ok: true, value: await run(role, name, input) }
      } catch (error) {
        if (error instanceof AppError) return refusal(error)
        return refusal(new AppError('E-UNKNOWN', { reference: reportUnknown(error, name) }))
      }
    },
  }
}

const refusal = (error: AppError): Reply<never> => ({ ok: false, error: { code: error.code, params: error.params } })
