import fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockByProcessId } from '#data/store/file-lock.ts'
import { nodeFileSystem } from '#data/store/host-file-system.ts'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { debugWasmPath, sha256, testDirectory, testEngine, wasmPath } from './support.ts'
import { firstSchema } from './test-schema.ts'

describe('the SQLite engine', () => {
  it('is loaded once, however often it is asked for', async () => {
    expect(await testEngine()).toBe(await loadSqlEngine(fs.readFileSync(wasmPath)))
  })

  it('makes the same calls and the same bytes with the build whose names are plain', async () => {
    const debug = await loadSqlEngine(fs.readFileSync(debugWasmPath))
    const release = await testEngine()
    expect([debug.build, release.build]).toEqual(['debug', 'release'])
    const [first, second] = [session(debug), session(release)]
    expect(first.calls).toEqual(second.calls)
    expect(first.calls.fdatasyncSync).toBeGreaterThan(10)
    expect(first.bytes).toBe(second.bytes)
  })

  it('syncs the journal, the file and the directory before a commit returns', async () => {
    const { calls } = session(await testEngine(), 1)
    expect(calls).toMatchObject({ fdatasyncSync: 4, fsyncSync: 1 })
  })

  it('cannot reach a file it was not told of, whatever SQL text says', async () => {
    const engine = await testEngine()
    const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), [firstSchema])
    const outside = join(testDirectory(), 'outside.timbang')
    expect(() => workspace.db.run(sql`VACUUM INTO ${outside}`)).toThrow()
    expect(() => workspace.db.value(sql`ATTACH ${outside} AS other`)).toThrow()
    expect(fs.existsSync(outside)).toBe(false)
    workspace.close()
  })
})

/** A few commits, the calls they cost and the file they leave. */
function session(engine: SqlEngine, commits = 5): { calls: Record<string, number>; bytes: string } {
  const path = join(testDirectory(), 'a.timbang')
  createWorkspaceFile(engine, path, [firstSchema]).close()
  const calls: Record<string, number> = {}
  const counting = { ...nodeFileSystem }
  for (const name of ['writeSync', 'fdatasyncSync', 'fsyncSync', 'ftruncateSync', 'openSync', 'unlinkSync'] as const) {
    const real = nodeFileSystem[name] as (...parameters: unknown[]) => unknown
    Object.assign(counting, {
      [name]: (...parameters: unknown[]) => {
        calls[name] = (calls[name] ?? 0) + 1
        return real(...parameters)
      },
    })
  }
  const workspace = openWorkspaceFile(engine, path, [firstSchema], { fileSystem: counting })
  for (let round = 0; round < commits; round += 1) {
    workspace.db.transaction(() => {
      for (let row = 0; row < 50; row += 1)
        workspace.db.run(sql`INSERT INTO parent (name) VALUES (${`${round}-${row}`})`)
    })
  }
  workspace.close()
  return { calls, bytes: sha256(path) }
}

describe('the lock of a system without names that die with their process', () => {
  it('is held by a living process, and taken over from a dead one', () => {
    const path = join(testDirectory(), 'lock.pid')
    const first = lockByProcessId(path)
    expect(first).toBeDefined()
    expect(lockByProcessId(path)).toBeUndefined()
    first?.release()
    fs.writeFileSync(path, '999999999')
    const second = lockByProcessId(path)
    expect(second).toBeDefined()
    expect(fs.readFileSync(path, 'utf8')).toBe(String(process.pid))
    second?.release()
    expect(fs.existsSync(path)).toBe(false)
  })
})
