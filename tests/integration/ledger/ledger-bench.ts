import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs, { type Database } from 'sql.js'
import { expect, onTestFinished } from 'vitest'
import { followPart } from '#application/ledger/follow-part.ts'
import { type TrailReport, verifyTrail } from '#application/ledger/verify-trail.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import type { TrailFollower } from '#application/ports/trail-follower.ts'
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
    async verify(anchor = null, job = {}) {
      const reader = ledgerReader(file.db)
      const quiet: Job = { report: () => undefined, pause: async () => undefined }
      const report = await verifyTrail({ reader, hashing, anchor, job: { ...quiet, ...job } })
      const { follower, joined } = followingHere(reader)
      expect(await verifyTrail({ reader, hashing, anchor, follower, job: quiet })).toEqual(report)
      if (report.found === 0 && reader.head().count > 1) expect(joined()).toBe(true)
      return report
    },
  }
}

/** Follows the second half of even the shortest trail: whatever a test does to a file, both ways must find the same. */
function followingHere(reader: LedgerReader): { follower: TrailFollower; joined: () => boolean } {
  let joined = false
  const follower: TrailFollower = {
    from: 2,
    start: (part) => ({
      followed: () => 0,
      async look() {
        const followed = followPart(reader, hashing.sha256, part, () => undefined)
        joined = followed !== null
        return followed
      },
      stop: () => undefined,
    }),
  }
  return { follower, joined: () => joined }
}

/** Takes the journal's guards away, as whoever owns the file can. */
export function dropGuards(db: Database): void {
  const [found] = db.exec(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
  for (const [name] of found?.values ?? []) db.run(`DROP TRIGGER ${String(name)}`)
}
