import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sql } from '#data/store/sql.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine as testApp } from '#tests/support/in-memory-app.ts'
import { refusalOf, testDirectory, testEngine } from './support.ts'
import { firstSchema } from './test-schema.ts'

function appForTest(): TestEngine {
  const app = testApp()
  onTestFinished(() => app.close())
  return app
}

const units = (...names: string[]) => ({ units: names.map((name) => ({ id: null, name, parent: null })) })
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
const unitNames = async (app: TestEngine) => (await app.call('workspace.status', {}))?.units.map(({ name }) => name)

/** A workspace with one unit, written by one engine and read by another. */
async function writerAndReader() {
  const [writer, reader] = [appForTest(), appForTest()]
  const path = writer.path('bersama.timbang')
  await writer.call('workspace.create', newWorkspaceInput(path))
  await writer.call('workspace.updateUnits', units('Bidang Satu'))
  const status = await reader.call('workspace.open', { path, readOnly: true })
  return { writer, reader, path, status }
}

describe('a workspace that another window writes', () => {
  it('is refused with what the page needs to offer reading, and can be read', async () => {
    const { reader, path, status } = await writerAndReader()
    expect(status).toMatchObject({ readOnly: true, readOnlyBecause: 'asked' })
    expect(status?.units.map(({ name }) => name)).toEqual(['Bidang Satu'])
    const refusal = await reader.call('workspace.open', { path }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'E-OPEN-LOCKED', params: { path: fs.realpathSync(path) } })
    // The reader keeps what it read when it cannot have more.
    expect(await unitNames(reader)).toEqual(['Bidang Satu'])
  })

  it('refuses every change of the reader, and lets it save a copy', async () => {
    const { reader, writer } = await writerAndReader()
    expect(await codeOf(reader.call('workspace.updateUnits', units('Lain')))).toBe('E-SAVE-RO')
    expect(await codeOf(reader.call('history.undo', {}))).toBe('E-UNDO-NOTHING')
    const copy = reader.path('salinan.timbang')
    await reader.call('workspace.saveCopy', { path: copy })
    expect(fs.existsSync(copy)).toBe(true)
    expect(await unitNames(writer)).toEqual(['Bidang Satu'])
  })

  it('shows the reader what the writer saved, within a few seconds', async () => {
    const { reader, writer } = await writerAndReader()
    reader.events.length = 0
    await writer.call('workspace.updateUnits', units('Bidang Dua'))
    await expect.poll(() => reader.events.map(({ type }) => type), { timeout: 6_000 }).toContain('changed')
    expect(reader.events.find(({ type }) => type === 'changed')).toMatchObject({ topics: ['*'] })
    expect(await unitNames(reader)).toEqual(['Bidang Dua'])
    // Nothing new, nothing said.
    reader.events.length = 0
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(reader.events).toEqual([])
  })

  it('can be written by the reader once the writer has closed it', async () => {
    const { reader, writer, path } = await writerAndReader()
    await writer.call('workspace.close', {})
    expect(await reader.call('workspace.open', { path })).toMatchObject({ readOnly: false, readOnlyBecause: null })
    await reader.call('workspace.updateUnits', units('Bidang Tiga'))
    expect(await writer.call('workspace.open', { path, readOnly: true })).toMatchObject({ readOnly: true })
    expect(await unitNames(writer)).toEqual(['Bidang Tiga'])
  })

  it('follows a file that takes its place, and is closed with its refusal when that is none', async () => {
    const { reader, writer, path } = await writerAndReader()
    await writer.call('workspace.close', {})
    const other = writer.path('lain.timbang')
    await writer.call('workspace.create', newWorkspaceInput(other))
    await writer.call('workspace.updateUnits', units('Dari Berkas Lain'))
    await writer.call('workspace.close', {})
    fs.renameSync(other, path)
    await expect.poll(() => unitNames(reader), { timeout: 6_000 }).toEqual(['Dari Berkas Lain'])

    fs.writeFileSync(other, 'Dear all'.repeat(100))
    fs.renameSync(other, path)
    await expect
      .poll(() => reader.events.at(-1), { timeout: 6_000 })
      .toMatchObject({ type: 'refused', error: { code: 'E-OPEN-FOREIGN' } })
    expect(await reader.call('workspace.status', {})).toBeNull()
  })
})

describe('a reader that opens while its writer is in the middle of a transaction', () => {
  const many = Array.from({ length: 400 }, (_, row) => [`${row} ${'z'.repeat(400)}`])
  const journalStart = (path: string) => fs.readFileSync(`${path}-journal`).subarray(0, 8).toString('hex')

  it('reads what was there before', async () => {
    const engine = await testEngine()
    const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), [firstSchema])
    workspace.db.insertMany('parent', ['name'], many)
    workspace.db.transaction(() => {
      workspace.db.run(sql`DELETE FROM parent`)
      const reader = openWorkspaceFile(engine, workspace.path, [firstSchema], { readOnly: true })
      expect(reader.db.value(sql`SELECT count(*) FROM parent`)).toBe(400)
      reader.close()
    })
    expect(workspace.db.value(sql`SELECT count(*) FROM parent`)).toBe(0)
    workspace.close()
  })

  it('is told that the file is busy when pages are being written, and does not take the journal for one of a crash', async () => {
    const engine = await testEngine()
    const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), [firstSchema])
    workspace.db.insertMany('parent', ['name'], many)
    workspace.db.transaction(() => {
      // So little memory that pages of the transaction go to the file before it ends.
      workspace.db.value(sql`PRAGMA cache_size = 5`)
      workspace.db.run(sql`UPDATE parent SET name = 'changed ' || name`)
      expect(journalStart(workspace.path)).toBe('d9d505f920a163d7')
      const open = () => openWorkspaceFile(engine, workspace.path, [firstSchema], { readOnly: true })
      expect(refusalOf(open)).toBe('E-SAVE-BUSY')
      expect(journalStart(workspace.path)).toBe('d9d505f920a163d7')
    })
    expect(workspace.db.value(sql`SELECT count(*) FROM parent WHERE name LIKE 'changed %'`)).toBe(400)
    expect(workspace.checkIntegrity()).toEqual([])
    workspace.close()
  })
})

describe('a medium that allows no writing', () => {
  it('is opened for reading, with the reason; changes are refused and a copy can be saved', async (test) => {
    const app = appForTest()
    const disk = app.path('disk')
    fs.mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status !== 0) {
      return test.skip('mounting a small file system needs root on Linux')
    }
    onTestFinished(() => void spawnSync('umount', ['-l', disk]))
    const path = join(disk, 'a.timbang')
    await app.call('workspace.create', newWorkspaceInput(path))
    await app.call('workspace.close', {})
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0)

    expect(await app.call('workspace.open', { path })).toMatchObject({ readOnly: true, readOnlyBecause: 'rights' })
    expect(await codeOf(app.call('workspace.updateUnits', units('Lain')))).toBe('E-SAVE-RO')
    await app.call('workspace.saveCopy', { path: app.path('salinan.timbang') })
    expect(await app.call('workspace.open', { path: app.path('salinan.timbang') })).toMatchObject({ readOnly: false })
    expect(refusalOf(() => fs.writeFileSync(join(disk, 'x'), ''))).toContain('EROFS')
  })
})
