import type { ChainReading } from '#application/ports/inspection.ts'
import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { type ChainState, chainStart, changesHashOf, followEntry, type StoredEntry } from '#domain/ledger/chain.ts'
import { formOf } from './read-tables.ts'

const entriesAtATime = 200

/** The chain of a damaged file: followed from its first entry to the first that cannot be read or does not follow. */
export function readDamagedChain(db: ReadableDatabase, heard: () => void): ChainReading | null {
  if (formOf(db, 'journal', ['seq', 'hash', 'prev']) !== 'plain') return null
  if (formOf(db, 'journal_change', ['seq', 'ordinal', 'before', 'after']) !== 'plain') return null
  const reader = ledgerReader(db)
  let state: ChainState = chainStart
  for (;;) {
    const entries = readEntries(reader, state.seq)
    const broken = { entries: state.seq, brokenAt: state.seq + 1, compared: false, found: 1, findings: [] }
    if (entries === null) return broken
    if (entries.length === 0) return { ...broken, brokenAt: null, found: 0 }
    for (const entry of entries) {
      const next = followed(reader, state, entry)
      if (next === null) return { ...broken, entries: state.seq, brokenAt: entry.seq }
      state = next
    }
    heard()
  }
}

function readEntries(reader: LedgerReader, afterSeq: number): readonly StoredEntry[] | null {
  for (const limit of [entriesAtATime, 1]) {
    try {
      return reader.entries(afterSeq, limit)
    } catch {
      // Of many entries one cannot be read: perhaps the next one can.
    }
  }
  return null
}

/** Null: the entry, or a row recorded with it, cannot be read or is not what was hashed. */
function followed(reader: LedgerReader, state: ChainState, entry: StoredEntry): ChainState | null {
  try {
    const before = { seq: entry.seq - 1, ordinal: Number.MAX_SAFE_INTEGER }
    const changes = reader.changes(before, entry.seq, entry.changeCount + 1)
    const { state: next, findings } = followEntry(hashing.sha256, state, entry, {
      hash: changesHashOf(hashing.sha256, changes),
      count: changes.length,
    })
    return findings.length > 0 ? null : next
  } catch {
    return null
  }
}
