import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '#renderer/app/query-client.ts'
import type { StaffPage } from '#renderer/screens/staff/board-rows.ts'
import { readAhead } from '#renderer/screens/staff/read-ahead.ts'
import { readBoard } from '#renderer/screens/staff/read-board.ts'
import { installBridge, ok } from '#tests/screens/ui/fake-bridge.ts'

interface PageInput {
  readonly from: number
  readonly count: number | null
}

let trailLength = 1
beforeEach(() => {
  trailLength = 1
  // The browser of these tests has no idle time.
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run))
})

/** An engine with 3,000 people of whom only the ids are known. */
function manyPeople() {
  const page = (input: unknown) => {
    const { from = 0, count = null } = input as Partial<PageInput>
    const ids = Array.from({ length: 3_000 }, (_, index) => `p${index}`)
    const known = {
      employeeId: ids.slice(from, count === null ? undefined : from + count),
      results: [],
      behaviours: [],
    }
    const columns = new Proxy(known, { get: (target, name) => Reflect.get(target, name) ?? [] })
    return ok({
      columns,
      total: ids.length,
      from,
      resultNumbers: [],
      supervisors: [],
      trailLength,
    } as unknown as StaffPage)
  }
  return installBridge({ 'staff.board': page })
}

const client = () => createQueryClient({ refused: () => undefined, done: () => undefined })
const asked = (calls: ReturnType<typeof manyPeople>['calls']) => calls.map(({ input }) => (input as PageInput).from)

describe('reading the staff board', () => {
  it('begins with the page that was read ahead, once', async () => {
    const { calls } = manyPeople()
    const queries = client()
    await readAhead(queries, 'p3')
    expect(asked(calls)).toEqual([0])
    const shown: number[] = []
    const board = await readBoard({ periodId: 'p3', client: queries, show: ({ rows }) => shown.push(rows.length) })
    expect(board.rows.map((row) => row.id)).toEqual(Array.from({ length: 3_000 }, (_, index) => `p${index}`))
    expect(asked(calls)).toEqual([0, 80, 2_080])
    expect(shown).toEqual([80, 2_080])
    // The page was taken out: another reading asks anew.
    await readBoard({ periodId: 'p3', client: queries, show: () => undefined })
    expect(asked(calls)).toEqual([0, 80, 2_080, 0, 80, 2_080])
  })

  it('reads a page anew that a change has made stale meanwhile', async () => {
    const { calls } = manyPeople()
    const queries = client()
    await readAhead(queries, 'p3')
    await queries.invalidateQueries({ queryKey: ['staff'] })
    await readBoard({ periodId: 'p3', client: queries, show: () => undefined })
    expect(asked(calls)).toEqual([0, 0, 80, 2_080])
  })

  it('reads everything in one piece when somebody wrote between two pages', async () => {
    const { calls } = manyPeople()
    const queries = client()
    await readAhead(queries, 'p3')
    trailLength = 2
    const board = await readBoard({ periodId: 'p3', client: queries, show: () => undefined })
    expect(board.rows).toHaveLength(3_000)
    expect(asked(calls)).toEqual([0, 80, undefined])
  })
})
