import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commitImport } from '#application/import/commit-import.ts'
import { createImportPreviews } from '#application/import/previews.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import { createEnvironment } from '#engine/environment.ts'
import { failingFileSystem } from '#tests/integration/store/failing-file-system.ts'
import { wasmPath } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { importBench } from '#tests/support/import-engine.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { readStored } from '#tests/support/read-stored.ts'
import { csvText } from '#tests/support/table-sheets.ts'
import { refusalOf } from './sentences.ts'

const people = (count: number) =>
  csvText([
    ['NIP', 'Nama', 'Jabatan'],
    ...Array.from({ length: count }, (_, index) => [
      `199001012015011${String(index + 1).padStart(3, '0')}`,
      `Pegawai ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + (Math.floor(index / 26) % 26))}`,
      'Perawat',
    ]),
  ])

const units = (...names: string[]) => ({ units: names.map((name) => ({ id: null, name, parent: null })) })

function engineForTest(): TestEngine {
  const app = testEngine()
  onTestFinished(() => app.close())
  return app
}

describe('two engines on one file', () => {
  it('refuses the second, which keeps what it had open; the first goes on; afterwards the file is free', async () => {
    const [first, second] = [engineForTest(), engineForTest()]
    const path = first.path('bersama.timbang')
    await first.call('workspace.create', newWorkspaceInput(path))
    await second.call('workspace.create', newWorkspaceInput(second.path('sendiri.timbang')))

    expect(await refusalOf(second.call('workspace.open', { path }))).toMatchObject({
      code: 'E-OPEN-LOCKED',
      params: { computer: expect.stringMatching(/./) },
      told: true,
    })
    expect((await second.call('workspace.status', {}))?.fileName).toBe('sendiri.timbang')
    await first.call('workspace.updateUnits', units('Bidang Satu'))

    await first.call('workspace.close', {})
    const status = await second.call('workspace.open', { path })
    expect(status?.units.map((unit) => unit.name)).toEqual(['Bidang Satu'])
    expect(await refusalOf(first.call('workspace.open', { path }))).toMatchObject({ code: 'E-OPEN-LOCKED' })
  })
})

describe('a disk that fills up during an import', () => {
  it('really: E-SAVE-FULL, nothing of the import is there, and it is taken once there is room', async (test) => {
    const app = engineForTest()
    const disk = app.path('disk')
    mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', disk]).status !== 0) {
      return test.skip('mounting a small file system needs root on Linux; the injected twin below runs everywhere')
    }
    onTestFinished(() => void spawnSync('umount', ['-l', disk]))
    const status = await app.call('workspace.create', newWorkspaceInput(join(disk, 'a.timbang')))
    const periodId = status?.periods[0]?.id ?? ('' as never)
    const filler = join(disk, 'pengisi')
    fill(filler)
    const list = app.path('pegawai.csv')
    writeFileSync(list, people(500))
    const preview = await app.call('import.preview', { jobId: 'p', paths: [list], periodId })
    expect(preview.blocking).toBe(0)
    const commit = () => app.call('import.commit', { jobId: 'c', previewId: preview.previewId })

    expect(await refusalOf(commit())).toMatchObject({ code: 'E-SAVE-FULL', told: true })
    expect(await app.call('workspace.status', {})).toMatchObject({ employeeCount: 0, journalLength: 1 })
    expect((await app.call('history.state', {})).undo?.command).not.toBe('import.commit')

    rmSync(filler)
    expect(await commit()).toMatchObject({ rowsNew: 500 })
    expect(await app.call('workspace.check', { jobId: 'check' })).toMatchObject({
      problems: [],
      schemaKnown: true,
      trail: { found: 0 },
    })
    await app.call('workspace.close', {})
    expect((await app.call('workspace.open', { path: join(disk, 'a.timbang') }))?.employeeCount).toBe(500)
    await app.call('workspace.close', {})
  })

  it('injected at each write in turn: the file is what it was, and the same import is taken afterwards', async () => {
    const bench = await importBench()
    onTestFinished(() => bench.close())
    const list = bench.file('pegawai.csv', people(40))
    await bench.call('workspace.close', {})
    const before = await readStored(bench)
    const fileSystem = failingFileSystem()
    const environment = createEnvironment(
      { now: () => new Date('2026-11-23T02:00:00.000Z'), random: () => 0.5 },
      () => 'Uji',
    )
    const engine = await loadSqlEngine(readFileSync(wasmPath))
    const file = openWorkspaceFile(engine, bench.path('kerja.timbang'), migrations, { schemaHashes, fileSystem })
    const workspace = sqlWorkspace(file, environment, () => undefined)
    onTestFinished(() => workspace.close())
    const job = { report: () => undefined, pause: async () => undefined }
    const load = () => ({ name: 'pegawai.csv', bytes: readFileSync(list), sha256: '0'.repeat(64) })
    const previews = createImportPreviews({
      workspace: () => workspace,
      environment,
      reader: async () => tableReader,
      load,
    })
    const preview = await previews.create({ paths: [list], periodId: bench.periodId, options: {} }, job)

    let refusals = 0
    for (const at of [1, 2, 3, 5, 8, 13, 21]) {
      fileSystem.fail({ calls: ['writeSync'], code: 'ENOSPC', at, times: Number.POSITIVE_INFINITY })
      const refusal = await refusalOf(commitImport(workspace, environment, preview, job)).catch(() => null)
      if (!fileSystem.failed()) break
      fileSystem.fail(undefined)
      expect(refusal).toMatchObject({ code: 'E-SAVE-FULL', told: true })
      expect(workspace.tables.employee.count()).toBe(0)
      expect(workspace.history().undo).toBeNull()
      expect(workspace.checkIntegrity()).toEqual([])
      refusals += 1
    }
    expect(refusals).toBeGreaterThan(3)
    expect(await readStored(bench)).toEqual(before)
    await commitImport(workspace, environment, preview, job)
    expect(workspace.tables.employee.count()).toBe(40)
  })
})

/** Leaves about 200 kB free. */
function fill(path: string) {
  for (let size = 1_500; size > 0; size -= 50) {
    try {
      writeFileSync(path, Buffer.alloc(size * 1_000))
      rmSync(path)
      writeFileSync(path, Buffer.alloc(Math.max(0, size - 200) * 1_000))
      return
    } catch {
      rmSync(path, { force: true })
    }
  }
}
