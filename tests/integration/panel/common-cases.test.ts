import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { openExample } from './panel-office.ts'

describe('common cases', () => {
  let app: TestEngine
  let periodId: Awaited<ReturnType<typeof openExample>>
  beforeEach(async () => {
    app = testEngine()
    periodId = await openExample(app)
  }, 60_000)
  afterEach(() => app.close())

  const save = (title: string) =>
    app.call('panel.saveCommonCase', { periodId, id: null, title, text: 'Target 12 laporan, selesai 11.' })

  it('are scored by every supervisor and compared, with nobody’s scores in what everybody reads', async () => {
    const [one, two] = [await save('Laporan terlambat'), await save('Layanan dipuji')]
    const before = await app.call('panel.commonCases', { periodId })
    expect(before.cases.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Laporan terlambat'],
      [2, 'Layanan dipuji'],
    ])
    expect(before.supervisors.length).toBeGreaterThan(10)
    for (const [index, { id }] of before.supervisors.entries())
      await app.call('panel.scoreCommonCases', {
        periodId,
        supervisorId: id,
        scores: [
          { id: one.id, score: 70.25 + (index === 0 ? 12 : index % 3) },
          { id: two.id, score: 85.25 + (index === 0 ? 10 : index % 2) },
        ],
      })
    const after = await app.call('panel.commonCases', { periodId })
    expect(after.supervisors.every(({ scored }) => scored === 2)).toBe(true)
    expect(JSON.stringify(after)).not.toContain('.25')
    const { agreement, names } = await app.call('panel.commonAgreement', { periodId })
    expect(agreement).toMatchObject({ iccMethod: 'all-by-all', cases: 2, icc: { kind: 'value' } })
    const [generous] = agreement.levels.toSorted((a, b) => (b.difference ?? 0) - (a.difference ?? 0))
    expect(names[generous?.rater ?? '']).toBe(before.supervisors[0]?.name)
    expect(generous?.difference).toBeGreaterThan(8)
    const sheet = await app.call('panel.commonSheet', {
      periodId,
      supervisorId: before.supervisors[0]?.id ?? ('' as never),
    })
    expect(sheet.map(({ score }) => score)).toEqual([82.25, 95.25])
  })

  it('keep their words once scored, and can be reworded or removed before; undo takes scores back', async () => {
    const { id } = await save('Laporan')
    await app.call('panel.saveCommonCase', { periodId, id, title: 'Laporan triwulan', text: 'Lain' })
    const { supervisors } = await app.call('panel.commonCases', { periodId })
    const supervisorId = supervisors[0]?.id ?? ('' as never)
    await app.call('panel.scoreCommonCases', { periodId, supervisorId, scores: [{ id, score: 80 }] })
    const refused = { code: 'E-COMMON-SCORED', params: { title: 'Laporan triwulan', count: 1 } }
    await expect(app.call('panel.removeCommonCase', { periodId, id })).rejects.toMatchObject(refused)
    await expect(
      app.call('panel.saveCommonCase', { periodId, id, title: 'Lain lagi', text: 'Lain' }),
    ).rejects.toMatchObject(refused)
    await app.call('history.undo', {})
    await app.call('panel.removeCommonCase', { periodId, id })
    expect((await app.call('panel.commonCases', { periodId })).cases).toEqual([])
  })

  it('refuse somebody who rates nobody, a score outside the scale, and a case of another period', async () => {
    const { id } = await save('Laporan')
    const { columns } = await app.call('staff.board', { periodId })
    const { supervisors } = await app.call('panel.commonCases', { periodId })
    const raters = new Set<string>(supervisors.map((one) => one.id))
    const nobody = columns.employeeId.find((one) => !raters.has(one)) ?? ''
    const score = (supervisorId: string, value: number, period = periodId) =>
      app.call('panel.scoreCommonCases', {
        periodId: period,
        supervisorId: supervisorId as never,
        scores: [{ id, score: value }],
      })
    const first = supervisors[0]?.id ?? ''
    await expect(score(nobody, 80)).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
    await expect(score(first, 101)).rejects.toMatchObject({ code: 'E-ARG' })
    const { periods } = (await app.call('workspace.status', {})) ?? { periods: [] }
    const other = periods.find((period) => period.id !== periodId)?.id ?? periodId
    await expect(score(first, 80, other)).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })
})
