import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { type StaffAgency, staffAgency } from './staff-agency.ts'

let open: StaffAgency | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

async function agency(): Promise<StaffAgency> {
  open = await staffAgency([
    { name: 'Ratna', supervisor: null },
    { name: 'Sari', supervisor: 0, results: [{ score: 80 }] },
    { name: 'Dewi', supervisor: 0 },
    { name: 'Baru', supervisor: null },
  ])
  return open
}

const code = (error: unknown) => (error as { code?: string }).code

describe('supervisors of a period', () => {
  it('change from a day on, the former one standing until the day before', async () => {
    const app = await agency()
    const { periodId, ids } = app
    const [, sari = '', , baru = ''] = ids
    await app.call('staff.setSupervisor', {
      periodId,
      employeeIds: [sari],
      supervisorId: baru,
      fromDate: '2026-09-01',
      moved: 'employee',
      reason: 'Mutasi',
    })
    const dossier = await app.call('dossier.get', { periodId, employeeId: sari })
    expect(dossier.supervisor?.name).toBe('Baru')
    expect(dossier.supervisions).toEqual([
      { supervisor: { id: ids[0], name: 'Ratna' }, fromDate: null, toDate: '2026-08-31', reason: '' },
      { supervisor: { id: baru, name: 'Baru' }, fromDate: '2026-09-01', toDate: null, reason: 'Mutasi' },
    ])
    const rows = await app.call('staff.rows', { periodId, employeeIds: [sari] })
    expect(rows.columns.flags[0]).toContain('supervisor-changed')
  })

  it('never make a circle, nor begin outside the period', async () => {
    const app = await agency()
    const { periodId, ids } = app
    const [ratna = '', sari = ''] = ids
    const set = (employeeId: string, supervisorId: string, fromDate: string | null) =>
      app
        .call('staff.setSupervisor', {
          periodId,
          employeeIds: [employeeId],
          supervisorId,
          fromDate,
          moved: fromDate === null ? null : 'employee',
          reason: '',
        })
        .catch(code)
    expect(await set(ratna, sari, null)).toBe('E-RULE-CYCLE')
    expect(await set(sari, sari, null)).toBe('E-RULE-SELF')
    expect(await set(sari, ratna, '2026-10-05')).toBe('E-RULE-MOVE-DATE')
  })

  it('follow the rule for a rater who moves: inside the evaluation window the old one still rates', async () => {
    const app = await agency()
    const { periodId, ids } = app
    const [, sari = '', dewi = '', baru = ''] = ids
    const move = (employeeId: string, fromDate: string, moved: 'employee' | 'supervisor' | 'gone' | null) =>
      app
        .call('staff.setSupervisor', {
          periodId,
          employeeIds: [employeeId],
          supervisorId: baru,
          fromDate,
          moved,
          reason: '',
        })
        .catch((error) => [error.code, error.params])
    const rater = async (employeeId: string) =>
      (await app.call('dossier.get', { periodId, employeeId })).supervisor?.name
    // Without a window nobody can know who rates.
    expect(await move(sari, '2026-09-25', 'supervisor')).toEqual(['E-RULE-WINDOW', {}])
    await app.call('organisation.setWindow', {
      periodId,
      windowStartsOn: '2026-09-21',
      windowEndsOn: '2026-10-16',
    })
    // The regulation's example: moved on 25 August, no rating; on 25 September, the old one rates the quarter.
    const refused = ['E-RULE-STILL-RATES', { date: '2026-09-25' }]
    expect(await move(sari, '2026-09-25', 'supervisor')).toEqual(refused)
    expect(await move(sari, '2026-10-02', 'supervisor')).toEqual(['E-RULE-STILL-RATES', { date: '2026-10-02' }])
    expect(await rater(sari)).toBe('Ratna')
    expect(await move(sari, '2026-08-25', 'supervisor')).toEqual({})
    expect(await rater(sari)).toBe('Baru')
    // An employee who moves is rated by the new rater whenever it happens, and so is one whose rater is gone for good.
    expect(await move(dewi, '2026-09-25', 'employee')).toEqual({})
    expect(await rater(dewi)).toBe('Baru')
    await app.call('history.undo', {})
    expect(await move(dewi, '2026-09-25', 'gone')).toEqual({})
    // From a day on, but nobody moved: not a request the rule can judge.
    expect(await move(dewi, '2026-09-25', null)).toEqual(['E-ARG', {}])
  })
})

