import type { StandingFacts, StandingReader } from '#application/ports/standing-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Standing } from '#domain/calibration/case-rules.ts'
import type { WorkResultId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { summariseAssessment } from '#domain/scoring/assessment-summary.ts'

/** The period of the same kind that ended last before this one, or null. */
export function formerPeriod(tables: ReadTables, period: Period): Period | null {
  return (
    tables.period
      .where({ kind: period.kind })
      .filter((other) => other.endsOn < period.startsOn)
      .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
      .at(-1) ?? null
  )
}

/** Score and predicate these people (null: everyone) had in a period, by that period's own frozen scoring. */
export function standingsOf(
  reader: StandingReader,
  period: Period,
  employeeIds: readonly string[] | null,
): ReadonlyMap<string, Standing> {
  return new Map(reader.standings(period.id, employeeIds).map((facts) => [facts.employeeId, standingOf(facts, period)]))
}

function standingOf(facts: StandingFacts, period: Period): Standing {
  const idOf = (index: number) => String(index) as WorkResultId
  const summary = summariseAssessment(
    {
      workResults: facts.results.map(({ kind, weightHundredths }, index) => ({
        id: idOf(index),
        kind,
        weightHundredths,
      })),
      scores: facts.results.flatMap(({ score }, index) =>
        score === null ? [] : [{ workResultId: idOf(index), score }],
      ),
      behaviourScores: [],
      assessment: { workLevel: facts.workLevel, behaviourLevel: facts.behaviourLevel, printedPredicate: null },
      studyFailed: facts.studyFailed,
    },
    period.scoring,
  )
  return { score: summary.work.kind === 'complete' ? summary.work.score : null, predicate: summary.predicate }
}
