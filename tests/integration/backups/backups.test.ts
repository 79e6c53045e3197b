import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { namesBelow, type Office, office } from './office.ts'

const offices: Office[] = []
afterEach(async () => {
  for (const app of offices.splice(0)) await app.close()
})

async function open(options: Parameters<typeof office>[0] = {}): Promise<Office> {
  const app = await office(options)
  offices.push(app)
  return app
}

const listOf = async (app: Office) => (await app.call('backups.list', { path: app.file })).copies
const soon = { after: 1, every: 2_000_000_000, thread: null }

describe('taking copies', () => {
  it('on demand: whole, described, counted, listed newest first', async () => {
    const app = await open()
    const first = await app.call('backups.take', {})
    expect(first).toMatchObject({ reason: 'asked', encrypted: false })
    expect(fs.statSync(first.path).size).toBe(first.bytes)
    const anchor = await app.call('trail.anchor', {})
    const manifest = JSON.parse(fs.readFileSync(`${first.path}.json`, 'utf8'))
    expect(manifest).toMatchObject({ entries: anchor.count, head: anchor.hash, number: 1, source: app.file })
    await app.score('91')
    const second = await app.call('backups.take', {})
    expect(second.entries).toBe(first.entries + 1)
    expect(await listOf(app)).toEqual([second, first])
    const state = await app.call('backups.state', {})
    expect(state).toMatchObject({ folder: app.copies, standard: false, count: 2, newest: second, failure: null })
    expect(state.bytes).toBe(first.bytes + second.bytes)
    expect(namesBelow(app.copies)).toHaveLength(4)
  })

  it('by itself after opening, and not again as long as nothing has changed', async () => {
    const app = await open({ backups: soon })
    await vi.waitFor(async () => expect(await listOf(app)).toHaveLength(1))
    expect(await listOf(app)).toMatchObject([{ reason: 'opened' }])
    await app.call('workspace.close', {})
    await app.call('workspace.open', { path: app.file })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await listOf(app)).toHaveLength(1)
  })

  it('every hour when something changed', async () => {
    const app = await open({ backups: { after: 2_000_000_000, every: 30, thread: null } })
    await vi.waitFor(async () => expect(await listOf(app)).toHaveLength(1))
    await app.score('91')
    await vi.waitFor(async () => expect(await listOf(app)).toHaveLength(2))
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect((await listOf(app)).map((copy) => copy.reason)).toEqual(['hourly', 'hourly'])
  })

  it('before a meeting is closed, and of the state before', async () => {
    const app = await open()
    const before = (await app.call('trail.anchor', {})).count
    await expect(app.call('meetings.close', { meetingId: 'tidak-ada' as never })).rejects.toMatchObject({
      code: 'E-NOT-FOUND',
    })
    expect(await listOf(app)).toMatchObject([{ reason: 'closing', entries: before }])
  })

  it('before a stage is closed, and before an import, once for each change', async () => {
    const app = await open()
    const { periodId } = app
    await app.call('organisation.setStage', { periodId, stage: 'follow-up' })
    expect(await listOf(app)).toMatchObject([{ reason: 'closing' }])
    const list = app.path('pegawai.csv')
    fs.writeFileSync(list, 'NIP;Nama\n197003121995032001;Wayan Putra\n')
    const { previewId } = await app.call('import.preview', { jobId: 'p', paths: [list], periodId })
    const before = (await app.call('trail.anchor', {})).count
    await app.call('import.commit', { jobId: 'c', previewId })
    const [newest] = await listOf(app)
    expect(newest).toMatchObject({ reason: 'import', entries: before })
    await app.restore(newest?.path ?? '')
    expect((await app.call('workspace.status', {}))?.employeeCount).toBe(3)
  })

  it('keeps the last ten and one for each day, whatever the clock says', async () => {
    const app = await open()
    for (let number = 1; number <= 13; number += 1) {
      app.setNow(`2026-11-${number <= 12 ? 23 : 24}T02:${String(number).padStart(2, '0')}:00.000Z`)
      await app.score(String(50 + number))
      await app.call('backups.take', {})
    }
    const copies = await listOf(app)
    expect(copies).toHaveLength(10)
    expect(copies[0]?.takenAt).toBe('2026-11-24T02:13:00.000Z')
    expect(namesBelow(app.copies)).toHaveLength(20)
  })

  it('leaves nothing of a copy that was cut off', async () => {
    const app = await open()
    const { path } = await app.call('backups.take', {})
    const folder = dirname(path)
    fs.writeFileSync(join(folder, '.agency-0002-x.timbang.0a.tmp'), 'half')
    fs.writeFileSync(join(folder, '.agency-0002-x.timbang.0a.tmp-journal'), 'half')
    fs.copyFileSync(`${path}.json`, join(folder, 'agency-0002-20261123-0200.timbang.json'))
    expect(await listOf(app)).toHaveLength(1)
    await app.score('91')
    await app.call('backups.take', {})
    expect(namesBelow(app.copies).filter((name) => name.includes('.tmp'))).toEqual([])
    expect(await listOf(app)).toHaveLength(2)
  })
})

