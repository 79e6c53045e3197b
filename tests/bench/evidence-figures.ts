import { calibrate } from '#domain/calibration/calibrate.ts'
import type { CalibrationOptions } from '#domain/calibration/calibration-options.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { fitModelA } from '#domain/statistics/model-a.ts'
import { areaPart, distanceFromTruth, meanOf, meanPart, type Part, sharePart } from './evidence-measures.ts'
import { scoresByAchievement, scoresByForcedRank, scoresBySupervisorZ, scoresTeamCentred } from './naive-methods.ts'
import type { SimulatedAgency } from './simulate.ts'
import { simulatedInput } from './simulated-input.ts'

/**
 * What the guide's table leaves open, fixed here and printed with it. A supervisor counts as truly lenient (severe) from one
 * standard deviation of leniency on, 4 points from the agency's mean; a flag is false when the true leniency is less than 1
 * point in its direction. Halo and compression: the true figure beyond 0.7.
 */
export const truthLimits = {
  lenient: 4,
  lenientStrict: 3,
  falseBelow: 1,
  falseBelowStrict: 2,
  halo: 0.7,
  slope: 0.7,
} as const

/** Supervisors of fewer people are never tested (guide 5: leniency needs three). */
const fewestTested = standardOptions.evidence.people

export type Parts = Readonly<Record<string, Part>>

/** How the scores that count as ours are made, so that a control can put something worse in their place. */
export interface OurMethod {
  readonly options: CalibrationOptions
  /** Scores instead of those with leniency taken out; left out: ours. */
  readonly scores?: (agency: SimulatedAgency) => readonly number[]
}

export const asShipped: OurMethod = { options: standardOptions }

/** Everything the table asks of one agency without a panel: Model A, and the naive methods beside it. */
export function figuresWithoutPanel(agency: SimulatedAgency, method: OurMethod = asShipped): Parts {
  const { employees } = agency
  const result = calibrate(simulatedInput(agency), method.options)
  const truth = employees.map((one) => one.truth)
  const raw = employees.map((one) => one.score)
  const unit = distanceFromTruth(raw, truth)
  const against = (scores: readonly number[]) => meanPart(distanceFromTruth(scores, truth) / unit)
  const figures = casesInOrder(agency, result).map(({ individual }) =>
    individual.kind === 'value' ? individual : null,
  )
  const isFavoured = employees.map((one) => one.favour > 0)
  const ours = method.scores?.(agency) ?? leniencyOut(agency, result)
  return {
    raw: meanPart(unit),
    'A K1': against(ours),
    'A K1 with abstention': against(method.scores?.(agency) ?? proposals(agency, result)),
    'share without a proposal': sharePart(result.cases.map(({ proposal }) => proposal.kind !== 'proposed')),
    'A K1, psi 1': against(wholeEffectOut(agency)),
    'z per supervisor': against(scoresBySupervisorZ(employees)),
    'forced rank': against(scoresByForcedRank(employees)),
    'team-centred': against(scoresTeamCentred(employees)),
    'achievement only': against(
      scoresByAchievement(
        employees.map((one) => one.achievement),
        truth,
      ),
    ),
    'top fifth, raw': topFifth(raw, truth),
    'top fifth, A K1': topFifth(ours, truth),
    'top fifth, z': topFifth(scoresBySupervisorZ(employees), truth),
    favoured: areaPart(
      figures.map((figure) => figure?.z ?? 0),
      isFavoured,
    ),
    'favoured, with closeness': areaPart(
      figures.map((figure) => figure?.order ?? 0),
      isFavoured,
    ),
    'look-first hits': hitsOf(agency, result),
    'closeness effect': result.closeness.kind === 'value' ? meanPart(result.closeness.estimate) : { sum: 0, weight: 0 },
    ...supervisorFigures(agency, result, 'A'),
    ...habitFigures(agency, result),
  }
}

/** The same with a panel, for Model B; the panel's share is part of the names. */
export function figuresWithPanel(agency: SimulatedAgency, method: OurMethod = asShipped): Parts {
  const { employees, scenario } = agency
  const result = calibrate(simulatedInput(agency), method.options)
  if (result.model.main !== 'B') throw new Error(`Model B was not the main model: ${result.model.fallback?.kind}`)
  const name = `B ${Math.round(100 * scenario.panelShare)}%`
  const truth = employees.map((one) => one.truth)
  const unit = distanceFromTruth(
    employees.map((one) => one.score),
    truth,
  )
  const against = (scores: readonly number[]) => meanPart(distanceFromTruth(scores, truth) / unit)
  const advice = casesInOrder(agency, result).map((one) => (one.advice.kind === 'value' ? one.advice.score : 0))
  const ours = method.scores?.(agency) ?? leniencyOut(agency, result)
  const inflation = result.inflation.kind === 'against-panel' ? result.inflation.points : 0
  const error = inflation - trueInflation(agency)
  return {
    [`${name} K1`]: against(ours),
    [`${name} K1 with abstention`]: against(method.scores?.(agency) ?? proposals(agency, result)),
    [`${name} K2`]: against(advice),
    [`${name} inflation error`]: meanPart(error),
    [`${name} inflation error squared`]: meanPart(error ** 2),
    ...supervisorFigures(agency, result, name),
  }
}

/** Points that supervisors give too many on average, favours included, beyond what panelists do. */
function trueInflation({ supervisors, employees, severities }: SimulatedAgency): number {
  const leniencies = new Map(supervisors.map(({ id, leniency }) => [id, leniency]))
  const added = employees.map(({ supervisor, favour }) => (leniencies.get(supervisor) ?? 0) + favour)
  return meanOf(added) - meanOf(severities)
}

