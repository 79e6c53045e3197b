import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, pins } from '#tests/support/users-bench.ts'
import { addPanelists, drawn, openExample, openSheet, type PanelistId, readRows, scoreAll } from './panel-office.ts'

type PeriodId = Awaited<ReturnType<typeof openExample>>

let app: TestEngine
let periodId: PeriodId
beforeEach(async () => {
  app = testEngine()
  periodId = await openExample(app)
}, 60_000)
afterEach(() => app.close())

const someEmployee = async () => {
  const [row] = await readRows(
    app,
    `SELECT employee.id, name, nip FROM employee JOIN placement ON employee_id = employee.id
      WHERE period_id = '${periodId}' AND rated = 1 AND nip IS NOT NULL ORDER BY nip LIMIT 1`,
  )
  const [id, name, nip] = (row ?? []).map(String)
  return { id: (id ?? '') as never, name: name ?? '', nip: nip ?? '' }
}

describe('what a panelist is sent', () => {
  it('holds no name, number, supervisor, unit, post, score or sex, in fields or in free text', async () => {
    const { id, name, nip } = await someEmployee()
    const [unit] = await readRows(app, 'SELECT name FROM unit WHERE parent_id IS NOT NULL LIMIT 1')
    const unitName = String(unit?.[0])
    // The office wrote it all into the evidence itself.
    const board = await app.call('staff.indicatorBoard', { periodId, employeeIds: [id], from: 0, count: null })
    const [indicatorId = ''] = board.columns.indicatorId
    const text = `Disusun ${name} (NIP ${nip}), ${unitName}, https://drive.example/laporan`
    await app.call('staff.recordCells', {
      periodId,
      cells: [{ employeeId: id, field: 'evidence', key: indicatorId, text }],
    })
    const panelists = await addPanelists(app, periodId, 2)
    const { people } = await app.call('panel.get', { periodId })
    await app.call('panel.draw', drawn(periodId, { dossiers: people }))
    const { content } = await openSheet(app, panelists[0] ?? ('' as PanelistId))
    expect(content.dossiers).toHaveLength(people)
    const sent = JSON.stringify(content.dossiers)
    const everybody = await readRows(app, 'SELECT name, nip FROM employee')
    for (const [person, number] of everybody) {
      expect(sent).not.toContain(String(person))
      if (number !== null) expect(sent).not.toContain(String(number))
    }
    const units = await readRows(app, 'SELECT name FROM unit')
    for (const [one] of units) expect(sent.toLowerCase()).not.toContain(String(one).toLowerCase())
    for (const word of [name, nip, unitName, 'supervisor', 'employee', '"post"', '"nip"', 'assessment'])
      expect(sent).not.toContain(word)
    // Control: the work itself is there, and so is what the office wrote, masked.
    expect(sent).toContain('Disusun [nama] (NIP [nomor]), [unit], [tautan]')
    expect(sent).toContain('"realisation"')
    expect(content.dossiers.every(({ results }) => results.length > 0)).toBe(true)
  }, 120_000)

  it('is the own sheet only, and neither the others’ dossiers nor their scores', async () => {
    const [one = '' as PanelistId, two = '' as PanelistId] = await addPanelists(app, periodId, 4)
    await app.call('panel.draw', drawn(periodId, { dossiers: 16 }))
    const first = await openSheet(app, one)
    const [code = ''] = first.content.dossiers.map((dossier) => dossier.code)
    const give = (sheet: string, of: string, panelistId = one) =>
      app.call('panel.giveScore', { panelistId, sheet, code: of, dimension: 'work-results', score: 88.25 })
    await give(first.sheet, code)
    const second = await openSheet(app, two)
    // The sheet that was open before is closed now.
    await expect(give(first.sheet, code)).rejects.toMatchObject({ code: 'E-PANEL-CLOSED' })
    await expect(app.call('panel.sheet', { panelistId: one, sheet: second.sheet })).rejects.toMatchObject({
      code: 'E-PANEL-CLOSED',
    })
    expect(JSON.stringify(second.content)).not.toContain('88.25')
    const foreign = first.content.dossiers.find(
      (dossier) => !second.content.dossiers.some((other) => other.code === dossier.code),
    )
    await expect(give(second.sheet, foreign?.code ?? '', two)).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
    await app.call('panel.closeSheet', {})
    await expect(give(second.sheet, code, two)).rejects.toMatchObject({ code: 'E-PANEL-CLOSED' })
    expect(JSON.stringify(await app.call('panel.get', { periodId }))).not.toContain('88.25')
  })

  it('cannot be found in the trail while the panel is at work, and can afterwards; the seal never', async () => {
    const panelists = await addPanelists(app, periodId, 2)
    await app.call('panel.draw', drawn(periodId, { dossiers: 3 }))
    const [draw] = (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).entries
    const read = async () => JSON.stringify(await app.call('trail.changes', { seq: draw?.seq ?? 0 }))
    const [[subject]] = (await readRows(
      app,
      'SELECT employee.name FROM panel_case JOIN employee ON employee.id = subject_id ORDER BY code LIMIT 1',
    )) as [[string]]
    const [[secret]] = (await readRows(app, 'SELECT secret FROM panel_draw')) as [[string]]
    expect(await read()).not.toContain(subject)
    await scoreAll(app, panelists, (index) => index === 0)
    expect(await read()).not.toContain(subject)
    await scoreAll(app, panelists)
    expect(await read()).toContain(subject)
    expect(await read()).not.toContain(secret)
  })
})

