import type { ChainState } from '#domain/ledger/chain.ts'
import type { PartRow } from '#domain/ledger/replay.ts'

/** The entries after one up to another. */
export interface TrailPart {
  readonly after: ChainState
  readonly until: number
}

/** A part that holds in itself: what it comes to. */
export interface FollowedPart {
  readonly state: ChainState
  readonly rows: readonly PartRow[]
}

/** Follows a part of a long trail elsewhere, while its beginning is followed here. */
export interface TrailFollower {
  /** Number of entries from which on the work is worth sharing. */
  readonly from: number
  start(part: TrailPart): RunningPart
}

export interface RunningPart {
  /** How many of its entries have been followed so far. */
  followed(): number
  /**
   * What the part came to, or after a moment that it is still being followed. Null: the part does not hold, or could not
   * be followed there. Never rejects.
   */
  look(): Promise<FollowedPart | 'running' | null>
  stop(): void
}
