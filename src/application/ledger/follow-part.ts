import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import type { FollowedPart, TrailPart } from '#application/ports/trail-follower.ts'
import type { Sha256 } from '#domain/ledger/hashing.ts'
import { createReplayPart } from '#domain/ledger/replay.ts'
import { followChain } from './follow-chain.ts'

/**
 * Follows a part of the chain by itself. Null as soon as anything in it does not hold: what exactly, is found by whoever
 * follows the whole chain in one go.
 *
 * @param heard hears the number of every entry reached, a page at a time
 */
export function followPart(
  reader: LedgerReader,
  sha256: Sha256,
  { after, until }: TrailPart,
  heard: (seq: number) => void,
): FollowedPart | null {
  const part = createReplayPart()
  let holds = true
  const broken = () => {
    holds = false
  }
  const chain = followChain(reader, sha256, part, { chain: broken, before: broken }, after)
  while (holds && chain.step(until)) heard(chain.state().seq)
  return holds && chain.state().seq === until ? { state: chain.state(), rows: part.rows() } : null
}
