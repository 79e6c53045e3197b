import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodCalendar } from '#domain/rules/period-calendar.ts'
import { policyPacks } from '#engine/policy.ts'
import { idTexts } from '#renderer/i18n/catalogue.ts'
import {
  firstPeriod,
  fitCycle,
  following,
  lastEnded,
  ordinalsOf,
  periodProblem,
  rulePackChoices,
} from '#renderer/ui/agency/period-draft.ts'

const days = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the first period offered', () => {
  it('is the quarter that is over', () => {
    expect(lastEnded('quarterly', '2026-11-23')).toEqual({ year: 2026, ordinal: 3 })
    expect(lastEnded('quarterly', '2026-02-01')).toEqual({ year: 2025, ordinal: 4 })
    expect(lastEnded('monthly', '2026-01-31')).toEqual({ year: 2025, ordinal: 12 })
  })

  it('has ended before the day, and the next one has not', () => {
    fc.assert(
      fc.property(fc.constantFrom('quarterly' as const, 'monthly' as const), days, (cycle, day) => {
        const { year, ordinal } = lastEnded(cycle, day)
        const next = following({ kind: cycle, year, ordinal })
        expect(periodCalendar(cycle, year, ordinal).endsOn < day).toBe(true)
        expect(periodCalendar(cycle, next.year, next.ordinal).endsOn >= day).toBe(true)
      }),
    )
  })

  it('follows the agency’s cycle', () => {
    const quarter = firstPeriod('quarterly', '2026-11-23')
    expect(fitCycle(quarter, 'monthly', '2026-11-23')).toMatchObject({ kind: 'monthly', ordinal: 10 })
    expect(fitCycle({ ...quarter, kind: 'annual', ordinal: 1 }, 'monthly', '2026-11-23').kind).toBe('annual')
  })
})

describe('what keeps a draft from being a period', () => {
  const draft = firstPeriod('quarterly', '2026-11-23')
  it('is nothing at first', () => expect(periodProblem(draft)).toBeNull())
  it.each([
    [{ year: 1999 }, 'year'],
    [{ ordinal: ordinalsOf('quarterly') + 1 }, 'year'],
    [{ windowStartsOn: '2026-10-01' }, 'window-half'],
    [{ windowStartsOn: '2026-10-02', windowEndsOn: '2026-10-01' }, 'window-order'],
    [{ windowStartsOn: '2026-05-01', windowEndsOn: '2026-06-30' }, 'window-early'],
  ] as const)('%o is %s', (change, problem) => expect(periodProblem({ ...draft, ...change })).toBe(problem))
})

describe('the rule packs offered before a file is open', () => {
  it('are exactly the engine’s, with their confidence and title', () => {
    const titles = idTexts.agency as Readonly<Record<string, string>>
    expect(
      rulePackChoices.map(({ id, confidence, text }) => ({
        id,
        confidence,
        title: titles[text.replace('agency.', '')],
      })),
    ).toEqual(policyPacks.map((pack) => ({ id: pack.id, confidence: pack.confidence, title: pack.title.id })))
  })
})
