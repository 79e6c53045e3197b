import { statSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { newestVersion } from '#data/migrations/runner.ts'
import { journalLength } from '#data/repositories/journal.ts'
import { tableMaps, tableNames } from '#data/repositories/table-map.ts'
import { placeOf } from '#data/store/file-place.ts'
import { schemaHash } from '#data/store/schema-hash.ts'
import { identifier, sql } from '#data/store/sql.ts'
import type { ErrorHistory } from './error-history.ts'
import type { Session } from './session-port.ts'
import type { TrailTrust } from './trail-trust.ts'

interface Parts {
  readonly session: Session
  readonly trust: TrailTrust
  readonly history: ErrorHistory
  readonly language: 'id' | 'en'
  readonly version: string
  readonly now: Date
}

/**
 * What helps to find a fault, and nothing of what the workspace says: versions, the machine, codes and places in our own
 * code, sizes and counts. No name, number, unit, text, score, folder or file name.
 */
export function supportText(parts: Parts): string {
  return `${JSON.stringify(supportFile(parts), null, 2)}\n`
}

function supportFile({ session, trust, history, language, version, now }: Parts) {
  return {
    format: 'timbang-support',
    version: 1,
    madeAt: now.toISOString(),
    timbang: { version, language, schemaVersion: newestVersion(migrations), ...runtime() },
    machine: {
      system: platform(),
      release: release(),
      processor: arch(),
      processors: cpus().length,
      memoryMegabytes: Math.round(totalmem() / 2 ** 20),
    },
    workspace: session.isOpen() ? workspaceFacts(session, trust) : null,
    errors: history.all(),
  }
}

function runtime() {
  const { node, electron, chrome, v8, modules } = process.versions
  return { node, electron: electron ?? null, chrome: chrome ?? null, v8, modules }
}

function workspaceFacts(session: Session, trust: TrailTrust) {
  const db = session.database()
  const { path, readOnly } = session.current()
  const number = (query: ReturnType<typeof sql>) => Number(db.value(query) ?? 0)
  const version = number(sql`PRAGMA user_version`)
  const hash = schemaHash(db)
  return {
    place: placeOf(path),
    usualEnding: path.toLowerCase().endsWith('.timbang'),
    readOnly,
    readOnlyBecause: session.readOnlyBecause(),
    bytes: sizeOf(path),
    journalBytes: sizeOf(`${path}-journal`),
    pageSize: number(sql`PRAGMA page_size`),
    pages: number(sql`PRAGMA page_count`),
    freePages: number(sql`PRAGMA freelist_count`),
    schema: { version, hash, known: schemaHashes[version] === hash },
    trail: { entries: journalLength(db), ...trust.state() },
    rows: Object.fromEntries(
      tableNames.map((name) => [name, number(sql`SELECT count(*) FROM ${identifier(tableMaps[name].table)}`)]),
    ),
  }
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size
  } catch {
    return null
  }
}
