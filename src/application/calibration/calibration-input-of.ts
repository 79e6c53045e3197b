import { indexReader } from '#application/staff/achievement.ts'
import type { StaffRow } from '#application/staff/staff-row.ts'
import { type CaseContext, caseRow } from '#application/supervisors/case-list.ts'
import type { CalibrationInput, FormerFigures, RatedCase } from '#domain/calibration/calibration-input.ts'
import type { CaseRule, Standing } from '#domain/calibration/case-rules.ts'
import { fairnessGroups } from '#domain/calibration/fairness-groups.ts'
import { behaviourValues } from '#domain/model/assessment.ts'
import type { ExpectationLevel } from '#domain/model/levels.ts'
import type { RatedPeriod, Ratings } from './read-ratings.ts'

export type Dimension = CalibrationInput['dimension']

/** A case as a workspace tells it. */
export interface WorkspaceCase extends RatedCase {
  /** One assessment to a person and period. */
  readonly share: 1
}
export interface WorkspaceInput extends CalibrationInput {
  readonly cases: readonly WorkspaceCase[]
}

/** Who gave a rating: the supervisor of the assessment, else the rater of record; null: nobody supervises. */
export const raterOf = ({ facts }: StaffRow, { giverOf }: Pick<RatedPeriod, 'giverOf'>): string | null =>
  giverOf.get(facts.employeeId) ?? facts.supervisorId

/**
 * The ratings of a period in one dimension, as the calibration takes them: one case for everyone rated by somebody, points
 * on 0–100. The rating counts for the supervisor who gave it, and covers the whole period also where the supervisor changed
 * in it: after a transfer the new one evaluates (PermenPANRB 6/2022, p. 91–92). Incomplete scores are no score.
 * Criteria are the seven values, marked for behaviour only: work results differ from person to person.
 */
export function calibrationInputOf(ratings: Ratings, dimension: Dimension): WorkspaceInput {
  const { former, period } = ratings
  const before = new Map((former?.people ?? []).map((row) => [row.facts.employeeId, row]))
  const indicesOf = indicesIn(ratings)
  const context = ruleContext(former)
  const cases = ratings.people.flatMap((row): WorkspaceCase[] => {
    const { facts } = row
    const supervisor = raterOf(row, ratings)
    if (!facts.rated || supervisor === null) return []
    const formerRow = before.get(facts.employeeId)
    const level = facts.assessment?.[dimension === 'behaviour' ? 'behaviourLevel' : 'workLevel'] ?? null
    return [
      {
        employee: facts.employeeId,
        supervisor,
        unit: facts.unitId,
        score: scoreOf(row, dimension),
        achievement: row.achievementIndex,
        indicators: indicesOf.get(row) ?? [],
        family: gradeFamily(facts.grade),
        marks: dimension === 'behaviour' ? behaviourMarks(row) : [],
        isDeclaredClose: ratings.isDeclaredClose(supervisor, facts.employeeId),
        share: 1,
        former: formerRow === undefined || former === null ? null : formerFigures(formerRow, former, dimension),
        groups: fairnessGroups(facts.nip, period.endsOn),
        isHigh: level === null ? null : level === ('above' satisfies ExpectationLevel),
        category: row.predicate,
        rules: rulesOf(row, context, dimension),
      },
    ]
  })
  const panel = ratings.panel
    .filter((one) => one.dimension === dimension)
    .map(({ employee, panelist, score }) => ({ employee, panelist, score }))
  return { dimension, cases, panel }
}

/** The indices of everybody's indicators, rising: dear to read, and the same in both dimensions. */
const knownIndices = new WeakMap<Ratings, ReadonlyMap<StaffRow, readonly number[]>>()

function indicesIn(ratings: Ratings): ReadonlyMap<StaffRow, readonly number[]> {
  const known = knownIndices.get(ratings)
  if (known !== undefined) return known
  const indexOf = indexReader(ratings.period.scoring)
  const found = new Map(
    ratings.people.map((row): [StaffRow, readonly number[]] => [
      row,
      row.facts.indicators
        .map(indexOf)
        .flatMap((index) => (index.kind === 'index' ? [index.value] : []))
        .toSorted((a, b) => a - b),
    ]),
  )
  knownIndices.set(ratings, found)
  return found
}

const scoreOf = (row: StaffRow, dimension: Dimension) =>
  dimension === 'behaviour' ? row.behaviourScore : row.workScore

/** Values are marked 1–5; times 20 they stand on the scale of the score. A person without any mark has no criteria. */
function behaviourMarks({ facts }: StaffRow): readonly (number | null)[] {
  if (facts.behaviours.length === 0) return []
  const marks = new Map(facts.behaviours.map(({ value, score }) => [value, score * 20]))
  return behaviourValues.map((value) => marks.get(value) ?? null)
}

/**
 * I to IV for civil servants, one family for all grades of PPPK; null: not known. Kinds of posts would not do: leaders are
 * rated by other supervisors than staff, so that their difference would be taken for the supervisors'.
 */
function gradeFamily(grade: string): string | null {
  if (grade === '') return null
  const [group = '', letter] = grade.split('/')
  return letter === undefined ? 'PPPK' : group
}

function formerFigures(row: StaffRow, former: RatedPeriod, dimension: Dimension): FormerFigures | null {
  const supervisor = raterOf(row, former)
  if (!row.facts.rated || supervisor === null) return null
  return { supervisor, score: scoreOf(row, dimension), achievement: row.achievementIndex }
}

/** Rules that speak of the levels of both ratings; the others look at work results alone. */
const rulesOfBoth: ReadonlySet<CaseRule> = new Set(['conflict', 'differs'])

function rulesOf(row: StaffRow, context: CaseContext, dimension: Dimension): readonly CaseRule[] {
  const { rules } = caseRow(row, context)
  return dimension === 'behaviour' ? rules.filter((rule) => rulesOfBoth.has(rule)) : rules
}

/** What the visible rules look at beside the row; names and agendas are no part of a calibration. */
function ruleContext(former: RatedPeriod | null): CaseContext {
  const rated = (former?.people ?? []).filter(({ facts }) => facts.rated)
  return {
    unitName: () => '',
    former: new Map(
      rated.map(({ facts, workScore, predicate }): [string, Standing] => [
        facts.employeeId,
        { score: workScore, predicate },
      ]),
    ),
    onAgenda: new Set(),
  }
}
