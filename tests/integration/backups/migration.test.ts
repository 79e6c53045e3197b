import fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Migration } from '#data/migrations/migration.ts'
import { schemaHash } from '#data/store/schema-hash.ts'
import { definition, sql } from '#data/store/sql.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { refusalOf, sha256, testDirectory, testEngine } from '../store/support.ts'
import { firstSchema, secondSchema } from '../store/test-schema.ts'

const engine = await testEngine()
const good = [firstSchema, secondSchema]
const step = (up: Migration['up']): readonly Migration[] => [firstSchema, { version: 20, name: 'next', up }]

function older() {
  const directory = testDirectory()
  const path = join(directory, 'a.timbang')
  const file = createWorkspaceFile(engine, path, [firstSchema])
  file.db.run(sql`INSERT INTO parent (id, name) VALUES (1, 'Sari')`)
  file.db.run(sql`INSERT INTO child (id, parent_id) VALUES (1, 1)`)
  const schema = schemaHash(file.db)
  file.close()
  return { directory, path, schema, mark: sha256(path) }
}

describe('bringing an older file up to date', () => {
  it('happens only after a copy was kept: a folder that refuses it leaves the file as it was', () => {
    const { directory, path, mark } = older()
    const keepOlder = () => {
      throw new AppError('E-BACKUP-MIGRATION', { folder: directory })
    }
    expect(refusalOf(() => openWorkspaceFile(engine, path, good, { keepOlder }))).toBe('E-BACKUP-MIGRATION')
    expect(sha256(path)).toBe(mark)
    expect(fs.readdirSync(directory)).toEqual(['a.timbang'])
  })

  it('gives the one who keeps it a whole copy of the older form', () => {
    const { directory, path } = older()
    const kept = join(directory, 'kept.timbang')
    openWorkspaceFile(engine, path, good, { keepOlder: (file) => file.write(kept) }).close()
    const copy = openWorkspaceFile(engine, kept, [firstSchema], { readOnly: true })
    expect(copy.db.value(sql`PRAGMA user_version`)).toBe(10)
    expect(copy.db.value(sql`SELECT name FROM parent`)).toBe('Sari')
    copy.close()
    expect(fs.readdirSync(directory).sort()).toEqual(['a.timbang', 'kept.timbang'])
  })

  const failures: readonly (readonly [string, Migration['up']])[] = [
    [
      'throws half way',
      (db) => {
        db.run(sql`UPDATE parent SET name = 'half'`)
        throw new Error('half way')
      },
    ],
    ['breaks a reference', (db) => void db.run(sql`DELETE FROM parent`)],
    [
      'leaves another schema than the released one',
      (db) => db.script(definition('CREATE TABLE other (id INTEGER) STRICT')),
    ],
  ]
  it.each(failures)('a step that %s leaves the file as it was, byte for byte', (_, up) => {
    const { directory, path, schema, mark } = older()
    const schemaHashes = { 10: schema, 20: 'the released one' }
    const open = () => openWorkspaceFile(engine, path, step(up), { schemaHashes, keepOlder: () => undefined })
    expect(refusalOf(open)).toBe('E-OPEN-MIGRATION')
    expect(sha256(path)).toBe(mark)
    expect(fs.readdirSync(directory)).toEqual(['a.timbang'])
    openWorkspaceFile(engine, path, [firstSchema]).close()
  })
})
