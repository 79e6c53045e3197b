import type { Job } from '#application/ports/jobs.ts'
import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import type { RunningPart, TrailFollower } from '#application/ports/trail-follower.ts'
import type { Replay } from '#domain/ledger/replay.ts'
import type { ChainWalk } from './follow-chain.ts'

interface WholeChain {
  readonly reader: Pick<LedgerReader, 'head' | 'hashAt'>
  readonly chain: ChainWalk
  readonly replay: Pick<Replay, 'join'>
  readonly follower: TrailFollower | undefined
  readonly job: Job
}

/** The second half of the trail, followed elsewhere from the middle on. */
interface SecondHalf {
  readonly middle: number
  readonly running: RunningPart
}

/**
 * Follows the chain to its end. Of a long one the second half is followed elsewhere meanwhile; whatever is wrong with
 * either half, the whole is followed here, in its order, so that the findings are the same.
 */
export async function followWhole({ reader, chain, replay, follower, job }: WholeChain): Promise<void> {
  const half = follower === undefined ? null : startHalf(reader, follower)
  const report = () => {
    const followed =
      chain.state().seq + (half !== null && chain.state().seq <= half.middle ? half.running.followed() : 0)
    job.report('chain', followed, Math.max(followed, reader.head().count))
  }
  report()
  try {
    while (chain.step(half?.middle)) {
      report()
      await job.pause()
    }
    if (half !== null && chain.state().seq === half.middle) {
      const part = await awaitPart(half.running, job, report)
      if (part !== null && replay.join(part.rows)) chain.goOnAfter(part.state)
    }
  } finally {
    half?.running.stop()
  }
  while (chain.step()) {
    report()
    await job.pause()
  }
}

function startHalf(reader: WholeChain['reader'], follower: TrailFollower): SecondHalf | null {
  const { count } = reader.head()
  if (count < follower.from) return null
  const middle = Math.floor(count / 2)
  const hash = reader.hashAt(middle)
  return hash === null ? null : { middle, running: follower.start({ after: { seq: middle, hash }, until: count }) }
}

/** Waits for the other half; meanwhile it says how far that is, and can be cancelled. */
async function awaitPart(running: RunningPart, job: Job, report: () => void) {
  for (;;) {
    const part = await running.look()
    if (part !== 'running') return part
    report()
    await job.pause()
  }
}
