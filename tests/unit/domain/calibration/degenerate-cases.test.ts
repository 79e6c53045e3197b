import { describe, expect, it } from 'vitest'
import { calibrate } from '#domain/calibration/calibrate.ts'
import type { CalibrationInput, RatedCase } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { aCase, anOffice, brokenFigures } from '#tests/support/rated-cases.ts'

// The table of degenerate cases (calibration guide 5.1), one by one. Each answer is tagged and the rest stays useful.

const of = (cases: readonly RatedCase[], panel: CalibrationInput['panel'] = []): CalibrationInput => ({
  dimension: 'work-results',
  cases,
  panel,
})

const team = (supervisor: string, scores: readonly (number | null)[], more: Partial<RatedCase> = {}) =>
  scores.map((score, place) =>
    aCase({ supervisor, employee: `${supervisor}-${place}`, score, achievement: 95 + ((place * 7) % 12), ...more }),
  )

const ordinary = anOffice({ seed: 11, supervisors: 10, size: 6, leniencies: [8] }).cases

const codes = (result: CalibrationResult) => result.findings.map(({ code }) => code)
const supervisor = (result: CalibrationResult, name: string) => {
  const found = result.supervisors.find((one) => one.supervisor === name)
  if (found === undefined) throw new Error(`${name} is missing`)
  return found
}
const proposalsOf = (result: CalibrationResult, name: string) =>
  result.cases.filter((one) => one.supervisor === name).map(({ proposal }) => proposal)

