import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import { type ChainState, chainStart, changesHashOf, followEntry } from '#domain/ledger/chain.ts'
import type { Sha256 } from '#domain/ledger/hashing.ts'

/** Entries looked at on opening, and the most rows of one of them. */
const entriesOfHead = 50
const rowsOfEntry = 2_000

/**
 * Follows the last entries of the chain: number of the first that does not hold, or null. It says nothing of what lies
 * before them, nor of the tables.
 */
export function headFindings(
  reader: Pick<LedgerReader, 'head' | 'hashAt' | 'entries' | 'changes'>,
  sha256: Sha256,
): number | null {
  const from = Math.max(0, reader.head().count - entriesOfHead)
  const hash = from === 0 ? chainStart.hash : reader.hashAt(from)
  if (hash === null) return from
  let state: ChainState = { seq: from, hash }
  for (const entry of reader.entries(from, entriesOfHead)) {
    // An import may have recorded a hundred thousand rows; they are followed with the whole trail.
    const large = entry.changeCount > rowsOfEntry
    const rows = large ? { hash: entry.changesHash, count: entry.changeCount } : recordedRows(entry.seq)
    const followed = followEntry(sha256, state, entry, rows)
    if (followed.findings.length > 0) return entry.seq
    state = followed.state
  }
  return null

  function recordedRows(seq: number): { readonly hash: string; readonly count: number } {
    const changes = reader.changes({ seq: seq - 1, ordinal: Number.MAX_SAFE_INTEGER }, seq, rowsOfEntry + 1)
    return { hash: changesHashOf(sha256, changes), count: changes.length }
  }
}
