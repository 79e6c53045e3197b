import { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-days.ts'

export const deadlineIds = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'D10',
  'D11a',
  'D11b',
  'D11c',
  'D12',
  'D13',
  'D14',
] as const
export type DeadlineId = (typeof deadlineIds)[number]

/** The event a clock starts from. */
export type ClockStart =
  | 'new-year'
  | 'plan-overdue'
  | 'period-end'
  | 'year-end'
  | 'organisation-overdue'
  | 'rater-signature'
  | 'receipt'
  | 'window-end'
  | 'superior-signature'
  | 'objection-receipt'

export type ClockLength =
  | { readonly kind: 'working-days'; readonly days: number }
  /** A fixed day; `yearsLater` counted from the year of the start. */
  | { readonly kind: 'day-of-year'; readonly monthDay: string; readonly yearsLater: 0 | 1 }
  /** The agency sets the window itself. */
  | { readonly kind: 'agency-window' }
  | { readonly kind: 'unlimited' }

/** What ends a clock in time. */
export type ClockStop =
  | 'agreement-final'
  | 'plan-signed'
  | 'evaluation-signed'
  | 'organisation-result'
  | 'receipt'
  | 'returned'
  | 'report-sent'
  | 'superior-signature'
  | 'objection-filed'
  | 'decision'

/** What follows when it runs out. None of them changes a rating, and none refuses anything. */
export type ClockExpiry =
  | 'drafts-still-allowed'
  | 'opens-D3'
  | 'opens-D10'
  | 'previous-year-result'
  | 'not-returned'
  | 'late-objection-marked'
  | 'warning'

export interface ClockRule {
  readonly id: DeadlineId
  readonly start: ClockStart
  readonly length: ClockLength
  readonly stop: ClockStop
  readonly expiry: ClockExpiry
  readonly source: string
}

const workingDays = (days: number): ClockLength => ({ kind: 'working-days', days })
const dayOfYear = (monthDay: string, yearsLater: 0 | 1): ClockLength => ({ kind: 'day-of-year', monthDay, yearsLater })

/**
 * The clocks of a year of performance management, as data. "Minggu kedua Januari" (D1) ends, by house convention, on
 * 14 January. D11 is the superior's path: hand-over, return, report. D12 is not offered in the final cases.
 * Source: PermenPANRB 6/2022, pages as given; domain guide section 7.
 */
export const clockRules: Readonly<Record<DeadlineId, ClockRule>> = {
  D1: rule('D1', 'new-year', dayOfYear('01-14', 0), 'agreement-final', 'drafts-still-allowed', 'p. 27'),
  D2: rule('D2', 'new-year', dayOfYear('01-31', 0), 'plan-signed', 'opens-D3', 'art. 14(1), p. 65 (4)'),
  D3: rule('D3', 'plan-overdue', { kind: 'unlimited' }, 'plan-signed', 'warning', 'p. 65 (5)'),
  D4: rule('D4', 'period-end', { kind: 'agency-window' }, 'evaluation-signed', 'opens-D10', 'art. 24(2)–(3), p. 90'),
  D5: rule('D5', 'year-end', dayOfYear('01-31', 1), 'evaluation-signed', 'opens-D10', 'p. 90 (8b)'),
  D6: rule(
    'D6',
    'organisation-overdue',
    { kind: 'unlimited' },
    'organisation-result',
    'previous-year-result',
    'p. 94 (f)',
  ),
  D7: rule('D7', 'rater-signature', workingDays(14), 'receipt', 'warning', 'p. 114 (5)'),
  D8: rule('D8', 'receipt', workingDays(14), 'returned', 'not-returned', 'p. 114 (6)'),
  D9: rule('D9', 'window-end', workingDays(30), 'report-sent', 'warning', 'p. 115 (7)'),
  D10: rule('D10', 'window-end', workingDays(14), 'superior-signature', 'warning', 'p. 115–116 (8)'),
  D11a: rule('D11a', 'superior-signature', workingDays(7), 'receipt', 'warning', 'p. 116–117 (9)'),
  D11b: rule('D11b', 'receipt', workingDays(7), 'returned', 'not-returned', 'p. 116–117 (10)'),
  D11c: rule('D11c', 'window-end', workingDays(30), 'report-sent', 'warning', 'p. 116–117 (11)'),
  D12: rule('D12', 'receipt', workingDays(14), 'objection-filed', 'late-objection-marked', 'art. 29, p. 117 (B.2)'),
  D13: rule('D13', 'objection-receipt', workingDays(7), 'decision', 'warning', 'p. 117 (B.6)'),
  D14: rule('D14', 'window-end', workingDays(30), 'report-sent', 'warning', 'p. 119 (8)'),
}

