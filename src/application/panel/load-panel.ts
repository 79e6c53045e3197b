import { calibrationInputOf } from '#application/calibration/calibration-input-of.ts'
import { type RatingSources, readRatings } from '#application/calibration/read-ratings.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { canonicalInput } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { fitLadder } from '#domain/calibration/fit-ladder.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import { groupsOf } from '#domain/panel/deal-dossiers.ts'
import { scoreAgreement } from '#domain/panel/score-agreement.ts'
import { type AdvisedVariances, advisedVariances, typicalVariances } from '#domain/panel/size-advice.ts'
import { closeAssignments, listedPeople } from './draw-panel.ts'
import { isComplete, panelOf } from './panel-of.ts'

/** The panel of a period as anybody may see it: who, how many, how far. Neither who is behind a code nor any score. */
export function loadPanel(tables: ReadTables, periodId: PeriodId) {
  const period = tables.period.require(periodId)
  const rows = panelOf(tables, periodId)
  const { panelists, draw, assignments, scores } = rows
  const named = tables.user.count() > 0
  const ballots = draw === null ? [] : tables.ballot.where({ drawId: draw.id })
  const given = scores.map(({ caseId, panelistId }) => ({ employee: caseId, panelist: panelistId }))
  const teams = new Map(listedPeople(tables, period).map(({ employee, team }) => [employee, team]))
  return {
    panelists: panelists.map(({ id, name, userId, employeeId }) => ({
      id,
      name,
      userId,
      employeeId,
      /** Whether the dossiers can be opened on this laptop. */
      opensHere: named ? userId !== null : true,
      needsPin: named && userId !== null,
      dossiers: assignments.filter((one) => one.panelistId === id).length,
      scores: scores.filter((one) => one.panelistId === id).length,
      ballots: ballots
        .filter((one) => one.panelistId === id)
        .map(({ id: ballot, format, issuedAt, mergedAt }) => ({ id: ballot, format, issuedAt, mergedAt })),
    })),
    draw:
      draw === null
        ? null
        : {
            seed: draw.seed,
            listed: draw.listed,
            dossiers: draw.dossiers,
            perDossier: draw.perDossier,
            dimensions: [...draw.dimensions],
            drawnAt: draw.drawnAt,
            teams: new Set(rows.cases.map(({ subjectId }) => teams.get(subjectId) ?? '')).size,
            unavoidable: closeAssignments(tables, period),
            asked: assignments.length * draw.dimensions.length,
            given: scores.length,
            /** Groups of panelists who have scored and share no dossier; 1: they can be compared. */
            groups: groupsOf(given),
            complete: isComplete(rows),
          },
    people: teams.size,
    teams: new Set(teams.values()).size,
  }
}

/**
 * What the advice about the size of a panel rests on: how many people each supervisor has, and the variances of the
 * calibration of this period, or typical ones where nobody has been scored yet.
 */
export async function panelAdvice(sources: RatingSources, periodId: PeriodId) {
  const { tables } = sources.workspace
  const period = tables.period.require(periodId)
  const sizes = new Map<string, number>()
  for (const { team } of listedPeople(tables, period)) sizes.set(team, (sizes.get(team) ?? 0) + 1)
  const variances = await knownVariances(sources, periodId)
  return { teams: [...sizes.values()].toSorted((a, b) => a - b), ...variances }
}

interface KnownVariances {
  readonly variances: AdvisedVariances
  readonly required: { readonly scores: number; readonly teams: number }
}

async function knownVariances(sources: RatingSources, periodId: PeriodId): Promise<KnownVariances> {
  const { panel, singleRaterReliability } = standardOptions
  const required = { scores: panel.scores, teams: panel.teams }
  const input = calibrationInputOf(await readRatings(sources, periodId), 'work-results')
  const { main, modelA, modelB, psi } = fitLadder(canonicalInput(input), standardOptions)
  const fitted = modelA.kind === 'fitted' ? modelA : null
  if (main === 'none') return { variances: typicalVariances, required }
  const model = {
    psi,
    panelVariances: modelB?.variance ?? null,
    supervisorVariance: fitted?.supervisorVariance ?? null,
    residualVariance: fitted?.residualVariance ?? null,
  }
  return { variances: advisedVariances(model, singleRaterReliability), required }
}

/** How far panelists agree, in each dimension they were asked for. For those who do not score. */
export function panelAgreement(tables: ReadTables, periodId: PeriodId) {
  const { scoring } = tables.period.require(periodId)
  const { draw, scores, cases, panelists } = panelOf(tables, periodId)
  const codes = new Map(cases.map(({ id, code }) => [id, code]))
  return {
    names: Object.fromEntries(panelists.map(({ id, name }) => [id, name])) as Record<string, string>,
    dimensions: (draw?.dimensions ?? []).map((dimension) => {
      const { meets, above } = dimension === 'behaviour' ? scoring.behaviourBands : scoring.workBands
      const given = scores
        .filter((one) => one.dimension === dimension)
        .map((one) => ({ subject: codes.get(one.caseId) ?? '', rater: one.panelistId as string, score: one.score }))
      return { dimension, agreement: scoreAgreement(given, [meets, above]), given }
    }),
  }
}