describe('with named users', () => {
  it('a sheet opens with the panelist’s own PIN only; somebody without one gets a ballot', async () => {
    const office = await nameOffice(app)
    await office.signIn('secretary')
    const add = (userId: (typeof office.ids)['panelist'] | null, name: string) =>
      app.call('panel.addPanelist', { periodId, userId, employeeId: null, name })
    const { panelistId: own } = await add(office.ids.panelist, '')
    const { panelistId: chair } = await add(office.ids.chair, '')
    const { panelistId: guest } = await add(null, 'Tamu')
    await expect(add(office.ids.panelist, '')).rejects.toMatchObject({ code: 'E-PANEL-NAME' })
    await app.call('panel.draw', drawn(periodId, { dossiers: 12 }))
    const open = (panelistId: PanelistId, pin: string | null) => app.call('panel.openSheet', { panelistId, pin })
    await expect(open(own, null)).rejects.toMatchObject({ code: 'E-AUTH-PIN' })
    await expect(open(own, pins.secretary)).rejects.toMatchObject({ code: 'E-AUTH-PIN' })
    await expect(open(guest, pins.secretary)).rejects.toMatchObject({ code: 'E-PANEL-PIN' })
    const { sheet } = await open(own, pins.panelist)
    const { dossiers } = await app.call('panel.sheet', { panelistId: own, sheet })
    expect(dossiers.length).toBeGreaterThan(0)
    expect(
      await app.call('panel.issueBallot', { panelistId: guest, format: 'json', path: app.path('tamu.json') }),
    ).toMatchObject({ dossiers: expect.any(Number) })
    // The panelist alone at the laptop reaches the own sheet and nobody else's scores.
    await office.signIn('panelist')
    await expect(open(chair, pins.chair)).rejects.toMatchObject({ code: 'E-AUTH-OWN' })
    await expect(app.call('panel.agreement', { periodId })).rejects.toMatchObject({ code: 'E-AUTH-DUTY' })
    const again = await open(own, pins.panelist)
    await app.call('panel.giveScore', {
      panelistId: own,
      sheet: again.sheet,
      code: dossiers[0]?.code ?? '',
      dimension: 'work-results',
      score: 77,
    })
    for (const call of ['panel.draw', 'panel.withdraw', 'panel.mergeBallots'] as const)
      await expect(app.call(call, {} as never)).rejects.toMatchObject({ code: 'E-AUTH-DUTY' })
    await office.signIn('chair')
    expect((await app.call('panel.agreement', { periodId })).dimensions[0]?.given).toHaveLength(1)
  })
})

