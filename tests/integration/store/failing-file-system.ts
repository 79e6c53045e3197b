import { type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'

export const changingCalls = ['writeSync', 'fdatasyncSync', 'fsyncSync', 'ftruncateSync', 'unlinkSync'] as const
const failingCalls = [...changingCalls, 'openSync', 'fstatSync'] as const
type FailingCall = (typeof failingCalls)[number]

export interface Failure {
  /** Which calls count, and fail. */
  readonly calls: readonly FailingCall[]
  readonly code: 'ENOSPC' | 'EIO' | 'EROFS' | 'EPERM'
  /** The first call that fails, from 1. */
  readonly at: number
  /** How many fail in a row. */
  readonly times: number
}

export interface FailingFileSystem extends HostFileSystem {
  /** Arms a failure and starts to count; undefined disarms. */
  fail(failure: Failure | undefined): void
  /** Whether a call has failed since. */
  readonly failed: () => boolean
}

/** The real disk, except that the n-th of some calls is answered with an error and does nothing. */
export function failingFileSystem(): FailingFileSystem {
  let armed: Failure | undefined
  let count = 0
  let failures = 0

  function meet(call: FailingCall): void {
    if (armed === undefined || !armed.calls.includes(call)) return
    count += 1
    if (count < armed.at || count >= armed.at + armed.times) return
    failures += 1
    throw Object.assign(new Error(`${armed.code}: injected`), { code: armed.code })
  }

  const system: HostFileSystem = { ...nodeFileSystem }
  for (const call of failingCalls) {
    const real = nodeFileSystem[call] as (...parameters: unknown[]) => unknown
    Object.assign(system, {
      [call]: (...parameters: unknown[]) => {
        meet(call)
        return real(...parameters)
      },
    })
  }
  return {
    ...system,
    fail(failure) {
      armed = failure
      count = 0
      failures = 0
    },
    failed: () => failures > 0,
  }
}
