import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrder, readDateCell } from '#domain/import/column-dates.ts'
import { decimalMark, readNumberCell } from '#domain/import/column-numbers.ts'

const text = (value: string) => ({ kind: 'text', text: value }) as const

describe('the decimal mark of a column', () => {
  it.each([
    [['83,5', '1.234'], 'comma'],
    [['83.5', '1,234'], 'point'],
    [['1.234'], 'undecidable'],
    [['1,234', '12,345'], 'undecidable'],
    [['90', '85'], 'comma'],
    [['1.234.567'], 'comma'],
    [['22.009.951.244,5'], 'comma'],
  ])('of %j is %s', (texts, mark) => expect(decimalMark(texts)).toBe(mark))

  it('reads figures, and refuses words instead of making them 0', () => {
    expect(readNumberCell(text('83,5'), 'comma')).toEqual({ kind: 'value', value: 83.5 })
    expect(readNumberCell(text('83.5'), 'comma')).toEqual({ kind: 'value', value: 83.5 })
    expect(readNumberCell(text('1.234'), 'comma')).toEqual({ kind: 'value', value: 1234 })
    expect(readNumberCell(text('1.234'), 'point')).toEqual({ kind: 'value', value: 1.234 })
    expect(readNumberCell(text('delapan puluh'), 'comma')).toEqual({ kind: 'refused', reason: 'text-in-number' })
    expect(readNumberCell({ kind: 'error', shown: '#N/A' }, 'comma')).toEqual({ kind: 'refused', reason: 'cell-error' })
  })

  it('gives back every score written the Indonesian way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (hundredths) => {
        const written = hundredths.map((value) => (value / 100).toFixed(2).replace('.', ','))
        const mark = decimalMark(written)
        for (const [index, value] of hundredths.entries()) {
          expect(readNumberCell(text(written[index] ?? ''), mark)).toEqual({ kind: 'value', value: value / 100 })
        }
      }),
    )
  })
})

describe('the order of dates in a column', () => {
  it.each([
    [['22/11/2026', '03/04/2026'], 'day-first'],
    [['11/22/2026', '03/04/2026'], 'month-first'],
    [['03/04/2026'], 'ambiguous'],
    [['22/11/2026', '11/22/2026'], 'mixed'],
    [['2026-11-22'], 'day-first'],
    [['05/05/2026'], 'day-first'],
  ])('of %j is %s', (texts, order) => expect(dateOrder(texts)).toBe(order))

  it.each([
    ['22/11/2026', '2026-11-22'],
    ['22-11-26', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['22 Nopember 2026', '2026-11-22'],
    ["Jum'at, 6 Pebruari 2026", '2026-02-06'],
    ['22 Agt 2026', '2026-08-22'],
    ['2025/02/17 3:37:05 PM GMT+8', '2025-02-17'],
    ['46348', '2026-11-22'],
  ])('reads %s as %s', (written, iso) =>
    expect(readDateCell(text(written), 'day-first')).toEqual({ kind: 'date', iso }),
  )

  it.each(['31/02/2026', '22 Novembre 2026', 'kemarin', '2026-13-01'])('refuses %s', (written) => {
    expect(readDateCell(text(written), 'day-first')).toEqual({ kind: 'refused' })
  })
})
