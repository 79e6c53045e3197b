import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokenEntry } from '#application/ledger/trail-findings.ts'
import { verifyTrail } from '#application/ledger/verify-trail.ts'
import type { ChainReading, Inspection, Inspector, RunningInspection } from '#application/ports/inspection.ts'
import { isPrivateTable } from '#application/relations/hide-private-rows.ts'
import { inspectFile } from '#data/inspection/inspect-file.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { newestVersion } from '#data/migrations/runner.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'

/** Where the copy lies that a file with an unfinished transaction is read from; everything in it is ours. */
export const inspectionFolder = (preferencesFolder: string | null): string =>
  join(preferencesFolder ?? tmpdir(), 'timbang-inspection')

/** Reads in this very thread. Nothing can stop SQLite in the middle here; the window has a thread of its own for it. */
export const inspectHere =
  (wasmBytes: Uint8Array, scratchFolder: string): Inspector =>
  (path, heard): RunningInspection => ({
    done: inspectIn(wasmBytes, scratchFolder, path, heard),
    stop: () => undefined,
  })

/** One reading, with this version of Timbang's schema to compare with. */
export async function inspectIn(
  wasmBytes: Uint8Array,
  scratchFolder: string,
  path: string,
  heard: (part: Inspection) => void,
): Promise<Inspection> {
  const engine = await loadSqlEngine(wasmBytes)
  return inspectFile(path, {
    engine,
    newestVersion: newestVersion(migrations),
    schemaHashes,
    scratchFolder,
    checkChain,
    heard,
  })
}

const findingsShown = 20

async function checkChain(db: ReadableDatabase, heard: () => void): Promise<ChainReading> {
  const job = { report: heard, pause: async () => undefined }
  const report = await verifyTrail({ reader: ledgerReader(db), hashing, anchor: null, job })
  return {
    entries: report.anchor.count,
    brokenAt: brokenEntry(report),
    compared: true,
    found: report.found,
    // Who looks at a file nobody vouches for has proved no duty: what private rows say stays untold.
    findings: report.findings
      .slice(0, findingsShown)
      .map((finding) => (isPrivateTable(finding.table) ? { ...finding, fields: [] } : finding)),
  }
}
