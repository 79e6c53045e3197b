import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import {
  type ChainState,
  chainStart,
  changeLine,
  followEntry,
  type StoredEntry,
  textHash,
} from '#domain/ledger/chain.ts'
import type { Sha256 } from '#domain/ledger/hashing.ts'
import type { ChangePlace, HashedPlacedChange, PlacedChange, Replay } from '#domain/ledger/replay.ts'
import type { TrailFindings } from './trail-findings.ts'

const entriesAtATime = 2000
const changesAtATime = 2000

/** The chain followed a piece at a time, its recorded rows applied to the replay on the way. */
export interface ChainWalk {
  /** Does the next piece, at most up to an entry. False: that or the end is reached, for now. */
  step(until?: number): boolean
  /** Does all pieces there are, without a pause. */
  catchUp(): void
  /** Goes on after an entry up to which somebody else has followed. Only where `step` said false. */
  goOnAfter(state: ChainState): void
  state(): ChainState
}

export function followChain(
  reader: LedgerReader,
  sha256: Sha256,
  replay: Pick<Replay, 'apply'>,
  findings: Pick<TrailFindings, 'chain' | 'before'>,
  after = chainStart,
): ChainWalk {
  let state = after
  let until = Number.POSITIVE_INFINITY
  const pieces = walk()

  /** Endless: at the end of the chain it waits for more. Yields whether something was done. */
  function* walk(): Generator<boolean, never> {
    for (;;) {
      const entries = reader.entries(state.seq, entriesAtATime).filter(({ seq }) => seq <= until)
      if (entries.length === 0) yield false
      else yield* followPage(entries)
    }
  }

  function* followPage(entries: readonly StoredEntry[]): Generator<boolean> {
    let next = 0
    let rows = noRows()
    const close = () => {
      const entry = entries[next]
      if (entry === undefined) return
      next += 1
      const followed = followEntry(sha256, state, entry, { hash: rows.digest.hex(), count: rows.count })
      state = followed.state
      for (const finding of followed.findings) findings.chain(finding)
      rows = noRows()
    }
    for (const page of changePages(state.seq, entries.at(-1)?.seq ?? 0)) {
      for (const change of page) {
        while ((entries[next]?.seq ?? change.seq) < change.seq) close()
        const hashed = withHashes(change)
        if (!replay.apply(hashed)) findings.before(change)
        rows.digest.update(changeLine(hashed))
        rows.count += 1
      }
      yield true
    }
    while (next < entries.length) close()
    yield true
  }

  const noRows = () => ({ digest: sha256.begin(), count: 0 })

  const withHashes = ({ seq, ordinal, table, rowId, before, after }: PlacedChange): HashedPlacedChange => ({
    seq,
    ordinal,
    table,
    rowId,
    before: textHash(sha256, before),
    after: textHash(sha256, after),
  })

  /** The recorded rows of the entries after one number up to another; one import alone may have a hundred thousand. */
  function* changePages(afterSeq: number, untilSeq: number) {
    let after: ChangePlace = { seq: afterSeq, ordinal: Number.MAX_SAFE_INTEGER }
    for (;;) {
      const page = reader.changes(after, untilSeq, changesAtATime)
      const last = page.at(-1)
      if (last === undefined) return
      yield page
      after = last
    }
  }

  function step(last = Number.POSITIVE_INFINITY): boolean {
    until = last
    return pieces.next().value
  }

  return {
    step,
    catchUp() {
      while (step());
    },
    goOnAfter(reached) {
      state = reached
    },
    state: () => state,
  }
}
