import type { Anchor } from '#domain/ledger/anchor.ts'
import type { StoredEntry } from '#domain/ledger/chain.ts'
import type { Sha256 } from '#domain/ledger/hashing.ts'
import type { ChangePlace, PlacedChange } from '#domain/ledger/replay.ts'
import type { TableName } from './tables.ts'

/** A row of the file as JSON text of its columns, the same text that the journal records. */
export interface StoredRow {
  readonly id: string
  readonly text: string
  /** Its place in the table: where the next page begins. */
  readonly position: number
}

/** The chain and the tables as they lie in the file, a page at a time, for the one who checks them. */
export interface LedgerReader {
  /** Every kind of row that is recorded. */
  readonly tables: readonly TableName[]
  head(): Anchor
  hashAt(seq: number): string | null
  /** Entries after the number, in order. */
  entries(afterSeq: number, limit: number): readonly StoredEntry[]
  /** Recorded rows after the place, up to and with the entry `untilSeq`, in order. */
  changes(after: ChangePlace, untilSeq: number, limit: number): readonly PlacedChange[]
  change(place: ChangePlace): PlacedChange | null
  rowCount(table: TableName): number
  rows(table: TableName, afterPosition: number, limit: number): readonly StoredRow[]
  /** The text of one row by its id. */
  row(table: TableName, id: string): string | null
}

/** Hashing, which this layer has none of. */
export interface Hashing {
  readonly sha256: Sha256
  /** The first 52 bits of the SHA-256 of a text (domain/ledger/hashing.ts). */
  fingerprint(text: string): number
}
