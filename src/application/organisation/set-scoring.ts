import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { staffRow } from '#application/staff/staff-row.ts'
import { AppError } from '#domain/app-error.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { refuseFrozen } from './period-freeze.ts'

/**
 * Bands, share of the main results and cap of the index, for this period only. Refused once a meeting has been opened
 * (E-RULE-PERIOD-FROZEN) and when the edges are not in rising order (E-RULE-BANDS). Official levels stay as they are: bands
 * only suggest. Tells how many suggestions are different now.
 */
export function setScoring(
  workspace: Workspace,
  reader: StaffReader,
  input: { readonly periodId: PeriodId; readonly scoring: Omit<ScoringPolicy, 'version'> },
): { changedSuggestions: number } {
  const period = workspace.tables.period.require(input.periodId)
  refuseFrozen(workspace.tables, period.id)
  for (const bands of [input.scoring.workBands, input.scoring.behaviourBands]) {
    if (bands.meets >= bands.above) throw new AppError('E-RULE-BANDS', { meets: bands.meets, above: bands.above })
  }
  const scoring = { ...input.scoring, version: nextVersion(period.scoring.version) }
  const changedSuggestions = countChanged(reader, period, scoring)
  const { workBands, behaviourBands, mainShare } = scoring
  const summary = {
    period: period.name,
    work: `${workBands.meets} / ${workBands.above}`,
    behaviour: `${behaviourBands.meets} / ${behaviourBands.above}`,
    share: mainShare,
    cap: scoring.indexCap,
  }
  workspace.command({ name: 'organisation.setScoring', summary }, (tables) => tables.period.put({ ...period, scoring }))
  return { changedSuggestions }
}

/** The agency's own versions count up from the house convention. @example nextVersion('house-1') // 'agency-1' */
function nextVersion(version: string): string {
  const number = /^agency-(\d+)$/.exec(version)?.[1]
  return `agency-${number === undefined ? 1 : Number(number) + 1}`
}

function countChanged(reader: StaffReader, period: Period, scoring: ScoringPolicy): number {
  const facts = [...reader.facts(period.id, null).values()]
  const suggested = (policy: ScoringPolicy) => {
    const indexOf = indexReader(policy)
    return facts.map((person) => {
      const row = staffRow(person, policy, indexOf)
      return `${row.suggestedWorkLevel} ${row.suggestedBehaviourLevel}`
    })
  }
  const before = suggested(period.scoring)
  return suggested(scoring).filter((levels, index) => levels !== before[index]).length
}
