import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs, { type Database } from 'sql.js'
import { onTestFinished } from 'vitest'
import { type TrailReport, verifyTrail } from '#application/ledger/verify-trail.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { migrations } from '#data/migrations/migrations.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import type { Anchor } from '#domain/ledger/anchor.ts'
import { testDirectory, testEngine } from '#tests/integration/store/support.ts'

export interface LedgerBench {
  readonly path: string
  workspace(): Workspace
  file(): OpenWorkspace
  /** Closes the file, lets a plain SQLite without any of our code change it, and opens it again. */
  tamper(work: (db: Database) => void): Promise<void>
  /** The same with any change of the bytes. */
  tamperFile(work: (path: string) => void): Promise<void>
  verify(anchor?: Anchor | null, job?: Partial<Job>): Promise<TrailReport>
}

/** A workspace on its real file, whose trail is checked after something was done to it. The schema is not compared. */
export async function ledgerBench(): Promise<LedgerBench> {
  const engine = await testEngine()
  const path = `${testDirectory()}/kerja.timbang`
  let minute = 0
  const environment = {
    now: () => new Date(Date.UTC(2026, 10, 23, 2, minute++)).toISOString(),
    newId: () => `id${minute++}`,
    author: () => 'Sekretaris',
  }
  let file = createWorkspaceFile(engine, path, migrations)
  let workspace = sqlWorkspace(file, environment, () => undefined)
  onTestFinished(() => file.close())
  const tamperFile = async (work: (path: string) => void) => {
    file.close()
    work(path)
    file = openWorkspaceFile(engine, path, migrations)
    workspace = sqlWorkspace(file, environment, () => undefined)
  }
  const { Database } = await initSqlJs()
  return {
    path,
    workspace: () => workspace,
    file: () => file,
    tamperFile,
    tamper: (work) =>
      tamperFile(() => {
        const db = new Database(readFileSync(path))
        work(db)
        writeFileSync(path, db.export())
        db.close()
      }),
    verify: (anchor = null, job = {}) =>
      verifyTrail({
        reader: ledgerReader(file.db),
        hashing,
        anchor,
        job: { report: () => undefined, pause: async () => undefined, ...job },
      }),
  }
}

/** Takes the journal's guards away, as whoever owns the file can. */
export function dropGuards(db: Database): void {
  const [found] = db.exec(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
  for (const [name] of found?.values ?? []) db.run(`DROP TRIGGER ${String(name)}`)
}
