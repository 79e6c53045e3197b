import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { schemaHash } from '#data/store/schema-hash.ts'
import { definition, sql } from '#data/store/sql.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { refusalOf, sha256, sqlite3, sqlite3Missing, testDirectory, testEngine } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()
const migrations = [firstSchema]
const testFolder = fs.mkdtempSync(join(tmpdir(), 'timbang-refusals-'))
afterAll(() => fs.rmSync(testFolder, { recursive: true, force: true }))

function workspaceBytes(rows = 2000): Buffer {
  const path = join(testDirectory(), 'sound.timbang')
  const workspace = createWorkspaceFile(engine, path, migrations)
  workspace.db.insertMany(
    'parent',
    ['name'],
    Array.from({ length: rows }, (_, index) => [`name ${index}`]),
  )
  workspace.close()
  return fs.readFileSync(path)
}

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}

function expectRefusal(bytes: Uint8Array, code: string, options = {}): void {
  const directory = testDirectory()
  const path = join(directory, 'a.timbang')
  fs.writeFileSync(path, bytes)
  const before = sha256(path)
  expect(refusalOf(() => openWorkspaceFile(engine, path, migrations, options))).toBe(code)
  expect(sha256(path)).toBe(before)
  expect(fs.readdirSync(directory)).toEqual(['a.timbang'])
  // A handle that stayed behind would block the next try.
  expect(refusalOf(() => openWorkspaceFile(engine, path, migrations, options))).toBe(code)
}

describe('a file that is no sound workspace is refused and stays as it is, byte for byte', () => {
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2000, 7)])
  it.each([
    ['empty', Buffer.alloc(0), 'E-OPEN-EMPTY'],
    ['one byte', Buffer.from('x'), 'E-OPEN-EMPTY'],
    ['511 bytes of a database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(495)]), 'E-OPEN-EMPTY'],
    ['text', Buffer.from('Kepada Yth. Kepala Dinas\n'.repeat(100)), 'E-OPEN-FOREIGN'],
    ['picture', png, 'E-OPEN-FOREIGN'],
    ['noise', randomBytes(8192), 'E-OPEN-FOREIGN'],
  ])('%s', (_, bytes, code) => expectRefusal(bytes, code))

  it('the database of another program', () => {
    const foreign = changed(workspaceBytes(), (copy) => copy.writeUInt32BE(0, 68))
    expectRefusal(foreign, 'E-OPEN-FOREIGN')
  })

  it('a newer version', () => {
    const newer = changed(workspaceBytes(), (copy) => copy.writeUInt32BE(990, 60))
    expectRefusal(newer, 'E-OPEN-NEWER')
  })

  it('switched to write-ahead logging by another tool', () => {
    const switched = changed(workspaceBytes(), (copy) => copy.fill(2, 18, 20))
    expectRefusal(switched, 'E-OPEN-WAL')
  })

  it.each([600, 4096, 4097, 20_000])('cut short to %i bytes', (length) => {
    expectRefusal(workspaceBytes().subarray(0, length), 'E-OPEN-DAMAGED')
  })

  it('an overwritten page', () => {
    const damaged = changed(workspaceBytes(), (copy) => copy.fill(0xa5, 2 * 4096, 3 * 4096))
    expectRefusal(damaged, 'E-OPEN-DAMAGED')
  })

  it('a broken header behind a good mark', () => {
    expectRefusal(
      changed(workspaceBytes(), (copy) => copy.writeUInt16BE(777, 16)),
      'E-OPEN-DAMAGED',
    )
    expectRefusal(
      changed(workspaceBytes(), (copy) => copy.fill(9, 18, 20)),
      'E-OPEN-DAMAGED',
    )
  })

  it('not there, and a directory', () => {
    const directory = testDirectory()
    const missing = join(directory, 'missing.timbang')
    expect(refusalOf(() => openWorkspaceFile(engine, missing, migrations))).toBe('E-OPEN-MISSING')
    expect(fs.existsSync(missing)).toBe(false)
    expect(refusalOf(() => openWorkspaceFile(engine, directory, migrations))).toBe('E-OPEN-FOREIGN')
  })

  it('any cut and any overwritten stretch: refused or sound, never an empty workspace', () => {
    const bytes = workspaceBytes()
    const directory = testDirectory()
    for (let round = 0; round < 60; round += 1) {
      const path = join(directory, `${round}.timbang`)
      const at = Math.floor((bytes.length * round) / 60)
      const cut = round % 2 === 0
      fs.writeFileSync(path, cut ? bytes.subarray(0, at) : changed(bytes, (copy) => copy.fill(0, at, at + 700)))
      const before = sha256(path)
      const outcome = refusalOf(() => {
        const workspace = openWorkspaceFile(engine, path, migrations)
        try {
          expect(workspace.db.value(sql`SELECT count(*) FROM parent`)).toBe(2000)
        } finally {
          workspace.close()
        }
      })
      expect(outcome).toMatch(cut ? /^E-OPEN-/ : /^(E-OPEN-|no refusal)/)
      expect(sha256(path)).toBe(before)
    }
  })
})

