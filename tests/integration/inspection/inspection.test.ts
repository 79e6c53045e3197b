import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import initSqlJs from 'sql.js'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CallOutput } from '#contract/contracts.ts'
import { AppError } from '#domain/app-error.ts'
import { inspectBeside } from '#engine/hosts/inspect-beside.ts'
import { inspectionFolder } from '#engine/inspection.ts'
import { testDirectory } from '#tests/integration/store/support.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { soon } from '#tests/support/soon.ts'

type Inspection = CallOutput<'inspection.read'>

const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
let example: Buffer

beforeAll(async () => {
  const app = testEngine()
  const path = app.path('contoh.timbang')
  await app.call('workspace.createExample', { path, seed: 2026, jobId: 'e' })
  await app.call('workspace.close', {})
  example = readFileSync(path)
  await app.close()
})

const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

function place(bytes: Uint8Array): { readonly app: TestEngine; readonly path: string } {
  const app = testEngine()
  onTestFinished(() => app.close())
  mkdirSync(app.path('map'))
  const path = join(app.path('map'), 'kerja.timbang')
  writeFileSync(path, bytes)
  return { app, path }
}

/** Opening refuses, reading works, and neither leaves a trace in the file, its time or its folder. */
async function inspected(bytes: Uint8Array, refusal: string): Promise<Inspection> {
  const { app, path } = place(bytes)
  const before = { hash: fingerprint(path), time: statSync(path).mtimeMs }
  expect(await codeOf(app.call('workspace.open', { path }))).toBe(refusal)
  const read = await app.call('inspection.read', { path, jobId: 'i' })
  expect({ hash: fingerprint(path), time: statSync(path).mtimeMs }).toEqual(before)
  expect(readdirSync(dirname(path))).toEqual(['kerja.timbang'])
  return read
}

const changed = (change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(example)
  change(copy)
  return copy
}

async function tampered(...statements: readonly string[]): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  // A copy: sql.js changes the bytes it is given.
  const db = new Database(Buffer.from(example))
  for (const statement of statements) db.run(statement)
  const bytes = db.export()
  db.close()
  return bytes
}

const step = (read: Inspection, name: string) => read.steps.find((found) => found.step === name)
const table = (read: Inspection, name: string) => read.tables.find((found) => found.table === name)

/** The page on which the leaves of a table lie in the middle of the file, found by trying. */
const brokenMiddle = () => changed((copy) => copy.fill(0xa5, copy.length / 2, copy.length / 2 + 3 * 4096))

