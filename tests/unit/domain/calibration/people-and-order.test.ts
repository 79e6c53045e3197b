import { describe, expect, it } from 'vitest'
import { agendaOrder } from '#domain/calibration/agenda-order.ts'
import { calibrate } from '#domain/calibration/calibrate.ts'
import type { RatedCase } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import type { CaseScores } from '#domain/calibration/score-proposals.ts'
import { yearJump } from '#domain/calibration/year-jump.ts'
import { aCase, anOffice } from '#tests/support/rated-cases.ts'

const office = anOffice({ seed: 31, supervisors: 10, size: 10 })
const changed = (place: number, change: Partial<RatedCase>) => ({
  ...office,
  cases: office.cases.map((one, index) => (index === place ? { ...one, ...change } : one)),
})

describe('individuals', () => {
  it('a score far above what everything else says leads the list of the favoured, strongly', () => {
    const raised = changed(37, { score: (office.cases[37]?.score ?? 0) + 22 })
    const result = calibrate(raised)
    const [first] = result.lookFirst.favoured
    const found = result.cases[first ?? -1]
    expect(found?.employee).toBe(office.cases[37]?.employee)
    expect(found?.individual).toMatchObject({ kind: 'value', isStrong: true })
    const finding = result.findings.find(({ code }) => code === 'individual-favoured')
    expect(finding).toMatchObject({ employee: found?.employee, hitsLow: 31, hitsHigh: 36, isStrong: true })
    // Control: an ordinary office has no strong flag.
    expect(calibrate(office).cases.some(({ individual }) => individual.kind === 'value' && individual.isStrong)).toBe(
      false,
    )
  })

  it('a score far below leads the list of the penalised', () => {
    const result = calibrate(changed(52, { score: (office.cases[52]?.score ?? 0) - 22 }))
    expect(result.cases[result.lookFirst.penalised[0] ?? -1]?.employee).toBe(office.cases[52]?.employee)
    expect(result.findings.find(({ code }) => code === 'individual-penalised')).toMatchObject({
      points: expect.any(Number),
    })
  })

  it('lists a twentieth on either side, nobody on both', () => {
    const { favoured, penalised, tested } = calibrate(office).lookFirst
    expect([favoured.length, penalised.length, tested]).toEqual([5, 5, 100])
    expect(favoured.filter((place) => penalised.includes(place))).toEqual([])
  })

  it('declared closeness changes the order and nothing else', () => {
    const plain = calibrate(office)
    const [, second] = plain.lookFirst.favoured
    const close = calibrate(changed(second ?? -1, { isDeclaredClose: true }))
    const figure = (result: typeof plain) => result.cases[second ?? -1]?.individual
    const [before, after] = [figure(plain), figure(close)]
    if (before?.kind !== 'value' || after?.kind !== 'value') throw new Error('not told')
    expect(after).toEqual({ ...before, order: before.z + 1 })
    expect(close.lookFirst.favoured[0]).toBe(second)
    expect(close.lookFirst.penalised).toEqual(plain.lookFirst.penalised)
    expect(close.cases.map(({ proposal }) => proposal)).toEqual(plain.cases.map(({ proposal }) => proposal))
    expect(close.agenda).toEqual(plain.agenda)
  })
})

describe('agenda', () => {
  const scores = (score: number, uncertainty: number): CaseScores => ({
    proposal: { kind: 'proposed', raw: score, shift: 0, score, low: 0, high: 100, isLimited: false, isClipped: false },
    advice: { kind: 'cannot-tell', because: 'needs-panel' },
    uncertainty,
  })
  const options = { ...standardOptions, bands: [70, 90] }
  const agendaValue = (one: Partial<RatedCase>, own: CaseScores) => {
    const [found] = agendaOrder([aCase(one)], [own], [], options)
    if (found === undefined) throw new Error('not on the agenda')
    return found
  }

  it('is uncertainty times nearness times one plus flags', () => {
    const found = agendaValue({ score: 88, rules: ['conflict', 'jump'] }, scores(88, 4))
    expect(found).toMatchObject({ uncertainty: 4, flags: 2, nearness: expect.closeTo(Math.exp(-1 / 8), 12) })
    expect(found.value).toBeCloseTo(4 * Math.exp(-1 / 8) * 3, 12)
  })

  it('rises with nearness to an edge, with uncertainty and with rules; a proposal in another level counts as one', () => {
    const base = agendaValue({ score: 80 }, scores(80, 4)).value
    expect(agendaValue({ score: 88 }, scores(88, 4)).value).toBeGreaterThan(base)
    expect(agendaValue({ score: 80 }, scores(80, 6)).value).toBeGreaterThan(base)
    expect(agendaValue({ score: 80, rules: ['differs'] }, scores(80, 4)).value).toBe(2 * base)
    expect(agendaValue({ score: 91 }, scores(89, 4)).flags).toBe(1)
  })

  it('leaves out people without a score and keeps the order of equals', () => {
    const cases = [aCase({ score: null }), aCase({ employee: 'e2' }), aCase({ employee: 'e3' })]
    const order = agendaOrder(cases, [scores(80, 4), scores(80, 4), scores(80, 4)], [], options)
    expect(order.map(({ employee }) => employee)).toEqual(['e2', 'e3'])
  })

  it('stands in falling order of value', () => {
    const values = calibrate(office, options).agenda.map(({ value }) => value)
    expect(values).toHaveLength(100)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
  })
})

describe('jump since the former period', () => {
  const withFormer = (more: number) =>
    office.cases.map((one, place) => ({
      ...one,
      former: {
        supervisor: place < 50 ? one.supervisor : 'someone',
        score: (one.score ?? 0) - ((place * 13) % 5) - (place === 8 ? more : 0),
        achievement: (one.achievement ?? 0) - ((place * 7) % 6),
      },
    }))

  it('finds the one who jumped, and whether the supervisor is new', () => {
    const found = yearJump(withFormer(25), standardOptions)
    if (found.kind !== 'value') throw new Error(found.because)
    const flagged = found.jumps.filter(({ isFlagged }) => isFlagged)
    expect(flagged).toHaveLength(1)
    expect(flagged[0]).toMatchObject({ employee: office.cases[8]?.employee, isNewSupervisor: false })
    expect(flagged[0]?.unexplained).toBeGreaterThan(20)
    expect(found.jumps.at(-1)?.isNewSupervisor).toBe(true)
    const quiet = yearJump(withFormer(0), standardOptions)
    expect(quiet.kind === 'value' && quiet.jumps.some(({ isFlagged }) => isFlagged)).toBe(false)
  })

  it('says nothing without a former period', () => {
    expect(yearJump(office.cases, standardOptions)).toEqual({ kind: 'cannot-tell', because: 'no-former-period' })
  })
})
