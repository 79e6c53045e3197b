import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type PanelCaseId, type PanelistId, rowId } from '#domain/model/ids.ts'
import type { PanelDimension, PanelScoreRow } from '#domain/model/panel.ts'
import { blindDossiers } from './blind-dossiers.ts'
import { casesOf, panelOf, requireDraw } from './panel-of.ts'

/** One panelist's own dossiers with the own scores, and nobody else's. */
export function loadSheet(workspace: Workspace, id: PanelistId) {
  const { tables } = workspace
  const panelist = tables.panelist.require(id)
  const period = tables.period.require(panelist.periodId)
  const draw = requireDraw(tables, period.id)
  const rows = panelOf(tables, period.id)
  const cases = casesOf(rows, id)
  const scores = rows.scores.filter((one) => one.panelistId === id)
  const scoreOf = (caseId: PanelCaseId, dimension: PanelDimension) =>
    scores.find((one) => one.caseId === caseId && one.dimension === dimension)?.score ?? null
  return {
    panelist: { id, name: panelist.name },
    periodName: period.name,
    dimensions: [...draw.dimensions],
    dossiers: blindDossiers(tables, period, cases.values()).map((dossier) => ({
      ...dossier,
      scores: Object.fromEntries(
        draw.dimensions.map((dimension) => {
          const found = cases.get(dossier.code)
          return [dimension, found === undefined ? null : scoreOf(found.id, dimension)]
        }),
      ),
    })),
  }
}

export interface GivenScore {
  readonly code: string
  readonly dimension: PanelDimension
  /** Null takes a score back. */
  readonly score: number | null
}

/** A panelist's score of one own dossier. Refuses a code that was not dealt to the panelist (E-NOT-FOUND). */
export function giveScore(workspace: Workspace, environment: Environment, id: PanelistId, given: GivenScore): void {
  const { tables } = workspace
  const panelist = tables.panelist.require(id)
  const draw = requireDraw(tables, panelist.periodId)
  const found = casesOf(panelOf(tables, panelist.periodId), id).get(given.code)
  if (found === undefined || !draw.dimensions.includes(given.dimension))
    throw new AppError('E-NOT-FOUND', { what: 'panel_case' })
  workspace.command({ name: 'panel.giveScore', summary: { panelist: panelist.name, code: given.code } }, (write) =>
    putScore(write, environment, { caseId: found.id, panelistId: id, ...given, way: 'here' }),
  )
}

/** Writes, changes or takes back one score; the same score again writes nothing. */
export function putScore(
  tables: WriteTables,
  environment: Environment,
  {
    caseId,
    panelistId,
    dimension,
    score,
    way,
  }: Omit<PanelScoreRow, 'id' | 'score' | 'givenAt'> & {
    readonly score: number | null
  },
): void {
  const [before] = tables.panelScore.where({ caseId, panelistId, dimension })
  if (score === null) {
    if (before !== undefined) tables.panelScore.remove(before.id)
    return
  }
  if (before?.score === score) return
  const id = before?.id ?? rowId.parse(environment.newId())
  tables.panelScore.put({ id, caseId, panelistId, dimension, score, way, givenAt: environment.now() })
}
