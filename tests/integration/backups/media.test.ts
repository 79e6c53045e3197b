import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { namesBelow, type Office, office } from './office.ts'

const offices: Office[] = []
const disks: string[] = []
afterEach(async () => {
  for (const disk of disks.splice(0)) spawnSync('umount', ['-l', disk])
  for (const app of offices.splice(0)) await app.close()
})

async function open(options: Parameters<typeof office>[0] = {}): Promise<Office> {
  const app = await office(options)
  offices.push(app)
  return app
}

const markOf = (path: string) => createHash('sha256').update(fs.readFileSync(path)).digest('hex')
const preview = (app: Office, copy: string, path = app.file) =>
  app.call('backups.preview', { path, copy, jobId: 'job' })
const missingMeeting = { meetingId: 'tidak-ada' as never }

/** A small disk of its own in that place. Skips the test where none can be mounted. */
function smallDisk(folder: string, size: string, skip: (because: string) => void): void {
  fs.mkdirSync(folder, { recursive: true })
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) {
    skip('mounting a small file system needs root on Linux')
  }
  disks.push(folder)
}

const readOnly = (folder: string) => expect(spawnSync('mount', ['-o', 'remount,ro', folder]).status).toBe(0)
const writable = (folder: string) => expect(spawnSync('mount', ['-o', 'remount,rw', folder]).status).toBe(0)

/** Leaves so many bytes on the disk. */
function leaveRoom(folder: string, bytes: number): string {
  const { bavail, bsize } = fs.statfsSync(folder)
  const filler = join(folder, 'pengisi')
  fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes), 1))
  return filler
}

/** A copy of the office's workspace on a small disk; the office has closed its own. */
async function onSmallDisk(app: Office, skip: (because: string) => void) {
  await app.call('workspace.close', {})
  const disk = app.path('cakram')
  smallDisk(disk, '2m', skip)
  const path = join(disk, 'agency.timbang')
  fs.copyFileSync(app.file, path)
  return { disk, path }
}

describe('a folder of copies on a stick that was pulled out', () => {
  it('is told, is not made anew on the disk beneath, and is used again once it is back', async () => {
    const app = await open()
    const kept = await app.call('backups.take', {})
    const away = `${app.copies} dicabut`
    fs.renameSync(app.copies, away)
    await app.score('91')
    await expect(app.call('meetings.close', missingMeeting)).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
    const told = { code: 'E-BACKUP-FOLDER', params: { folder: app.copies } }
    await vi.waitFor(async () => expect((await app.call('backups.state', {})).failure).toMatchObject(told))
    await expect(app.call('backups.take', {})).rejects.toMatchObject(told)
    expect(await app.call('backups.state', {})).toMatchObject({ reachable: false, standard: false, count: 0 })
    expect((await app.call('backups.list', { path: app.file })).copies).toEqual([])
    await expect(app.restore(kept.path)).rejects.toMatchObject({ code: 'E-BACKUP-MISSING' })
    expect(fs.existsSync(app.copies)).toBe(false)
    expect(await app.scoreNow()).toBe(91)

    fs.renameSync(away, app.copies)
    const next = await app.call('backups.take', {})
    expect((await app.call('backups.list', { path: app.file })).copies).toEqual([next, kept])
    expect(await app.call('backups.state', {})).toMatchObject({ reachable: true, failure: null, count: 2 })
  })
})

describe('choosing a folder', () => {
  it('is told to every window, and refused where nothing can be written', async (context) => {
    const app = await open()
    const disk = app.path('cakram')
    smallDisk(disk, '1m', context.skip)
    readOnly(disk)
    await expect(app.call('backups.setFolder', { folder: disk })).rejects.toMatchObject({ code: 'E-BACKUP-FOLDER' })
    expect((await app.call('backups.state', {})).folder).toBe(app.copies)
    const told = () => app.events.filter((event) => event.type === 'changed' && event.topics.includes('backups')).length
    const before = told()
    writable(disk)
    await app.call('backups.setFolder', { folder: disk })
    expect(told()).toBe(before + 1)
    expect(fs.readdirSync(disk)).toEqual([])
    expect(await app.call('backups.state', {})).toMatchObject({ folder: disk, count: 0 })
  })
})

describe('copies on a medium that can only be read, or is full', () => {
  // The duplicate of a comparison then lies in the standard folder: not in the home folder of whoever runs the tests.
  let home: string
  beforeEach(() => {
    home = fs.mkdtempSync(join(tmpdir(), 'timbang-home-'))
  })
  afterEach(() => fs.rmSync(home, { recursive: true, force: true }))

  it.for(['read-only', 'full'])('%s: compared and restored all the same', async (state, context) => {
    const app = await open({ preferencesFolder: home })
    const disk = app.path('cakram')
    smallDisk(disk, '2m', context.skip)
    await app.call('backups.setFolder', { folder: disk })
    const copy = await app.call('backups.take', {})
    await app.score('95')
    if (state === 'full') leaveRoom(disk, 4096)
    else readOnly(disk)
    expect(await preview(app, copy.path)).toMatchObject({ current: { since: 1 }, people: 1 })
    expect(namesBelow(home).filter((name) => name.includes('.tmp'))).toEqual([])
    await app.restore(copy.path)
    expect(await app.scoreNow()).toBe(80)
  })
})

describe('a workspace on a disk where it cannot be replaced', () => {
  it('full, really: refused, byte for byte the same, nothing left over; restored once there is room', async (context) => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    const { disk, path } = await onSmallDisk(app, context.skip)
    await app.call('workspace.open', { path })
    await app.score('95')
    const before = { mark: markOf(path), names: fs.readdirSync(disk) }
    for (const room of [0, copy.bytes / 4, copy.bytes / 2, copy.bytes - 8192]) {
      const filler = leaveRoom(disk, room)
      await expect(app.restore(copy.path, { path })).rejects.toMatchObject({ code: 'E-SAVE-FULL' })
      fs.rmSync(filler)
      expect({ mark: markOf(path), names: fs.readdirSync(disk) }).toEqual(before)
    }
    expect(await app.scoreNow()).toBe(95)
    await app.restore(copy.path, { path })
    expect(await app.scoreNow()).toBe(80)
    expect(fs.readdirSync(disk).filter((name) => name.endsWith('.timbang'))).toHaveLength(2)
    await app.call('workspace.close', {})
  })

  it('read-only: refused in words; the copy can be put elsewhere', async (context) => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    const { disk, path } = await onSmallDisk(app, context.skip)
    readOnly(disk)
    await expect(app.restore(copy.path, { path })).rejects.toMatchObject({ code: 'E-SAVE-RO' })
    expect(fs.readdirSync(disk)).toEqual([basename(path)])
    expect(await preview(app, copy.path, path)).toMatchObject({ current: { since: 0 } })
    await app.restore(copy.path, { path: app.path('lain.timbang') })
    expect(await app.scoreNow()).toBe(80)
  })
})
