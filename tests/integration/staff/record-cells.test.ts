import { afterEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contract/contracts.ts'
import { newMeeting } from '#tests/support/builders.ts'
import { type StaffAgency, staffAgency } from './staff-agency.ts'

let open: StaffAgency | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

type Cell = CallInput<'staff.recordCells'>['cells'][number]

async function agency() {
  open = await staffAgency([
    { name: 'Ratna', supervisor: null },
    {
      name: 'Sari',
      supervisor: 0,
      results: [{ score: 80 }, { score: null }],
      behaviours: [4, 4, 4, 4, 4, 4, null],
      workLevel: null,
    },
    { name: 'Dewi', supervisor: 0, results: [{ score: 80 }], behaviours: [4, 4, 4, 4, 4, 4, 4] },
    { name: 'Tanpa Penilai', supervisor: null, results: [{}] },
  ])
  const app = open
  const [ratna = '', sari = '', dewi = '', alone = ''] = app.ids
  const record = (cells: readonly Cell[], mode?: 'all-or-nothing' | 'valid-only') =>
    app.call('staff.recordCells', { periodId: app.periodId, cells: [...cells], ...(mode ? { mode } : {}) })
  const cell = (employeeId: string, field: Cell['field'], text: string, key = '', reason = ''): Cell => ({
    employeeId,
    field,
    key,
    text,
    reason,
  })
  const row = async (employeeId: string) => {
    const page = await app.call('staff.rows', { periodId: app.periodId, employeeIds: [employeeId] })
    const at = <Value>(column: readonly Value[]) => column[0]
    return {
      scores: page.columns.results.map((result) => result.scores[0]),
      workScore: at(page.columns.workScore),
      workLevel: at(page.columns.workLevel),
      workLevelReason: at(page.columns.workLevelReason),
      predicate: at(page.columns.predicate),
      flags: at(page.columns.flags),
      supervisorId: at(page.columns.supervisorId),
      rated: at(page.columns.rated),
    }
  }
  const openMeeting = async () => {
    const { meetingId } = await app.call('meetings.create', { periodId: app.periodId, ...newMeeting })
    return meetingId
  }
  return { app, record, cell, row, ratna, sari, dewi, alone, openMeeting }
}

describe('recording cells', () => {
  it('takes a decimal comma and a decimal point, and gives the rows back', async () => {
    const { record, cell, sari } = await agency()
    const output = await record([cell(sari, 'resultScore', '86,5', '1'), cell(sari, 'resultScore', ' 90.25 ', '2')])
    expect(output).toMatchObject({ recorded: 2, refused: [] })
    expect(output.rows.columns.results.map((result) => result.scores[0])).toEqual([86.5, 90.25])
    expect(output.rows.columns.workScore).toEqual([88.375])
  })

  it('refuses text and figures off the scale by their codes, and writes nothing of such a block', async () => {
    const { app, record, cell, row, sari, dewi } = await agency()
    const output = await record([
      cell(dewi, 'resultScore', '95', '1'),
      cell(sari, 'resultScore', 'baik', '1'),
      cell(sari, 'resultScore', '100,01', '2'),
      cell(sari, 'resultScore', '80', '9'),
      cell(sari, 'behaviourScore', '4,5', 'KB'),
      cell(sari, 'workLevel', '3'),
    ])
    expect(output.recorded).toBe(0)
    expect(output.refused.map(({ index, code }) => [index, code])).toEqual([
      [1, 'E-RULE-SCORE'],
      [2, 'E-RULE-SCORE'],
      [3, 'E-RULE-NO-RESULT'],
      [4, 'E-RULE-BEHAVIOUR'],
      [5, 'E-RULE-CHOICE'],
    ])
    expect(await row(dewi)).toMatchObject({ scores: [80] })
    expect((await app.call('history.state', {})).undo).toBeNull()
  })

  it('writes the good cells of a block when asked to, as one step that undo takes back', async () => {
    const { app, record, cell, row, sari, dewi } = await agency()
    const output = await record(
      [cell(dewi, 'resultScore', '95', '1'), cell(sari, 'resultScore', 'x', '1'), cell(sari, 'resultScore', '70', '2')],
      'valid-only',
    )
    expect(output.recorded).toBe(2)
    expect(await row(dewi)).toMatchObject({ scores: [95] })
    await app.call('history.undo', {})
    expect(await row(dewi)).toMatchObject({ scores: [80] })
    expect(await row(sari)).toMatchObject({ scores: [80, null] })
    await app.call('history.redo', {})
    expect(await row(sari)).toMatchObject({ scores: [80, 70] })
  })

  it('asks for the reason of a level off its suggestion, and keeps the cell until it has one', async () => {
    const { record, cell, row, dewi } = await agency()
    const refused = await record([cell(dewi, 'workLevel', 'Di atas')])
    expect(refused.refused).toMatchObject([{ index: 0, code: 'E-RULE-REASON' }])
    expect(await row(dewi)).toMatchObject({ workLevel: null })
    await record([cell(dewi, 'workLevel', 'Di atas', '', 'Menyelesaikan penugasan tambahan')])
    expect(await row(dewi)).toMatchObject({
      workLevel: 'above',
      workLevelReason: 'Menyelesaikan penugasan tambahan',
      flags: ['differs'],
    })
  })

  it('needs no reason for the suggested level, nor where nothing is suggested yet', async () => {
    const { record, cell, row, sari, dewi } = await agency()
    await record([cell(dewi, 'workLevel', 'sesuai ekspektasi'), cell(sari, 'workLevel', 'above')])
    expect(await row(dewi)).toMatchObject({ workLevel: 'meets' })
    expect(await row(sari)).toMatchObject({ workLevel: 'above', workScore: null })
  })

  it('judges a level beside the scores of the same block, and marks one whose score moved away', async () => {
    const { record, cell, row, dewi } = await agency()
    await record([cell(dewi, 'workLevel', 'above'), cell(dewi, 'resultScore', '95', '1')])
    expect(await row(dewi)).toMatchObject({ workLevel: 'above', workScore: 95, flags: [] })
    await record([cell(dewi, 'resultScore', '80', '1')])
    expect(await row(dewi)).toMatchObject({ workLevel: 'above', flags: ['differs', 'reason-missing'] })
  })

  it('after the meeting was opened fills blanks and overwrites nothing', async () => {
    const { app, record, cell, row, sari, openMeeting } = await agency()
    const meetingId = await openMeeting()
    expect((await record([cell(sari, 'resultScore', '81', '1')])).refused).toEqual([])
    for (const role of ['chair', 'secretary'] as const) {
      await app.call('meetings.saveParticipant', {
        meetingId,
        participantId: null,
        fields: { employeeId: null, name: role, nip: '', post: '', rank: '', role },
      })
    }
    const room = await app.call('meetings.room', { meetingId })
    await app.call('meetings.setAttendance', {
      meetingId,
      participantIds: room.participants.map((participant) => participant.id),
      attendance: 'present',
      absenceReason: '',
    })
    await app.call('meetings.open', { meetingId })
    const output = await record(
      [
        cell(sari, 'resultScore', '99', '1'),
        cell(sari, 'resultScore', '', '1'),
        cell(sari, 'resultScore', '75', '2'),
        cell(sari, 'behaviourScore', '5', 'BP'),
        cell(sari, 'behaviourScore', '5', 'KB'),
        cell(sari, 'resultScore', '81', '1'),
      ],
      'valid-only',
    )
    expect(output.refused.map(({ index, code }) => [index, code])).toEqual([
      [0, 'E-RULE-FROZEN'],
      [1, 'E-RULE-FROZEN'],
      [3, 'E-RULE-FROZEN'],
    ])
    expect(await row(sari)).toMatchObject({ scores: [81, 75] })
    expect(output.rows.frozen).toBe(true)
  })

  it('needs a supervisor before the first score', async () => {
    const { record, cell, alone, ratna, row } = await agency()
    const refused = await record([cell(alone, 'resultScore', '80', '1')])
    expect(refused.refused).toMatchObject([{ code: 'E-RULE-NO-SUPERVISOR', params: { name: 'Tanpa Penilai' } }])
    await record([cell(alone, 'supervisor', 'ratna'), cell(alone, 'resultScore', '80', '1')])
    expect(await row(alone)).toMatchObject({ supervisorId: ratna, scores: [80] })
  })

  it('refuses unknown supervisors, oneself and circles', async () => {
    const { record, cell, ratna, sari, row } = await agency()
    const codes = async (text: string, whom = ratna) =>
      (await record([cell(whom, 'supervisor', text)])).refused.map((refusal) => refusal.code)
    expect(await codes('Siapa Saja')).toEqual(['E-RULE-SUPERVISOR'])
    expect(await codes('')).toEqual(['E-RULE-SUPERVISOR'])
    expect(await codes('Sari', sari)).toEqual(['E-RULE-SELF'])
    expect(await codes('Sari')).toEqual(['E-RULE-CYCLE'])
    expect(await row(ratna)).toMatchObject({ supervisorId: null })
  })

  it('keeps typed weights only when they make exactly 100', async () => {
    const { app, record, cell, sari } = await agency()
    const { columns } = await app.call('staff.indicatorBoard', { periodId: app.periodId, employeeIds: [sari] })
    const [first = '', second = ''] = columns.resultId
    const wrong = await record([cell(sari, 'weight', '60', first), cell(sari, 'weight', '30', second)])
    expect(wrong.refused).toMatchObject([{ code: 'E-RULE-WEIGHTS', params: { sum: 90 } }, { code: 'E-RULE-WEIGHTS' }])
    await record([cell(sari, 'weight', '60', first), cell(sari, 'weight', '40', second)])
    const after = await app.call('staff.indicatorBoard', { periodId: app.periodId, employeeIds: [sari] })
    expect(after.columns.weight).toEqual([60, 40])
  })

  it('takes an index by hand only with its reason, and targets in the office’s words', async () => {
    const { app, record, cell, dewi } = await agency()
    const board = () => app.call('staff.indicatorBoard', { periodId: app.periodId, employeeIds: [dewi] })
    const [id = ''] = (await board()).columns.indicatorId
    expect((await record([cell(dewi, 'indexOverride', '95', id)])).refused).toMatchObject([{ code: 'E-RULE-REASON' }])
    await record([
      cell(dewi, 'indexOverride', '95', id, 'Target uraian'),
      cell(dewi, 'target', '80 – 90%', id),
      cell(dewi, 'realisation', '85%', id),
      cell(dewi, 'direction', 'lower', id),
    ])
    expect((await board()).columns).toMatchObject({ index: [95], indexOverridden: [true], target: ['80 – 90%'] })
    await record([cell(dewi, 'indexOverride', '', id)])
    expect((await board()).columns).toMatchObject({ index: [100], indexOverridden: [false] })
  })

  it('excludes a person only with a reason', async () => {
    const { record, cell, row, dewi } = await agency()
    expect((await record([cell(dewi, 'rated', 'tidak')])).refused).toMatchObject([{ code: 'E-RULE-REASON' }])
    await record([cell(dewi, 'rated', 'tidak', '', 'Cuti di luar tanggungan negara')])
    expect(await row(dewi)).toMatchObject({ rated: false })
  })

  it('names the changed person in its event, so that the grid asks for that row alone', async () => {
    const { app, record, cell, dewi } = await agency()
    app.events.length = 0
    await record([cell(dewi, 'resultScore', '81', '1')])
    expect(app.events).toContainEqual(expect.objectContaining({ type: 'changed', employeeIds: [dewi] }))
  })
})
