import type { Job } from '#application/ports/jobs.ts'
import type { Hashing, LedgerReader } from '#application/ports/ledger-reader.ts'
import type { TableName } from '#application/ports/tables.ts'
import type { TrailFollower } from '#application/ports/trail-follower.ts'
import { type Anchor, type AnchorComparison, compareAnchor } from '#domain/ledger/anchor.ts'
import { createReplay, type Replay } from '#domain/ledger/replay.ts'
import { type ChainWalk, followChain } from './follow-chain.ts'
import { followWhole } from './follow-whole.ts'
import { createNaming, type Naming } from './name-rows.ts'
import { rowDifferences } from './row-differences.ts'
import { type TrailFinding, type TrailFindings, trailFindings } from './trail-findings.ts'

/** What a check of the whole trail came to. */
export interface TrailReport {
  /** Head of the chain that was followed. */
  readonly anchor: Anchor
  /** Rows of the file compared with what the chain makes of them; `ratings`: of these, scores, assessments, decisions. */
  readonly rows: number
  readonly ratings: number
  /** The first findings, at most 200; `found` counts them all. */
  readonly findings: readonly TrailFinding[]
  readonly found: number
  /** How the chain stands to the anchor from outside; null: none was given, and a chain written wholly anew stays unfound. */
  readonly comparison: AnchorComparison | null
}

export interface TrailCheck {
  readonly reader: LedgerReader
  readonly hashing: Hashing
  /** From outside the file: typed from the minutes. */
  readonly anchor: Anchor | null
  /** Shares the work on a long trail; absent: it is followed here alone. */
  readonly follower?: TrailFollower | undefined
  readonly job: Job
}

const rowsAtATime = 1000
const ratingTables: ReadonlySet<TableName> = new Set(['assessment', 'resultScore', 'behaviourScore', 'decision'])

/**
 * Follows the chain from its first entry, builds every table anew from the recorded rows, and compares the file with
 * that, row by row: a score changed by another program is found although its journal is untouched. People may go on
 * working meanwhile; what they write is followed too. Cancelling stops it at its next pause.
 */
export async function verifyTrail({ reader, hashing, anchor, follower, job }: TrailCheck): Promise<TrailReport> {
  const replay = createReplay()
  const naming = createNaming(reader, replay)
  const findings = trailFindings(naming)
  const chain = followChain(reader, hashing.sha256, replay, findings)

  await followWhole({ reader, chain, replay, follower, job })
  const compared = await compareTables({ reader, hashing, replay, naming, findings, chain, job })
  const { hash, seq } = chain.state()
  return {
    anchor: { hash, count: seq },
    ...compared,
    ...findings.all(),
    comparison: anchor === null ? null : compareAnchor(anchor, seq, reader.hashAt),
  }
}

interface Comparison extends Pick<TrailCheck, 'reader' | 'hashing' | 'job'> {
  readonly replay: Replay
  readonly naming: Naming
  readonly findings: TrailFindings
  readonly chain: ChainWalk
}

/** Walks through every table of the file; at the end the chain may have no row left that was not met. */
async function compareTables(parts: Comparison): Promise<Pick<TrailReport, 'rows' | 'ratings'>> {
  const { reader, replay, findings, chain, job } = parts
  replay.startMeeting()
  const total = reader.tables.reduce((sum, table) => sum + reader.rowCount(table), 0)
  let rows = 0
  let ratings = 0
  for (const table of reader.tables) {
    let position = Number.MIN_SAFE_INTEGER
    for (;;) {
      // Written since the last pause: the rows read now already have it.
      chain.catchUp()
      const page = reader.rows(table, position, rowsAtATime)
      for (const row of page) compareRow(parts, table, row)
      rows += page.length
      if (ratingTables.has(table)) ratings += page.length
      job.report('rows', rows, Math.max(rows, total))
      await job.pause()
      position = page.at(-1)?.position ?? position
      if (page.length < rowsAtATime) break
    }
  }
  chain.catchUp()
  for (const { table, rowId } of replay.unmet()) findings.missing(table, rowId, seqOf(replay, table, rowId))
  return { rows, ratings }
}

function compareRow(
  { hashing, replay, naming, findings }: Comparison,
  table: TableName,
  row: ReturnType<LedgerReader['rows']>[number],
): void {
  const met = replay.meet(table, row.id, hashing.sha256.of(row.text))
  if (met === 'unknown') findings.added(table, row)
  if (met !== 'changed') return
  const fields = rowDifferences(naming.recorded(table, row.id), row.text)
  if (fields.length > 0) findings.changed(table, row, seqOf(replay, table, row.id), fields)
}

const seqOf = (replay: Replay, table: string, rowId: string) => replay.placeOf(table, rowId)?.seq ?? null
