import { cholesky, logDeterminant } from '#domain/statistics/numeric/cholesky.ts'
import { addScaled } from '#domain/statistics/numeric/vector.ts'
import type { PanelSums, Pattern, TeamGroup, TeamPart } from './panel-sums.ts'

/** The five variances of Model B relative to a common one. */
export interface RelativeVariances {
  readonly leniency: number
  readonly team: number
  readonly employee: number
  readonly supervisorResidual: number
  readonly panelResidual: number
}

/** Beyond this one source scatters a millionth as much as the other: as good as not at all, and digits would be lost. */
const mostBalance = 14

/** Whether the search's balance says that one of the sources does not scatter at all. */
export function isAtBalanceEnd(at: readonly number[]): boolean {
  return Math.abs(at[3] ?? 0) >= mostBalance
}

/**
 * The search's parameters as variances: three standard deviations relative to the mean residual variance, and the balance
 * of the two residual variances as a logit. The sign of a deviation does not count, so zero is an ordinary point.
 */
export function relativeVariances(at: readonly number[]): RelativeVariances {
  const [leniency = 0, team = 0, employee = 0, parameter = 0] = at
  const balance = Math.max(-mostBalance, Math.min(mostBalance, parameter))
  const panelShare = 1 / (1 + Math.exp(-balance))
  return {
    leniency: leniency ** 2,
    team: team ** 2,
    employee: employee ** 2,
    supervisorResidual: 2 / (1 + Math.exp(balance)),
    panelResidual: 2 * panelShare,
  }
}

/** What eliminating an employee leaves, for all employees of one pattern. */
export interface PatternWeights {
  /** Precision of the supervisor rows, of the panel rows: weight over variance. */
  readonly supervisorPrecision: number
  readonly panelPrecision: number
  /** 1 + employee variance × total precision. */
  readonly shrink: number
  /** Coefficients of mean rows: supervisor with supervisor, with panel, panel with panel. */
  readonly supervisor: number
  readonly across: number
  readonly panel: number
}

/** The weights of a pattern; written without differences of near-equal figures. */
export function patternWeights(pattern: Pattern, variances: RelativeVariances): PatternWeights {
  const supervisorPrecision = pattern.supervisorWeight / variances.supervisorResidual
  const panelPrecision = pattern.panelWeight / variances.panelResidual
  const shrink = 1 + variances.employee * (supervisorPrecision + panelPrecision)
  return {
    supervisorPrecision,
    panelPrecision,
    shrink,
    supervisor: (supervisorPrecision * (1 + variances.employee * panelPrecision)) / shrink,
    across: (-variances.employee * supervisorPrecision * panelPrecision) / shrink,
    panel: (panelPrecision * (1 + variances.employee * supervisorPrecision)) / shrink,
  }
}

/** The rank-2 block of a team: K = U'A⁻¹U and H = (I + GK)⁻¹G, both symmetric, and ln det(I + GK). */
export interface TeamBlock {
  readonly k11: number
  readonly k12: number
  readonly k22: number
  readonly h11: number
  readonly h12: number
  readonly h22: number
  readonly logDeterminant: number
}

/** The block of a team; valid when variances are zero. */
export function teamBlock(
  parts: readonly TeamPart[],
  weights: readonly PatternWeights[],
  variances: RelativeVariances,
): TeamBlock {
  let k11 = 0
  let k12 = 0
  let k22 = 0
  for (const part of parts) {
    const weight = weights[part.pattern]
    if (weight === undefined) continue
    k11 += part.employees * weight.supervisor
    k12 += (part.employees * weight.supervisorPrecision) / weight.shrink
    k22 += (part.employees * (weight.supervisorPrecision + weight.panelPrecision)) / weight.shrink
  }
  const { leniency, team } = variances
  const determinant = 1 + leniency * k11 + team * k22 + leniency * team * (k11 * k22 - k12 ** 2)
  return {
    k11,
    k12,
    k22,
    h11: (leniency * (1 + team * k22)) / determinant,
    h12: (-leniency * team * k12) / determinant,
    h22: (team * (1 + leniency * k11)) / determinant,
    logDeterminant: Math.log(determinant),
  }
}

/** U'A⁻¹[X y] of a team: the supervisor row into the first, all rows into the second vector. */
export function teamVectors(
  parts: readonly TeamPart[],
  weights: readonly PatternWeights[],
  supervisor: Float64Array,
  all: Float64Array,
): void {
  supervisor.fill(0)
  all.fill(0)
  const width = supervisor.length
  for (const part of parts) {
    const weight = weights[part.pattern]
    if (weight === undefined) continue
    addScaled(supervisor, 0, part.supervisor, 0, width, weight.supervisor)
    addScaled(supervisor, 0, part.panel, 0, width, weight.across)
    addScaled(all, 0, part.supervisor, 0, width, weight.supervisorPrecision / weight.shrink)
    addScaled(all, 0, part.panel, 0, width, weight.panelPrecision / weight.shrink)
  }
}

