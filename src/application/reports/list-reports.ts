import type { ReportFacts } from '#application/ports/report-facts.ts'

export type ReportKind = 'minutes' | 'notes' | 'attendance' | 'recap' | 'ledger' | 'ratings' | 'public-summary'
export type ReportGap =
  | 'no-meeting'
  | 'meeting-open'
  | 'number-missing'
  | 'undecided'
  | 'unrated'
  | 'no-organisation-result'

export interface ReportState {
  readonly state: 'ready' | 'draft' | 'waiting'
  readonly because: readonly ReportGap[]
}

/** Documents that speak of a meeting; without one they cannot be made at all. */
export const needsMeeting = new Set<ReportKind>(['minutes', 'notes', 'attendance', 'ledger'])

/** Whether a document is ready, still a draft, or has to wait, and why. */
export function reportState(facts: ReportFacts, kind: ReportKind): ReportState {
  if (facts.meeting === null && needsMeeting.has(kind)) return { state: 'waiting', because: ['no-meeting'] }
  const because = gaps(facts, kind)
  return { state: because.length === 0 ? 'ready' : 'draft', because }
}

function gaps(facts: ReportFacts, kind: ReportKind): readonly ReportGap[] {
  if (kind === 'attendance') return []
  const found: ReportGap[] = []
  if (facts.meeting === null) found.push('no-meeting')
  else if (facts.meeting.meeting.state !== 'closed') found.push('meeting-open')
  if (kind === 'minutes' && facts.meeting?.meeting.minutesNumber === '') found.push('number-missing')
  if (facts.people.some((person) => person.state === 'undecided')) found.push('undecided')
  if (facts.people.some((person) => person.original.predicate === null)) found.push('unrated')
  if (facts.unitsWithoutResult.length > 0) found.push('no-organisation-result')
  return kind === 'notes' ? found.filter((gap) => gap === 'meeting-open') : found
}