describe('a file that cannot be opened is read for inspection, and stays as it is byte for byte', () => {
  it('damaged pages: what can be read is named, what cannot is said', async () => {
    const read = await inspected(brokenMiddle(), 'E-OPEN-DAMAGED')
    expect(step(read, 'schema')?.result).toBe('passed')
    expect(step(read, 'pages')).toMatchObject({ result: 'failed', code: 'E-OPEN-DAMAGED' })
    expect(step(read, 'pages')?.details.length).toBeGreaterThan(0)
    expect(step(read, 'references')?.result).toBe('skipped')
    expect(read.agency).toMatch(/Dinas/)
    expect(read.peopleFound).toBeGreaterThan(50)
    expect(read.people.some((person) => person.scores > 0 && person.unit !== null)).toBe(true)
    expect(read.tables.filter(({ state }) => state !== 'whole').length).toBeGreaterThan(0)
    expect(read.chain?.compared).toBe(false)
  })

  it('cut short', async () => {
    const read = await inspected(example.subarray(0, example.length - 40_000), 'E-OPEN-DAMAGED')
    expect(step(read, 'header')?.result).toBe('failed')
    expect(read.peopleFound).toBeGreaterThan(0)
  })

  it.each([
    [0, 'E-OPEN-EMPTY'],
    [1, 'E-OPEN-EMPTY'],
    [511, 'E-OPEN-EMPTY'],
    [600, 'E-OPEN-DAMAGED'],
  ])('cut to %i bytes', async (length, refusal) => {
    const read = await inspected(example.subarray(0, length), refusal)
    expect(read.peopleFound).toBe(0)
    expect(read.steps).toHaveLength(9)
  })

  it('a foreign file, and one whose mark was taken away', async () => {
    const foreign = await inspected(Buffer.from('Kepada Yth.\n'.repeat(200)), 'E-OPEN-FOREIGN')
    expect(step(foreign, 'magic')?.result).toBe('failed')
    const unmarked = await inspected(
      changed((copy) => copy.writeUInt32BE(0, 68)),
      'E-OPEN-FOREIGN',
    )
    expect(step(unmarked, 'mark')?.result).toBe('failed')
    expect(unmarked.peopleFound).toBeGreaterThan(100)
  })

  it('a newer version', async () => {
    const read = await inspected(
      changed((copy) => copy.writeUInt32BE(990, 60)),
      'E-OPEN-NEWER',
    )
    expect(step(read, 'version')).toMatchObject({ result: 'failed', code: 'E-OPEN-NEWER' })
  })

  it('a schema with a trigger more: rows and chain are read, the schema is said to be altered', async () => {
    const read = await inspected(
      await tampered(
        'CREATE TRIGGER favour AFTER INSERT ON result_score BEGIN UPDATE result_score SET score = 100 WHERE id = NEW.id; END',
      ),
      'E-OPEN-SCHEMA',
    )
    expect(step(read, 'schema')).toMatchObject({ result: 'failed', code: 'E-OPEN-SCHEMA' })
    expect(step(read, 'pages')?.result).toBe('passed')
    expect(read.tables.every(({ state }) => state === 'whole')).toBe(true)
    expect(read.chain).toMatchObject({ brokenAt: null })
  })

  it('an endless view in the place of a table is not read, and does not hold the engine', async () => {
    const bytes = await tampered(
      'PRAGMA foreign_keys = OFF',
      'DROP TABLE note',
      'CREATE VIEW note AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n',
    )
    const start = performance.now()
    const read = await inspected(bytes, 'E-OPEN-SCHEMA')
    expect(performance.now() - start).toBeLessThan(soon)
    expect(table(read, 'note')).toEqual({ table: 'note', rows: 0, state: 'altered' })
  })

  it('a computed column is not read', async () => {
    const read = await inspected(
      await tampered(
        'ALTER TABLE unit RENAME TO u2',
        'CREATE TABLE unit (id TEXT, parent_id TEXT, name TEXT AS (hex(zeroblob(9))), short_name TEXT, position INTEGER)',
      ),
      'E-OPEN-SCHEMA',
    )
    expect(table(read, 'unit')?.state).toBe('altered')
  })

  it('switched to write-ahead logging: read from a copy that is gone afterwards', async () => {
    const read = await inspected(
      changed((copy) => copy.fill(2, 18, 20)),
      'E-OPEN-WAL',
    )
    expect(step(read, 'header')).toMatchObject({ result: 'failed', code: 'E-OPEN-WAL' })
    expect(read.peopleFound).toBeGreaterThan(100)
    expect(existsSync(inspectionFolder(null)) ? readdirSync(inspectionFolder(null)) : []).toEqual([])
  })

  it('a score changed by another program: the chain names it', async () => {
    // The file opens; it is inspected beside, and its trail does not hold.
    const bytes = await tampered(
      'UPDATE behaviour_score SET score = 5 WHERE id = (SELECT id FROM behaviour_score WHERE score < 5 LIMIT 1)',
    )
    const { app, path } = place(bytes)
    const read = await app.call('inspection.read', { path, jobId: 'i' })
    expect(read.chain).toMatchObject({ brokenAt: null, compared: true, found: 1 })
    expect(step(read, 'chain')).toMatchObject({ result: 'failed', code: 'E-AUDIT-ROWS' })
  })

  it('any overwritten page: read without a crash, and never more people than there are', async () => {
    const { app, path } = place(example)
    const whole = await app.call('inspection.read', { path, jobId: 'i' })
    for (let round = 0; round < 24; round += 1) {
      const at = Math.floor((example.length * round) / 24 / 4096) * 4096
      writeFileSync(
        path,
        changed((copy) => copy.fill(round % 2 === 0 ? 0 : 0xff, at, at + 4096)),
      )
      const before = fingerprint(path)
      const read = await app.call('inspection.read', { path, jobId: `i${round}` })
      expect(read.peopleFound).toBeLessThanOrEqual(whole.peopleFound)
      expect(fingerprint(path)).toBe(before)
    }
  })

  it('a missing file is refused, and so is one that is open here', async () => {
    const { app, path } = place(example)
    expect(await codeOf(app.call('inspection.read', { path: `${path}.x`, jobId: 'i' }))).toBe('E-OPEN-MISSING')
    await app.call('workspace.open', { path })
    expect(await codeOf(app.call('inspection.read', { path, jobId: 'i' }))).toBe('E-OPEN-LOCKED')
  })
})

describe('the bytes as they are', () => {
  it('are copied with the journal a crash left, read back, and never written over the file itself', async () => {
    const { app, path } = place(brokenMiddle())
    writeFileSync(`${path}-journal`, Buffer.alloc(600, 0xd9))
    const target = join(testDirectory(), 'apa-adanya.timbang')
    const { bytes } = await app.call('inspection.saveCopy', { path, target })
    expect(fingerprint(target)).toBe(fingerprint(path))
    expect(fingerprint(`${target}-journal`)).toBe(fingerprint(`${path}-journal`))
    expect(bytes).toBe(example.length + 600)
    expect(await codeOf(app.call('inspection.saveCopy', { path, target: path }))).toBe('E-OPEN-EXISTS')
    expect(await codeOf(app.call('inspection.saveCopy', { path, target: '/proc/nowhere/a' }))).toBe('E-EXPORT-PATH')
    expect(readdirSync(dirname(target)).toSorted()).toEqual(['apa-adanya.timbang', 'apa-adanya.timbang-journal'])
  })
})

describe('a reading that falls silent', () => {
  it('is ended after the time it is given, with what was read before', async () => {
    const program = join(testDirectory(), 'silent.mjs')
    writeFileSync(
      program,
      `import { parentPort } from 'node:worker_threads'
       parentPort.postMessage({ kind: 'part', part: { path: 'a', steps: [], tables: [{ table: 'unit', rows: 3, state: 'whole' }], people: [] } })
       for (;;);`,
    )
    const { path } = place(example)
    const start = performance.now()
    const { done } = inspectBeside(wasm, tmpdir(), program)(path, () => undefined)
    expect(await done).toMatchObject({ stopped: true, tables: [{ table: 'unit', rows: 3 }] })
    expect(performance.now() - start).toBeLessThan(soon)
  })
})

it('the copy a journal needs is made elsewhere: the journal beside the file stays', async () => {
  const { app, path } = place(example)
  // A journal of a transaction that never ended, as a crash leaves it: SQLite would roll it back on opening.
  const { Database } = await initSqlJs()
  expect(Database).toBeDefined()
  appendFileSync(`${path}-journal`, Buffer.from('d9d505f920a163d7', 'hex'))
  copyFileSync(`${path}-journal`, `${path}-journal.kept`)
  await app.call('inspection.read', { path, jobId: 'i' })
  expect(readFileSync(`${path}-journal`)).toEqual(readFileSync(`${path}-journal.kept`))
})
