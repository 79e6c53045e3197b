import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { PanelCaseId, PanelistId, PeriodId } from '#domain/model/ids.ts'
import type {
  PanelAssignment,
  PanelCase,
  PanelDimension,
  PanelDraw,
  Panelist,
  PanelScoreRow,
} from '#domain/model/panel.ts'

/** The panel of a period as it lies in the tables. */
export interface PanelRows {
  readonly panelists: readonly Panelist[]
  readonly draw: PanelDraw | null
  readonly cases: readonly PanelCase[]
  readonly assignments: readonly PanelAssignment[]
  readonly scores: readonly PanelScoreRow[]
}

export const panelistsOf = (tables: ReadTables, periodId: PeriodId): readonly Panelist[] =>
  tables.panelist.where({ periodId }).toSorted((a, b) => a.position - b.position)

export const drawOf = (tables: ReadTables, periodId: PeriodId): PanelDraw | null =>
  tables.panelDraw.where({ periodId })[0] ?? null

export function requireDraw(tables: ReadTables, periodId: PeriodId): PanelDraw {
  const draw = drawOf(tables, periodId)
  if (draw === null) throw new AppError('E-PANEL-NOT-DRAWN')
  return draw
}

export function panelOf(tables: ReadTables, periodId: PeriodId): PanelRows {
  const panelists = panelistsOf(tables, periodId)
  const draw = drawOf(tables, periodId)
  if (draw === null) return { panelists, draw, cases: [], assignments: [], scores: [] }
  const cases = tables.panelCase.where({ drawId: draw.id }).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const ids = cases.map(({ id }) => id)
  return {
    panelists,
    draw,
    cases,
    assignments: tables.panelAssignment.whereIn('caseId', ids),
    scores: tables.panelScore.whereIn('caseId', ids),
  }
}

/** Whether every score the panel was asked for has been given; nothing was asked before the draw. */
export const isComplete = ({ draw, assignments, scores }: PanelRows): boolean =>
  draw !== null && scores.length >= assignments.length * draw.dimensions.length

/** The cases of one panelist, by their code. */
export function casesOf({ cases, assignments }: PanelRows, panelistId: PanelistId): ReadonlyMap<string, PanelCase> {
  const own = new Set<PanelCaseId>(
    assignments.filter((one) => one.panelistId === panelistId).map(({ caseId }) => caseId),
  )
  return new Map(cases.filter(({ id }) => own.has(id)).map((one) => [one.code, one]))
}

/** One blind score, as the calibration takes it. */
export interface PanelFigure {
  readonly employee: string
  readonly panelist: string
  readonly dimension: PanelDimension
  readonly score: number
}

/** What the panel of a period said so far, of both dimensions. */
export function panelFigures(tables: ReadTables, periodId: PeriodId): readonly PanelFigure[] {
  const { cases, scores } = panelOf(tables, periodId)
  const subjects = new Map(cases.map(({ id, subjectId }) => [id, subjectId]))
  return scores.flatMap(({ caseId, panelistId, dimension, score }) => {
    const employee = subjects.get(caseId)
    return employee === undefined ? [] : [{ employee, panelist: panelistId, dimension, score }]
  })
}
