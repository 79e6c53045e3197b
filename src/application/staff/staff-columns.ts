import type { IndicatorRowFacts } from '#application/ports/staff-reader.ts'
import { behaviourValues } from '#domain/model/assessment.ts'
import type { NoIndexReason } from '#domain/scoring/achievement-index.ts'
import type { StaffRow } from './staff-row.ts'

/** Rows turned into columns: entry i of every column is row i. This is the shape that travels to the grid. */
export function staffColumns(rows: readonly StaffRow[], resultNumbers: readonly number[]) {
  const column = <Value>(of: (row: StaffRow) => Value): Value[] => rows.map(of)
  return {
    employeeId: column((row) => row.facts.employeeId),
    name: column((row) => row.facts.name),
    nip: column((row) => row.facts.nip),
    status: column((row) => row.facts.status),
    unitId: column((row) => row.facts.unitId),
    supervisorId: column((row) => row.facts.supervisorId),
    post: column((row) => row.facts.post),
    postKind: column((row) => row.facts.postKind),
    grade: column((row) => row.facts.grade),
    rank: column((row) => row.facts.rank),
    rated: column((row) => row.facts.rated),
    excludedBecause: column((row) => row.facts.excludedBecause),
    studyFailed: column((row) => row.facts.studyFailed),
    resultCount: column((row) => row.facts.results.length),
    scoredCount: column((row) => row.scoredCount),
    workScore: column((row) => row.workScore),
    suggestedWorkLevel: column((row) => row.suggestedWorkLevel),
    workLevel: column((row) => row.facts.assessment?.workLevel ?? null),
    workLevelReason: column((row) => row.facts.assessment?.workLevelReason ?? ''),
    behaviourCount: column((row) => row.facts.behaviours.length),
    behaviourScore: column((row) => row.behaviourScore),
    suggestedBehaviourLevel: column((row) => row.suggestedBehaviourLevel),
    behaviourLevel: column((row) => row.facts.assessment?.behaviourLevel ?? null),
    behaviourLevelReason: column((row) => row.facts.assessment?.behaviourLevelReason ?? ''),
    predicate: column((row) => row.predicate),
    printedPredicate: column((row) => row.facts.assessment?.printedPredicate ?? null),
    achievementIndex: column((row) => row.achievementIndex),
    indicatorCount: column((row) => row.facts.indicators.length),
    indexedCount: column((row) => row.indexedCount),
    feedbackCount: column((row) => row.facts.feedbackCount),
    decision: column((row) => row.facts.decision?.outcome ?? ('none' as const)),
    finalPredicate: column((row) => row.facts.decision?.finalPredicate ?? null),
    organisationPredicate: column((row) => row.facts.organisationPredicate),
    missing: column((row) => row.missing),
    flags: column((row) => row.flags),
    results: resultScores(rows, resultNumbers),
    behaviours: behaviourScores(rows),
  }
}

/** One pass over the rows: looking each result up per column would cost as much as reading them. */
function resultScores(rows: readonly StaffRow[], resultNumbers: readonly number[]) {
  const columns = resultNumbers.map(() => ({
    planned: new Array<boolean>(rows.length).fill(false),
    scores: new Array<number | null>(rows.length).fill(null),
  }))
  const places = new Map(resultNumbers.map((number, place) => [number, place]))
  rows.forEach(({ facts }, index) => {
    for (const { number, score } of facts.results) {
      const column = columns[places.get(number) ?? -1]
      if (!column) continue
      column.planned[index] = true
      column.scores[index] = score
    }
  })
  return columns
}

function behaviourScores(rows: readonly StaffRow[]) {
  const columns = behaviourValues.map(() => new Array<number | null>(rows.length).fill(null))
  rows.forEach(({ facts }, index) => {
    for (const { value, score } of facts.behaviours) {
      const column = columns[behaviourValues.indexOf(value)]
      if (column) column[index] = score
    }
  })
  return columns
}

/** One indicator of the indicator grid with what was computed for it. */
export interface IndicatorRow {
  readonly facts: IndicatorRowFacts
  readonly weight: number | null
  readonly index: number | null
  readonly indexWhy: NoIndexReason | ''
}

export function indicatorColumns(rows: readonly IndicatorRow[]) {
  const column = <Value>(of: (row: IndicatorRow) => Value): Value[] => rows.map(of)
  return {
    indicatorId: column((row) => row.facts.indicatorId),
    employeeId: column((row) => row.facts.employeeId),
    name: column((row) => row.facts.name),
    unitId: column((row) => row.facts.unitId),
    supervisorId: column((row) => row.facts.supervisorId),
    resultId: column((row) => row.facts.resultId),
    resultNumber: column((row) => row.facts.resultNumber),
    resultKind: column((row) => row.facts.resultKind),
    resultStatement: column((row) => row.facts.resultStatement),
    weight: column((row) => row.weight),
    weightTyped: column((row) => row.facts.weightHundredths !== null),
    number: column((row) => row.facts.number),
    aspect: column((row) => row.facts.aspect),
    statement: column((row) => row.facts.statement),
    target: column((row) => row.facts.target),
    unitOfMeasure: column((row) => row.facts.unitOfMeasure),
    direction: column((row) => row.facts.direction),
    realisation: column((row) => row.facts.realisation),
    evidence: column((row) => row.facts.evidence),
    index: column((row) => row.index),
    indexWhy: column((row) => row.indexWhy),
    indexOverridden: column((row) => row.facts.indexOverride !== null),
    indexOverrideReason: column((row) => row.facts.indexOverrideReason),
  }
}
