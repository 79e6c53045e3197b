import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOutput } from '#contract/contracts.ts'
import { predicates } from '#domain/model/levels.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

describe('overview of the example agency', () => {
  let app: TestEngine
  let periodId = ''
  let overview: CallOutput<'overview.get'>
  let staff: CallOutput<'staff.board'>

  beforeAll(async () => {
    app = testEngine()
    const status = await app.call('workspace.createExample', { path: app.path('x.timbang'), seed: 1, jobId: 'j' })
    periodId = status?.periods[0]?.id ?? ''
    overview = await app.call('overview.get', { periodId })
    staff = await app.call('staff.board', { periodId })
  })
  afterAll(() => app.close())

  const singles = () => overview.pools.filter((pool) => pool.kind === 'unit')
  const step = (kind: string) => overview.steps.find((each) => each.kind === kind)

  it('counts the same people and predicates as the staff grid', () => {
    const { columns } = staff
    expect(overview.counts.people).toBe(columns.rated.filter((rated) => rated).length)
    expect(overview.counts.rated).toBe(columns.predicate.filter((predicate) => predicate !== null).length)
    for (const predicate of predicates) {
      const inPools = singles().reduce((sum, pool) => sum + pool.counts[predicate], 0)
      expect(inPools).toBe(columns.predicate.filter((each) => each === predicate).length)
    }
  })

  it('puts everyone into exactly one unit pool, and unions hold just their units', () => {
    expect(singles().reduce((sum, pool) => sum + pool.people, 0) + overview.unpooled).toBe(overview.counts.people)
    for (const union of overview.pools.filter((pool) => pool.kind === 'union')) {
      const parts = singles().filter((pool) => union.unitIds.includes(pool.id))
      expect(parts.map((pool) => pool.organisationPredicate)).toEqual(parts.map(() => union.organisationPredicate))
      expect(parts.reduce((sum, pool) => sum + pool.people, 0)).toBe(union.people)
    }
  })

  it('measures every pool against the drawn shape, the same to the last digit every time', async () => {
    const fits = await app.call('overview.distribution', { periodId })
    expect(fits.pools.map(({ id, counts }) => ({ id, counts }))).toEqual(
      overview.pools.map(({ id, counts }) => ({ id, counts })),
    )
    for (const { rated, expected, fit, distance } of fits.pools) {
      expect(predicates.reduce((sum, predicate) => sum + expected[predicate], 0)).toBeCloseTo(rated, 9)
      if (rated < 20) expect(fit).toEqual({ kind: 'insufficient-data', n: rated, required: 20 })
      else expect(fit).toMatchObject({ kind: 'value', n: rated, df: 4 })
      if (distance?.kind === 'value') expect(distance.movedShare).toBeLessThanOrEqual(distance.value + 1e-12)
    }
    // Far more people are rated good than the shape has: beyond chance.
    const [largest] = fits.pools
    expect(largest?.fit?.kind === 'value' && largest.fit.pG).toBeLessThan(0.001)
    expect(await app.call('overview.distribution', { periodId })).toEqual(fits)
  })

  it('agrees with the pool sizes of the organisation panel', async () => {
    const { units } = await app.call('organisation.get', { periodId })
    for (const pool of singles()) expect(units.find((unit) => unit.unitId === pool.id)?.people).toBe(pool.people)
  })

  it('never calls a pool under ten people a departure', () => {
    const small = singles().filter((pool) => pool.people < 10)
    expect(small.length).toBeGreaterThan(0)
    for (const pool of small) expect(pool).toMatchObject({ small: true, departs: false })
  })

  it('asks for the reason of each departing unit, until it is written', async () => {
    const departing = singles().filter((pool) => pool.departs)
    expect(step('write-pattern-reasons')?.count).toBe(departing.length)
    const [unit] = departing
    await app.call('organisation.setPatternReason', { periodId, unitId: unit?.id ?? '', reason: 'Tim baru dibentuk.' })
    const after = await app.call('overview.get', { periodId })
    expect(after.steps.find((each) => each.kind === 'write-pattern-reasons')?.count ?? 0).toBe(departing.length - 1)
    expect(after.pools.find((pool) => pool.id === unit?.id)?.reason).toBe('Tim baru dibentuk.')
    await app.call('history.undo', {})
  })

  it('names the people who are not complete, and the meeting that is missing', () => {
    expect(step('complete-people')?.count).toBe(overview.counts.incomplete)
    expect(step('plan-meeting')).toMatchObject({ place: 'meeting' })
    expect(overview.meeting).toBeNull()
  })

  it('without the pack of numbers shows the curve and no limit', async () => {
    await app.call('organisation.setRulePacks', { periodId, rulePacks: ['permenpanrb-6-2022'] })
    const bare = await app.call('overview.get', { periodId })
    expect(bare.limitsInForce).toBe(false)
    expect(bare.pools.flatMap((pool) => pool.limits)).toEqual([])
    expect(bare.pools[0]?.guide.good).toBeGreaterThan(0)
    await app.call('history.undo', {})
  })

  it('takes people out of the pools when their unit loses its predicate', async () => {
    const [unit] = singles()
    await app.call('organisation.setResult', { periodId, unitIds: [unit?.id ?? ''], result: null })
    const after = await app.call('overview.get', { periodId })
    expect(after.unpooled).toBe(unit?.people)
    expect(after.steps.find((each) => each.kind === 'set-organisation')).toMatchObject({ count: 1, urgent: true })
    await app.call('history.undo', {})
  })

  it('runs the clocks in working days from the window', () => {
    const clock = (kind: string) => overview.clocks.find((each) => each.kind === kind)
    // Monday 23 November to Friday 27 November; then thirty working days.
    expect(clock('window')).toMatchObject({ state: 'running', dueOn: '2026-11-27', left: 4 })
    expect(clock('report')).toMatchObject({ state: 'running', dueOn: '2027-01-08', length: 30, left: 34 })
    expect(clock('handover')).toMatchObject({ state: 'waiting', length: 14 })
  })

  it('tells when data came in: a former period stays as it was when only the latest is edited', async () => {
    const status = await app.call('workspace.status', {})
    const former = status?.periods[1]?.id ?? ''
    app.setNow('2026-11-24T03:00:00.000Z')
    const employeeId = staff.columns.employeeId.find((_, row) => staff.columns.scoredCount[row] !== 0) ?? ''
    await app.call('staff.recordCells', {
      periodId,
      cells: [{ employeeId, field: 'resultScore', key: '1', text: '81' }],
    })
    const fresh = async (id: string, kind: string) =>
      (await app.call('overview.get', { periodId: id })).data.find((row) => row.kind === kind)?.freshAt
    expect(await fresh(periodId, 'work-scores')).toBe('2026-11-24T03:00:00.000Z')
    expect(await fresh(periodId, 'feedback')).toBe('2026-11-23T02:00:00.000Z')
    expect(await fresh(former, 'work-scores')).toBe('2026-11-23T02:00:00.000Z')
  })
})

describe('overview of an empty period', () => {
  it('stands with nothing in it, and says what to do first', async () => {
    const app = testEngine()
    const status = await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
    const overview = await app.call('overview.get', { periodId: status?.periods[0]?.id ?? '' })
    expect(overview).toMatchObject({ counts: { people: 0, rated: 0 }, pools: [], lastDataAt: null })
    expect(overview.steps.map((step) => step.kind)).toEqual(['set-window', 'plan-meeting'])
    expect(overview.clocks.map((clock) => clock.state)).toEqual(['unset', 'waiting', 'waiting', 'unset'])
    await app.close()
  })
})
