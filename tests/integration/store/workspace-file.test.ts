import fs from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaHash } from '#data/store/schema-hash.ts'
import { definition, sql } from '#data/store/sql.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { refusalOf, sha256, sqlite3, sqlite3Missing, testDirectory, testEngine } from './support.ts'
import { firstSchema, secondSchema } from './test-schema.ts'

const engine = await testEngine()
const migrations = [firstSchema]

describe('a new workspace file', () => {
  it('carries the mark of Timbang and the version of its schema, and nothing lies beside it', () => {
    const path = join(testDirectory(), 'new.timbang')
    const workspace = createWorkspaceFile(engine, path, migrations)
    expect(workspace.db.value(sql`PRAGMA application_id`)).toBe(0x54494d42)
    expect(workspace.db.value(sql`PRAGMA user_version`)).toBe(10)
    expect(workspace.readOnly).toBe(false)
    expect(workspace.checkIntegrity()).toEqual([])
    workspace.close()
    expect(fs.readdirSync(join(path, '..'))).toEqual(['new.timbang'])
  })

  it('has the settings that make a commit durable', () => {
    const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), migrations)
    const pragma = (name: string) => workspace.db.value(definition(`PRAGMA ${name}`))
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'temp_store']
    expect(names.map(pragma)).toEqual(['truncate', 2, 1, 0, 1, 2])
    expect(pragma('cache_size')).toBe(-131072)
    workspace.close()
  })

  it('never takes the place of an existing file', () => {
    const path = join(testDirectory(), 'letter.timbang')
    fs.writeFileSync(path, 'Dear all')
    expect(refusalOf(() => createWorkspaceFile(engine, path, migrations))).toBe('E-OPEN-EXISTS')
    expect(fs.readFileSync(path, 'utf8')).toBe('Dear all')
  })

  it('is not left half made when its schema fails', () => {
    const directory = testDirectory()
    const broken = { version: 10, name: 'broken', up: () => expect.fail('no schema') }
    expect(refusalOf(() => createWorkspaceFile(engine, join(directory, 'a.timbang'), [broken]))).toContain('no schema')
    expect(fs.readdirSync(directory)).toEqual([])
  })

  it('names a directory that is not there', () => {
    const path = join(testDirectory(), 'nowhere', 'a.timbang')
    expect(refusalOf(() => createWorkspaceFile(engine, path, migrations))).toBe('E-OPEN-MISSING')
  })
})

describe('an open workspace file', () => {
  it('has every commit on disk, readable by the stock sqlite3 program while we are idle', (test) => {
    if (sqlite3Missing !== undefined) test.skip(sqlite3Missing)
    const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), migrations)
    for (let round = 1; round <= 5; round += 1) {
      workspace.db.transaction(() => workspace.db.run(sql`INSERT INTO parent (name) VALUES (${`name ${round}`})`))
      expect(sqlite3(workspace.path, 'PRAGMA integrity_check')).toBe('ok')
      expect(sqlite3(workspace.path, 'SELECT count(*) FROM parent')).toBe(String(round))
    }
    workspace.close()
  })

  it('keeps what was written after closing and opening', () => {
    const path = join(testDirectory(), 'a.timbang')
    const first = createWorkspaceFile(engine, path, migrations)
    first.db.run(sql`INSERT INTO parent (name) VALUES (${'Ibu Ratna'})`)
    first.close()
    const second = openWorkspaceFile(engine, path, migrations)
    expect(second.db.all(sql`SELECT * FROM parent`)).toEqual([{ id: 1, name: 'Ibu Ratna' }])
    second.close()
  })

  it('is refused a second time, and free again after closing', () => {
    const path = join(testDirectory(), 'a.timbang')
    const first = createWorkspaceFile(engine, path, migrations)
    expect(refusalOf(() => openWorkspaceFile(engine, path, migrations))).toBe('E-OPEN-LOCKED')
    const link = `${path}.link`
    fs.symlinkSync(path, link)
    expect(refusalOf(() => openWorkspaceFile(engine, link, migrations))).toBe('E-OPEN-LOCKED')
    first.close()
    openWorkspaceFile(engine, path, migrations).close()
  })

  it('can be read beside its writer, and not be written', () => {
    const path = join(testDirectory(), 'a.timbang')
    const writer = createWorkspaceFile(engine, path, migrations)
    writer.db.run(sql`INSERT INTO parent (name) VALUES ('one')`)
    const reader = openWorkspaceFile(engine, path, migrations, { readOnly: true })
    expect(reader.readOnly).toBe(true)
    expect(reader.db.value(sql`SELECT count(*) FROM parent`)).toBe(1)
    expect(refusalOf(() => reader.db.run(sql`DELETE FROM parent`))).toBe('E-SAVE-RO')
    writer.db.run(sql`INSERT INTO parent (name) VALUES ('two')`)
    expect(reader.db.value(sql`SELECT count(*) FROM parent`)).toBe(2)
    reader.close()
    writer.close()
  })

  it('keeps unusual paths apart from SQL', () => {
    const path = join(testDirectory(), "O'Brien ‰ 50% – ブック.timbang")
    const workspace = createWorkspaceFile(engine, path, migrations)
    workspace.saveCopy(`${path}'); DROP TABLE parent; --.timbang`)
    expect(workspace.checkIntegrity()).toEqual([])
    workspace.close()
  })
})

