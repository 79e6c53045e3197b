import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReplay } from '#domain/ledger/replay.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const change = (seq: number, rowId: string, before: string | null, after: string | null) => ({
  ...{ seq, ordinal: 0, table: 'unit', rowId },
  ...{ before: before === null ? null : hash(before), after: after === null ? null : hash(after) },
})

describe('replay', () => {
  it('ends where a plain table ends, whatever was written', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.string()))
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const replay = createReplay()
        const table = new Map<string, string>()
        steps.forEach(([id, text], index) => {
          const before = table.get(id) ?? null
          if (before === null && text === null) return
          if (text === null) table.delete(id)
          else table.set(id, text)
          expect(replay.apply(change(index, id, before, text))).toBe(true)
        })
        for (const [id, text] of table) expect(replay.meet('unit', id, hash(text))).toBe('same')
        expect([...replay.unmet()]).toEqual([])
        for (const id of ['a', 'b', 'c', 'd'])
          if (!table.has(id)) expect(replay.meet('unit', id, hash('x'))).toBe('unknown')
      }),
    )
  })

  it('notices a change that starts from another state', () => {
    const replay = createReplay()
    expect(replay.apply(change(1, 'a', null, '1'))).toBe(true)
    expect(replay.apply(change(2, 'a', '0', '2'))).toBe(false)
    expect(replay.apply(change(3, 'a', null, '3'))).toBe(false)
    expect(replay.apply(change(4, 'b', '1', null))).toBe(false)
    expect(replay.apply(change(5, 'a', '3', '4'))).toBe(true)
    expect(replay.placeOf('unit', 'a')).toMatchObject({ seq: 5, ordinal: 0 })
    expect(replay.placeOf('unit', 'b')).toBeNull()
  })

  it('knows rows of the file that differ, and those never met', () => {
    const replay = createReplay()
    for (const id of ['a', 'b', 'c']) replay.apply(change(1, id, null, '1'))
    expect(replay.meet('unit', 'a', hash('2'))).toBe('changed')
    expect(replay.meet('note', 'a', hash('1'))).toBe('unknown')
    expect([...replay.unmet()].map(({ rowId }) => rowId)).toEqual(['b', 'c'])
    replay.startMeeting()
    replay.apply(change(2, 'b', '1', '2'))
    replay.apply(change(2, 'd', null, '1'))
    expect([...replay.unmet()].map(({ rowId }) => rowId)).toEqual(['c'])
  })
})
