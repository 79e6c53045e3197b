import type { CalibratedCase, CalibratedSupervisor, CalibrationResult } from './calibration-result.ts'
import type { Psi } from './fit-ladder.ts'

/** What one result comes to, in a few figures. */
export interface ResultSummary {
  readonly main: CalibrationResult['model']['main']
  readonly psi: Psi
  readonly flagged: number
  /** Cases with a proposal, and cases that stay because the evidence does not suffice. */
  readonly proposed: number
  readonly unchanged: number
}

/** A supervisor on one side; null: not in that result. */
export interface SupervisorSide {
  readonly estimate: number | null
  readonly isFlagged: boolean
}

export interface SupervisorDifference {
  readonly supervisor: string
  readonly before: SupervisorSide | null
  readonly after: SupervisorSide | null
}

/** A case whose proposal differs. Scores are what would be offered; what stays as it is has its raw score. */
export interface CaseDifference {
  readonly employee: string
  readonly supervisor: string
  readonly raw: number | null
  readonly before: number | null
  readonly after: number | null
  /** Place of the level of that score, from 0; null: no score on that side. */
  readonly levelBefore: number | null
  readonly levelAfter: number | null
}

export interface ResultComparison {
  readonly before: ResultSummary
  readonly after: ResultSummary
  /** Largest difference first; estimates that differ by less than a twentieth of a point are the same. */
  readonly supervisors: readonly SupervisorDifference[]
  /** Those in another level first, then by how far the proposal moves. */
  readonly cases: readonly CaseDifference[]
  readonly changed: { readonly proposals: number; readonly levels: number; readonly flags: number }
  /** Whether in the second result the order inside every team is that of the raw scores. */
  readonly orderKept: boolean
}

/** Points below which two estimates are shown as the same figure. */
const visible = 0.05

/**
 * What other options would change: supervisors, proposals, levels and flags, side by side. Both results are of the same
 * period and dimension; people are told apart by supervisor and employee.
 * @example compareResults(stored, branch).changed // { proposals: 12, levels: 1, flags: 1 }
 */
export function compareResults(before: CalibrationResult, after: CalibrationResult): ResultComparison {
  const supervisors = supervisorDifferences(before.supervisors, after.supervisors)
  const cases = caseDifferences(before, after)
  return {
    before: summaryOf(before),
    after: summaryOf(after),
    supervisors,
    cases,
    changed: {
      proposals: cases.length,
      levels: cases.filter(changesLevel).length,
      flags: supervisors.filter((one) => one.before?.isFlagged !== one.after?.isFlagged).length,
    },
    orderKept: isOrderKept(after.cases),
  }
}

function summaryOf({ model, supervisors, cases }: CalibrationResult): ResultSummary {
  const count = (kind: CalibratedCase['proposal']['kind']) =>
    cases.filter(({ proposal }) => proposal.kind === kind).length
  return {
    main: model.main,
    psi: model.psi,
    flagged: supervisors.filter(({ flag }) => flag !== null).length,
    proposed: count('proposed'),
    unchanged: count('unchanged'),
  }
}

function supervisorDifferences(
  before: readonly CalibratedSupervisor[],
  after: readonly CalibratedSupervisor[],
): readonly SupervisorDifference[] {
  const [first, second] = [sidesOf(before), sidesOf(after)]
  const names = [...new Set([...first.keys(), ...second.keys()])]
  return names
    .map((supervisor) => ({
      supervisor,
      before: first.get(supervisor) ?? null,
      after: second.get(supervisor) ?? null,
    }))
    .filter((one) => one.before?.isFlagged !== one.after?.isFlagged || movedBy(one) >= visible)
    .toSorted((a, b) => movedBy(b) - movedBy(a))
}

const sidesOf = (supervisors: readonly CalibratedSupervisor[]) =>
  new Map(
    supervisors.map(({ supervisor, leniency, flag }): [string, SupervisorSide] => [
      supervisor,
      { estimate: leniency.kind === 'value' ? leniency.estimate : null, isFlagged: flag !== null },
    ]),
  )

/** One who is on one side only differs by everything. */
function movedBy({ before, after }: SupervisorDifference): number {
  if (before === null || after === null) return Number.POSITIVE_INFINITY
  if (before.estimate === null || after.estimate === null)
    return before.estimate === after.estimate ? 0 : Number.POSITIVE_INFINITY
  return Math.abs(before.estimate - after.estimate)
}

function caseDifferences(before: CalibrationResult, after: CalibrationResult): readonly CaseDifference[] {
  const [first, second] = [offersOf(before), offersOf(after)]
  const keys = [...new Set([...first.keys(), ...second.keys()])]
  return keys
    .flatMap((key): CaseDifference[] => {
      const [old, fresh] = [first.get(key), second.get(key)]
      const known = old ?? fresh
      if (known === undefined || old?.offer === fresh?.offer) return []
      const [one, other] = [old?.offer ?? null, fresh?.offer ?? null]
      return [
        {
          employee: known.employee,
          supervisor: known.supervisor,
          raw: known.raw,
          before: one,
          after: other,
          levelBefore: levelOf(one, before.options.bands),
          levelAfter: levelOf(other, after.options.bands),
        },
      ]
    })
    .toSorted((a, b) => Number(changesLevel(b)) - Number(changesLevel(a)) || distance(b) - distance(a))
}

const changesLevel = (one: CaseDifference) => one.levelBefore !== one.levelAfter
const distance = ({ before, after, raw }: CaseDifference) => Math.abs((before ?? raw ?? 0) - (after ?? raw ?? 0))

const levelOf = (score: number | null, bands: readonly number[]) =>
  score === null ? null : bands.filter((edge) => score >= edge).length

const offersOf = ({ cases }: CalibrationResult) =>
  new Map(
    cases.map(({ employee, supervisor, proposal }) => [
      `${supervisor}\n${employee}`,
      {
        employee,
        supervisor,
        raw: proposal.kind === 'no-score' ? null : proposal.raw,
        offer: offerOf(proposal),
      },
    ]),
  )

function offerOf(proposal: CalibratedCase['proposal']): number | null {
  if (proposal.kind === 'no-score') return null
  return proposal.kind === 'proposed' ? proposal.score : proposal.raw
}

/** A higher raw score never gets a lower proposal in the same team; equal ones get equal ones. */
function isOrderKept(cases: readonly CalibratedCase[]): boolean {
  const teams = new Map<string, { raw: number; offer: number }[]>()
  for (const { supervisor, proposal } of cases) {
    const offer = offerOf(proposal)
    if (proposal.kind === 'no-score' || offer === null) continue
    const team = teams.get(supervisor)
    if (team) team.push({ raw: proposal.raw, offer })
    else teams.set(supervisor, [{ raw: proposal.raw, offer }])
  }
  return [...teams.values()].every((team) => {
    const ordered = team.toSorted((a, b) => a.raw - b.raw)
    return ordered.every(({ raw, offer }, place) => {
      const next = ordered[place + 1]
      return next === undefined || (raw === next.raw ? offer === next.offer : offer <= next.offer)
    })
  })
}
