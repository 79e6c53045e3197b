import type { Environment } from '#application/ports/environment.ts'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import type { TableReader } from '#application/ports/table-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError, type AppErrorCode, type AppErrorParams } from '#domain/app-error.ts'
import type { PanelistId, PeriodId } from '#domain/model/ids.ts'
import { ballotSeal } from '#domain/panel/ballot-seal.ts'
import { putScore } from './give-scores.ts'
import { dossiersHash, originOf } from './issue-ballot.ts'
import { casesOf, drawOf, panelOf } from './panel-of.ts'
import { type BallotFile, type ReadBallot, type RefusedCell, readBallot } from './read-ballot.ts'

/** One chosen file as the preview shows it. `problem` null: it can be merged. */
export interface BallotReport {
  readonly file: string
  readonly panelist: string | null
  readonly given: number
  readonly blank: number
  /** Scores given earlier that the ballot would change. */
  readonly changes: number
  readonly refused: readonly RefusedCell[]
  readonly problem: { readonly code: AppErrorCode; readonly params: AppErrorParams } | null
}

/** What was read from the chosen files, before any of it is written. */
export interface BallotPreview {
  readonly periodId: PeriodId
  readonly trailLength: number
  readonly reports: readonly BallotReport[]
  readonly ballots: readonly ReadBallot[]
}

interface MergeParts {
  readonly workspace: Workspace
  readonly hashing: Pick<Hashing, 'sha256'>
  readonly reader: TableReader
}

/** Reads the chosen files and says of each what it would bring, or why it is refused. Writes nothing. */
export function previewBallots(
  { workspace, hashing, reader }: MergeParts,
  periodId: PeriodId,
  files: readonly BallotFile[],
): BallotPreview {
  const ballots: ReadBallot[] = []
  const reports = files.map((file): BallotReport => {
    const nothing = { file: file.name, panelist: null, given: 0, blank: 0, changes: 0, refused: [] }
    try {
      const ballot = readBallot(file, reader)
      requireOurs(workspace, hashing, periodId, ballot)
      const report = reportOf(workspace.tables, periodId, ballot, ballots)
      ballots.push(ballot)
      return report
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { ...nothing, problem: { code: error.code, params: error.params } }
    }
  })
  return { periodId, trailLength: workspace.trailLength(), reports, ballots }
}

/** Whether the file is the very ballot that was handed out here; says which of the ways it is not. */
function requireOurs(
  workspace: Workspace,
  hashing: Pick<Hashing, 'sha256'>,
  periodId: PeriodId,
  { frame, seal, file, codes, dossiers }: ReadBallot,
): void {
  const { tables } = workspace
  const draw = drawOf(tables, periodId)
  const name = { file: file.name }
  if (frame.workspace !== originOf(workspace)) throw new AppError('E-BALLOT-FOREIGN', name)
  if (frame.period !== periodId || draw === null || frame.draw !== draw.id) throw new AppError('E-BALLOT-OLD', name)
  if (ballotSeal(hashing.sha256, draw.secret, frame) !== seal) throw new AppError('E-BALLOT-TAMPERED', name)
  const sealed = new Set(frame.codes)
  const isWhole = codes.every((code) => sealed.has(code)) && frame.codes.every((code) => codes.includes(code))
  if (!isWhole || (dossiers !== null && dossiersHash(hashing, dossiers) !== frame.dossiers))
    throw new AppError('E-BALLOT-TAMPERED', name)
  const issued = tables.ballot.get(frame.ballot)
  if (issued === undefined || issued.panelistId !== frame.panelist) throw new AppError('E-BALLOT-OLD', name)
  if (issued.mergedAt !== null)
    throw new AppError('E-BALLOT-MERGED', { ...name, name: tables.panelist.require(issued.panelistId).name })
}

function reportOf(
  tables: ReadTables,
  periodId: PeriodId,
  { frame, file, scores, refused }: ReadBallot,
  before: readonly ReadBallot[],
): BallotReport {
  const { name, id } = tables.panelist.require(frame.panelist)
  const rows = panelOf(tables, periodId)
  const cases = casesOf(rows, id)
  const changes = scores.filter(({ code, dimension, score }) =>
    rows.scores.some(
      (one) =>
        one.panelistId === id &&
        one.caseId === cases.get(code)?.id &&
        one.dimension === dimension &&
        one.score !== score,
    ),
  ).length
  const asked = frame.codes.length * frame.dimensions.length
  const problem = (code: AppErrorCode, params: AppErrorParams) => ({ code, params: { file: file.name, ...params } })
  return {
    file: file.name,
    panelist: name,
    given: scores.length,
    blank: asked - scores.length - refused.length,
    changes,
    refused,
    problem: before.some((other) => other.frame.panelist === frame.panelist)
      ? problem('E-BALLOT-DUPLICATE', { name })
      : refused.length > 0
        ? problem('E-BALLOT-CELLS', { count: refused.length })
        : scores.length === 0
          ? problem('E-BALLOT-EMPTY', {})
          : null,
  }
}

/**
 * Takes the scores of all previewed ballots in one step, or none: any problem of any file refuses the whole (with that
 * file's code), and so does a workspace that changed since (E-BALLOT-STALE).
 */
export function mergeBallots(workspace: Workspace, environment: Environment, preview: BallotPreview): number {
  if (preview.trailLength !== workspace.trailLength()) throw new AppError('E-BALLOT-STALE')
  for (const { problem } of preview.reports) if (problem !== null) throw new AppError(problem.code, problem.params)
  if (preview.ballots.length === 0) throw new AppError('E-ARG')
  const period = workspace.tables.period.require(preview.periodId)
  const rows = panelOf(workspace.tables, preview.periodId)
  const count = preview.ballots.reduce((sum, { scores }) => sum + scores.length, 0)
  const summary = { ballots: preview.ballots.length, scores: count, period: period.name }
  workspace.command({ name: 'panel.mergeBallots', summary }, (write) => {
    for (const { frame, scores, file } of preview.ballots) {
      const panelistId = frame.panelist as PanelistId
      const cases = casesOf(rows, panelistId)
      for (const { code, dimension, score } of scores) {
        const found = cases.get(code)
        if (found === undefined) throw new AppError('E-BALLOT-TAMPERED', { file: file.name })
        putScore(write, environment, { caseId: found.id, panelistId, dimension, score, way: 'ballot' })
      }
      write.ballot.put({ ...write.ballot.require(frame.ballot), mergedAt: environment.now(), fileHash: file.sha256 })
    }
  })
  return count
}
