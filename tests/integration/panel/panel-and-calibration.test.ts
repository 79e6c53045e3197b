import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fallbackSentence } from '#contract/calibration-sentences.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { addPanelists, drawn, openExample, type PanelistId, scoreAll } from './panel-office.ts'

// A hundred scores, each on disk, and Model B several times: seconds, and more while other tests run beside.
describe('the panel in the calibration of the example agency', { timeout: 120_000 }, () => {
  let app: TestEngine
  let periodId: Awaited<ReturnType<typeof openExample>>
  beforeAll(async () => {
    app = testEngine()
    periodId = await openExample(app)
  })
  afterAll(() => app.close())

  const workResults = async () => {
    const { runs } = await app.call('calibration.run', { periodId })
    const run = runs.find(({ dimension }) => dimension === 'work-results')
    if (run === undefined) throw new Error('no run')
    return run
  }
  const fallbackOf = async () => (await workResults()).result.model.fallback
  const withoutDraw = async (panelists: readonly PanelistId[]) => {
    await app.call('panel.withdraw', { periodId, reason: 'Uji' })
    for (const panelistId of panelists) await app.call('panel.removePanelist', { periodId, panelistId })
  }

  it('makes Model B the main one once enough is scored, and stays at A until then', async () => {
    const before = await workResults()
    expect(before.result.model).toMatchObject({ main: 'A', fallback: { kind: 'no-panel' } })
    const panelists = await addPanelists(app, periodId, 5)
    await app.call('panel.draw', drawn(periodId))
    await scoreAll(app, panelists, (_, code) => code <= 'P-05')
    expect(await fallbackOf()).toMatchObject({ kind: 'panel-too-small', scores: 10 })
    await scoreAll(app, panelists)
    const { result, inputsHash } = await workResults()
    expect(result.panel).toMatchObject({
      scores: 60,
      employees: 30,
      panelists: 5,
      missingEmployees: 0,
      unconnected: [],
    })
    expect(result.panel.teams).toBeGreaterThanOrEqual(10)
    expect(result.model).toMatchObject({ main: 'B', fallback: null, psi: { source: 'panel' } })
    expect(result.cases.some(({ advice }) => advice.kind === 'value')).toBe(true)
    expect(inputsHash).not.toBe(before.inputsHash)
    await withoutDraw(panelists)
    expect((await workResults()).inputsHash).toBe(before.inputsHash)
  })

  it('falls back with a sentence when panelists share no dossier', async () => {
    const panelists = await addPanelists(app, periodId, 4)
    await app.call('panel.draw', drawn(periodId, { dossiers: 60 }))
    // Only dossiers of the pairs 1+2 and 3+4 are scored, as when half of a panel fell ill.
    const pairs = new Map<string, number[]>()
    await scoreAll(app, panelists, (index, code) => {
      pairs.set(code, [...(pairs.get(code) ?? []), index])
      return false
    })
    const half = (code: string) => (pairs.get(code) ?? []).every((index) => index < 2)
    const other = (code: string) => (pairs.get(code) ?? []).every((index) => index > 1)
    await scoreAll(app, panelists, (_, code) => half(code) || other(code))
    const fallback = await fallbackOf()
    expect(fallback).toMatchObject({ kind: 'panel-unconnected', groups: 2 })
    expect(fallback === null ? '' : fallbackSentence(fallback, 'id')).toMatch(/^Para panelis terbagi dalam 2 kelompok/)
    expect(await app.call('panel.get', { periodId })).toMatchObject({ draw: { groups: 2, complete: false } })
    const { result } = await workResults()
    expect(result.model.main).toBe('A')
    const codes = result.findings.map(({ code }) => code)
    expect(codes).toContain('fallback')
    await withoutDraw(panelists)
  })

  it('falls back with a sentence when a single panelist has scored', async () => {
    const panelists = await addPanelists(app, periodId, 2)
    await app.call('panel.draw', drawn(periodId, { dossiers: 60 }))
    await scoreAll(app, panelists, (index) => index === 0)
    const fallback = await fallbackOf()
    expect(fallback).toEqual({ kind: 'one-panelist', scores: 60 })
    expect(fallback === null ? '' : fallbackSentence(fallback, 'en')).toMatch(/^A single panelist has scored so far/)
    // Control: the second panelist on the same dossiers makes it a panel.
    await scoreAll(app, panelists)
    expect(await fallbackOf()).toBeNull()
    await withoutDraw(panelists)
  })
})
