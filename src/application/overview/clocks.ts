import type { Agency } from '#domain/model/agency.ts'
import type { Meeting } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import { clockRules, type DeadlineId, dueDate } from '#domain/rules/deadlines.ts'
import { type WorkingCalendar, workingDaysBetween } from '#domain/rules/working-days.ts'
import { agencyDay } from './agency-day.ts'

export interface Clock {
  readonly kind: 'window' | 'handover' | 'return' | 'report'
  readonly state: 'unset' | 'waiting' | 'running' | 'passed'
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly length: number | null
  readonly left: number | null
}

/**
 * The clocks of the period on `today`: end of the agency's window (D4), hand-over of the signed document (D7, from the
 * signature; the closing of the meeting stands for it until signatures are recorded), its return (D8, from each receipt),
 * and the report to the PyB (D9, from the end of the window).
 */
export function clocksOf(
  period: Pick<Period, 'windowEndsOn'>,
  { workingWeek, zone }: Pick<Agency, 'workingWeek' | 'zone'>,
  meeting: Pick<Meeting, 'closedAt'> | null,
  today: string,
): Clock[] {
  const calendar: WorkingCalendar = { week: workingWeek, holidays: new Set() }
  const end = period.windowEndsOn
  const closedAt = meeting?.closedAt ?? null
  const closedOn = closedAt === null ? null : agencyDay(closedAt, zone)
  return [
    end === null ? unset('window', null) : fixed('window', end, today, calendar),
    running('handover', 'D7', closedOn, today, calendar),
    running('return', 'D8', null, today, calendar),
    end === null ? unset('report', daysOf('D9')) : running('report', 'D9', end, today, calendar),
  ]
}

const daysOf = (id: DeadlineId): number | null => {
  const { length } = clockRules[id]
  return length.kind === 'working-days' ? length.days : null
}

const unset = (kind: Clock['kind'], length: number | null): Clock => ({
  kind,
  state: 'unset',
  startsOn: null,
  dueOn: null,
  length,
  left: null,
})

function fixed(kind: Clock['kind'], dueOn: string, today: string, calendar: WorkingCalendar): Clock {
  return { kind, startsOn: null, dueOn, length: null, ...standing(dueOn, today, calendar) }
}

function running(
  kind: Clock['kind'],
  id: DeadlineId,
  startsOn: string | null,
  today: string,
  calendar: WorkingCalendar,
): Clock {
  const length = daysOf(id)
  const due = startsOn === null ? null : dueDate(id, startsOn, calendar)
  if (due?.kind !== 'due') return { kind, state: 'waiting', startsOn, dueOn: null, length, left: null }
  return { kind, startsOn, dueOn: due.on, length, ...standing(due.on, today, calendar) }
}

const standing = (dueOn: string, today: string, calendar: WorkingCalendar): Pick<Clock, 'state' | 'left'> => ({
  state: today > dueOn ? 'passed' : 'running',
  left: workingDaysBetween(today, dueOn, calendar),
})
