import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine

beforeEach(async () => {
  app = testEngine()
  await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
})
afterEach(() => app.close())

const agency = async () => (await app.call('workspace.status', {}))?.agency

async function rename(name: string) {
  const now = await agency()
  if (!now) throw new Error('no agency')
  const { id: _id, example: _example, ...fields } = now
  await app.call('workspace.updateAgency', { ...fields, name })
}

describe('journal', () => {
  it('keeps author, time, and the row before and after', async () => {
    app.setNow('2026-11-23T03:04:05.000Z')
    await rename('Dinas Kesehatan Baru')
    const { entries, total } = await app.call('trail.list', { beforeSeq: null, limit: 10, command: null })
    expect(total).toBe(2)
    expect(entries[0]).toMatchObject({
      seq: 2,
      at: '2026-11-23T03:04:05.000Z',
      author: 'Sekretaris',
      command: 'workspace.updateAgency',
      undoes: null,
      changeCount: 1,
    })
    const { changes } = await app.call('trail.changes', { seq: 2 })
    expect(changes[0]?.before?.name).toBe('Dinas Contoh')
    expect(changes[0]?.after?.name).toBe('Dinas Kesehatan Baru')
  })

  it('undoes and redoes across calls, and only ever grows', async () => {
    await rename('Satu')
    await rename('Dua')
    expect(await app.call('history.undo', {})).toMatchObject({ command: 'workspace.updateAgency' })
    expect((await agency())?.name).toBe('Satu')
    await app.call('history.undo', {})
    expect((await agency())?.name).toBe('Dinas Contoh')
    await app.call('history.redo', {})
    await app.call('history.redo', {})
    expect((await agency())?.name).toBe('Dua')
    const { entries } = await app.call('trail.list', { beforeSeq: null, limit: 50, command: null })
    expect(entries.map((entry) => entry.undoes)).toEqual([4, 5, 2, 3, null, null, null])
    expect(await app.call('history.state', {})).toMatchObject({
      undo: { command: 'workspace.updateAgency' },
      redo: null,
    })
  })

  it('forgets the redo once something new is written', async () => {
    await rename('Satu')
    await app.call('history.undo', {})
    await rename('Lain')
    await expect(app.call('history.redo', {})).rejects.toMatchObject({ code: 'E-UNDO-NOTHING' })
  })

  it('does not undo the making of the workspace', async () => {
    await expect(app.call('history.undo', {})).rejects.toMatchObject({ code: 'E-UNDO-NOTHING' })
  })

  it('writes nothing, and no entry, when nothing changes', async () => {
    await rename('Dinas Contoh')
    expect((await app.call('trail.list', { beforeSeq: null, limit: 10, command: null })).total).toBe(1)
  })

  it('is still there after closing and opening', async () => {
    await rename('Satu')
    const path = app.path('a.timbang')
    await app.call('workspace.close', {})
    const status = await app.call('workspace.open', { path })
    expect(status).toMatchObject({ agency: { name: 'Satu' }, journalLength: 2 })
  })

  it('tells windows which answers to ask for again', async () => {
    app.events.length = 0
    await rename('Satu')
    expect(app.events).toEqual([
      {
        type: 'changed',
        topics: expect.arrayContaining(['history', 'trail', 'workspace', 'overview']),
        employeeIds: [],
      },
    ])
  })
})

describe('units', () => {
  it('keep their place in the tree, and cannot leave while people belong to them', async () => {
    const before = await app.call('workspace.status', {})
    const edited = (before?.units ?? []).map((unit) => ({
      id: unit.id,
      name: unit.name,
      parent: unit.parentId === null ? null : (before?.units ?? []).findIndex((other) => other.id === unit.parentId),
    }))
    const after = await app.call('workspace.updateUnits', {
      units: [...edited, { id: null, name: 'Bidang Baru', parent: 0 }],
    })
    expect(after?.units.map((unit) => unit.name)).toEqual(['Dinas', 'Bidang A', 'Bidang Baru'])
    const removed = await app.call('workspace.updateUnits', { units: edited.slice(0, 1) })
    expect(removed?.units.map((unit) => unit.name)).toEqual(['Dinas'])
    await app.call('history.undo', {})
    expect((await app.call('workspace.status', {}))?.units).toHaveLength(3)
  })
})

describe('periods', () => {
  it('are named and dated by the calendar, and exist once', async () => {
    const next = {
      kind: 'quarterly' as const,
      year: 2026,
      ordinal: 4,
      rulePacks: [],
      windowStartsOn: null,
      windowEndsOn: null,
      copyFrom: null,
    }
    await app.call('workspace.addPeriod', next)
    expect((await app.call('workspace.status', {}))?.periods[0]).toMatchObject({
      name: 'Triwulan IV 2026',
      startsOn: '2026-10-01',
      endsOn: '2026-12-31',
    })
    await expect(app.call('workspace.addPeriod', next)).rejects.toMatchObject({ code: 'E-RULE-PERIOD' })
    await expect(app.call('workspace.addPeriod', { ...next, ordinal: 7 })).rejects.toMatchObject({
      code: 'E-RULE-PERIOD',
    })
  })
})