describe('degenerate cases', () => {
  it('nobody at all', () => {
    const result = calibrate(of([]))
    expect(result.model).toMatchObject({ main: 'none', refusal: 'no-rows' })
    expect(codes(result)).toEqual(['not-fitted'])
  })

  it('a team of one: shrunk, no shift, no habits; supervisor and person cannot be told apart', () => {
    const result = calibrate(of([...ordinary, ...team('z', [95])]))
    const one = supervisor(result, 'z')
    expect(one.leniency.kind).toBe('value')
    expect(one.notEnough).toContain('few-people')
    expect(one.habits).toMatchObject({
      spread: { kind: 'insufficient-data' },
      halo: { kind: 'insufficient-data' },
      agreement: { kind: 'insufficient-data' },
    })
    expect(proposalsOf(result, 'z')).toMatchObject([{ kind: 'unchanged', raw: 95 }])
    expect(result.cases.find((each) => each.supervisor === 'z')?.individual).toMatchObject({ isAlone: true })
    expect(result.findings).toContainEqual({ code: 'person-not-separable', supervisor: 'z' })
    // Control: three people are enough to be judged as a team.
    const three = calibrate(of([...ordinary, ...team('z', [95, 92, 96])]))
    expect(supervisor(three, 'z').notEnough).not.toContain('few-people')
  })

  it('one supervisor: no Model A, people against the line through their achievement', () => {
    const result = calibrate(of(team('a', [70, 75, 82, 90, 71, 66])))
    expect(result.model).toMatchObject({ main: 'none', refusal: 'one-group' })
    expect(result.findings[0]).toEqual({ code: 'not-fitted', because: 'one-group' })
    expect(supervisor(result, 'a')).toMatchObject({ leniency: { kind: 'cannot-tell' }, notEnough: ['not-fitted'] })
    expect(proposalsOf(result, 'a').every((one) => one.kind === 'unchanged')).toBe(true)
    expect(result.cases.every((one) => one.individual.kind === 'value')).toBe(true)
    expect(result.agenda).toHaveLength(6)
  })

  it('fewer than eight supervisors: fitted, said, nobody flagged', () => {
    const lenient = { seed: 3, size: 12, leniencies: [14] }
    const few = calibrate(anOffice({ ...lenient, supervisors: 7 }))
    expect(few.model.main).toBe('A')
    expect(few.supervisors.every(({ flag }) => flag === null)).toBe(true)
    expect(few.findings).toContainEqual({ code: 'few-supervisors', supervisors: 7, required: 8 })
    // Supervisors who gave no score are none to compare with.
    const silent = [...few.cases.keys()].slice(0, 3).map((k) => aCase({ supervisor: `t${k}`, score: null }))
    const seven = anOffice({ ...lenient, supervisors: 7 })
    expect(codes(calibrate({ ...seven, cases: [...seven.cases, ...silent] }))).toContain('few-supervisors')
    // Control: the same supervisor among more is flagged.
    const eight = calibrate(anOffice({ ...lenient, supervisors: 12 }))
    expect(supervisor(eight, 's00').flag?.direction).toBe('lenient')
    expect(codes(eight)).not.toContain('few-supervisors')
  })

  it('no variance between supervisors: all effects zero, said in words, no shift', () => {
    const cases = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((name) => team(name, [70, 76, 82, 88]))
    const result = calibrate(of(cases))
    expect(result.model.supervisorVariance).toBe(0)
    for (const { leniency, notEnough, flag } of result.supervisors) {
      expect(leniency).toMatchObject({ estimate: 0, sd: 0, low: 0, high: 0, reliability: 0, test: null })
      expect(notEnough).toEqual(['low-reliability'])
      expect(flag).toBeNull()
    }
    expect(codes(result)).toContain('no-difference')
    expect(codes(calibrate(of(ordinary)))).not.toContain('no-difference')
  })

  it('all scores of a team equal: no differentiation, tau undefined and not 0', () => {
    const result = calibrate(of([...ordinary, ...team('z', [80, 80, 80, 80, 80, 80])]))
    expect(supervisor(result, 'z').habits).toMatchObject({
      spread: { kind: 'no-differentiation', n: 6 },
      agreement: { kind: 'cannot-tell', because: 'one-side-constant' },
      isCompressed: true,
    })
    expect(result.findings).toContainEqual({ code: 'no-differentiation', supervisor: 'z', people: 6 })
  })

  it('criteria all alike: the correlation of criteria is undefined, the distance is zero', () => {
    const marked = ordinary.map((one, place) => ({ ...one, marks: [70 + (place % 9), 75, 80 - (place % 7), 82] }))
    const alike = team('z', [80, 81, 82, 83], { marks: [80, 80, 80, 80] })
    const halo = supervisor(calibrate(of([...marked, ...alike])), 'z').habits.halo
    expect(halo).toMatchObject({ kind: 'value', correlation: { kind: 'insufficient-data' } })
  })

  it('all scores of the agency equal: stopped before any division', () => {
    const result = calibrate(of(['a', 'b', 'c'].flatMap((name) => team(name, [80, 80, 80, 80, 80]))))
    expect(result.model).toMatchObject({ main: 'none', refusal: 'all-equal', supervisorVariance: null })
    expect(result.findings[0]).toEqual({ code: 'not-fitted', because: 'all-equal' })
    expect(result.cases.every((one) => one.individual.kind === 'cannot-tell')).toBe(true)
  })

  it('scores that differ by less than anybody writes are equal', () => {
    // Found by the property of calibrate.test.ts: the square of such a difference is zero, and its logarithm no figure.
    const result = calibrate(
      of([...ordinary, ...team('z', [80, 80, 80 + 1e-12, 80, 80]), ...team('y', [0, 0, 5e-324, 0, 0])]),
    )
    for (const name of ['y', 'z']) expect(supervisor(result, name).habits.spread.kind).toBe('no-differentiation')
    expect(brokenFigures(result)).toEqual([])
  })

  it('missing scores are left out and counted', () => {
    const result = calibrate(of([...ordinary, ...team('z', [null, 80, null, 84, 88])]))
    expect(result.counts).toMatchObject({ withoutScore: 2, scored: 63 })
    expect(supervisor(result, 'z')).toMatchObject({ people: 3, withoutScore: 2 })
    expect(proposalsOf(result, 'z').filter(({ kind }) => kind === 'no-score')).toHaveLength(2)
    expect(result.findings).toContainEqual({ code: 'without-score', people: 2 })
  })

  it('missing achievement counts as average, is marked, and stops the shift above 30 %', () => {
    const withGaps = (missing: number) =>
      of([
        ...ordinary,
        ...team('z', [94, 93, 95, 96, 97, 92, 95, 94, 96, 93]).map((one, place) =>
          place < missing ? { ...one, achievement: null } : one,
        ),
      ])
    const four = calibrate(withGaps(4))
    expect(supervisor(four, 'z').notEnough).toEqual(['achievement-missing'])
    expect(four.cases.filter(({ isAchievementMissing }) => isAchievementMissing)).toHaveLength(4)
    expect(four.model.fixed.map(({ term }) => term)).toContain('has_achievement')
    expect(four.findings).toContainEqual({ code: 'without-achievement', people: 4 })
    // Control: exactly 30 % is still enough.
    expect(supervisor(calibrate(withGaps(3)), 'z').notEnough).toEqual([])
  })

  it('no achievement at all: a comparison of plain scores, every supervisor without shift', () => {
    const result = calibrate(of(ordinary.map((one) => ({ ...one, achievement: null }))))
    expect(result.model.main).toBe('A')
    expect(result.supervisors.every(({ notEnough }) => notEnough.includes('achievement-missing'))).toBe(true)
    expect(codes(result)).not.toContain('reliability-assumed')
  })

  it('columns that say the same are dropped and named', () => {
    // Every supervisor's people share one achievement: inside teams nothing is left of it.
    const cases = ordinary.map((one) => ({ ...one, achievement: 90 + Number(one.supervisor.slice(1)) }))
    const result = calibrate(of(cases))
    expect(result.model.dropped).toEqual(['ach_within'])
    expect(result.findings).toContainEqual({ code: 'dropped-columns', columns: ['ach_within'] })
  })

  it('a person with two supervisors counts under each, by shares in Model B', () => {
    const office = anOffice({ seed: 5, supervisors: 12, size: 6, panelEvery: 2 })
    const [first, ...rest] = office.cases
    if (first === undefined) throw new Error('empty office')
    const half = { ...first, share: 0.25 }
    const other = { ...first, supervisor: 's11', score: 60, share: 0.75 }
    const result = calibrate({ ...office, cases: [half, other, ...rest] })
    expect(result.model.main).toBe('B')
    expect(result.model.warnings).not.toContain('starts-disagree')
    expect(result.cases.filter(({ employee }) => employee === first.employee)).toHaveLength(2)
    expect(brokenFigures(result)).toEqual([])
  })

  it('a ceiling: a warning that leniency is understated', () => {
    const capped = (share: number) =>
      of(ordinary.map((one, place) => ({ ...one, score: place < share * ordinary.length ? 100 : one.score })))
    expect(codes(calibrate(capped(0.25)))).toContain('ceiling')
    expect(codes(calibrate(capped(0.1)))).not.toContain('ceiling')
  })

  it('a panel whose two starts disagree, or that is too small, falls back to Model A and says so', () => {
    const office = anOffice({ seed: 6, supervisors: 12, size: 6, panelEvery: 8 })
    const result = calibrate(office)
    expect(result.model).toMatchObject({
      main: 'A',
      fallback: { kind: 'panel-too-small', requiredScores: 30, requiredTeams: 10 },
    })
    expect(codes(result)).toContain('fallback')
    expect(result.cases.every(({ advice }) => advice.kind === 'cannot-tell')).toBe(true)
    const enough = { ...standardOptions, panel: { ...standardOptions.panel, scores: 10, teams: 3 } }
    expect(calibrate(office, enough).model.main).toBe('B')
  })
})
