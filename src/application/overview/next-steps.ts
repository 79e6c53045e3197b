import type { StaffRow } from '#application/staff/staff-row.ts'
import type { AgendaItem, Decision, FollowUp, Meeting } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import type { Pool } from './pools.ts'

export type StepKind =
  | 'complete-people'
  | 'set-organisation'
  | 'resolve-conflicts'
  | 'write-level-reasons'
  | 'plan-meeting'
  | 'open-meeting'
  | 'decide-cases'
  | 'get-consent'
  | 'write-pattern-reasons'
  | 'set-window'
  | 'do-follow-ups'

export interface Step {
  readonly kind: StepKind
  readonly count: number
  /** The first names it concerns: units, people or tasks. */
  readonly names: string[]
  readonly urgent: boolean
  readonly place: 'overview' | 'staff' | 'supervisors' | 'meeting' | 'results' | 'follow-ups'
  readonly search: Record<string, string>
}

export interface StepFacts {
  readonly period: Period
  readonly today: string
  /** People to be rated. */
  readonly people: readonly StaffRow[]
  readonly unitName: (unitId: string | null) => string
  readonly unitsWithoutResult: readonly { readonly name: string }[]
  readonly pools: readonly Pool[]
  readonly meeting: Meeting | null
  readonly agenda: readonly AgendaItem[]
  readonly decisions: readonly Decision[]
  readonly personName: (employeeId: string) => string
  readonly followUps: readonly FollowUp[]
}

const namesShown = 3

/** What is left to do, in the order of the work; a step with nothing left is not there. */
export function nextSteps(facts: StepFacts): Step[] {
  return [...preparation(facts), ...meetingSteps(facts), ...afterwards(facts)].filter((step) => step.count > 0)
}

const blocking = (row: StaffRow) => row.missing.some((part) => part !== 'no-organisation-result')

function preparation({ people, unitName, unitsWithoutResult, period }: StepFacts): Step[] {
  const unitsOf = (rows: readonly StaffRow[]) => distinct(rows.map((row) => unitName(row.facts.unitId)))
  const incomplete = people.filter(blocking)
  const conflicts = people.filter((row) => row.flags.includes('conflict'))
  const unreasoned = people.filter((row) => row.flags.includes('reason-missing'))
  const windowMissing = period.stage === 'evaluation' && period.windowEndsOn === null
  return [
    step('complete-people', incomplete.length, unitsOf(incomplete), 'staff', { show: 'incomplete' }, true),
    step(
      'set-organisation',
      unitsWithoutResult.length,
      named(unitsWithoutResult),
      'overview',
      { panel: 'organisation' },
      true,
    ),
    step('resolve-conflicts', conflicts.length, peopleOf(conflicts), 'staff', { show: 'conflict' }, true),
    step('write-level-reasons', unreasoned.length, unitsOf(unreasoned), 'staff', { show: 'reason-missing' }),
    step('set-window', windowMissing ? 1 : 0, [], 'overview', { panel: 'rules' }),
  ]
}

function meetingSteps({ period, today, meeting, agenda, decisions, personName }: StepFacts): Step[] {
  const planned = period.stage === 'evaluation' && meeting === null
  const due = meeting?.state === 'planned' && meeting.heldOn <= today
  const waiting = agenda.filter((item) => item.track === 'discussion' && item.state !== 'decided')
  const proposals = decisions.filter((decision) => decision.outcome === 'proposal' && decision.consent === 'pending')
  return [
    step('plan-meeting', planned ? 1 : 0, [], 'meeting'),
    step('open-meeting', due ? 1 : 0, meeting === null ? [] : [meeting.title], 'meeting', {}, due),
    step('decide-cases', meeting?.state === 'open' ? waiting.length : 0, [], 'meeting'),
    step(
      'get-consent',
      proposals.length,
      proposals.map((decision) => personName(decision.employeeId)),
      'meeting',
    ),
  ]
}

function afterwards({ pools, followUps, today }: StepFacts): Step[] {
  const unexplained = pools.filter((pool) => pool.kind === 'unit' && pool.departs && pool.reason === '')
  const due = followUps.filter((item) => item.state === 'open' && item.dueOn !== null && item.dueOn <= today)
  return [
    step('write-pattern-reasons', unexplained.length, named(unexplained), 'overview', { panel: 'reasons' }),
    step(
      'do-follow-ups',
      due.length,
      due.map((item) => item.task),
      'follow-ups',
      {},
      true,
    ),
  ]
}

function step(
  kind: StepKind,
  count: number,
  names: readonly string[],
  place: Step['place'],
  search: Step['search'] = {},
  urgent = false,
): Step {
  return { kind, count, names: names.slice(0, namesShown), urgent, place, search }
}

const named = (rows: readonly { readonly name: string }[]) => rows.map((row) => row.name)
const peopleOf = (rows: readonly StaffRow[]) => rows.map((row) => row.facts.name)
const distinct = (names: readonly string[]) => [...new Set(names.filter((name) => name !== ''))]
