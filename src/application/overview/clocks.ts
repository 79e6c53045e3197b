import type { Agency } from '#domain/model/agency.ts'
import type { Meeting } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

export interface Clock {
  readonly kind: 'window' | 'handover' | 'return' | 'report'
  readonly state: 'unset' | 'waiting' | 'running' | 'passed'
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly length: number | null
  readonly left: number | null
}

const handoverDays = 14
const returnDays = 14
const reportDays = 30

/**
 * The clocks of the period on `today`: end of the agency's window (D4), hand-over of the signed document (D7, from the
 * signature; the closing of the meeting stands for it until signatures are recorded), its return (D8, from each receipt),
 * and the report to the PyB (D9, from the end of the window).
 */
export function clocksOf(
  period: Pick<Period, 'windowEndsOn'>,
  { workingWeek }: Pick<Agency, 'workingWeek'>,
  meeting: Pick<Meeting, 'closedAt'> | null,
  today: string,
): Clock[] {
  const end = period.windowEndsOn
  const closedOn = meeting?.closedAt?.slice(0, 10) ?? null
  const running = (kind: Clock['kind'], startsOn: string | null, length: number): Clock => {
    if (startsOn === null) return { kind, state: 'waiting', startsOn, dueOn: null, length, left: null }
    const dueOn = addWorkingDays(startsOn, length, workingWeek)
    return { kind, startsOn, dueOn, length, ...standing(dueOn, today, workingWeek) }
  }
  return [
    end === null
      ? { kind: 'window', state: 'unset', startsOn: null, dueOn: null, length: null, left: null }
      : { kind: 'window', startsOn: null, dueOn: end, length: null, ...standing(end, today, workingWeek) },
    running('handover', closedOn, handoverDays),
    running('return', null, returnDays),
    end === null
      ? { kind: 'report', state: 'unset', startsOn: null, dueOn: null, length: reportDays, left: null }
      : running('report', end, reportDays),
  ]
}

function standing(dueOn: string, today: string, week: Agency['workingWeek']): Pick<Clock, 'state' | 'left'> {
  if (today > dueOn) return { state: 'passed', left: -workingDaysBetween(dueOn, today, week) }
  return { state: 'running', left: workingDaysBetween(today, dueOn, week) }
}