/** X'V⁻¹X with the response, factored, and ln|V|, both relative to the common variance. */
export interface FactoredPanel {
  readonly variances: RelativeVariances
  readonly weights: readonly PatternWeights[]
  readonly factor: Float64Array
  readonly logSpread: number
}

/**
 * Eliminates employees, then teams, at one setting of the variances (calibration guide 3.1). Null where the figures leave
 * the range of numbers.
 */
export function factorPanel(sums: PanelSums, variances: RelativeVariances): FactoredPanel | null {
  const { width } = sums
  const square = width * width
  const matrix = new Float64Array(square)
  addScaled(matrix, 0, sums.withinSupervisor, 0, square, 1 / variances.supervisorResidual)
  addScaled(matrix, 0, sums.withinPanel, 0, square, 1 / variances.panelResidual)
  let logSpread =
    sums.supervisorRows * Math.log(variances.supervisorResidual) +
    sums.panelRows * Math.log(variances.panelResidual) -
    sums.logWeights
  const weights = sums.patterns.map((pattern) => patternWeights(pattern, variances))
  sums.patterns.forEach((pattern, index) => {
    const weight = weights[index]
    if (weight === undefined) return
    addScaled(matrix, 0, pattern.supervisor, 0, square, weight.supervisor)
    addScaled(matrix, 0, pattern.across, 0, square, weight.across)
    addScaled(matrix, 0, pattern.panel, 0, square, weight.panel)
    logSpread += pattern.employees * Math.log(weight.shrink)
  })
  const supervisor = new Float64Array(width)
  const all = new Float64Array(width)
  for (const group of sums.groups) {
    const parts = sums.teams[group.teams[0] ?? 0] ?? []
    const block = teamBlock(parts, weights, variances)
    logSpread += group.teams.length * block.logDeterminant
    if (group.products !== null) {
      takeOffGroup(matrix, group, parts, weights, block)
      continue
    }
    for (const team of group.teams) {
      teamVectors(sums.teams[team] ?? [], weights, supervisor, all)
      takeOff(matrix, width, supervisor, all, block)
    }
  }
  return cholesky(matrix, width) ? { variances, weights, factor: matrix, logSpread } : null
}

/** The same for all teams of a group at once, from the sums of their cross products. */
function takeOffGroup(
  matrix: Float64Array,
  group: TeamGroup,
  parts: readonly TeamPart[],
  weights: readonly PatternWeights[],
  { h11, h12, h22 }: TeamBlock,
): void {
  // Each vector enters U'A⁻¹[X y] twice: into the supervisor row by the first, into all rows by the second figure.
  const shares = group.vectors.map(({ part, isSupervisor }) => {
    const weight = weights[parts[part]?.pattern ?? -1]
    if (weight === undefined) return [0, 0] as const
    return isSupervisor
      ? ([weight.supervisor, weight.supervisorPrecision / weight.shrink] as const)
      : ([weight.across, weight.panelPrecision / weight.shrink] as const)
  })
  let pair = 0
  shares.forEach(([s1, a1], k) => {
    for (let l = 0; l <= k; l += 1) {
      const [s2, a2] = shares[l] ?? [0, 0]
      const product = group.products?.[pair]
      pair += 1
      const factor = h11 * s1 * s2 + h12 * (s1 * a2 + a1 * s2) + h22 * a1 * a2
      if (product !== undefined) addScaled(matrix, 0, product, 0, matrix.length, -factor)
    }
  })
}

/** matrix −= [s a] H [s a]', lower triangle: the innermost loop of Model B, one pass over the triangle. */
function takeOff(
  matrix: Float64Array,
  width: number,
  supervisor: Float64Array,
  all: Float64Array,
  { h11, h12, h22 }: TeamBlock,
): void {
  for (let i = 0; i < width; i += 1) {
    const s = supervisor[i] as number
    const a = all[i] as number
    const first = h11 * s + h12 * a
    const second = h12 * s + h22 * a
    const row = i * width
    for (let j = 0; j <= i; j += 1)
      matrix[row + j] = (matrix[row + j] as number) - first * (supervisor[j] as number) - second * (all[j] as number)
  }
}

/** Degrees of freedom of the residual: rows minus columns. */
export function panelDegrees(sums: PanelSums): number {
  return sums.rows - sums.width + 1
}

/** −2 restricted log likelihood of a setting with the common variance profiled out; infinite where it has none. */
export function panelCost(sums: PanelSums, at: readonly number[]): number {
  const outside = at.some((x) => !(Math.abs(x) <= 1e4))
  const factored = outside ? null : factorPanel(sums, relativeVariances(at))
  if (factored === null) return Number.POSITIVE_INFINITY
  const { width } = sums
  const degrees = panelDegrees(sums)
  const left = (factored.factor[width * width - 1] as number) ** 2
  return (
    factored.logSpread +
    logDeterminant(factored.factor, width, 0, width - 1) +
    degrees * (1 + Math.log((2 * Math.PI * left) / degrees))
  )
}