describe('failed tugas belajar', () => {
  it('is Kurang or Sangat Kurang as the rater chooses, whatever the quadrant says', async () => {
    open = await staffAgency([
      { name: 'Ratna', supervisor: null },
      { name: 'Sari', supervisor: 0, workLevel: 'above', behaviourLevel: 'above' },
    ])
    const app = open
    const { periodId } = app
    const employeeId = app.ids[1] ?? ''
    const record = async (text: string) => {
      const cells = [{ employeeId, field: 'studyFailed' as const, text }]
      const { refused } = await app.call('staff.recordCells', { periodId, cells })
      return refused.map((cell) => cell.code)
    }
    const predicate = async () => {
      const { columns } = await app.call('staff.rows', { periodId, employeeIds: [employeeId] })
      return [columns.studyFailed[0], columns.predicate[0]]
    }
    expect(await predicate()).toEqual([null, 'very-good'])
    expect(await record('Sangat Kurang')).toEqual([])
    expect(await predicate()).toEqual(['very-poor', 'very-poor'])
    expect(await record('kurang')).toEqual([])
    expect(await predicate()).toEqual(['poor', 'poor'])
    expect((await app.call('dossier.get', { periodId, employeeId })).placement?.studyFailed).toBe('poor')
    // "Yes" leaves the choice open, so it is asked for.
    expect(await record('ya')).toEqual(['E-RULE-CHOICE'])
    expect(await record('tidak')).toEqual([])
    expect(await predicate()).toEqual([null, 'very-good'])
  })
})

describe('the list of a period', () => {
  it('takes a new person, knows the NIP again, and refuses it for another name', async () => {
    const app = await agency()
    const { periodId, unitIds } = app
    const person = {
      periodId,
      name: 'Wulan',
      nip: "'19860527 201001 2 012",
      status: 'pns' as const,
      unitId: unitIds[0] ?? null,
      post: 'Analis',
      postKind: 'jf' as const,
      grade: 'III.d',
      supervisorId: app.ids[0] ?? null,
    }
    const { employeeId } = await app.call('staff.add', person)
    const { columns } = await app.call('staff.rows', { periodId, employeeIds: [employeeId] })
    expect(columns).toMatchObject({ nip: ['198605272010012012'], grade: ['III/d'], supervisorId: [app.ids[0]] })
    expect(await app.call('staff.add', { ...person, name: 'Orang Lain' }).catch(code)).toBe('E-RULE-DUPLICATE-NIP')
    expect(await app.call('staff.add', { ...person, nip: '123' }).catch(code)).toBe('E-RULE-NIP')
  })

  it('lets go of somebody on whom nothing rests, and of nobody else', async () => {
    const app = await agency()
    const { periodId, ids } = app
    const [ratna = '', sari = '', , baru = ''] = ids
    expect(await app.call('staff.remove', { periodId, employeeIds: [baru, sari] }).catch(code)).toBe(
      'E-RULE-STAFF-USED',
    )
    expect(await app.call('staff.remove', { periodId, employeeIds: [ratna] }).catch(code)).toBe('E-RULE-STAFF-USED')
    expect((await app.call('staff.board', { periodId })).total).toBe(4)
    await app.call('staff.remove', { periodId, employeeIds: [baru] })
    expect((await app.call('staff.board', { periodId })).total).toBe(3)
    expect((await app.call('staff.rows', { periodId, employeeIds: [baru] })).columns.name).toEqual([])
    await app.call('history.undo', {})
    expect((await app.call('staff.board', { periodId })).total).toBe(4)
  })

  it('writes the grid as shown', async () => {
    const app = await agency()
    const path = app.path('daftar.csv')
    await app.call('staff.export', {
      path,
      format: 'csv',
      title: 'Pegawai dan target',
      noteLines: ['Triwulan III 2026'],
      frozenColumns: 1,
      columns: [
        { header: 'Nama', width: 20, kind: 'text' },
        { header: 'Skor', width: 10, kind: 'number' },
      ],
      rows: [
        ['Sari', 80.5],
        ['=1+1', 'belum dinilai'],
      ],
    })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Sari')
    expect(text).not.toMatch(/^=1\+1/m)
    const book = app.path('daftar.xlsx')
    await app.call('staff.export', {
      path: book,
      format: 'xlsx',
      title: 'Pegawai',
      noteLines: [],
      frozenColumns: 0,
      columns: [{ header: 'Nama', width: 20, kind: 'text' }],
      rows: [['Sari']],
    })
    expect(existsSync(book)).toBe(true)
  })
})

describe('saved views', () => {
  it('are kept in the workspace, replaced by name and removed', async () => {
    const app = await agency()
    const list = () => app.call('views.list', { screen: 'staff' })
    await app.call('views.save', { screen: 'staff', name: 'Keputusan', state: '{"a":1}' })
    const saved = await app.call('views.save', { screen: 'staff', name: 'Keputusan', state: '{"a":2}' })
    expect(await list()).toEqual([saved])
    expect(await app.call('views.list', { screen: 'trail' })).toEqual([])
    await app.call('views.remove', { id: saved.id })
    expect(await list()).toEqual([])
  })
})
