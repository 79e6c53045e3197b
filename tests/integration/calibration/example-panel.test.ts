import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { byLeniency, type Calibration, runOf, unitsFound } from './office.ts'

describe('the panel of the example agency', () => {
  let app: TestEngine
  let periods: readonly { readonly id: string; readonly name: string }[] = []
  let withPanel: Calibration

  const make = async (name: string, seed: number) => {
    const status = await app.call('workspace.createExample', { path: app.path(name), seed, jobId: name })
    return status?.periods ?? []
  }
  const run = (periodId = '') => app.call('calibration.run', { periodId })

  beforeAll(async () => {
    app = testEngine()
    periods = await make('first.timbang', 1)
    withPanel = await run(periods[0]?.id)
  })
  afterAll(() => app.close())

  it('lets the latest period tell the lenient and the strict from their teams', () => {
    for (const { result } of withPanel.runs) {
      expect(result.model).toMatchObject({ main: 'B', fallback: null, psi: { source: 'panel' } })
      expect(result.panel).toMatchObject({ scores: 96, employees: 48, panelists: 8, missingEmployees: 0 })
      expect(result.findings.map(({ code }) => code)).not.toContain('no-evidence')
    }
    expect(unitsFound(withPanel, 'leniency')).toEqual(expect.arrayContaining(['PKM Melati', 'Bidang P2P']))
    expect(unitsFound(withPanel, 'severity')).toContain('PKM Anggrek')
  })

  it('finds their figures within the ranges it gives', () => {
    const built = new Map([
      ['PKM Melati', 6],
      ['Bidang P2P', 5],
      ['PKM Anggrek', -4.5],
    ])
    // The figures are distances from the mean of all supervisors, which is not zero in the example.
    for (const { unit, estimate, low, high } of byLeniency(withPanel, 'work-results')) {
      const leniency = built.get(unit)
      if (leniency === undefined) continue
      expect(Math.sign(estimate)).toBe(Math.sign(leniency))
      expect(low).toBeLessThan(leniency + 0.1)
      expect(high).toBeGreaterThan(leniency - 2)
    }
  })

  it('leaves the former periods without one: there it cannot tell, and says so', async () => {
    for (const { id } of periods.slice(1)) {
      const without = await run(id)
      for (const { result } of without.runs) {
        expect(result.model).toMatchObject({ main: 'A', fallback: { kind: 'no-panel' }, psi: { source: 'assumed' } })
        expect(result.findings.map(({ code }) => code)).toContain('no-evidence')
      }
    }
  })

  it('never deals a panelist the own dossier or one of a person he or she rates', async () => {
    const panel = await app.call('panel.get', { periodId: periods[0]?.id } as never)
    expect(panel.panelists).toHaveLength(8)
    const { dimension, result } = runOf(withPanel, 'work-results')
    expect(dimension).toBe('work-results')
    const raters = new Map(result.cases.map(({ employee, supervisor }) => [employee, supervisor]))
    for (const { employeeId } of panel.panelists) expect([...raters.keys()]).toContain(employeeId)
  })

  it('is the same for the same seed', { timeout: 120_000 }, async () => {
    const again = await run((await make('second.timbang', 1))[0]?.id)
    const figures = (calibration: Calibration) => byLeniency(calibration, 'behaviour').map(({ estimate }) => estimate)
    expect(figures(again)).toEqual(figures(withPanel))
    // Control: another seed is another agency.
    const other = await run((await make('third.timbang', 2))[0]?.id)
    expect(figures(other)).not.toEqual(figures(withPanel))
  })
})