function rule(
  id: DeadlineId,
  start: ClockStart,
  length: ClockLength,
  stop: ClockStop,
  expiry: ClockExpiry,
  source: string,
): ClockRule {
  return { id, start, length, stop, expiry, source: `PermenPANRB 6/2022 ${source}` }
}

export type DueDate =
  /** The clock runs to the end of this day in the agency's time zone. */
  { readonly kind: 'due'; readonly on: string } | { readonly kind: 'agency-window' } | { readonly kind: 'unlimited' }

/**
 * The last day of a clock that started on a date. A closed clock keeps the date it was stored with; an open one is asked
 * again when the list of holidays changes.
 * Throws E-RULE-DATE for a date that does not exist.
 * @example dueDate('D7', '2027-01-04', plainCalendar) // { kind: 'due', on: '2027-01-22' }
 */
export function dueDate(id: DeadlineId, startedOn: string, calendar: WorkingCalendar): DueDate {
  const { length } = clockRules[id]
  if (length.kind === 'agency-window' || length.kind === 'unlimited') return { kind: length.kind }
  if (length.kind === 'working-days') return { kind: 'due', on: addWorkingDays(startedOn, length.days, calendar) }
  // Asked for its check of the date only: a fixed day does not depend on the calendar.
  isWorkingDay(startedOn, calendar)
  return { kind: 'due', on: `${Number(startedOn.slice(0, 4)) + length.yearsLater}-${length.monthDay}` }
}

/**
 * How a clock stands: `running` up to and on its last day, `overdue` after it, `met` or `late` once stopped.
 * @example clockState({ due: '2027-01-22', stoppedOn: null }, '2027-01-22') // 'running'
 */
export function clockState(
  clock: { readonly due: string; readonly stoppedOn: string | null },
  today: string,
): 'running' | 'overdue' | 'met' | 'late' {
  if (clock.stoppedOn !== null) return clock.stoppedOn <= clock.due ? 'met' : 'late'
  return today <= clock.due ? 'running' : 'overdue'
}

function daysOf(id: DeadlineId): number {
  const { length } = clockRules[id]
  return length.kind === 'working-days' ? length.days : 0
}

/** Working days after the window's end within which a document must be received for D14 to hold: 30 − 14 − 7 = 9. */
export const latestHandOver = daysOf('D14') - daysOf('D12') - daysOf('D13')

export interface ObjectionChain {
  /** D12: last day for an objection. */
  readonly objectionBy: string
  /** D13: last day for the decision on an objection of that day. */
  readonly decisionBy: string
  /** D14: last day for the report, counted from the window's end. */
  readonly reportBy: string
  /** False: everybody may keep the limits, and the report can still be late. */
  readonly fits: boolean
}

/**
 * The chain hand-over → objection → decision → report, with every limit used to the full. The regulation offers no
 * extension, so the answer is a warning and nothing more.
 * Source: PermenPANRB 6/2022 p. 114–119; arithmetic of domain guide section 7.
 * @example objectionChain('2027-01-29', '2027-02-11', plainCalendar).fits // true: decided on 12 March, exactly D14
 */
export function objectionChain(windowEndsOn: string, receivedOn: string, calendar: WorkingCalendar): ObjectionChain {
  const objectionBy = addWorkingDays(receivedOn, daysOf('D12'), calendar)
  const decisionBy = addWorkingDays(objectionBy, daysOf('D13'), calendar)
  const reportBy = addWorkingDays(windowEndsOn, daysOf('D14'), calendar)
  return { objectionBy, decisionBy, reportBy, fits: decisionBy <= reportBy }
}

/**
 * Whether to remind of a hand-over: from day 9 after the window's end, and as too late for D14 after it. A received
 * document is judged by the day it was received.
 * @example handOverAdvice('2027-01-29', null, '2027-02-11', plainCalendar) // 'last-day'
 */
export function handOverAdvice(
  windowEndsOn: string,
  receivedOn: string | null,
  today: string,
  calendar: WorkingCalendar,
): 'in-time' | 'last-day' | 'report-at-risk' {
  const days = workingDaysBetween(windowEndsOn, receivedOn ?? today, calendar)
  if (days > latestHandOver) return 'report-at-risk'
  return days === latestHandOver && receivedOn === null ? 'last-day' : 'in-time'
}
