import type { CalibrationFinding } from './calibration-finding.ts'
import type { CalibrationResult } from './calibration-result.ts'

type Body = Omit<CalibrationResult, 'findings'>

/**
 * The findings of a calibration in the order to read them: what limits it, supervisors, people, targets, agency, fairness,
 * assumptions.
 * @example collectFindings(result).some(({ code }) => code === 'no-evidence') // true without a panel
 */
export function collectFindings(body: Body): readonly CalibrationFinding[] {
  return [
    ...limits(body),
    ...body.supervisors.flatMap((one) => supervisorFindings(one, body.model.main === 'B')),
    ...people(body),
    ...agency(body),
    ...fairness(body),
    ...assumptions(body),
  ]
}

function limits({ model, counts, ceiling, options, panel }: Body): CalibrationFinding[] {
  const found: CalibrationFinding[] = []
  const { refusal, fallback, dropped } = model
  if (model.main === 'none' && refusal !== null) found.push({ code: 'not-fitted', because: refusal })
  if (fallback !== null && fallback.kind !== 'no-panel') found.push({ code: 'fallback', reason: fallback })
  if (model.main !== 'B' && counts.scored > 0) found.push({ code: 'no-evidence', employees: panel.missingEmployees })
  if (model.supervisorVariance === 0) found.push({ code: 'no-difference' })
  const required = options.flag.supervisors
  if (model.main !== 'none' && counts.supervisors < required)
    found.push({ code: 'few-supervisors', supervisors: counts.supervisors, required })
  if (ceiling.isHigh) found.push({ code: 'ceiling', share: ceiling.share })
  if (counts.withoutScore > 0) found.push({ code: 'without-score', people: counts.withoutScore })
  if (counts.withoutAchievement > 0) found.push({ code: 'without-achievement', people: counts.withoutAchievement })
  if (dropped.length > 0) found.push({ code: 'dropped-columns', columns: dropped })
  if (panel.unconnected.length > 0) found.push({ code: 'panelists-unconnected', panelists: panel.unconnected })
  if (panel.unknown > 0) found.push({ code: 'panel-scores-unknown', scores: panel.unknown })
  return found
}

function supervisorFindings(one: CalibrationResult['supervisors'][number], withPanel: boolean): CalibrationFinding[] {
  const { supervisor, leniency, flag, habits, targets, people } = one
  const found: CalibrationFinding[] = []
  if (flag !== null && leniency.kind === 'value') {
    const { estimate, low, high } = leniency
    found.push(
      flag.direction === 'lenient'
        ? { code: 'leniency', supervisor, points: estimate, low, high, withPanel }
        : { code: 'severity', supervisor, points: -estimate, low: -high, high: -low, withPanel },
    )
  }
  if (people === 1) found.push({ code: 'person-not-separable', supervisor })
  if (habits.isCompressed && habits.spread.kind === 'value')
    found.push({ code: 'compression', supervisor, share: habits.spread.rawRatio })
  if (habits.spread.kind === 'no-differentiation')
    found.push({ code: 'no-differentiation', supervisor, people: habits.spread.n })
  if (habits.isHalo && habits.halo.kind === 'value')
    found.push({ code: 'halo', supervisor, share: habits.halo.spreadRatio })
  if (habits.agreement.kind === 'value' && habits.agreement.value < 0 && habits.agreement.p < 0.05)
    found.push({ code: 'against-achievement', supervisor, tau: habits.agreement.value })
  if (targets.comparison?.isSoft === true) {
    const { share, elsewhere } = targets.comparison
    found.push({ code: 'soft-targets', supervisor, share, elsewhere })
  }
  return found
}

function people({ cases, lookFirst, jump }: Body): CalibrationFinding[] {
  const listed = (places: readonly number[], code: 'individual-favoured' | 'individual-penalised') =>
    places.flatMap((place): CalibrationFinding[] => {
      const one = cases[place]
      if (one?.individual.kind !== 'value') return []
      const { points, isStrong } = one.individual
      const { low: hitsLow, high: hitsHigh } = lookFirst.hits
      const { employee, supervisor } = one
      return [{ code, employee, supervisor, points: Math.abs(points), hitsLow, hitsHigh, isStrong }]
    })
  const jumps = jump.kind === 'value' ? jump.jumps.filter(({ isFlagged }) => isFlagged) : []
  return [
    ...listed(lookFirst.favoured, 'individual-favoured'),
    ...listed(lookFirst.penalised, 'individual-penalised'),
    ...jumps.map(
      ({ employee, supervisor, change, unexplained }) =>
        ({ code: 'jump', employee, supervisor, change, unexplained }) as const,
    ),
  ]
}

function agency({ closeness, inflation }: Body): CalibrationFinding[] {
  const found: CalibrationFinding[] = []
  if (closeness.kind === 'value') {
    const { estimate, low, high } = closeness
    if (low > 0 || high < 0) found.push({ code: 'closeness', points: estimate, low, high })
    for (const one of closeness.supervisors)
      if (one.isFlagged) found.push({ code: 'closeness-supervisor', supervisor: one.supervisor, points: one.estimate })
  }
  if (inflation.kind === 'against-panel') {
    const { points, low, high } = inflation
    found.push({ code: 'inflation', points, low, high })
  }
  if (inflation.kind === 'against-targets' && inflation.difference > 0) {
    const { topShare, reachedShare } = inflation
    found.push({ code: 'inflation-hint', topShare, reachedShare })
  }
  return found
}

function fairness({ fairness: attributes }: Body): CalibrationFinding[] {
  return attributes.flatMap(({ attribute, reference, groups }) =>
    groups.flatMap((one): CalibrationFinding[] => {
      if (one.kind !== 'shown') return []
      const found: CalibrationFinding[] = []
      if (one.gap !== null && reference !== null && (one.gap.low > 0 || one.gap.high < 0)) {
        const { estimate: points, low, high } = one.gap
        found.push({ code: 'subgroup-gap', attribute, group: one.group, reference, points, low, high })
      }
      const comparison = one.impact?.kind === 'value' ? one.impact.comparison : null
      if (one.impact?.kind === 'value' && comparison?.flagged === true) {
        const { ratio } = one.impact
        found.push({ code: 'subgroup-impact', attribute, group: one.group, reference: comparison.reference, ratio })
      }
      return found
    }),
  )
}

function assumptions({ model, reliability, counts }: Body): CalibrationFinding[] {
  const isAssumed = model.main === 'A' && model.psi.source === 'assumed'
  const isUsed = model.main !== 'none' && counts.withoutAchievement < counts.scored
  return [
    ...(isAssumed ? [{ code: 'psi-assumed', psi: model.psi.value } as const] : []),
    ...(isUsed && reliability.kind === 'assumed'
      ? [{ code: 'reliability-assumed', reliability: reliability.value } as const]
      : []),
  ]
}
