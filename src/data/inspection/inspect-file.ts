import fs from 'node:fs'
import { join } from 'node:path'
import type { ChainReading, Inspection, InspectionStep, StepReading } from '#application/ports/inspection.ts'
import { type Connection, openConnection } from '#data/store/connection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { checkSchema, configure, hasHotJournal, passingCacheKibibytes } from '#data/store/open-workspace.ts'
import { sql } from '#data/store/sql.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import { AppError } from '#domain/app-error.ts'
import { failed, type HeadReading, passed, readHeadChecks, skipped } from './head-checks.ts'
import { readDamagedChain } from './read-chain.ts'
import { readTables } from './read-tables.ts'

export interface InspectionParts {
  readonly engine: SqlEngine
  readonly newestVersion: number
  readonly schemaHashes: Readonly<Record<number, string>>
  /** A folder of our own for the copy that a file with an unfinished transaction needs; emptied afterwards. */
  readonly scratchFolder: string
  /** Follows the chain of a file whose pages are sound and compares every row with it. */
  readonly checkChain: (db: ReadableDatabase, heard: () => void) => Promise<ChainReading>
  /** Hears what has been read so far, and by that also that the reading goes on. */
  readonly heard: (part: Inspection) => void
}

const peopleShown = 500
const linesShown = 20

/**
 * Reads what can be read of a file that opening refuses. Nothing is written to it nor beside it: it is opened for reading
 * only, and where a crash left a journal to be rolled back, that is done on a copy.
 *
 * Refuses only what cannot be read at all: E-OPEN-MISSING, E-OPEN-IO.
 */
export async function inspectFile(path: string, parts: InspectionParts): Promise<Inspection> {
  const head = readHeadChecks(path, parts.newestVersion)
  const state = startInspection(path, head, parts.heard)
  if (!head.readable) {
    for (const step of ['schema', 'pages', 'references', 'chain'] as const) state.add(skipped(step))
    return state.now()
  }
  const opened = head.needsCopy ? copyToRead(path, parts.scratchFolder) : path
  try {
    await readContent(opened, parts, state)
  } finally {
    if (opened !== path) removeCopy(opened)
  }
  return state.now()
}

type State = ReturnType<typeof startInspection>

function startInspection(path: string, { bytes, encrypted, steps }: HeadReading, heard: (part: Inspection) => void) {
  let inspection: Inspection = {
    path,
    bytes,
    encrypted,
    agency: null,
    lastEntryAt: null,
    steps,
    tables: [],
    people: [],
    peopleFound: 0,
    chain: null,
    stopped: false,
  }
  const change = (part: Partial<Inspection>): void => {
    inspection = { ...inspection, ...part }
    heard(inspection)
  }
  return {
    now: () => inspection,
    change,
    alive: () => heard(inspection),
    add: (step: StepReading) => change({ steps: [...inspection.steps, step] }),
    hasPassed: (step: InspectionStep) =>
      inspection.steps.some((reading) => reading.step === step && reading.result === 'passed'),
  }
}

async function readContent(path: string, parts: InspectionParts, state: State): Promise<void> {
  let db: Connection
  try {
    db = openConnection(parts.engine, { path, readOnly: !isCopy(path, parts) })
  } catch (error) {
    state.add(failed('schema', codeOf(error), [messageOf(error)]))
    for (const step of ['pages', 'references', 'chain'] as const) state.add(skipped(step))
    return
  }
  try {
    configureToRead(db)
    checkSchemaStep(db, path, parts, state)
    checkPagesStep(db, state)
    const { tables, agency, people } = readTables(db, (tables) => state.change({ tables }))
    state.change({ tables, agency, people: people.slice(0, peopleShown), peopleFound: people.length })
    state.change({ lastEntryAt: lastEntryAt(db) })
    checkReferencesStep(db, state)
    await checkChainStep(db, parts, state)
  } finally {
    db.close()
  }
}

const isCopy = (path: string, { scratchFolder }: InspectionParts) => path.startsWith(scratchFolder)

