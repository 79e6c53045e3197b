import type { PanelWarning } from '#domain/statistics/panel-model/fit-panel-model.ts'
import { achievementReliability } from './achievement-reliability.ts'
import { achievementSlopes } from './achievement-slopes.ts'
import { agencyInflation, scoreCeiling } from './agency-inflation.ts'
import { agendaOrder } from './agenda-order.ts'
import { type CalibrationInput, canonicalInput, type RatedCase } from './calibration-input.ts'
import { type CalibrationOptions, standardOptions } from './calibration-options.ts'
import type {
  CalibratedCase,
  CalibratedSupervisor,
  CalibrationModel,
  CalibrationResult,
  FitWarning,
} from './calibration-result.ts'
import { categoryDistribution } from './category-distribution.ts'
import { closenessEffect } from './closeness-effect.ts'
import { collectFindings } from './collect-findings.ts'
import { type FittedLadder, fitLadder } from './fit-ladder.ts'
import { individualEvidence } from './individual-evidence.ts'
import { reliabilitySensitivity } from './reliability-sensitivity.ts'
import { scoreProposals } from './score-proposals.ts'
import { subgroupFairness } from './subgroup-fairness.ts'
import { supervisorHabits } from './supervisor-habits.ts'
import { type SupervisorLeniency, supervisorLeniency } from './supervisor-leniency.ts'
import { targetDifficulty } from './target-difficulty.ts'
import type { UsablePanel } from './usable-panel.ts'
import { yearJump } from './year-jump.ts'

/** Changes whenever the same input could give another result. */
export const modelVersion = 'timbang-calibration-1'

/**
 * The calibration of one period in one dimension: how supervisors differ, what is offered to the meeting and what is not,
 * whom to look at, and everything that limits what can be said. Statistics advise, people decide; raw scores stay.
 * Input: plain records in any order (their order changes nothing, to the last bit); options: every threshold, kept with the
 * result; chance comes from `options.seed` only. Whatever the data cannot tell is a tagged answer, never NaN: the rest of
 * the result stays useful. Throws E-ARG for input that is none (see `canonicalInput`).
 * Source: calibration guide.
 * @example calibrate({ dimension: 'work-results', cases, panel: [] }).findings[0] // { code: 'no-evidence', employees: 24 }
 */
export function calibrate(given: CalibrationInput, options: CalibrationOptions = standardOptions): CalibrationResult {
  const input = canonicalInput(given)
  const { cases } = input
  const ladder = fitLadder(input, options)
  const reliability = achievementReliability(
    cases.map((one) => one.indicators),
    options.achievementReliability.value,
  )
  const leniencies = supervisorLeniency(cases, ladder, options)
  const scores = scoreProposals(cases, ladder, leniencies, options)
  const individuals = individualEvidence(cases, ladder, options)
  const counts = countsOf(cases, leniencies)
  const body = {
    modelVersion,
    dimension: input.dimension,
    options,
    counts,
    panel: panelOf(ladder.panel, counts.scored, options),
    model: modelOf(ladder),
    reliability,
    supervisors: supervisorsOf(cases, ladder, leniencies, options),
    cases: cases.map(
      (one, index): CalibratedCase => ({
        employee: one.employee,
        supervisor: one.supervisor,
        isAchievementMissing: one.achievement === null,
        proposal: scores[index]?.proposal ?? { kind: 'no-score' },
        advice: scores[index]?.advice ?? { kind: 'cannot-tell', because: 'no-data' },
        individual: individuals.figures[index] ?? { kind: 'cannot-tell', because: 'no-score' },
        uncertainty: scores[index]?.uncertainty ?? null,
      }),
    ),
    lookFirst: {
      favoured: individuals.favoured,
      penalised: individuals.penalised,
      tested: individuals.tested,
      hits: options.individual.hits,
    },
    closeness: closenessEffect(cases, options),
    jump: yearJump(cases, options),
    fairness: subgroupFairness(cases, options),
    inflation: agencyInflation(cases, ladder, options),
    ceiling: scoreCeiling(cases, options),
    distribution: categoryDistribution(cases, options),
    agenda: agendaOrder(cases, scores, individuals.figures, options),
  }
  return { ...body, findings: collectFindings(body) }
}

function countsOf(
  cases: readonly RatedCase[],
  supervisors: readonly SupervisorLeniency[],
): CalibrationResult['counts'] {
  const scored = cases.filter((one) => one.score !== null)
  return {
    cases: cases.length,
    scored: scored.length,
    withoutScore: cases.length - scored.length,
    withoutAchievement: scored.filter((one) => one.achievement === null).length,
    supervisors: supervisors.filter(({ people }) => people > 0).length,
  }
}

/** Two scores to a dossier: half as many dossiers as scores, a share of the staff, at least one in every required team. */
function panelOf(panel: UsablePanel, scored: number, options: CalibrationOptions): CalibrationResult['panel'] {
  const { scores, teams, shareOfStaff } = options.panel
  const wanted = Math.max(Math.ceil(scores / 2), teams, Math.ceil(shareOfStaff * scored))
  return {
    scores: panel.scores.length,
    employees: panel.employees,
    teams: panel.teams,
    panelists: panel.panelists,
    unknown: panel.unknown,
    unconnected: panel.unconnected,
    missingEmployees: panel.refusal === null ? 0 : Math.max(1, wanted - panel.employees),
  }
}

function modelOf({ main, modelA, modelB, fallback, psi, fixed }: FittedLadder): CalibrationModel {
  const fit = modelA.kind === 'fitted' ? modelA : null
  const base = { main, fallback, psi, fixed, refusal: modelA.kind === 'fitted' ? null : modelA.because }
  if (main === 'B' && modelB !== null)
    return {
      ...base,
      refusal: null,
      logLik: modelB.logLik,
      supervisorVariance: modelB.variance.leniency,
      residualVariance: modelB.variance.supervisorResidual,
      panelVariances: modelB.variance,
      dropped: modelB.dropped,
      warnings: modelB.warnings.filter(isFitWarning),
    }
  return {
    ...base,
    logLik: fit?.logLik ?? null,
    supervisorVariance: fit?.supervisorVariance ?? null,
    residualVariance: fit?.residualVariance ?? null,
    panelVariances: null,
    dropped: fit?.dropped ?? [],
    warnings: fit?.warnings ?? [],
  }
}

/** A fit whose starts disagree is not used, so it has nothing to warn of. */
const isFitWarning = (warning: PanelWarning): warning is FitWarning & PanelWarning => warning !== 'starts-disagree'

function supervisorsOf(
  cases: readonly RatedCase[],
  ladder: FittedLadder,
  leniencies: readonly SupervisorLeniency[],
  options: CalibrationOptions,
): readonly CalibratedSupervisor[] {
  const habits = new Map(supervisorHabits(cases, options).map((one) => [one.supervisor, one]))
  const targets = new Map(targetDifficulty(cases, options).map((one) => [one.supervisor, one]))
  const slopes = achievementSlopes(cases, options)
  const alternatives = reliabilitySensitivity(cases, ladder, options.achievementReliability.alternatives)
  return leniencies.flatMap((one) => {
    const [own, difficulty] = [habits.get(one.supervisor), targets.get(one.supervisor)]
    if (own === undefined || difficulty === undefined) return []
    const slope = slopes.get(one.supervisor) ?? null
    return [{ ...one, habits: own, targets: difficulty, slope, alternatives: alternatives.get(one.supervisor) ?? [] }]
  })
}
