import { describe, expect, it } from 'vitest'
import { isoDateOf, writtenDate } from '#renderer/ui/written-date.ts'

describe('a day as offices write it', () => {
  it('is read day first, with any of the usual separators', () => {
    expect(['7/2/2026', '07-02-2026', ' 7.2.2026 '].map(isoDateOf)).toEqual(['2026-02-07', '2026-02-07', '2026-02-07'])
  })

  it('is refused when there is no such day', () => {
    expect(['31/2/2026', '29/2/2026', '2026-02-07', '7/13/2026', '0/1/2026', 'besok', ''].map(isoDateOf)).toEqual(
      Array.from({ length: 7 }, () => null),
    )
    expect(isoDateOf('29/2/2028')).toBe('2028-02-29')
  })

  it('is written back as it was read', () => {
    expect(writtenDate('2026-11-27')).toBe('27/11/2026')
    expect(isoDateOf(writtenDate('2026-11-27'))).toBe('2026-11-27')
    expect(writtenDate('')).toBe('')
  })
})