/** Results come sorted; the agency's order is that of its employees. */
function casesInOrder(agency: SimulatedAgency, result: CalibrationResult) {
  const found = new Map(result.cases.map((one) => [one.employee, one]))
  return agency.employees.flatMap((one) => found.get(one.id) ?? [])
}

/** What the screen would offer: with rounding, limits, and nothing where there is not enough evidence. */
function proposals(agency: SimulatedAgency, result: CalibrationResult): readonly number[] {
  return casesInOrder(agency, result).map(({ proposal }) => {
    if (proposal.kind === 'proposed') return proposal.score
    return proposal.kind === 'unchanged' ? proposal.raw : 0
  })
}

/**
 * The estimated leniency taken out of everybody's score. The product takes out nothing where evidence is thin (see
 * `proposals`), which costs accuracy in an agency full of tiny teams and is right all the same.
 */
function leniencyOut(agency: SimulatedAgency, result: CalibrationResult): readonly number[] {
  const effects = new Map(
    result.supervisors.map(({ supervisor, leniency }) => [
      supervisor,
      leniency.kind === 'value' ? leniency.estimate : 0,
    ]),
  )
  return agency.employees.map(({ supervisor, score }) => score - (effects.get(supervisor) ?? 0))
}

/** The engine check of the table: all of Model A's effect counted as leniency, without rules or rounding. */
function wholeEffectOut({ employees }: SimulatedAgency): readonly number[] {
  const people = employees.map(({ supervisor, score, achievement }) => ({
    supervisor,
    score,
    achievement,
    family: null,
  }))
  const fit = fitModelA(people)
  if (fit.kind !== 'fitted') throw new Error(fit.because)
  const effects = new Map(fit.supervisors.map((one) => [one.supervisor, one.estimate]))
  return employees.map((one) => one.score - (effects.get(one.supervisor) ?? 0))
}

function supervisorFigures(agency: SimulatedAgency, result: CalibrationResult, name: string): Parts {
  const mean = meanOf(agency.supervisors.map((one) => one.leniency))
  const truths = new Map(agency.supervisors.map((one) => [one.id, one.leniency - mean]))
  const rows = result.supervisors.flatMap(({ supervisor, leniency, flag, people }) =>
    leniency.kind === 'value' ? [{ truth: truths.get(supervisor) ?? 0, leniency, flag, people }] : [],
  )
  const flagged = rows.flatMap(({ truth, flag }) =>
    flag === null ? [] : [flag.direction === 'lenient' ? truth : -truth],
  )
  const isFound = ({ truth, flag }: (typeof rows)[number]) =>
    flag !== null && (flag.direction === 'lenient') === truth > 0
  const deserving = rows.filter(({ truth }) => Math.abs(truth) >= truthLimits.lenient)
  return {
    [`${name} lenient`]: areaPart(
      rows.map(({ leniency }) => leniency.estimate),
      rows.map(({ truth }) => truth >= truthLimits.lenient),
    ),
    [`${name} false flags`]: sharePart(flagged.map((truth) => truth < truthLimits.falseBelow)),
    [`${name} power`]: sharePart(deserving.filter(({ people }) => people >= fewestTested).map(isFound)),
    [`${name} power, all`]: sharePart(deserving.map(isFound)),
    [`${name} power, strict`]: sharePart(
      rows.filter(({ truth }) => Math.abs(truth) >= truthLimits.lenientStrict).map(isFound),
    ),
    [`${name} false flags, strict`]: sharePart(flagged.map((truth) => truth < truthLimits.falseBelowStrict)),
    [`${name} coverage`]: sharePart(rows.map(({ truth, leniency }) => leniency.low <= truth && truth <= leniency.high)),
  }
}

function habitFigures(agency: SimulatedAgency, result: CalibrationResult): Parts {
  const truths = new Map(agency.supervisors.map((one) => [one.id, one]))
  const rows = result.supervisors.flatMap(({ supervisor, habits }) => {
    const truth = truths.get(supervisor)
    return truth === undefined ? [] : [{ truth, ...habits }]
  })
  const halos = rows.flatMap(({ truth, halo }) =>
    halo.kind === 'value' ? [{ narrow: -halo.spreadRatio, is: truth.halo > truthLimits.halo }] : [],
  )
  const spreads = rows.flatMap(({ truth, spread }) =>
    spread.kind === 'value' ? [{ narrow: -spread.rawRatio, is: truth.slope < truthLimits.slope }] : [],
  )
  const area = (found: readonly { readonly narrow: number; readonly is: boolean }[]) =>
    areaPart(
      found.map(({ narrow }) => narrow),
      found.map(({ is }) => is),
    )
  return { halo: area(halos), compression: area(spreads) }
}

/** Of the people listed as perhaps favoured, how many are. */
function hitsOf(agency: SimulatedAgency, result: CalibrationResult): Part {
  const favours = new Map(agency.employees.map((one) => [one.id, one.favour]))
  return sharePart(
    result.lookFirst.favoured.map((place) => (favours.get(result.cases[place]?.employee ?? '') ?? 0) > 0),
  )
}

/** Of the truly best fifth, how many are among the best fifth of the scores. */
function topFifth(scores: readonly number[], truth: readonly number[]): Part {
  const best = (figures: readonly number[]) =>
    new Set(
      figures
        .map((figure, place) => ({ figure, place }))
        .toSorted((a, b) => b.figure - a.figure)
        .slice(0, Math.round(figures.length / 5))
        .map(({ place }) => place),
    )
  const found = best(scores)
  return sharePart([...best(truth)].map((place) => found.has(place)))
}