describe('of several faults the first in the order of the checks is named', () => {
  const file = join(testFolder, 'order.timbang')
  const workspace = createWorkspaceFile(engine, file, migrations)
  const schemaHashes = { 10: schemaHash(workspace.db) }
  workspace.db.insertMany(
    'parent',
    ['name'],
    Array.from({ length: 2000 }, (_, index) => [`name ${index}`]),
  )
  workspace.db.run(definition('CREATE VIEW added AS SELECT 1'))
  workspace.close()
  const bytes = fs.readFileSync(file)
  const damage = (copy: Buffer) => copy.fill(0xa5, 3 * 4096, 4 * 4096)
  const newer = (copy: Buffer) => copy.writeUInt32BE(990, 60)
  const unmarked = (copy: Buffer) => copy.writeUInt32BE(0, 68)

  it.each([
    ['mark before version', [damage, newer, unmarked], 'E-OPEN-FOREIGN'],
    ['version before schema', [damage, newer], 'E-OPEN-NEWER'],
    ['schema before pages', [damage], 'E-OPEN-SCHEMA'],
  ])('%s', (_, faults, code) => {
    const changedBytes = changed(bytes, (copy) => {
      for (const fault of faults) fault(copy)
    })
    expectRefusal(changedBytes, code, { schemaHashes })
  })
})

describe('a schema somebody has changed', () => {
  const path = () => join(testDirectory(), 'a.timbang')

  it('is refused when the hash of its version is known', () => {
    const file = path()
    const workspace = createWorkspaceFile(engine, file, migrations)
    const schemaHashes = { 10: schemaHash(workspace.db) }
    workspace.close()
    openWorkspaceFile(engine, file, migrations, { schemaHashes }).close()

    const tampered = openWorkspaceFile(engine, file, migrations)
    tampered.db.run(
      definition("CREATE TRIGGER favour AFTER INSERT ON child BEGIN UPDATE parent SET name = 'x' WHERE id = 1; END"),
    )
    expect(tampered.checkIntegrity()).toEqual([])
    tampered.close()
    expectRefusal(fs.readFileSync(file), 'E-OPEN-SCHEMA', { schemaHashes })
  })

  it('has the same hash after a copy and after ANALYZE', () => {
    const file = path()
    const workspace = createWorkspaceFile(engine, file, migrations)
    const hash = schemaHash(workspace.db)
    workspace.db.insertMany('parent', ['name'], [['one'], ['two']])
    workspace.db.run(definition('ANALYZE'))
    expect(schemaHash(workspace.db)).toBe(hash)
    workspace.close()
  })
})

it('a real switch to write-ahead logging by the stock program is noticed', (test) => {
  if (sqlite3Missing !== undefined) test.skip(sqlite3Missing)
  const path = join(testDirectory(), 'a.timbang')
  createWorkspaceFile(engine, path, migrations).close()
  expect(sqlite3(path, 'PRAGMA journal_mode = wal')).toBe('wal')
  expectRefusal(fs.readFileSync(path), 'E-OPEN-WAL')
})
