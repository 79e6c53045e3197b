import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededGenerator } from '#application/example/chance.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { staffRow } from '#application/staff/staff-row.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import type { Employee } from '#domain/model/employee.ts'
import { expectationLevels, failedStudyPredicates, predicates } from '#domain/model/levels.ts'
import type { Period } from '#domain/model/period.ts'
import { achievementIndex, employeeAchievement } from '#domain/scoring/achievement-index.ts'
import { summariseAssessment } from '#domain/scoring/assessment-summary.ts'
import { resultWeights } from '#domain/scoring/weights.ts'
import { createEnvironment } from '#engine/environment.ts'
import { createSession } from '#engine/session.ts'
import { type PersonShape, staffAgency } from './staff-agency.ts'

const score = fc.option(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })))
const result = fc.record({
  kind: fc.constantFrom('main' as const, 'additional' as const),
  weightHundredths: fc.option(fc.constantFrom(2500, 5000, 10_000)),
  score,
  target: fc.constantFrom('', '30%', '80 – 90%', 'terlaksana', '10 dokumen', '0'),
  realisation: fc.constantFrom('', '25%', '85%', '9 dokumen', 'selesai', '12'),
  indexOverride: fc.option(fc.integer({ min: 0, max: 120 })),
})
const person = fc.record({
  name: fc.string({ minLength: 1, maxLength: 12 }).map((text) => `N${text}`),
  supervisor: fc.constantFrom(null, 0),
  unit: fc.constantFrom(null, 0, 1),
  results: fc.array(result, { maxLength: 4 }),
  behaviours: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 7 }),
  workLevel: fc.option(fc.constantFrom(...expectationLevels)),
  behaviourLevel: fc.option(fc.constantFrom(...expectationLevels)),
  printedPredicate: fc.option(fc.constantFrom(...predicates)),
  studyFailed: fc.constantFrom(null, ...failedStudyPredicates),
})

/** The same row from the repositories and the domain alone. */
function slowRow(tables: ReadTables, period: Period, employee: Employee) {
  const own = { periodId: period.id, employeeId: employee.id }
  const plan = tables.workPlan.where(own)[0]
  const workResults = plan ? tables.workResult.where({ workPlanId: plan.id }) : []
  const assessment = tables.assessment.where(own)[0] ?? null
  const scores = assessment ? tables.resultScore.where({ assessmentId: assessment.id }) : []
  const behaviourScores = assessment ? tables.behaviourScore.where({ assessmentId: assessment.id }) : []
  const studyFailed = tables.placement.where(own)[0]?.studyFailed ?? null
  const summary = summariseAssessment({ workResults, scores, behaviourScores, assessment, studyFailed }, period.scoring)
  const weighed = !summary.missing.some((part) => ['no-plan', 'no-main-result', 'weights'].includes(part))
  const weights = weighed ? resultWeights(workResults, period.scoring.mainShare) : new Map<string, number>()
  const parts = workResults.flatMap((row) =>
    tables.indicator.where({ workResultId: row.id }).map((indicator) => ({
      weight: weights.get(row.id) ?? 0,
      index: achievementIndex(indicator, period.scoring.indexCap),
    })),
  )
  const achievement = weighed ? employeeAchievement(parts) : { kind: 'insufficient-data' as const }
  return {
    workScore: summary.work.kind === 'complete' ? summary.work.score : null,
    suggestedWorkLevel: summary.work.kind === 'complete' ? summary.work.suggested : null,
    behaviourScore: summary.behaviour.kind === 'complete' ? summary.behaviour.score : null,
    predicate: summary.predicate,
    missing: summary.missing,
    conflict: summary.printedConflict,
    achievement: achievement.kind === 'index' ? achievement.value : null,
    scores: workResults.map((row) => scores.find((stored) => stored.workResultId === row.id)?.score ?? null),
  }
}

