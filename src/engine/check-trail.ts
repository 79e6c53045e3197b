import { readAnchor } from '#application/ledger/read-anchor.ts'
import { verifyTrail } from '#application/ledger/verify-trail.ts'
import type { Job } from '#application/ports/jobs.ts'
import { isPrivateTable } from '#application/relations/hide-private-rows.ts'
import type { TrailReportOutput } from '#contract/ledger.ts'
import { schemaHashes } from '#data/migrations/migrations.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { schemaHash } from '#data/store/schema-hash.ts'
import { sql } from '#data/store/sql.ts'
import type { HandlerContext } from './handler-context.ts'
import { seesRelations } from './sees-relations.ts'

/** Checks the trail of the file that is open now; ends with E-OPEN-NONE when it is closed meanwhile. */
export async function checkTrail(
  { session, signedIn }: Pick<HandlerContext, 'session' | 'signedIn'>,
  typed: string | null,
  job: Job,
): Promise<TrailReportOutput> {
  const anchor = readAnchor(typed)
  const stillOpen = session.pause()
  const reader = ledgerReader(session.database())
  const pause = async () => {
    await job.pause()
    await stillOpen()
  }
  const follower = session.trailFollower()
  const report = await verifyTrail({ reader, hashing, anchor, follower, job: { report: job.report, pause } })
  const tellsAll = seesRelations({ session, signedIn })
  return {
    ...report,
    anchor: { ...report.anchor },
    findings: report.findings.map((finding) => ({
      ...finding,
      // That a private row was altered outside is everybody's to know; what it says is not.
      fields: tellsAll || !isPrivateTable(finding.table) ? finding.fields.map((field) => ({ ...field })) : [],
    })),
  }
}

/** Whether no rule of the schema was added, dropped or rewritten. */
export function hasKnownSchema(db: ReadableDatabase): boolean {
  return schemaHash(db) === schemaHashes[db.value<number>(sql`PRAGMA user_version`) ?? 0]
}
