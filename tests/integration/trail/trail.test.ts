import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine
beforeEach(async () => {
  app = testEngine()
  await app.call('workspace.create', {
    path: app.path('a.timbang'),
    agency: {
      name: 'Dinas Uji',
      government: '',
      address: '',
      contact: '',
      place: '',
      zone: 'WIB',
      workingWeek: 'monday-friday',
      cycle: 'quarterly',
      paper: 'A4',
    },
    units: [{ name: 'Sekretariat', parent: null }],
    period: { kind: 'quarterly', year: 2026, ordinal: 3, rulePacks: [], windowStartsOn: null, windowEndsOn: null },
  })
})
afterEach(() => app.close())

const read = (path: string) =>
  Papa.parse<string[]>(
    readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim(),
  ).data

async function followUp(task: string) {
  const status = await app.call('workspace.status', {})
  const periodId = status?.periods[0]?.id
  if (periodId === undefined) throw new Error('the workspace has a period')
  return app.call('followUps.save', {
    followUpId: null,
    periodId,
    meetingId: null,
    employeeId: null,
    fields: { kind: 'action', task, responsible: '', dueOn: null, state: 'open', outcome: '' },
  })
}

describe('the trail as a table', () => {
  it('has one row for each entry, newest first, in the language asked for', async () => {
    await followUp('Bimbingan')
    await app.call('history.undo', {})
    const path = app.path('jejak.csv')
    expect(await app.call('trail.export', { path, command: null, language: 'id' })).toEqual({ path, rows: 3 })
    const [head, ...rows] = read(path)
    expect(head?.slice(0, 4)).toEqual(['Nomor', 'Waktu (UTC)', 'Oleh', 'Perubahan'])
    expect(rows.map((row) => [row[0], row[3], row[6]])).toEqual([
      ['3', 'Mengurungkan: Menyimpan tindak lanjut: Bimbingan', '2'],
      ['2', 'Menyimpan tindak lanjut: Bimbingan', ''],
      ['1', 'Membuat ruang kerja Dinas Uji dengan 1 unit.', ''],
    ])
  })

  it('reaches over several pages and keeps to one kind of entry', async () => {
    for (let count = 0; count < 105; count += 1) await followUp(`Tugas ${count}`)
    const path = app.path('trail.csv')
    expect(await app.call('trail.export', { path, command: 'followUps.save', language: 'en' })).toMatchObject({
      rows: 105,
    })
    const rows = read(path).slice(1)
    expect(rows[0]?.[3]).toBe('Saved the follow-up: Tugas 104')
    expect(rows.at(-1)?.[3]).toBe('Saved the follow-up: Tugas 0')
  })

  it('refuses a folder that is not there and leaves nothing behind', async () => {
    const asked = app.call('trail.export', { path: app.path('tidak/ada/x.csv'), command: null, language: 'id' })
    await expect(asked).rejects.toSatisfy((error) => error instanceof AppError && error.code === 'E-EXPORT-PATH')
  })
})

describe('an entry opened', () => {
  it('names what its rows are about and the ids that stand in them', async () => {
    await followUp('Bimbingan')
    const { changes, names } = await app.call('trail.changes', { seq: 2 })
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ table: 'followUp', before: null, after: { task: 'Bimbingan' } })
    expect(Object.values(names)).toContain('Triwulan III 2026')
    const made = await app.call('trail.changes', { seq: 1 })
    expect(made.changes.map((change) => change.about)).toEqual(['Dinas Uji', 'Sekretariat', 'Triwulan III 2026'])
  })
})

describe('another workspace', () => {
  it('makes every window ask again when a file is opened, made or closed', async () => {
    const all = () => app.events.filter((event) => event.type === 'changed' && event.topics.includes('*')).length
    const before = all()
    await app.call('workspace.close', {})
    expect(all()).toBe(before + 1)
    await app.call('workspace.open', { path: app.path('a.timbang') })
    expect(all()).toBe(before + 2)
  })
})