describe('the draw', () => {
  it('keeps its seed: the same list gives the same sample and dealing, another seed another', async () => {
    const panelists = await addPanelists(app, periodId, 4)
    const dealt = () =>
      readRows(
        app,
        `SELECT code, subject_id, panelist.name FROM panel_case JOIN panel_assignment ON case_id = panel_case.id
          JOIN panelist ON panelist.id = panelist_id ORDER BY code, panelist.name`,
      )
    await app.call('panel.draw', drawn(periodId))
    const first = await dealt()
    expect(first).toHaveLength(60)
    await expect(app.call('panel.draw', drawn(periodId))).rejects.toMatchObject({ code: 'E-PANEL-DRAWN' })
    await expect(
      app.call('panel.removePanelist', { periodId, panelistId: panelists[0] ?? ('' as PanelistId) }),
    ).rejects.toMatchObject({ code: 'E-PANEL-USED' })
    await app.call('panel.withdraw', { periodId, reason: 'Uji' })
    await app.call('panel.draw', drawn(periodId))
    expect(await dealt()).toEqual(first)
    await app.call('history.undo', {})
    expect((await app.call('panel.get', { periodId })).draw).toBeNull()
    await app.call('panel.draw', drawn(periodId, { seed: 8 }))
    expect(await dealt()).not.toEqual(first)
  })

  it('is refused with one panelist, with more dossiers than people, and with too few to link everybody', async () => {
    await addPanelists(app, periodId, 1)
    await expect(app.call('panel.draw', drawn(periodId))).rejects.toMatchObject({
      code: 'E-PANEL-FEW',
      params: { count: 1, required: 2 },
    })
    for (let index = 2; index < 8; index += 1)
      await app.call('panel.addPanelist', { periodId, userId: null, employeeId: null, name: `Panelis ${index}` })
    await expect(app.call('panel.draw', drawn(periodId, { dossiers: 4_000 }))).rejects.toMatchObject({
      code: 'E-PANEL-SIZE',
    })
    await expect(app.call('panel.draw', drawn(periodId, { dossiers: 3 }))).rejects.toMatchObject({
      code: 'E-PANEL-UNCONNECTED',
    })
  })

  it('gives nobody the own dossier, one of the own team, or of a declared relation, where others can take it', async () => {
    const [[head]] = (await readRows(
      app,
      `SELECT supervisor_id FROM supervision WHERE period_id = '${periodId}' GROUP BY supervisor_id ORDER BY count(*) DESC LIMIT 1`,
    )) as [[string]]
    const { id } = await someEmployee()
    for (const employeeId of [head as never, id])
      await app.call('panel.addPanelist', { periodId, userId: null, employeeId, name: `P ${employeeId}` })
    for (let index = 0; index < 3; index += 1)
      await app.call('panel.addPanelist', { periodId, userId: null, employeeId: null, name: `Luar ${index}` })
    // Somebody from outside has declared a relation to the first on the list.
    await app.call('relations.save', {
      relationId: null,
      fields: {
        holderId: null,
        holderName: 'Luar 0',
        subjectId: id,
        kind: 'kinship',
        recuses: true,
        remark: '',
        declaredBy: 'Luar 0',
        declaredOn: '2026-11-20',
      },
    })
    const { people } = await app.call('panel.get', { periodId })
    await app.call('panel.draw', drawn(periodId, { dossiers: people }))
    const wrong = await readRows(
      app,
      `SELECT count(*) FROM panel_assignment JOIN panel_case ON panel_case.id = case_id
        JOIN panelist ON panelist.id = panelist_id
        JOIN assessment a ON a.employee_id = subject_id AND a.period_id = '${periodId}'
        LEFT JOIN assessment own ON own.employee_id = panelist.employee_id AND own.period_id = '${periodId}'
        WHERE panelist.employee_id = subject_id OR panelist.employee_id = a.supervisor_id
          OR own.supervisor_id = a.supervisor_id`,
    )
    expect(wrong).toEqual([[0]])
    const kin = await readRows(
      app,
      `SELECT panelist.name FROM panel_assignment JOIN panel_case ON panel_case.id = case_id
        JOIN panelist ON panelist.id = panelist_id WHERE subject_id = '${id}'`,
    )
    expect(kin).toHaveLength(2)
    expect(kin.flat()).not.toContain('Luar 0')
    expect((await app.call('panel.get', { periodId })).draw).toMatchObject({ unavoidable: 0, listed: people })
  })
})

describe('the size advisor', () => {
  it('knows teams and variances of the period', async () => {
    const advice = await app.call('panel.advice', { periodId })
    expect(advice.variances.source).toBe('without-panel')
    expect(advice.teams.length).toBeGreaterThan(10)
    expect(advice.required).toEqual({ scores: 30, teams: 10 })
    const panelists = await addPanelists(app, periodId, 4)
    await app.call('panel.draw', drawn(periodId))
    await scoreAll(app, panelists)
    expect((await app.call('panel.advice', { periodId })).variances.source).toBe('panel')
  })
})