describe('a saved copy', () => {
  it('holds the same rows, passes the checks on opening, and keeps foreign keys on here', () => {
    const directory = testDirectory()
    const workspace = createWorkspaceFile(engine, join(directory, 'a.timbang'), migrations)
    workspace.db.insertMany('parent', ['name'], [['one'], ['two'], ['three']])
    workspace.db.insertMany(
      'child',
      ['parent_id', 'note'],
      [
        [1, 'x'],
        [3, null],
      ],
    )
    const target = join(directory, 'copy.timbang')
    workspace.saveCopy(target)

    const orphan = () => workspace.db.run(sql`INSERT INTO child (parent_id) VALUES (99)`)
    expect(orphan).toThrow('FOREIGN KEY constraint failed')
    const copy = openWorkspaceFile(engine, target, migrations)
    for (const table of [sql`SELECT * FROM parent ORDER BY id`, sql`SELECT * FROM child ORDER BY id`]) {
      expect(copy.db.all(table)).toEqual(workspace.db.all(table))
    }
    expect(schemaHash(copy.db)).toBe(schemaHash(workspace.db))
    expect(() => copy.db.run(sql`INSERT INTO child (parent_id) VALUES (99)`)).toThrow('FOREIGN KEY')
    copy.close()
    workspace.close()
    expect(fs.readdirSync(directory).sort()).toEqual(['a.timbang', 'copy.timbang'])
  })

  it('replaces an existing file only when told to, and never the file it copies or one that is open', () => {
    const directory = testDirectory()
    const workspace = createWorkspaceFile(engine, join(directory, 'a.timbang'), migrations)
    const target = join(directory, 'b.timbang')
    fs.writeFileSync(target, 'something else')
    expect(refusalOf(() => workspace.saveCopy(target))).toBe('E-OPEN-EXISTS')
    expect(fs.readFileSync(target, 'utf8')).toBe('something else')
    expect(refusalOf(() => workspace.saveCopy(workspace.path, { overwrite: true }))).toBe('E-OPEN-EXISTS')

    workspace.saveCopy(target, { overwrite: true })
    const open = openWorkspaceFile(engine, target, migrations)
    expect(refusalOf(() => workspace.saveCopy(target, { overwrite: true }))).toBe('E-OPEN-LOCKED')
    open.close()
    workspace.close()
  })
})

describe('an older file', () => {
  it('is copied aside, then brought up to date in one step', () => {
    const directory = testDirectory()
    const path = join(directory, 'a.timbang')
    const old = createWorkspaceFile(engine, path, [firstSchema])
    old.db.run(sql`INSERT INTO parent (name) VALUES ('one')`)
    old.close()

    const updated = openWorkspaceFile(engine, path, [firstSchema, secondSchema])
    expect(updated.db.get(sql`SELECT * FROM parent`)).toEqual({ id: 1, name: 'one', colour: 'grey' })
    expect(updated.db.value(sql`PRAGMA foreign_keys`)).toBe(1)
    updated.close()

    expect(fs.readdirSync(directory).sort()).toEqual(['a.before-v20.timbang', 'a.timbang'])
    const copy = openWorkspaceFile(engine, join(directory, 'a.before-v20.timbang'), [firstSchema])
    expect(copy.db.get(sql`SELECT * FROM parent`)).toEqual({ id: 1, name: 'one' })
    copy.close()
  })

  it('stays at its version when a step fails, or leaves a reference that leads nowhere', () => {
    const directory = testDirectory()
    const path = join(directory, 'a.timbang')
    const old = createWorkspaceFile(engine, path, [firstSchema])
    old.db.insertMany('parent', ['name'], [['one']])
    old.db.insertMany('child', ['parent_id'], [[1]])
    old.close()
    const failing = { ...secondSchema, up: () => expect.fail('cannot') }
    const orphaning = {
      ...secondSchema,
      up: (db: Parameters<typeof secondSchema.up>[0]) => void db.run(sql`DELETE FROM parent`),
    }
    expect(refusalOf(() => openWorkspaceFile(engine, path, [firstSchema, failing]))).toBe('E-OPEN-MIGRATION')
    expect(refusalOf(() => openWorkspaceFile(engine, path, [firstSchema, orphaning]))).toBe('E-OPEN-MIGRATION')
    const still = openWorkspaceFile(engine, path, [firstSchema])
    expect(still.db.value(sql`SELECT count(*) FROM parent`)).toBe(1)
    still.close()
    expect(
      fs
        .readdirSync(directory)
        .map((name) => basename(name))
        .sort(),
    ).toEqual(['a.before-v20-2.timbang', 'a.before-v20.timbang', 'a.timbang'])
  })

  it('is not updated when it is opened for reading', () => {
    const path = join(testDirectory(), 'a.timbang')
    createWorkspaceFile(engine, path, [firstSchema]).close()
    const before = sha256(path)
    const readOnly = () => openWorkspaceFile(engine, path, [firstSchema, secondSchema], { readOnly: true })
    expect(refusalOf(readOnly)).toBe('E-SAVE-RO')
    expect(sha256(path)).toBe(before)
  })

  it('refuses steps that are out of order', () => {
    const path = join(testDirectory(), 'a.timbang')
    expect(refusalOf(() => createWorkspaceFile(engine, path, [secondSchema, firstSchema]))).toContain('out of order')
  })
})
