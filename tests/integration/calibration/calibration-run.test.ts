import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { byLeniency, type Calibration, makeAgency, noLeniency, openAgency, runOf, unitsFound } from './office.ts'

const codesOf = (calibration: Calibration, dimension: 'work-results' | 'behaviour') =>
  runOf(calibration, dimension).result.findings.map(({ code }) => code)

describe('calibration of the example agency without its panel', () => {
  let app: TestEngine
  let periodId = ''
  let periods: readonly { readonly id: string; readonly name: string }[] = []
  let calibration: Calibration

  beforeAll(async () => {
    app = testEngine()
    const status = await app.call('workspace.createExample', { path: app.path('x.timbang'), seed: 1, jobId: 'j' })
    periods = status?.periods ?? []
    periodId = periods[0]?.id ?? ''
    await app.call('panel.withdraw', { periodId, reason: 'Uji tanpa panel' } as never)
    calibration = await app.call('calibration.run', { periodId })
  })
  afterAll(() => app.close())

  it('finds the supervisors built lenient and the one built strict, with Model A', () => {
    for (const { result } of calibration.runs) expect(result.model).toMatchObject({ main: 'A', refusal: null })
    expect(unitsFound(calibration, 'leniency')).toEqual(['PKM Melati'])
    expect(unitsFound(calibration, 'severity')).toEqual(['PKM Anggrek'])
    const figures = byLeniency(calibration, 'work-results')
    const units = figures.map(({ unit }) => unit)
    expect([units[0], units[1], units.at(-1)]).toEqual(['PKM Melati', 'Bidang P2P', 'PKM Anggrek'])
    // What stands out beyond chance is what was built in; Bidang P2P stays below the 3 points a flag needs without a panel.
    const beyondChance = figures.filter(({ test }) => (test?.q ?? 1) <= 0.1).map(({ unit }) => unit)
    expect(beyondChance).toEqual(['PKM Melati', 'Bidang P2P', 'PKM Anggrek'])
    expect(figures[1]?.estimate).toBeLessThan(3)
  })

  it('says that without a panel leniency cannot be told from real quality, and what it assumed instead', () => {
    for (const dimension of ['work-results', 'behaviour'] as const) {
      expect(codesOf(calibration, dimension)).toEqual(expect.arrayContaining(['no-evidence', 'psi-assumed']))
      const { result } = runOf(calibration, dimension)
      expect(result.model.psi).toEqual({ value: 0.7, source: 'assumed' })
      for (const one of result.cases) expect(one.advice).toEqual({ kind: 'cannot-tell', because: 'needs-panel' })
    }
  })

  it('takes everybody who is to be rated, with the score of the staff grid', async () => {
    const { columns } = await app.call('staff.board', { periodId })
    const rated = columns.employeeId.flatMap((id, row) =>
      columns.rated[row] ? [{ id, score: columns.workScore[row] }] : [],
    )
    const cases = new Map(runOf(calibration, 'work-results').result.cases.map((one) => [one.employee, one.proposal]))
    expect(cases.size).toBe(rated.length)
    for (const { id, score } of rated) {
      const proposal = cases.get(id)
      expect(proposal?.kind === 'no-score' ? null : proposal?.raw).toEqual(score)
    }
  })

  it('marks criteria for behaviour only, and compares with the former period where there is one', async () => {
    const [work, behaviour] = [runOf(calibration, 'work-results'), runOf(calibration, 'behaviour')]
    expect(work.result.supervisors.every(({ habits }) => habits.halo.kind !== 'value')).toBe(true)
    expect(behaviour.result.supervisors.some(({ habits }) => habits.halo.kind === 'value')).toBe(true)
    expect(work.result.jump.kind === 'value' && work.result.jump.people).toBeGreaterThan(200)
    const first = await app.call('calibration.run', { periodId: periods.at(-1)?.id ?? '' })
    expect(runOf(first, 'work-results').result.jump).toEqual({ kind: 'cannot-tell', because: 'no-former-period' })
  })

  it('asks about sex and age, in groups of ten and more only', () => {
    const { fairness } = runOf(calibration, 'work-results').result
    expect(fairness.map(({ attribute }) => attribute)).toEqual(['age', 'sex'])
    for (const { groups } of fairness)
      for (const group of groups) if (group.kind === 'shown') expect(group.people).toBeGreaterThanOrEqual(10)
  })

  it('counts the rating of somebody whose supervisor changed for the one who gave it, and says so', async () => {
    const changed = calibration.problems.find(({ code }) => code === 'supervisor-changed')
    expect(changed?.employees.length).toBeGreaterThan(0)
    const [employeeId = ''] = changed?.employees ?? []
    const before = runOf(calibration, 'work-results').result.cases.find(({ employee }) => employee === employeeId)
    const other = calibration.supervisors.find(({ id }) => id !== before?.supervisor && id !== employeeId)?.id ?? ''
    await app.call('staff.setSupervisor', {
      periodId,
      employeeIds: [employeeId],
      supervisorId: other,
      fromDate: '2026-09-15',
      reason: 'Pejabat penilai pindah tugas',
      moved: 'employee',
    })
    const again = await app.call('calibration.run', { periodId })
    await app.call('history.undo', {})
    const after = runOf(again, 'work-results').result.cases.find(({ employee }) => employee === employeeId)
    expect(after?.supervisor).toBe(before?.supervisor)
    expect(again.problems.find(({ code }) => code === 'given-by-other')?.employees).toEqual([employeeId])
  })

  describe('the same inputs', () => {
    const bytes = async () => JSON.stringify((await app.call('calibration.run', { periodId })).runs)
    const someScore = async () => {
      const { columns } = await app.call('staff.board', { periodId })
      const row = columns.workScore.findIndex((score) => score !== null)
      return { employeeId: columns.employeeId[row] ?? '', field: 'resultScore' as const, key: '1', text: '41' }
    }

    it('give the same bytes again, after a change taken back, and after the file was opened anew', async () => {
      const first = JSON.stringify(calibration.runs)
      expect(await bytes()).toBe(first)
      await app.call('staff.recordCells', { periodId, cells: [await someScore()] })
      const changed = await bytes()
      await app.call('history.undo', {})
      expect(await bytes()).toBe(first)
      await app.call('workspace.close', {})
      await app.call('workspace.open', { path: app.path('x.timbang') })
      expect(await bytes()).toBe(first)
      // Control: a single other score is another input.
      expect(changed).not.toBe(first)
      expect(JSON.parse(changed)[0].inputsHash).not.toBe(calibration.runs[0]?.inputsHash)
    })

    it('have the hash they had when this was written', () => {
      expect(calibration.modelVersion).toBe('timbang-calibration-1')
      expect(calibration.runs.map(({ inputsHash }) => inputsHash)).toEqual([
        'd3dcbac2106b60101513dd537558f4887bd0cfce53b0c11cb25228301c955e00',
        'a1015ba7d2ac92793975c43f40ea9d5750964aeabc19c71fafe785a6c347b3cb',
      ])
    })
  })

  it('refuses a period without scores in words, and one that does not exist', async () => {
    const { periodId: empty } = await app.call('workspace.addPeriod', {
      kind: 'quarterly',
      year: 2026,
      ordinal: 4,
      rulePacks: [],
      windowStartsOn: null,
      windowEndsOn: null,
      copyFrom: periodId as never,
    })
    await expect(app.call('calibration.run', { periodId: empty })).rejects.toMatchObject({
      code: 'E-CALIBRATE-EMPTY',
      params: { period: 'Triwulan IV 2026' },
    })
    await app.call('history.undo', {})
    await expect(app.call('calibration.run', { periodId: 'nowhere' })).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })
})

/** The leniencies of the example itself. */
const asBuilt = {}

describe('control: the same agency with the leniency taken out', { timeout: 90_000 }, () => {
  let app: TestEngine
  beforeAll(() => {
    app = testEngine()
  })
  afterAll(() => app.close())

  it('has nobody flagged, and has once it is put back', async () => {
    const flagged = async (seed: number, leniency: Readonly<Record<string, number>>) => {
      const path = app.path(`${seed}-${leniency['PKM Melati']}.timbang`)
      await makeAgency(path, seed, leniency)
      const calibration = await openAgency(app, path)
      return [...unitsFound(calibration, 'leniency'), ...unitsFound(calibration, 'severity')]
    }
    for (const seed of [1, 2]) {
      expect(await flagged(seed, noLeniency)).toEqual([])
      expect(await flagged(seed, asBuilt)).toContain('PKM Melati')
    }
  })
})
