import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { tableMaps } from '#data/repositories/table-map.ts'
import { schemaHash } from '#data/store/schema-hash.ts'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const folder = mkdtempSync(join(tmpdir(), 'timbang-schema-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('schema', () => {
  it('of every version is recorded, so that a changed migration or an altered file shows', async () => {
    const engine = await loadSqlEngine(wasmBytes)
    for (const [index, { version }] of migrations.entries()) {
      const file = createWorkspaceFile(engine, join(folder, `v${version}.timbang`), migrations.slice(0, index + 1))
      expect(schemaHash(file.db), `schema of version ${version}`).toBe(schemaHashes[version])
      file.close()
    }
  })

  it('has exactly the columns of the entities', async () => {
    const engine = await loadSqlEngine(wasmBytes)
    const file = createWorkspaceFile(engine, join(folder, 'columns.timbang'), migrations)
    for (const { table, columns } of Object.values(tableMaps)) {
      const found = file.db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table}) ORDER BY name`)
      expect(
        found.map((column) => column.name),
        table,
      ).toEqual(columns.map((column) => column.column).toSorted())
    }
    file.close()
  })

  it('altered by another program is refused', async () => {
    const engine = await loadSqlEngine(wasmBytes)
    const path = join(folder, 'altered.timbang')
    const file = createWorkspaceFile(engine, path, migrations)
    file.db.script(sql`CREATE TRIGGER favour AFTER INSERT ON result_score BEGIN
      UPDATE result_score SET score = 100 WHERE id = NEW.id; END`)
    file.close()
    expect(() => openWorkspaceFile(engine, path, migrations, { schemaHashes })).toThrow('E-OPEN-SCHEMA')
  })
})
