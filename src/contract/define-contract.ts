import { z } from '#domain/zod.ts'

export type CallRole = 'operator' | 'presenter'

/**
 * One call of the engine: `query` reads, `command` writes one unit of work, `job` is long, reports progress under the
 * `jobId` of its input and can be cancelled. `roles` names the windows that may call it.
 */
interface Shape<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input
  readonly output: Output
  readonly roles?: readonly CallRole[]
  /**
   * Whether the call waits until the open file is known to be sound. What writes or exports does; what opens, closes or
   * concerns only this program does not.
   */
  readonly needsSoundFile?: boolean
  /** The call approves something for good: it is refused while the trail does not hold (E-AUDIT-BROKEN, E-AUDIT-ROWS). */
  readonly needsWholeTrail?: boolean
}

const operatorOnly: readonly CallRole[] = ['operator']

export const query = <Input extends z.ZodType, Output extends z.ZodType>(shape: Shape<Input, Output>) => ({
  kind: 'query' as const,
  roles: operatorOnly,
  needsSoundFile: false,
  needsWholeTrail: false,
  ...shape,
})

export const command = <Input extends z.ZodType, Output extends z.ZodType>(shape: Shape<Input, Output>) => ({
  kind: 'command' as const,
  roles: operatorOnly,
  needsSoundFile: true,
  needsWholeTrail: false,
  ...shape,
})

export const job = <Input extends z.ZodType, Output extends z.ZodType>(shape: Shape<Input, Output>) => ({
  kind: 'job' as const,
  roles: operatorOnly,
  needsSoundFile: true,
  needsWholeTrail: false,
  ...shape,
})

/** For calls that take or give nothing. */
export const nothing = z.object({})
/** Names a running job, chosen by the caller, so that progress and cancelling find it. */
export const jobId = z.string().min(1).max(64)