describe('a copy that cannot be taken', () => {
  it('does not stop the work, is told, and is forgotten with the next one that can', async () => {
    const app = await open()
    fs.rmdirSync(app.copies)
    fs.writeFileSync(app.copies, 'no folder')
    await expect(app.call('meetings.close', { meetingId: 'tidak-ada' as never })).rejects.toMatchObject({
      code: 'E-NOT-FOUND',
    })
    await vi.waitFor(async () =>
      expect((await app.call('backups.state', {})).failure).toMatchObject({ code: 'E-BACKUP-FOLDER' }),
    )
    expect(app.events).toContainEqual({ type: 'changed', topics: ['backups'], employeeIds: null })
    await app.score('91')
    expect(await app.scoreNow()).toBe(91)
    await expect(app.call('backups.take', {})).rejects.toMatchObject({ code: 'E-BACKUP-FOLDER' })
    fs.rmSync(app.copies)
    fs.mkdirSync(app.copies)
    await app.call('backups.take', {})
    expect((await app.call('backups.state', {})).failure).toBeNull()
  })

  it('on a full disk: the code says so, nothing half is left, and the older copy stays', async (context) => {
    const app = await open()
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', app.copies])
    context.skip(mounted.status !== 0, 'mounting a small file system needs root on Linux')
    try {
      const kept = await app.call('backups.take', {})
      const { bavail, bsize } = fs.statfsSync(app.copies)
      const filler = join(app.copies, 'filler')
      fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - kept.bytes / 2), 1))
      await app.score('91')
      await expect(app.call('backups.take', {})).rejects.toMatchObject({ code: 'E-BACKUP-FULL' })
      expect(await listOf(app)).toEqual([kept])
      expect(namesBelow(app.copies).filter((name) => name.includes('.tmp'))).toEqual([])
      fs.rmSync(filler)
      await app.call('backups.take', {})
      expect(await listOf(app)).toHaveLength(2)
    } finally {
      spawnSync('umount', ['-l', app.copies])
    }
  })

  it('is not taken of a workspace that is only read here', async () => {
    const app = await open()
    await app.call('workspace.close', {})
    await app.call('workspace.open', { path: app.file, readOnly: true })
    await expect(app.call('backups.take', {})).rejects.toMatchObject({ code: 'E-SAVE-RO' })
  })
})

describe('listing', () => {
  it('finds the copies of a file that was moved, by its first entry, also when another has its name now', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.call('workspace.close', {})
    const moved = app.path('pindah.timbang')
    fs.renameSync(app.file, moved)
    expect((await app.call('backups.list', { path: moved })).copies).toEqual([copy])
    const other = app.path('agency.timbang')
    const input = newWorkspaceInput(other)
    await app.call('workspace.create', { ...input, agency: { ...input.agency, name: 'Dinas Lain' } })
    await app.call('workspace.close', {})
    await app.call('workspace.open', { path: moved })
    expect((await app.call('backups.list', { path: moved })).copies).toEqual([copy])
  })

  it('finds them by the name of a file that cannot be read any more, or is gone', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.call('workspace.close', {})
    fs.writeFileSync(app.file, 'rusak')
    expect(await listOf(app)).toEqual([copy])
    fs.rmSync(app.file)
    expect(await listOf(app)).toEqual([copy])
    const elsewhere = join(app.folder, 'lain', basename(app.file))
    expect((await app.call('backups.list', { path: elsewhere })).copies).toEqual([copy])
  })
})
