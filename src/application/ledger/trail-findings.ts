import type { StoredRow } from '#application/ports/ledger-reader.ts'
import type { ChainFinding } from '#domain/ledger/chain.ts'
import type { PlacedChange } from '#domain/ledger/replay.ts'
import type { Naming } from './name-rows.ts'
import { type FieldDifference, parsedRow } from './row-differences.ts'

/**
 * One thing that is wrong. Of the chain: `gap`, `link`, `entry`, `changes` (domain/ledger/chain.ts); `before`: an
 * entry starts from a state the chain had not reached. Of the tables: `changed`, `added`, `missing` rows, which the chain does not explain.
 */
export interface TrailFinding {
  readonly kind: ChainFinding['kind'] | 'before' | 'changed' | 'added' | 'missing'
  /** Number of the entry: where the chain is broken, or where the row was last recorded; null for an added row. */
  readonly seq: number | null
  /** Last missing entry of a gap. */
  readonly until: number | null
  readonly table: string | null
  readonly rowId: string | null
  /** Whom or what the row is about. */
  readonly about: string | null
  readonly fields: readonly FieldDifference[]
}

const kept = 200
const nothing = { seq: null, until: null, table: null, rowId: null, about: null, fields: [] } as const

export type TrailFindings = ReturnType<typeof trailFindings>

/** Collects findings: the first ones in full, of the rest their number. */
export function trailFindings(naming: Naming) {
  const findings: TrailFinding[] = []
  let found = 0

  /** The finding is only put together when there is room for it: naming a row costs several readings. */
  function add(make: () => Partial<TrailFinding> & Pick<TrailFinding, 'kind'>): void {
    found += 1
    if (findings.length < kept) findings.push({ ...nothing, ...make() })
  }

  return {
    chain: (finding: ChainFinding) => add(() => finding),
    before: ({ seq, table, rowId, before, after }: PlacedChange) =>
      add(() => ({ kind: 'before', seq, table, rowId, about: naming.about(table, parsedRow(after ?? before)) })),
    added: (table: string, row: StoredRow) =>
      add(() => ({ kind: 'added', table, rowId: row.id, about: naming.about(table, parsedRow(row.text)) })),
    changed(table: string, row: StoredRow, seq: number | null, fields: readonly FieldDifference[]) {
      const about = () => naming.about(table, naming.recorded(table, row.id))
      add(() => ({ kind: 'changed', seq, table, rowId: row.id, about: about(), fields }))
    },
    missing: (table: string, rowId: string, seq: number | null) =>
      add(() => ({ kind: 'missing', seq, table, rowId, about: naming.about(table, naming.recorded(table, rowId)) })),
    all: () => ({ findings, found }),
  }
}

const ofChain: ReadonlySet<TrailFinding['kind']> = new Set(['gap', 'link', 'entry', 'changes', 'before'])

/** Number of the first entry at which the chain itself does not hold; null when it holds and only rows differ from it. */
export const brokenEntry = ({ findings }: { readonly findings: readonly TrailFinding[] }): number | null =>
  findings.find(({ kind }) => ofChain.has(kind))?.seq ?? null
