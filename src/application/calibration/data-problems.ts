import type { StaffRow } from '#application/staff/staff-row.ts'
import { byText } from '#domain/calibration/calibration-input.ts'
import { type DataProblemCode, dataProblemCodes } from '#domain/calibration/data-problem.ts'
import { fairnessGroups } from '#domain/calibration/fairness-groups.ts'
import { raterOf } from './calibration-input-of.ts'
import type { Ratings } from './read-ratings.ts'

export interface DataProblem {
  readonly code: DataProblemCode
  /** Ids, rising. */
  readonly employees: string[]
}

/** Problems of the people to be rated, those without any left out. */
export function dataProblemsOf(ratings: Ratings): DataProblem[] {
  const rated = ratings.people.filter(({ facts }) => facts.rated)
  const has: Readonly<Record<DataProblemCode, (row: StaffRow) => boolean>> = {
    'no-supervisor': (row) => raterOf(row, ratings) === null,
    'no-work-score': (row) => row.workScore === null,
    'no-behaviour-score': (row) => row.behaviourScore === null,
    'no-achievement': (row) => row.achievementIndex === null,
    'supervisor-changed': (row) => row.facts.supervisorChanged,
    'given-by-other': ({ facts }) => {
      const giver = ratings.giverOf.get(facts.employeeId)
      return giver !== undefined && giver !== facts.supervisorId
    },
    'no-fairness-groups': ({ facts }) => !('sex' in fairnessGroups(facts.nip, ratings.period.endsOn)),
  }
  return dataProblemCodes.flatMap((code): DataProblem[] => {
    const employees = rated
      .filter(has[code])
      .map(({ facts }) => facts.employeeId)
      .toSorted(byText)
    return employees.length === 0 ? [] : [{ code, employees }]
  })
}
