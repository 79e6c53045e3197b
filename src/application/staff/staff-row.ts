import type { IndicatorFacts, StaffFacts } from '#application/ports/staff-reader.ts'
import type { WorkResultId } from '#domain/model/ids.ts'
import type { ExpectationLevel, Predicate } from '#domain/model/levels.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { type AchievementIndex, employeeAchievement } from '#domain/scoring/achievement-index.ts'
import { type AssessmentSummary, type MissingPart, summariseAssessment } from '#domain/scoring/assessment-summary.ts'

export type StaffMissing = MissingPart | 'no-supervisor' | 'no-organisation-result'
export type StaffFlag = 'differs' | 'reason-missing' | 'conflict' | 'near-edge' | 'supervisor-changed'

/** One row of the staff grid: the facts and what they amount to. Null means "no answer"; `missing` says why. */
export interface StaffRow {
  readonly facts: StaffFacts
  readonly scoredCount: number
  readonly workScore: number | null
  readonly suggestedWorkLevel: ExpectationLevel | null
  readonly behaviourScore: number | null
  readonly suggestedBehaviourLevel: ExpectationLevel | null
  readonly predicate: Predicate | null
  /** Weighted mean of the indices; null when too few indicators have one. Advisory. */
  readonly achievementIndex: number | null
  readonly indexedCount: number
  readonly missing: StaffMissing[]
  readonly flags: StaffFlag[]
}

export type IndexOf = (indicator: IndicatorFacts) => AchievementIndex

/** What one person's facts amount to, by the same summary as everywhere else. */
export function staffRow(facts: StaffFacts, policy: ScoringPolicy, indexOf: IndexOf): StaffRow {
  const summary = summaryOf(facts, policy)
  const { work, behaviour } = summary
  const indices = facts.indicators.map(indexOf)
  const row = {
    facts,
    scoredCount: facts.results.filter((result) => result.score !== null).length,
    workScore: work.kind === 'complete' ? work.score : null,
    suggestedWorkLevel: work.kind === 'complete' ? work.suggested : null,
    behaviourScore: behaviour.kind === 'complete' ? behaviour.score : null,
    suggestedBehaviourLevel: behaviour.kind === 'complete' ? behaviour.suggested : null,
    predicate: summary.predicate,
    achievementIndex: achievementOf(facts, work.terms, indices),
    indexedCount: indices.filter((index) => index.kind === 'index').length,
  }
  return { ...row, missing: missingOf(facts, summary), flags: flagsOf(row, summary, policy) }
}

/** Within a plan the number of a result is as good as its id, and needs no column of its own on the way here. */
const idOf = (number: number) => String(number) as WorkResultId

function summaryOf(facts: StaffFacts, policy: ScoringPolicy): AssessmentSummary {
  return summariseAssessment(
    {
      workResults: facts.results.map(({ number, kind, weightHundredths }) => ({
        id: idOf(number),
        kind,
        weightHundredths,
      })),
      scores: facts.results.flatMap(({ number, score }) =>
        score === null ? [] : [{ workResultId: idOf(number), score }],
      ),
      behaviourScores: facts.behaviours,
      assessment: facts.assessment,
      studyFailed: facts.studyFailed,
    },
    policy,
  )
}

/** Shared, so that ten thousand complete rows carry one empty list. */
const nothing: never[] = []

function missingOf(facts: StaffFacts, summary: AssessmentSummary): StaffMissing[] {
  const noSupervisor = facts.supervisorId === null
  const noOrganisation = facts.organisationPredicate === null
  if (summary.missing.length === 0 && !noSupervisor && !noOrganisation) return nothing
  return [
    ...(noSupervisor ? ['no-supervisor' as const] : []),
    ...summary.missing,
    ...(noOrganisation ? ['no-organisation-result' as const] : []),
  ]
}

type Levels = Pick<
  StaffRow,
  'facts' | 'workScore' | 'suggestedWorkLevel' | 'behaviourScore' | 'suggestedBehaviourLevel'
>

function flagsOf(row: Levels, summary: AssessmentSummary, policy: ScoringPolicy): StaffFlag[] {
  const { assessment, supervisorChanged } = row.facts
  const workDiffers = differs(summary.workLevel, row.suggestedWorkLevel)
  const behaviourDiffers = differs(summary.behaviourLevel, row.suggestedBehaviourLevel)
  const reasonMissing =
    (workDiffers && assessment?.workLevelReason === '') || (behaviourDiffers && assessment?.behaviourLevelReason === '')
  const nearEdge = isNearEdge(row.workScore, policy.workBands)
  const flags: StaffFlag[] = []
  if (workDiffers || behaviourDiffers) flags.push('differs')
  if (reasonMissing) flags.push('reason-missing')
  if (summary.printedConflict) flags.push('conflict')
  if (nearEdge) flags.push('near-edge')
  if (supervisorChanged) flags.push('supervisor-changed')
  return flags.length === 0 ? nothing : flags
}

const differs = (official: ExpectationLevel | null, suggested: ExpectationLevel | null) =>
  official !== null && suggested !== null && official !== suggested

/** Half a point on the scale of 100: less than any single result's score can be told apart. */
const edgeDistance = 0.5

const isNearEdge = (score: number | null, bands: ScoringPolicy['workBands']) =>
  score !== null && (Math.abs(score - bands.meets) <= edgeDistance || Math.abs(score - bands.above) <= edgeDistance)

/** Each result's weight is shared equally by its indicators. */
function achievementOf(
  facts: StaffFacts,
  terms: AssessmentSummary['work']['terms'],
  indices: readonly AchievementIndex[],
): number | null {
  if (indices.length === 0 || terms.length === 0) return null
  const counts = new Map<number, number>()
  for (const { resultNumber } of facts.indicators) counts.set(resultNumber, (counts.get(resultNumber) ?? 0) + 1)
  const weights = new Map(terms.map((term) => [term.workResultId, term.weight]))
  const parts = indices.map((index, place) => {
    const number = facts.indicators[place]?.resultNumber ?? 0
    return { weight: (weights.get(String(number)) ?? 0) / (counts.get(number) ?? 1), index }
  })
  const achievement = employeeAchievement(parts)
  return achievement.kind === 'index' ? achievement.value : null
}
