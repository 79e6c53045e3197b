import type { WorkbookWriter } from '#application/ports/document-writer.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { FileStore } from '#application/ports/files.ts'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { canonicalJson, type JsonValue } from '#domain/ledger/canonical-json.ts'
import { ballotId, type PanelistId } from '#domain/model/ids.ts'
import type { Ballot } from '#domain/model/panel.ts'
import { type BallotFrame, ballotFormat, ballotSeal } from '#domain/panel/ballot-seal.ts'
import { ballotBook } from './ballot-book.ts'
import { type BlindDossier, blindDossiers } from './blind-dossiers.ts'
import { casesOf, panelOf, requireDraw } from './panel-of.ts'

export interface BallotParts {
  readonly workspace: Workspace
  readonly environment: Environment
  readonly hashing: Pick<Hashing, 'sha256'>
  readonly writer: WorkbookWriter
  readonly files: FileStore
  /** Text as UTF-8. */
  readonly encode: (text: string) => Uint8Array
}

/**
 * Writes a panelist's ballot to a file to be filled in on another computer, and keeps that it was handed out. Scores already
 * given are not in it: a ballot is empty. Throws E-NOT-FOUND for a panelist without dossiers.
 */
export async function issueBallot(
  parts: BallotParts,
  id: PanelistId,
  format: Ballot['format'],
  path: string,
): Promise<{ readonly path: string; readonly dossiers: number }> {
  const { workspace, environment, hashing, writer, files, encode } = parts
  const { tables } = workspace
  const panelist = tables.panelist.require(id)
  const period = tables.period.require(panelist.periodId)
  const draw = requireDraw(tables, period.id)
  const cases = casesOf(panelOf(tables, period.id), id)
  if (cases.size === 0) throw new AppError('E-NOT-FOUND', { what: 'panel_case' })
  const dossiers = blindDossiers(tables, period, cases.values())
  const issuedAt = environment.now()
  const ballot = ballotId.parse(environment.newId())
  const frame: BallotFrame = {
    format: ballotFormat,
    workspace: originOf(workspace),
    period: period.id,
    draw: draw.id,
    panelist: id,
    ballot,
    issuedAt,
    dimensions: [...draw.dimensions],
    codes: dossiers.map(({ code }) => code),
    dossiers: dossiersHash(hashing, dossiers),
  }
  const seal = ballotSeal(hashing.sha256, draw.secret, frame)
  const content = { frame, seal, panelistName: panelist.name, periodName: period.name, dossiers }
  const bytes = format === 'xlsx' ? await writer.toXlsx(ballotBook(content)) : encode(ballotJson(content))
  files.writeWhole(path, bytes)
  workspace.command(
    { name: 'panel.issueBallot', summary: { panelist: panelist.name, dossiers: cases.size } },
    (write) =>
      write.ballot.put({
        id: ballot,
        drawId: draw.id,
        panelistId: id,
        format,
        issuedAt,
        mergedAt: null,
        fileHash: null,
      }),
  )
  return { path, dossiers: cases.size }
}

/** What tells one workspace from another, and not a copy from its original. */
export const originOf = (workspace: Workspace): string => workspace.trail({ beforeSeq: 2, limit: 1 })[0]?.hash ?? ''

export const dossiersHash = ({ sha256 }: Pick<Hashing, 'sha256'>, dossiers: readonly BlindDossier[]): string =>
  sha256.of(canonicalJson(dossiers as unknown as JsonValue))

/** The same as JSON, with a place for every score. */
function ballotJson({ frame, seal, panelistName, periodName, dossiers }: Parameters<typeof ballotBook>[0]): string {
  const scores = Object.fromEntries(
    frame.codes.map((code) => [code, Object.fromEntries(frame.dimensions.map((dimension) => [dimension, null]))]),
  )
  return `${JSON.stringify({ ...frame, seal, panelistName, periodName, scores, content: dossiers }, null, 2)}\n`
}
