import type { Anchor } from '#domain/ledger/anchor.ts'
import type { EntryContent, RecordedChange } from '#domain/ledger/chain.ts'
import type { PinStore, WritePins } from './pins.ts'
import type { ReadTables, TableName, WriteTables } from './tables.ts'

/** What a command says of itself; it stands in the trail and in the undo menu. */
export interface CommandMeta {
  /** Name of the call, such as `staff.recordScores`. */
  readonly name: string
  /** Values the trail's sentence names (employee, period, count …): plain words, no ids. */
  readonly summary: Readonly<Record<string, string | number>>
  /** The written reason, where one is due. */
  readonly reason?: string
  /** true: undo does not reach it. Duties and PINs are changed again, never taken back. */
  readonly final?: boolean
}

/** A recorded row of one of our tables. */
export interface RowChange extends RecordedChange {
  readonly table: TableName
}

export interface TrailEntry extends EntryContent {
  /** SHA-256 over the entry before and this one (domain/ledger/chain.ts), 64 hexadecimal digits. */
  readonly hash: string
}

/** What changed, for the windows: whole kinds of rows, and whose dossiers, or null when too many to name. */
export interface ChangeNotice {
  readonly tables: readonly TableName[]
  readonly employeeIds: readonly string[] | null
}

export interface HistoryState {
  readonly undo: { readonly command: string; readonly summary: CommandMeta['summary'] } | null
  readonly redo: { readonly command: string; readonly summary: CommandMeta['summary'] } | null
}

/**
 * The open workspace as use cases see it. `command` is the only way to write: one synchronous unit of work, committed
 * to the real file before it returns, with its author, time, reason, and every row before and after. The recorded rows
 * are the inverse: undo writes them back, as a command of its own, unless someone changed them since (E-UNDO-CHANGED).
 */
export interface Workspace {
  readonly path: string
  readonly readOnly: boolean
  readonly tables: ReadTables
  /** What PINs are checked against. Not journalled; a command writes it through its second argument. */
  readonly pins: PinStore
  command<Result>(meta: CommandMeta, work: (tables: WriteTables, pins: WritePins) => Result): Result
  /**
   * Writes an entry about the file itself, for what changes no row (its encryption, a copy that leaves it). Undo does not
   * reach it.
   */
  note(meta: CommandMeta): void
  undo(): TrailEntry
  redo(): TrailEntry
  history(): HistoryState
  trail(page: {
    readonly beforeSeq: number | null
    readonly limit: number
    readonly command?: string
  }): readonly TrailEntry[]
  /** The rows an entry changed, in order; at most the first `limit` when given. */
  changesOf(seq: number, limit?: number): readonly RowChange[]
  trailLength(): number
  /** The head of the journal's chain: what is printed in the minutes. */
  anchor(): Anchor
  saveCopy(path: string): void
  checkIntegrity(): readonly string[]
  close(): void
}
