import type { HashedChange, RecordedChange } from './chain.ts'
import { fingerprintOf } from './hashing.ts'

/** Where a recorded row stands in the chain: the entry, and which of its rows. */
export interface ChangePlace {
  readonly seq: number
  readonly ordinal: number
}

export interface PlacedChange extends RecordedChange, ChangePlace {}

/** A recorded row as the replay takes it: of its texts the hashes. */
export interface HashedPlacedChange extends HashedChange, ChangePlace {}

/** A row as one part of the chain leaves it. Fingerprints stand for its texts; null: there is no such row. */
export interface PartRow extends ChangePlace {
  readonly table: string
  readonly rowId: string
  /** What its first change in the part starts from. */
  readonly before: number | null
  /** What its last change, of which `seq` and `ordinal` are the place, leaves. */
  readonly after: number | null
}

/** A part of the chain from its middle on, whose beginning somebody else follows. */
export interface ReplayPart {
  /** As {@link Replay.apply}; where a row starts from is not known at its first change, and taken as it comes. */
  apply(change: HashedPlacedChange): boolean
  rows(): PartRow[]
}

interface KnownRow {
  fingerprint: number
  seq: number
  ordinal: number
  met: boolean
}

/**
 * The tables as the chain alone makes them, built by applying its recorded rows one after another. Of each row there is a
 * fingerprint and the place of its last change, not its text: memory grows with the rows that exist (about 200 bytes
 * each), not with the entries.
 */
export interface Replay {
  /** Applies the next change. False: the state it claims to start from is not the one the chain had reached. */
  apply(change: HashedPlacedChange): boolean
  /**
   * Applies a part that was followed elsewhere, from the place reached here. False, and nothing is applied, when one of its
   * rows starts from another state.
   */
  join(rows: readonly PartRow[]): boolean
  /** Compares the hash of a row of the file with the chain's, and counts it as met. */
  meet(table: string, rowId: string, hash: string): 'same' | 'changed' | 'unknown'
  /** From now on rows that a change touches count as met: the file is being walked while people go on working. */
  startMeeting(): void
  /** Where the row's present state was recorded; null when the chain does not have it. */
  placeOf(table: string, rowId: string): ChangePlace | null
  /** The rows the chain has and the walk through the file has not met. */
  unmet(): Iterable<{ readonly table: string; readonly rowId: string }>
}

/**
 * Begins with empty tables. Texts come as their hashes ({@link textHash} of chain.ts).
 *
 * @example
 * const replay = createReplay()
 * replay.apply({ seq: 1, ordinal: 0, table: 'unit', rowId: 'u1', before: null, after: 'c0ffee…' }) // true
 * replay.meet('unit', 'u1', 'c0ffee…') // 'same'
 */
export function createReplay(): Replay {
  const tables = new Map<string, Map<string, KnownRow>>()
  let meeting = false

  function rowsOf(table: string): Map<string, KnownRow> {
    const known = tables.get(table)
    if (known !== undefined) return known
    const made = new Map<string, KnownRow>()
    tables.set(table, made)
    return made
  }

  return {
    apply({ table, rowId, before, after, seq, ordinal }) {
      const rows = rowsOf(table)
      const row = rows.get(rowId)
      const follows = before === null ? row === undefined : row?.fingerprint === fingerprintOf(before)
      if (after === null) rows.delete(rowId)
      else if (row === undefined) rows.set(rowId, { fingerprint: fingerprintOf(after), seq, ordinal, met: meeting })
      else {
        row.fingerprint = fingerprintOf(after)
        row.seq = seq
        row.ordinal = ordinal
        row.met ||= meeting
      }
      return follows
    },
    join(part) {
      const fits = ({ table, rowId, before }: PartRow) =>
        (tables.get(table)?.get(rowId)?.fingerprint ?? null) === before
      if (!part.every(fits)) return false
      for (const { table, rowId, after, seq, ordinal } of part) {
        if (after === null) rowsOf(table).delete(rowId)
        else rowsOf(table).set(rowId, { fingerprint: after, seq, ordinal, met: meeting })
      }
      return true
    },
    meet(table, rowId, hash) {
      const row = tables.get(table)?.get(rowId)
      if (row === undefined) return 'unknown'
      row.met = true
      return row.fingerprint === fingerprintOf(hash) ? 'same' : 'changed'
    },
    startMeeting() {
      meeting = true
    },
    placeOf: (table, rowId) => tables.get(table)?.get(rowId) ?? null,
    *unmet() {
      for (const [table, rows] of tables) {
        for (const [rowId, row] of rows) if (!row.met) yield { table, rowId }
      }
    },
  }
}

/**
 * The rows one part of the chain touches, each with where it starts from and where it ends: what {@link Replay.join} takes.
 *
 * @example
 * const part = createReplayPart()
 * part.apply({ seq: 7, ordinal: 0, table: 'unit', rowId: 'u1', before: 'c0ffee…', after: null }) // true
 * part.rows() // [{ table: 'unit', rowId: 'u1', before: 54252397…, after: null, seq: 7, ordinal: 0 }]
 */
export function createReplayPart(): ReplayPart {
  const tables = new Map<string, Map<string, Writable<PartRow>>>()
  const rowsOf = (table: string) => {
    const rows = tables.get(table) ?? new Map<string, Writable<PartRow>>()
    tables.set(table, rows)
    return rows
  }
  const fingerprint = (hash: string | null) => (hash === null ? null : fingerprintOf(hash))

  return {
    apply({ table, rowId, seq, ordinal, ...texts }) {
      const rows = rowsOf(table)
      const row = rows.get(rowId)
      const [before, after] = [fingerprint(texts.before), fingerprint(texts.after)]
      if (row === undefined) rows.set(rowId, { table, rowId, before, after, seq, ordinal })
      if (row === undefined) return true
      const follows = row.after === before
      Object.assign(row, { after, seq, ordinal })
      return follows
    },
    rows: () => [...tables.values()].flatMap((rows) => [...rows.values()]),
  }
}

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] }
