import { AppError } from '#domain/app-error.ts'
import type { CalibrationModel } from '#domain/calibration/calibration-result.ts'
import type { PanelVariances } from '#domain/statistics/panel-model/fit-panel-model.ts'

/** Variances the advice rests on, and where they come from. */
export interface AdvisedVariances extends PanelVariances {
  readonly source: 'panel' | 'without-panel' | 'typical'
}

/**
 * What an office typically shows once achievement is taken into account, in squared points: leniency 4 points, teams 1.7,
 * people 3, a supervisor's scatter 3.7, a panelist's 4.1 (Model B on the simulator of calibration guide 6.1 at a
 * reliability of achievement of .7; a test holds them against it).
 */
export const typicalVariances: AdvisedVariances = {
  leniency: 16,
  team: 3,
  employee: 9,
  supervisorResidual: 13.5,
  panelResidual: 16.5,
  source: 'typical',
}

/** What of a calibration's model the advice looks at. */
type AdvisedModel = Pick<CalibrationModel, 'psi' | 'panelVariances' | 'supervisorVariance' | 'residualVariance'>

/**
 * The variances of a calibration as the advice needs them. Of Model B its own. Of Model A: the share psi of the difference
 * between teams is leniency; of what is left, the typical agreement of two raters is the person, the rest scatter, and a
 * panelist scatters like a supervisor (calibration guide 2.3 and 3.2). Neither fitted, or without difference: typical ones.
 * @example advisedVariances({ …, panelVariances: null, supervisorVariance: 10, residualVariance: 20 }, 0.52).leniency // 7
 */
export function advisedVariances(model: AdvisedModel | null, singleRaterReliability: number): AdvisedVariances {
  if (model?.panelVariances) return { ...model.panelVariances, source: 'panel' }
  const between = model?.supervisorVariance ?? 0
  const within = model?.residualVariance ?? 0
  if (model === null || between <= 0 || within <= 0) return typicalVariances
  const scatter = (1 - singleRaterReliability) * within
  return {
    leniency: model.psi.value * between,
    team: (1 - model.psi.value) * between,
    employee: singleRaterReliability * within,
    supervisorResidual: scatter,
    panelResidual: scatter,
    source: 'without-panel',
  }
}

/**
 * How well a panel of `dossiers` will tell the leniency of a supervisor: half the width of the 90 % interval, in points,
 * over supervisors on average (the root of their mean variance). 0 dossiers: without any panel.
 * Input: how many rated people each supervisor has; dossiers spread over teams in proportion (systematic sampling), so
 * that a team gets the whole number below or above its share; `perDossier` scores to a dossier.
 * Computed from Model B with known variances: for each team the 2×2 covariance of (leniency, quality) given its rows,
 * (G⁻¹ + K)⁻¹, plus what not knowing the two general levels adds. Covariates and the panelists' own levels are left out;
 * they add a few per cent.
 * Throws E-ARG: no team, a team of nobody, more dossiers than people, a variance that is not above zero for a scatter.
 * Source: calibration guide 3.1 (prediction error variance); Henderson 1975.
 * @example leniencyPrecision([10, 10, 10], 24, 2, typicalVariances) // about 4.5
 */
export function leniencyPrecision(
  teams: readonly number[],
  dossiers: number,
  perDossier: number,
  variances: PanelVariances,
): number {
  const people = teams.reduce((sum, size) => sum + size, 0)
  const isSound = variances.supervisorResidual > 0 && variances.panelResidual > 0 && variances.employee >= 0
  if (teams.length === 0 || teams.some((size) => size < 1) || dossiers < 0 || dossiers > people || !isSound)
    throw new AppError('E-ARG')
  if (variances.leniency <= 0) return 0
  const parts = teams.flatMap((size) => {
    const share = (dossiers * size) / people
    const below = Math.min(size, Math.floor(share))
    const above = share - below
    return [
      { weight: 1 - above, size, scored: below },
      { weight: above, size, scored: Math.min(size, below + 1) },
    ].filter(({ weight }) => weight > 0)
  })
  const informed = parts.map((part) => {
    const k = informationOf(part.size, part.scored, perDossier, variances)
    // M = (K⁻¹ + G)⁻¹ = K (I + GK)⁻¹: the information on the two levels, with leniency and quality unknown.
    const m = times(k, inverse(plusIdentity(times(diagonal(variances), k))))
    return { ...part, m }
  })
  const levels = informed.reduce<Square>((sum, { m, weight }) => plus(sum, m, weight), [0, 0, 0, 0])
  // Without any panel score the second level (the panel's) does not exist.
  const levelsCovariance = dossiers === 0 ? ([1 / levels[0], 0, 0, 0] as const) : inverse(levels)
  const mean = informed.reduce(
    (sum, { m, weight }) => sum + weight * errorOf(m, levelsCovariance, variances.leniency),
    0,
  )
  return standardNormal95 * Math.sqrt(mean / teams.length)
}

/** 2×2 by rows: leniency (of the supervisor's rows) and quality (of all rows). */
type Square = readonly [number, number, number, number]

/** The 95th percentile of the standard normal distribution: 90 % of it lie within. */
const standardNormal95 = 1.6448536269514722

/** U'A⁻¹U of a team: `scored` people with panel scores, the others with the supervisor's only. */
function informationOf(size: number, scored: number, perDossier: number, v: PanelVariances): Square {
  const alone = 1 / (v.employee + v.supervisorResidual)
  const own = 1 / v.supervisorResidual
  const panel = perDossier / v.panelResidual
  const shrink = v.employee / (1 + v.employee * (own + panel))
  const [leniency, both, quality] = [
    own - shrink * own * own,
    own - shrink * own * (own + panel),
    own + panel - shrink * (own + panel) ** 2,
  ]
  const rest = size - scored
  return [
    rest * alone + scored * leniency,
    rest * alone + scored * both,
    rest * alone + scored * both,
    rest * alone + scored * quality,
  ]
}

/** var(b) − c'V⁻¹c + (X'V⁻¹c)' V_beta (X'V⁻¹c), where c = var(b) × the leniency column. */
function errorOf(m: Square, levels: Square, leniency: number): number {
  const [first, second] = [leniency * m[0], leniency * m[2]]
  const known = leniency - leniency * leniency * m[0]
  return known + first * first * levels[0] + first * second * (levels[1] + levels[2]) + second * second * levels[3]
}

const diagonal = ({ leniency, team }: PanelVariances): Square => [leniency, 0, 0, team]
const plusIdentity = ([a, b, c, d]: Square): Square => [a + 1, b, c, d + 1]
const plus = (a: Square, b: Square, weight: number): Square => [
  a[0] + weight * b[0],
  a[1] + weight * b[1],
  a[2] + weight * b[2],
  a[3] + weight * b[3],
]
const times = (a: Square, b: Square): Square => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
]

function inverse([a, b, c, d]: Square): Square {
  const determinant = a * d - b * c
  return [d / determinant, -b / determinant, -c / determinant, a / determinant]
}
