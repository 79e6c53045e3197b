import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs, { type Database } from 'sql.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import type { DefectsFinder, EngineHost, PagesChecker } from '#engine/host.ts'
import { findDefectsBeside } from '#engine/hosts/check-pages.ts'
import { cheapKdf, wasmPath } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

const passphrase = 'enam kata yang mudah diingat sendiri'
const wasm = readFileSync(wasmPath)
const check = (app: TestEngine) => app.call('workspace.check', { jobId: 'check' })
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

async function start(
  options: Partial<EngineHost>,
  protection: { passphrase: string; recoveryKey: null } | null = null,
) {
  const app = testEngine({ kdf: cheapKdf, ...options })
  onTestFinished(() => app.close())
  const path = app.path('besar.timbang')
  await app.call('workspace.create', { ...newWorkspaceInput(path), protection })
  return { app, path }
}

/** Opens a damaged file as if its pages were still to be checked. */
const neverChecked: PagesChecker = {
  from: 0,
  after: 60_000,
  start: () => ({ done: Promise.resolve(), stop: () => undefined }),
}

/** A search that goes on until the test ends it. */
function heldFinder() {
  let settle: (defects: readonly string[]) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  let stopped = 0
  const finder: DefectsFinder = {
    from: 0,
    start() {
      const done = new Promise<readonly string[]>((resolve, reject) => {
        settle = resolve
        fail = reject
      })
      done.catch(() => undefined)
      return {
        done,
        stop() {
          stopped += 1
          fail(new AppError('E-OPEN-NONE'))
        },
      }
    },
  }
  return {
    finder,
    settle: (defects: readonly string[]) => settle(defects),
    fail: (error: unknown) => fail(error),
    stopped: () => stopped,
  }
}

describe('every defect of a large file, looked for on a thread of its own', () => {
  const program = bundledProgram('src/engine/hosts/check-pages-thread.ts')
  const finder: DefectsFinder = { ...findDefectsBeside(wasm, program.path), from: 0 }

  it('finds none in a sound file, and one that only a comparison with the indexes shows', async () => {
    const { app, path } = await start({ defectsFinder: finder, pagesChecker: neverChecked })
    expect(await check(app)).toMatchObject({ problems: [], schemaKnown: true, trail: { found: 0 } })
    await app.call('workspace.close', {})
    await loseIndexEntry(path)
    await app.call('workspace.open', { path })
    const { problems, schemaKnown } = await check(app)
    expect([problems.length > 0, schemaKnown]).toEqual([true, true])
    expect(problems.join()).toContain('missing from index')
    // Control: the same words as without a thread.
    const plain = testEngine({ pagesChecker: neverChecked })
    onTestFinished(() => plain.close())
    await app.call('workspace.close', {})
    await plain.call('workspace.open', { path })
    expect((await check(plain)).problems).toEqual(problems)
  })

  it('has the key of an encrypted one', async () => {
    const { app, path } = await start({ defectsFinder: finder }, { passphrase, recoveryKey: null })
    expect((await check(app)).problems).toEqual([])
    const bytes = readFileSync(path)
    // The last block: behind all that the check of the trail reads in so small a file.
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9)
    writeFileSync(path, bytes)
    const met = await check(app).then(
      ({ problems }) => problems.length > 0,
      (error: unknown) => error instanceof AppError && error.code === 'E-OPEN-DAMAGED',
    )
    expect(met).toBe(true)
  })
})

describe('while every defect of a large file is looked for', () => {
  it('others are answered, and what writes waits for the end', async () => {
    const held = heldFinder()
    const { app } = await start({ defectsFinder: held.finder })
    const checking = check(app)
    await expect.poll(() => app.events.some(({ type }) => type === 'progress')).toBe(true)
    expect((await app.call('workspace.status', {}))?.units.length).toBeGreaterThan(0)
    let written = false
    const writing = app.call('workspace.updateUnits', { units: [{ id: null, name: 'Bidang Baru', parent: null }] })
    const noting = writing.then(() => {
      written = true
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(written).toBe(false)
    held.settle(['a defect'])
    expect((await checking).problems).toEqual(['a defect'])
    await noting
    expect((await app.call('workspace.status', {}))?.units.map(({ name }) => name)).toEqual(['Bidang Baru'])
  })

  it('cancelling stops the search, and what waited is written', async () => {
    const held = heldFinder()
    const { app } = await start({ defectsFinder: held.finder })
    const checking = codeOf(check(app))
    await expect.poll(() => app.events.some(({ type }) => type === 'progress')).toBe(true)
    const writing = codeOf(
      app.call('workspace.updateUnits', { units: [{ id: null, name: 'Bidang Baru', parent: null }] }),
    )
    await app.call('jobs.cancel', { jobId: 'check' })
    expect([await checking, await writing, held.stopped()]).toEqual(['E-CANCELLED', 'no refusal', 1])
  })

  it('closing the file ends both', async () => {
    const held = heldFinder()
    const { app } = await start({ defectsFinder: held.finder })
    const checking = codeOf(check(app))
    await expect.poll(() => app.events.some(({ type }) => type === 'progress')).toBe(true)
    await app.call('workspace.close', {})
    expect(await checking).toBe('E-OPEN-NONE')
    expect(held.stopped()).toBeGreaterThan(0)
  })

  it('a thread that fails says nothing about the file: it is read here', async () => {
    const held = heldFinder()
    const { app } = await start({ defectsFinder: held.finder })
    const checking = check(app)
    await expect.poll(() => app.events.some(({ type }) => type === 'progress')).toBe(true)
    held.fail(new Error('no memory'))
    expect((await checking).problems).toEqual([])
  })

  it('a small file is read at once', async () => {
    const held = heldFinder()
    const { app } = await start({ defectsFinder: { ...held.finder, from: 32 * 2 ** 20 } })
    expect((await check(app)).problems).toEqual([])
  })
})

/** Takes an index out of the schema, adds a row, and puts it back: every page is sound, and the row is not in the index. */
async function loseIndexEntry(path: string): Promise<void> {
  const { Database } = await initSqlJs()
  const changed = (bytes: Uint8Array, work: (db: Database) => void): Uint8Array => {
    const db = new Database(bytes)
    work(db)
    const result = db.export()
    db.close()
    return result
  }
  let schema: unknown[] = []
  const without = changed(readFileSync(path), (db) => {
    const [found] = db.exec(`SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema
      WHERE type = 'index' AND name = 'supervision_supervisor'`)
    schema = found?.values[0] ?? []
    db.run('PRAGMA writable_schema = ON')
    db.run('DELETE FROM sqlite_schema WHERE name = ?', [String(schema[1])])
  })
  const added = changed(without, (db) => {
    db.run(`INSERT INTO employee VALUES ('a', NULL, NULL, 'Ani', 'unknown'), ('b', NULL, NULL, 'Budi', 'unknown')`)
    db.run(`INSERT INTO supervision SELECT 's', id, 'a', 'b', NULL, NULL, NULL, '' FROM period LIMIT 1`)
    db.run('PRAGMA writable_schema = ON')
    db.run('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)', schema as string[])
  })
  writeFileSync(path, added)
}