describe('the staff board', () => {
  it('says of everybody what the repositories and the domain say', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 2, maxLength: 6 }), async (people) => {
        // The first is the supervisor and rates nobody but the others; nobody rates himself.
        const shapes: PersonShape[] = people.map((shape, index) =>
          index === 0 ? { ...shape, supervisor: null } : shape,
        )
        const agency = await staffAgency(shapes)
        const environment = createEnvironment({ now: () => new Date(0), random: seededGenerator(1) }, () => 'x')
        const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
        const board = await agency.call('staff.board', { periodId: agency.periodId })
        const path = agency.path('agency.timbang')
        await agency.call('workspace.close', {})
        const session = createSession({
          host: { wasmBytes: wasm, pagesChecker: null },
          environment,
          notify: () => undefined,
        })
        const { tables } = await session.open(path)
        const period = tables.period.all()[0]
        if (!period) throw new Error('no period')
        const reader = staffReader(session.database())
        const facts = reader.facts(period.id, null)
        const ratings = reader.ratingFacts(period.id, null)
        const readIndex = indexReader(period.scoring)
        for (const employee of tables.employee.all()) {
          const slow = slowRow(tables, period, employee)
          const own = facts.get(employee.id)
          if (!own) throw new Error('not on the board')
          const { feedbackCount: _, decision: __, organisationPredicate: ___, ...rating } = own
          expect(ratings.get(employee.id)).toMatchObject(rating)
          const fast = staffRow(own, period.scoring, readIndex)
          const place = board.columns.employeeId.indexOf(employee.id)
          expect(fast.workScore).toBe(slow.workScore)
          expect(fast.suggestedWorkLevel).toBe(slow.suggestedWorkLevel)
          expect(fast.behaviourScore).toBe(slow.behaviourScore)
          expect(fast.predicate).toBe(slow.predicate)
          expect(fast.flags.includes('conflict')).toBe(slow.conflict)
          expect(fast.missing.filter((code) => !code.startsWith('no-s') && !code.startsWith('no-o'))).toEqual(
            slow.missing,
          )
          if (slow.achievement === null) expect(fast.achievementIndex).toBeNull()
          else expect(fast.achievementIndex).toBeCloseTo(slow.achievement, 9)
          expect(own.results.map((row) => row.score)).toEqual(slow.scores)
          expect(board.columns.workScore[place]).toBe(slow.workScore)
        }
        session.close()
        await agency.close()
      }),
      { numRuns: 25 },
    )
  })

  it('orders names as an Indonesian register, and pages that fit together', async () => {
    const agency = await staffAgency(
      ['Yani', 'andi 10', 'Andi 2', 'Élan', 'Budi'].map((name) => ({ name, supervisor: null })),
    )
    const { periodId } = agency
    const whole = await agency.call('staff.board', { periodId })
    expect(whole.columns.name).toEqual(['Andi 2', 'andi 10', 'Budi', 'Élan', 'Yani'])
    const first = await agency.call('staff.board', { periodId, from: 0, count: 2 })
    const rest = await agency.call('staff.board', { periodId, from: 2 })
    expect(first.total).toBe(5)
    expect([...first.columns.employeeId, ...rest.columns.employeeId]).toEqual(whole.columns.employeeId)
    await agency.close()
  })

  it('gives a first page what the whole begins with, however long it is', { timeout: 60_000 }, async () => {
    const chance = seededGenerator(7)
    const letters = 'aAbBéÉcz 12'
    const name = () => `N${Array.from({ length: 3 }, () => letters[Math.floor(chance() * letters.length)]).join('')}`
    const agency = await staffAgency(Array.from({ length: 60 }, () => ({ name: name(), supervisor: null })))
    const { periodId } = agency
    const pages = []
    // First pages before the whole: once everybody has been read, pages are cut from that.
    for (const count of [1, 2, 7, 20, 59, 60, 61]) {
      pages.push(await agency.call('staff.board', { periodId, from: 0, count }))
    }
    const whole = await agency.call('staff.board', { periodId })
    for (const page of pages) {
      expect(page.total).toBe(60)
      expect(page.columns.employeeId).toEqual(whole.columns.employeeId.slice(0, page.columns.employeeId.length))
    }
    expect(pages.map((page) => page.columns.employeeId.length)).toEqual([1, 2, 7, 20, 59, 60, 60])
    await agency.close()
  })

  it('has no column for a result number nobody has', async () => {
    const agency = await staffAgency([
      { name: 'A', supervisor: null, results: [{ number: 1 }, { number: 4 }] },
      { name: 'B', supervisor: 0, results: [{ number: 2 }] },
    ])
    expect((await agency.call('staff.board', { periodId: agency.periodId })).resultNumbers).toEqual([1, 2, 4])
    await agency.close()
  })

  it('gives a column to each result number and says who has no such result', async () => {
    const agency = await staffAgency([
      { name: 'A', supervisor: null },
      { name: 'B', supervisor: 0, results: [{ score: 80 }, { score: null }] },
      { name: 'C', supervisor: 0, results: [{ score: 70 }] },
    ])
    const board = await agency.call('staff.board', { periodId: agency.periodId })
    expect(board.resultNumbers).toEqual([1, 2])
    expect(board.columns.results[1]).toEqual({ planned: [false, true, false], scores: [null, null, null] })
    expect(board.columns.results[0]?.scores).toEqual([null, 80, 70])
    expect(board.columns.missing[1]).toContain('work-scores')
    expect(board.columns.workScore).toEqual([null, null, 70])
    expect(board.supervisors).toEqual([{ id: agency.ids[0], name: 'A' }])
    await agency.close()
  })

  it('shows indicators with the weight of their result, also where other results have none', async () => {
    const agency = await staffAgency([
      { name: 'A', supervisor: null },
      {
        name: 'B',
        supervisor: 0,
        results: [
          { target: '30%', realisation: '25%' },
          { kind: 'additional', target: 'terlaksana' },
        ],
      },
    ])
    const { columns, total } = await agency.call('staff.indicatorBoard', { periodId: agency.periodId })
    expect(total).toBe(2)
    expect(columns.weight).toEqual([80, 20].map((weight) => expect.closeTo(weight, 9)))
    expect(columns.index[0]).toBeCloseTo(83.3333, 3)
    expect(columns.index[1]).toBeNull()
    expect(columns.indexWhy).toEqual(['', 'no-realisation'])
    await agency.close()
  })
})
