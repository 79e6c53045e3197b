import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contracts } from '#contract/contracts.ts'
import { z } from '#domain/zod.ts'
import { createGrantedPaths, type GrantedPaths } from '#engine/path-access.ts'
import { checkedCalls } from '#engine/path-check.ts'
import { cheapKdf } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

interface Office {
  readonly app: TestEngine
  readonly access: GrantedPaths
  readonly periodId: string
  readonly previewId: string
  readonly supportId: string
  /** The answer's code, or "done". */
  readonly codeOf: (name: string, input: unknown) => Promise<string>
}

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.app.close())

/** An engine that allows what is granted only, with a workspace and the preview of a small list. */
async function openOffice(): Promise<Office> {
  const access = createGrantedPaths()
  const app = testEngine({ access, kdf: cheapKdf })
  access.add({ path: app.path('ruang.timbang'), access: 'write' })
  const status = await app.call('workspace.create', newWorkspaceInput(app.path('ruang.timbang')))
  const periodId = status?.periods[0]?.id ?? ''
  const list = app.path('daftar.csv')
  writeFileSync(list, 'NIP;Nama\n197003121995032001;Ratna Dewi\n')
  access.add({ path: list, access: 'read' })
  const codeOf = async (name: string, input: unknown) => {
    const reply = await app.engine.handle('operator', name, input)
    return reply.ok ? 'done' : reply.error.code
  }
  const preview = await app.engine.handle('operator', 'import.preview', { jobId: 'baca', paths: [list], periodId })
  const { previewId } = (preview.ok ? preview.value : {}) as { previewId: string }
  const { id: supportId } = await app.call('support.preview', {})
  return { app, access, periodId, previewId, supportId, codeOf }
}

const passphrase = 'enam kata yang mudah diingat sendiri'
const report = { periodId: null, meetingId: null, kind: 'ratings', format: 'json', jobId: 'ekspor' }
const grid = {
  title: 'Daftar',
  noteLines: [],
  columns: [{ header: 'Nama', width: 20, kind: 'text' }],
  rows: [['Ratna']],
}

/** A well-formed input of each checked call that names `path`. */
const writing: Readonly<Record<string, (path: string) => unknown>> = {
  'workspace.create': (path) => newWorkspaceInput(path),
  'workspace.createExample': (path) => ({ path, seed: 1, jobId: 'contoh' }),
  'workspace.saveCopy': (path) => ({ path }),
  'import.template': (path) => ({ kind: 'staff', path }),
  'import.problems': (path) => ({ previewId: office.previewId, path, format: 'csv', language: 'id' }),
  'staff.export': (path) => ({ path, format: 'csv', ...grid, frozenColumns: 0 }),
  'trail.export': (path) => ({ path, command: null, language: 'id' }),
  'inspection.saveCopy': (target) => ({ path: office.app.path('daftar.csv'), target }),
  'support.save': (path) => ({ id: office.supportId, path }),
  'reports.export': (path) => ({ ...report, target: { path } }),
  'protection.plainCopy': (path) => ({ secret: passphrase, path }),
}
const reading: Readonly<Record<string, (path: string) => unknown>> = {
  'workspace.open': (path) => ({ path }),
  'inspection.read': (path) => ({ path, jobId: 'periksa' }),
  'backups.list': (path) => ({ path }),
  'import.preview': (path) => ({ jobId: 'baca-lagi', paths: [path], periodId: office.periodId }),
}

/** Calls about copies of the workspace: a test of their own, below. */
const copying = ['backups.take', 'backups.setFolder', 'backups.preview', 'backups.restore']

/** Calls about ballots of a panel, which this office has none of: they come as far as the panel itself. */
const ballots: Readonly<Record<string, (path: string) => unknown>> = {
  'panel.issueBallot': (path) => ({ panelistId: 'p1', format: 'json', path }),
  'panel.previewBallots': (path) => ({ jobId: 'job', periodId: 'p1', paths: [path] }),
}

