import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReplay, createReplayPart } from '#domain/ledger/replay.ts'

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

  it('ends in the same place when a part of the changes was followed elsewhere', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.constantFrom('1', '2', '3')))
    fc.assert(
      fc.property(fc.array(step), fc.nat(), (steps, cut) => {
        const table = new Map<string, string>()
        const changes = steps.flatMap(([id, text], index) => {
          const before = table.get(id) ?? null
          if (before === null && text === null) return []
          if (text === null) table.delete(id)
          else table.set(id, text)
          return [change(index, id, before, text)]
        })
        const middle = cut % (changes.length + 1)
        const [whole, half, part] = [createReplay(), createReplay(), createReplayPart()]
        for (const one of changes) whole.apply(one)
        for (const one of changes.slice(0, middle)) half.apply(one)
        for (const one of changes.slice(middle)) expect(part.apply(one)).toBe(true)
        expect(half.join(part.rows())).toBe(true)
        for (const id of ['a', 'b', 'c', 'd']) {
          expect(half.placeOf('unit', id)).toEqual(whole.placeOf('unit', id))
          const text = hash(table.get(id) ?? '')
          expect(half.meet('unit', id, text)).toBe(whole.meet('unit', id, text))
        }
      }),
    )
  })

  it('takes nothing of a part that starts from another state', () => {
    const [replay, part] = [createReplay(), createReplayPart()]
    for (const id of ['a', 'b']) replay.apply(change(1, id, null, '1'))
    part.apply(change(2, 'a', '1', '2'))
    part.apply(change(3, 'b', '0', '2'))
    expect(replay.join(part.rows())).toBe(false)
    expect(replay.placeOf('unit', 'a')).toMatchObject({ seq: 1 })
    const gone = createReplayPart()
    gone.apply(change(2, 'c', '1', null))
    expect(replay.join(gone.rows())).toBe(false)
  })

  it('notices within a part what does not follow', () => {
    const part = createReplayPart()
    expect([part.apply(change(2, 'a', '1', '2')), part.apply(change(3, 'a', '1', '3'))]).toEqual([true, false])
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
