import type { CallInput } from '#contract/contracts.ts'
import { periodCalendar } from '#domain/rules/period-calendar.ts'

type NewPeriod = CallInput<'workspace.create'>['period']

/** The period as it stands on the form; dates are texts, empty when not fixed. */
export interface PeriodDraft {
  readonly kind: NewPeriod['kind']
  readonly year: number
  readonly ordinal: number
  readonly windowStartsOn: string
  readonly windowEndsOn: string
  /** True while what stands in a date field is no day. */
  readonly windowUnread?: boolean
  readonly rulePacks: readonly string[]
}

export type Cycle = 'quarterly' | 'monthly'

/** Rule packs Timbang carries. `required`: the main regulation is always in force. */
export const rulePackChoices = [
  { id: 'permenpanrb-6-2022', confidence: 'R', required: true, text: 'agency.packMain' },
  { id: 'se-menpanrb-3-2023', confidence: 'S', required: false, text: 'agency.packGuide' },
] as const

/** How many periods of a kind a year has. */
export const ordinalsOf = (kind: PeriodDraft['kind']): number => ({ annual: 1, quarterly: 4, monthly: 12 })[kind]

/**
 * The period an office evaluates now: the last one of its cycle that is over on a day.
 * @example lastEnded('quarterly', '2026-11-23') // { year: 2026, ordinal: 3 }
 */
export function lastEnded(cycle: Cycle, today: string): { readonly year: number; readonly ordinal: number } {
  const year = Number(today.slice(0, 4))
  const months = cycle === 'quarterly' ? 3 : 1
  const ended = Math.floor((Number(today.slice(5, 7)) - 1) / months)
  return ended === 0 ? { year: year - 1, ordinal: ordinalsOf(cycle) } : { year, ordinal: ended }
}

/** The period after another one of its kind. */
export function following(
  period: Pick<PeriodDraft, 'kind' | 'year' | 'ordinal'>,
): Pick<PeriodDraft, 'year' | 'ordinal'> {
  return period.ordinal < ordinalsOf(period.kind)
    ? { year: period.year, ordinal: period.ordinal + 1 }
    : { year: period.year + 1, ordinal: 1 }
}

/** Today by the laptop's calendar, `YYYY-MM-DD`: only a suggestion, the agency's own day stands in documents. */
export function localDay(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function firstPeriod(cycle: Cycle, today: string): PeriodDraft {
  return {
    kind: cycle,
    ...lastEnded(cycle, today),
    windowStartsOn: '',
    windowEndsOn: '',
    rulePacks: rulePackChoices.map((pack) => pack.id),
  }
}

/** Follows a change of the agency's cycle: a monthly agency has no quarters. */
export function fitCycle(draft: PeriodDraft, cycle: Cycle, today: string): PeriodDraft {
  return draft.kind === 'annual' || draft.kind === cycle ? draft : { ...draft, kind: cycle, ...lastEnded(cycle, today) }
}

export type PeriodProblem = 'year' | 'window-unread' | 'window-half' | 'window-order' | 'window-early'

/** What keeps the draft from being a period, or null. */
export function periodProblem(draft: PeriodDraft): PeriodProblem | null {
  const { year, ordinal, kind, windowStartsOn: from, windowEndsOn: to } = draft
  if (!Number.isInteger(year) || year < 2000 || year > 2100 || ordinal > ordinalsOf(kind)) return 'year'
  if (draft.windowUnread === true) return 'window-unread'
  if ((from === '') !== (to === '')) return 'window-half'
  if (from !== '' && to < from) return 'window-order'
  return from !== '' && to < periodCalendar(kind, year, ordinal).startsOn ? 'window-early' : null
}

export function periodToSave(draft: PeriodDraft): NewPeriod {
  const { windowStartsOn, windowEndsOn, windowUnread: _, rulePacks, ...rest } = draft
  return {
    ...rest,
    rulePacks: [...rulePacks],
    windowStartsOn: windowStartsOn === '' ? null : windowStartsOn,
    windowEndsOn: windowEndsOn === '' ? null : windowEndsOn,
  }
}
