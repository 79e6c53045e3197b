import { copyFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { appendEntry } from '#data/repositories/journal.ts'
import type { WritableDatabase } from '#data/store/database.ts'
import { encryptInPlace, newKey, openEncryptedWorkspace } from '#data/store/encryption/encryption.ts'
import { copyOfKey, type WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { type Sql, sql } from '#data/store/sql.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { bareCommits } from './bare-commits.ts'
import { makeLargeWorkspace, wasmBytes } from './bench-agency.ts'
import { type BenchRow, limitRow, median, percentile, ratioRow } from './bench-row.ts'

const rounds = 400
const opens = 5
/** About 100 MB: 5,800 staff. */
const scale = { staff: 5_800, unitCopies: 12, quarters: [3] as const, indicatorsPerPlan: 8 }
/** As the store sets it (open-workspace.ts). */
const pragmas = [
  'journal_mode = TRUNCATE',
  'synchronous = FULL',
  'locking_mode = NORMAL',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'cache_size = -131072',
  'foreign_keys = ON',
]

/**
 * How long a commit takes that changes five rows and writes its entry of the trail, on a file of 100 MB: plain, encrypted,
 * with better-sqlite3 beside it where TIMBANG_BETTER_SQLITE3 names its folder, and what the disk alone takes for the same
 * writes and syncs. They take turns, so that a busy disk is busy for all of them.
 */
export async function storeTimings({ folder }: { readonly folder: string }): Promise<readonly BenchRow[]> {
  const engine = await loadSqlEngine(wasmBytes)
  const paths = {
    plain: join(folder, 'p.timbang'),
    sealed: join(folder, 's.timbang'),
    native: join(folder, 'n.timbang'),
    bare: join(folder, 'bare'),
  }
  await makeLargeWorkspace(paths.plain, scale)
  copyFileSync(paths.plain, paths.sealed)
  copyFileSync(paths.plain, paths.native)
  copyFileSync(paths.plain, paths.bare)
  const key = await newKey('enam kata yang mudah diingat sendiri')
  encryptInPlace(engine, paths.sealed, migrations, key)
  const size = `${Math.round(statSync(paths.plain).size / 1_000_000)} MB`
  const opening = openingRows(engine, paths, key, size)
  return [...opening, ...commitRows(engine, paths, key, size)]
}

interface Paths {
  readonly plain: string
  readonly sealed: string
  readonly native: string
  readonly bare: string
}

const openOptions = { schemaHashes, checkPagesLaterFrom: 0 }

function openSealed(engine: SqlEngine, path: string, key: WorkspaceKey): OpenWorkspace {
  return openEncryptedWorkspace(engine, path, migrations, copyOfKey(key), openOptions)
}

function openingRows(engine: SqlEngine, paths: Paths, key: WorkspaceKey, size: string): readonly BenchRow[] {
  const time = (open: () => OpenWorkspace): number => {
    const times = Array.from({ length: opens }, () => {
      const start = performance.now()
      const workspace = open()
      const taken = performance.now() - start
      workspace.close()
      return taken
    })
    return median(times)
  }
  const plain = time(() => openWorkspaceFile(engine, paths.plain, migrations, openOptions))
  const sealed = time(() => openSealed(engine, paths.sealed, key))
  return [
    limitRow(`store: open ${size} before its checks, plain`, 'ms', plain, 300),
    limitRow(`store: open ${size} before its checks, encrypted, key known`, 'ms', sealed, 300),
  ]
}

function commitRows(engine: SqlEngine, paths: Paths, key: WorkspaceKey, size: string): readonly BenchRow[] {
  const plain = openWorkspaceFile(engine, paths.plain, migrations, openOptions)
  const sealed = openSealed(engine, paths.sealed, key)
  const native = openNative(paths.native)
  const bare = bareCommits(paths.bare)
  try {
    const ids = plain.db.all<{ id: string }>(sql`SELECT id FROM employee ORDER BY id`).map(({ id }) => id)
    const timePlain = commits(plain.db, ids)
    const timeSealed = commits(sealed.db, ids)
    const timeNative = native === null ? null : commits(native.db, ids)
    for (let round = 0; round < rounds; round++) {
      timePlain.run(round)
      timeSealed.run(round)
      timeNative?.run(round)
      bare.run(round)
    }
    const disk = median(bare.times)
    const [fast, slow] = [median(timePlain.times), percentile(timePlain.times, 0.99)]
    const rows = [
      limitRow(`store: commit of 5 updates and their entry at ${size}, p50`, 'ms', fast, 5),
      limitRow('store: the same, p99', 'ms', slow, 20),
      limitRow('store: the same, encrypted, p50', 'ms', median(timeSealed.times), 40),
      limitRow('store: the same, encrypted, p99', 'ms', percentile(timeSealed.times, 0.99), 40),
      ratioRow('store: the same beside its bare writes and syncs, p50', 'ms', fast, {
        reference: disk,
        factor: 2,
        extra: 2,
      }),
    ]
    if (timeNative === null) return rows
    const reference = median(timeNative.times)
    return [
      ...rows,
      ratioRow('store: the same beside better-sqlite3, p50', 'ms', fast, { reference, factor: 3, extra: 0 }),
    ]
  } finally {
    plain.close()
    sealed.close()
    native?.close()
    bare.close()
  }
}

/** The same statements on either database. */
function commits(db: WritableDatabase, ids: readonly string[]) {
  const times: number[] = []
  return {
    times,
    run(round: number): void {
      const start = performance.now()
      db.transaction(() => {
        const changes = Array.from({ length: 5 }, (_, index) => {
          const rowId = ids[(round * 7 + index * 1_151) % ids.length] ?? ''
          const before = JSON.stringify(db.get(sql`SELECT * FROM employee WHERE id = ${rowId}`))
          const name = `Pegawai ${round} ${index}`
          db.run(sql`UPDATE employee SET name = ${name} WHERE id = ${rowId}`)
          const after = JSON.stringify({ ...(JSON.parse(before) as object), name })
          return { table: 'employee' as const, rowId, before, after }
        })
        const entry = { at: new Date().toISOString(), author: 'Bench', command: 'bench', summary: { round } }
        appendEntry(db, { ...entry, reason: '', undoes: null }, changes)
      })
      times.push(performance.now() - start)
    },
  }
}

interface NativeStatement {
  all(...values: readonly unknown[]): unknown[]
  get(...values: readonly unknown[]): unknown
  run(...values: readonly unknown[]): { readonly changes: number }
}

interface NativeDatabase {
  prepare(text: string): NativeStatement
  pragma(text: string): unknown
  exec(text: string): unknown
  close(): unknown
}

/** better-sqlite3 with the store's own interface and settings; null where it is not there. */
function openNative(path: string): { readonly db: WritableDatabase; readonly close: () => void } | null {
  const folder = process.env.TIMBANG_BETTER_SQLITE3
  if (folder === undefined || folder === '') return null
  const Database = createRequire(import.meta.url)(folder) as new (file: string) => NativeDatabase
  const raw = new Database(path)
  for (const text of pragmas) raw.pragma(text)
  const statements = new Map<string, NativeStatement>()
  const prepared = (query: Sql): NativeStatement => {
    const known = statements.get(query.text) ?? raw.prepare(query.text)
    statements.set(query.text, known)
    return known
  }
  const bound = ({ values }: Sql) => values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value))
  const first = (query: Sql) => prepared(query).get(...bound(query)) as object | undefined
  const db: WritableDatabase = {
    all: (query) => prepared(query).all(...bound(query)) as never,
    get: (query) => first(query) as never,
    value: (query) => Object.values(first(query) ?? {})[0] as never,
    run: (query) => prepared(query).run(...bound(query)).changes,
    script: (query) => void raw.exec(query.text),
    insertMany() {
      throw new Error('The measured commit does not use it.')
    },
    transaction(work) {
      raw.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        raw.exec('COMMIT')
        return result
      } catch (error) {
        raw.exec('ROLLBACK')
        throw error
      }
    },
  }
  return { db, close: () => void raw.close() }
}