/** A setting that reads the file can fail on a damaged one; the steps say what is wrong. */
function configureToRead(db: Connection): void {
  try {
    // So that a file shorter than its head says, or one damaged table of many, does not close all the others.
    db.pragma('writable_schema = ON')
    configure(db, passingCacheKibibytes)
  } catch {
    db.pragma('trusted_schema = OFF')
  }
}

function checkSchemaStep(db: Connection, path: string, parts: InspectionParts, state: State): void {
  try {
    checkSchema(db, path, parts.newestVersion, parts.schemaHashes)
    state.add(passed('schema'))
  } catch (error) {
    state.add(failed('schema', codeOf(error), error instanceof AppError ? [] : [messageOf(error)]))
  }
}

function checkPagesStep(db: ReadableDatabase, state: State): void {
  try {
    const lines = db.all<{ quick_check: string }>(sql`PRAGMA quick_check`).map((row) => row.quick_check)
    state.add(lines.every((line) => line === 'ok') ? passed('pages') : failed('pages', undefined, shown(lines)))
  } catch (error) {
    state.add(failed('pages', undefined, [messageOf(error)]))
  }
}

/** Only where the pages are sound: in pages that lead back to themselves it would not end. */
function checkReferencesStep(db: ReadableDatabase, state: State): void {
  if (!state.hasPassed('pages')) {
    state.add(skipped('references'))
    return
  }
  try {
    const rows = db.all<{ table: string; rowid: number | null; parent: string }>(sql`PRAGMA foreign_key_check`)
    const lines = rows.map((row) => `${row.table} ${row.rowid ?? ''} → ${row.parent}`)
    state.add(lines.length === 0 ? passed('references') : failed('references', undefined, shown(lines)))
  } catch (error) {
    state.add(failed('references', undefined, [messageOf(error)]))
  }
}

async function checkChainStep(db: ReadableDatabase, parts: InspectionParts, state: State): Promise<void> {
  try {
    const sound = state.hasPassed('pages') && state.hasPassed('schema')
    const chain = sound ? await parts.checkChain(db, state.alive) : readDamagedChain(db, state.alive)
    state.change({ chain })
    if (chain === null) state.add(skipped('chain'))
    else state.add(chain.found === 0 ? passed('chain') : failed('chain', codeOfChain(chain.brokenAt)))
  } catch (error) {
    state.add(failed('chain', undefined, [messageOf(error)]))
  }
}

const codeOfChain = (brokenAt: number | null) => (brokenAt === null ? 'E-AUDIT-ROWS' : 'E-AUDIT-BROKEN')

function lastEntryAt(db: ReadableDatabase): string | null {
  try {
    const at = db.value(sql`SELECT at FROM journal ORDER BY seq DESC LIMIT 1`)
    return typeof at === 'string' ? at : null
  } catch {
    return null
  }
}

const shown = (lines: readonly string[]) => lines.slice(0, linesShown)
const messageOf = (error: unknown): string => {
  const cause = error instanceof AppError && error.cause !== undefined ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : 'E-OPEN-DAMAGED')

/** In a folder only we can read. Another journal mode is taken back in the copy's head. */
function copyToRead(path: string, scratchFolder: string): string {
  fs.mkdirSync(scratchFolder, { recursive: true, mode: 0o700 })
  const copy = join(fs.mkdtempSync(join(scratchFolder, 'read-')), 'copy.timbang')
  fs.copyFileSync(path, copy)
  fs.chmodSync(copy, 0o600)
  if (hasHotJournal(path)) fs.copyFileSync(`${path}-journal`, `${copy}-journal`)
  const descriptor = fs.openSync(copy, 'r+')
  try {
    const formats = Buffer.alloc(2)
    fs.readSync(descriptor, formats, 0, 2, 18)
    if (formats.includes(2)) fs.writeSync(descriptor, Buffer.from([1, 1]), 0, 2, 18)
  } finally {
    fs.closeSync(descriptor)
  }
  return copy
}

const removeCopy = (copy: string) => fs.rmSync(join(copy, '..'), { recursive: true, force: true })