describe('calls that name a place', () => {
  it('are all checked: every input of the contract with a path or folder in it', () => {
    const naming = Object.entries(contracts).flatMap(([name, { input }]) =>
      namesAPlace(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })) ? [name] : [],
    )
    expect(naming.toSorted()).toEqual(checkedCalls.toSorted())
    const tried = [
      ...Object.keys(writing),
      ...Object.keys(reading),
      ...Object.keys(ballots),
      ...copying,
      'workspace.forgetRecent',
    ]
    expect(tried.toSorted()).toEqual(naming.toSorted())
  })

  it.each(Object.keys(writing))('%s writes at a granted place only', async (name) => {
    const { app, access, codeOf } = office
    const path = app.path('hasil.berkas')
    if (name === 'protection.plainCopy') await app.call('protection.add', { passphrase, recoveryKey: null })
    const reply = await app.engine.handle('operator', name, writing[name]?.(path))
    expect(reply).toEqual({ ok: false, error: { code: 'E-PATH-NOT-GRANTED', params: { path } } })
    access.add({ path, access: 'read' })
    expect(await codeOf(name, writing[name]?.(path))).toBe('E-PATH-NOT-GRANTED')
    expect(readdirSync(app.folder).filter((file) => file.startsWith('hasil'))).toEqual([])
    // The control: the same call at the same place.
    access.add({ path, access: 'write' })
    expect(await codeOf(name, writing[name]?.(path))).toBe('done')
    expect(existsSync(path)).toBe(true)
  })

  it.each(Object.keys(reading))('%s reads a granted file only', async (name) => {
    const { app, access, codeOf } = office
    const path = app.path(name === 'workspace.open' ? 'salinan.timbang' : 'lain.csv')
    access.add({ path, access: 'write' })
    if (name === 'workspace.open') await app.call('workspace.saveCopy', { path })
    else writeFileSync(path, 'NIP;Nama\n197505142000031002;Bambang Sutejo\n')
    const elsewhere = app.path(`tetangga-${basename(path)}`)
    copyFileSync(path, elsewhere)
    expect(await codeOf(name, reading[name]?.(elsewhere))).toBe('E-PATH-NOT-GRANTED')
    expect(await codeOf(name, reading[name]?.(path))).toBe('done')
  })

  it.each(Object.keys(ballots))('%s is let through to the panel with a grant only', async (name) => {
    const { app, access, codeOf } = office
    const path = app.path('surat-nilai.json')
    writeFileSync(path, '{}')
    expect(await codeOf(name, ballots[name]?.(path))).toBe('E-PATH-NOT-GRANTED')
    access.add({ path, access: 'write' })
    expect(await codeOf(name, ballots[name]?.(path))).not.toBe('E-PATH-NOT-GRANTED')
  })

  it('copies go to a granted folder, come from there without another grant, and from nowhere else', async () => {
    const { app, access, codeOf } = office
    const [folder, path] = [app.path('cadangan'), app.path('ruang.timbang')]
    for (const name of ['backups.setFolder', 'backups.take']) {
      expect(await codeOf(name, { folder })).toBe('E-PATH-NOT-GRANTED')
    }
    access.add({ path: folder, access: 'folder' })
    expect(await codeOf('backups.setFolder', { folder })).toBe('done')
    const { path: copy } = await app.call('backups.take', {})
    const stranger = app.path('salinan.timbang')
    copyFileSync(copy, stranger)
    for (const name of ['backups.preview', 'backups.restore']) {
      const input = { path, copy, reason: '', jobId: 'pulih' }
      expect(await codeOf(name, { ...input, copy: stranger })).toBe('E-PATH-NOT-GRANTED')
      // No copy is replaced by another.
      expect(await codeOf(name, { ...input, path: copy })).toBe('E-PATH-NOT-GRANTED')
      expect(await codeOf(name, input)).toBe('done')
    }
  })

  it('a report goes into a granted folder under a name of the engine, and nowhere else in it', async () => {
    const { app, access, codeOf } = office
    const folder = app.path('laporan')
    mkdirSync(folder)
    const into = { ...report, target: { folder } }
    expect(await codeOf('reports.export', into)).toBe('E-PATH-NOT-GRANTED')
    access.add({ path: folder, access: 'folder' })
    const named = { ...report, target: { path: join(folder, 'a.json') } }
    expect(await codeOf('reports.export', named)).toBe('E-PATH-NOT-GRANTED')
    expect(await codeOf('reports.export', into)).toBe('done')
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('one path among many that was not granted refuses the whole import', async () => {
    const { app, periodId, codeOf } = office
    const other = app.path('diam-diam.csv')
    writeFileSync(other, 'NIP;Nama\n')
    const input = { jobId: 'dua', paths: [app.path('daftar.csv'), other], periodId }
    expect(await codeOf('import.preview', input)).toBe('E-PATH-NOT-GRANTED')
  })

  it('a wrong form is refused before any place is looked at', async () => {
    expect(await office.codeOf('workspace.open', { path: 7 })).toBe('E-ARG')
  })
})

describe('recent files', () => {
  it('may be opened again, but neither read as a table nor written over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timbang-preferensi-'))
    const granted = createGrantedPaths()
    const first = testEngine({ access: granted, preferencesFolder: folder })
    const path = first.path('kemarin.timbang')
    granted.add({ path, access: 'write' })
    await first.call('workspace.create', newWorkspaceInput(path))
    await first.engine.close()
    const second = testEngine({ access: createGrantedPaths(), preferencesFolder: folder })
    const status = await second.call('workspace.open', { path })
    const periodOfFile = status?.periods[0]?.id
    for (const [name, input] of [
      ['import.preview', { jobId: 'a', paths: [path], periodId: periodOfFile }],
      ['trail.export', { path, command: null, language: 'id' }],
      ['workspace.open', { path: second.path('lain.timbang') }],
    ] as const) {
      expect(await second.engine.handle('operator', name, input)).toMatchObject({
        ok: false,
        error: { code: 'E-PATH-NOT-GRANTED' },
      })
    }
    await second.call('workspace.forgetRecent', { path })
    expect(await second.engine.handle('operator', 'workspace.open', { path })).toMatchObject({
      error: { code: 'E-PATH-NOT-GRANTED' },
    })
    await second.close()
    await first.close()
    rmSync(folder, { recursive: true })
  })

  it('hold the example, whose place the engine makes up itself', async () => {
    const engine = testEngine({ access: createGrantedPaths() })
    const status = await engine.call('workspace.createExample', { path: null, seed: 3, jobId: 'contoh' })
    await engine.call('workspace.close', {})
    const reopened = await engine.call('workspace.open', { path: status?.path ?? '' })
    expect(reopened?.path).toBe(status?.path)
    await engine.close()
    rmSync(join(status?.path ?? '', '..'), { recursive: true })
  })
})

/** Whether a property, at any depth, sounds like a place on the disk. */
function namesAPlace(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  return Object.entries(schema).some(
    ([key, part]) => /path|folder|director|destination|^files?$/i.test(key) || namesAPlace(part),
  )
}
