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

/**
 * What a workspace can tell so far. It has no table of declared relations and none of ballots yet, so nobody counts as
 * close to a supervisor, and the panel is empty.
 */
export interface WorkspaceCase extends RatedCase {
  readonly isDeclaredClose: false
  /** One assessment to a person and period. */
  readonly share: 1
}
export interface WorkspaceInput extends CalibrationInput {
  readonly cases: readonly WorkspaceCase[]
  readonly panel: readonly []
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
  const indexOf = indexReader(period.scoring)
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
        indicators: facts.indicators
          .map(indexOf)
          .flatMap((index) => (index.kind === 'index' ? [index.value] : []))
          .toSorted((a, b) => a - b),
        family: gradeFamily(facts.grade),
        marks: dimension === 'behaviour' ? behaviourMarks(row) : [],
        isDeclaredClose: false,
        share: 1,
        former: formerRow === undefined || former === null ? null : formerFigures(formerRow, former, dimension),
        groups: fairnessGroups(facts.nip, period.endsOn),
        isHigh: level === null ? null : level === ('above' satisfies ExpectationLevel),
        category: row.predicate,
        rules: rulesOf(row, context, dimension),
      },
    ]
  })
  return { dimension, cases, panel: [] }
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
