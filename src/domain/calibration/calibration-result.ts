import type { FixedEffect, MixedWarning } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import type { ModelRefusalReason } from '#domain/statistics/model-refusal.ts'
import type { PanelVariances, PanelWarning } from '#domain/statistics/panel-model/fit-panel-model.ts'
import type { AchievementReliability } from './achievement-reliability.ts'
import type { AchievementSlope } from './achievement-slopes.ts'
import type { Ceiling, Inflation } from './agency-inflation.ts'
import type { AgendaValue } from './agenda-order.ts'
import type { CalibrationFinding } from './calibration-finding.ts'
import type { CalibrationInput } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import type { CategoryDistribution } from './category-distribution.ts'
import type { ClosenessEffect } from './closeness-effect.ts'
import type { Fallback, Psi } from './fit-ladder.ts'
import type { IndividualFigure } from './individual-evidence.ts'
import type { ReliabilityAlternative } from './reliability-sensitivity.ts'
import type { ScoreAdvice, ScoreProposal } from './score-proposals.ts'
import type { AttributeFairness } from './subgroup-fairness.ts'
import type { SupervisorHabits } from './supervisor-habits.ts'
import type { SupervisorLeniency } from './supervisor-leniency.ts'
import type { TargetDifficulty } from './target-difficulty.ts'
import type { YearJump } from './year-jump.ts'

/** What to bear in mind with the fit used. */
export type FitWarning = MixedWarning | Exclude<PanelWarning, 'starts-disagree'>

/** The model findings rest on, with its figures for who wants to check them. */
export interface CalibrationModel {
  readonly main: 'A' | 'B' | 'none'
  /** Why supervisors cannot be compared at all; null where a model was fitted. */
  readonly refusal: ModelRefusalReason | null
  /** Why it is not Model B; null where it is. */
  readonly fallback: Fallback | null
  readonly psi: Psi
  readonly logLik: number | null
  readonly fixed: readonly FixedEffect[]
  /** Variance of leniency (B) or of everything unexplained between supervisors (A), in points squared; null: no model. */
  readonly supervisorVariance: number | null
  readonly residualVariance: number | null
  /** All variances of Model B. */
  readonly panelVariances: PanelVariances | null
  readonly dropped: readonly string[]
  readonly warnings: readonly FitWarning[]
}

export interface CalibratedSupervisor extends SupervisorLeniency {
  readonly habits: SupervisorHabits
  readonly targets: TargetDifficulty
  /** How scores follow achievement inside the team; null: fewer than ten people, or nothing to compare with. */
  readonly slope: AchievementSlope | null
  /** Leniency if the achievement index were more or less reliable; empty with Model B. */
  readonly alternatives: readonly ReliabilityAlternative[]
}

export interface CalibratedCase {
  readonly employee: string
  readonly supervisor: string
  /** No achievement index: counted as average in the team. */
  readonly isAchievementMissing: boolean
  readonly proposal: ScoreProposal
  readonly advice: ScoreAdvice
  readonly individual: IndividualFigure
  readonly uncertainty: number | null
}

/** One computation: what was asked with which options, and everything it came to. Plain data: the same input gives the same bytes. */
export interface CalibrationResult {
  readonly modelVersion: string
  readonly dimension: CalibrationInput['dimension']
  readonly options: CalibrationOptions
  readonly counts: {
    readonly cases: number
    readonly scored: number
    readonly withoutScore: number
    readonly withoutAchievement: number
    /** Who gave at least one score. */
    readonly supervisors: number
  }
  readonly panel: {
    readonly scores: number
    readonly employees: number
    readonly teams: number
    readonly panelists: number
    /** Scores of people who are not rated in this period. */
    readonly unknown: number
    readonly unconnected: readonly string[]
    /** Dossiers that are missing before a panel suffices (two scores each); 0 where it does. */
    readonly missingEmployees: number
  }
  readonly model: CalibrationModel
  readonly reliability: AchievementReliability
  /** In rising order of the ids, as are cases (by supervisor, then employee). */
  readonly supervisors: readonly CalibratedSupervisor[]
  readonly cases: readonly CalibratedCase[]
  readonly lookFirst: {
    /** Places in `cases`, most conspicuous first. */
    readonly favoured: readonly number[]
    readonly penalised: readonly number[]
    readonly tested: number
    readonly hits: CalibrationOptions['individual']['hits']
  }
  readonly closeness: ClosenessEffect
  readonly jump: YearJump
  readonly fairness: readonly AttributeFairness[]
  readonly inflation: Inflation
  readonly ceiling: Ceiling
  readonly distribution: CategoryDistribution | null
  readonly agenda: readonly AgendaValue[]
  readonly findings: readonly CalibrationFinding[]
}
