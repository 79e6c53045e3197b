import fs from 'node:fs'
import { join } from 'node:path'
import { createChance, seededGenerator } from '#application/example/chance.ts'
import { openConnection } from '#data/store/connection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { unlock } from '#data/store/encryption/encryption.ts'
import { headSize } from '#data/store/encryption/file-header.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { sql } from '#data/store/sql.ts'
import { errorParameters } from '#domain/app-error.ts'
import { codeOf, opened, type PlainRow, rowsOf, sqlEngine, tablesOf } from './file-state.ts'
import { findByCheck, isProtected } from './find-by-check.ts'
import { type MutationName, mutations } from './mutations.ts'

/** What came of one image. */
export interface ImageReport {
  readonly number: number
  readonly what: string
  readonly verdict: string
  /** How it was met: a refusal's code, 'found by check', 'no difference', or where an unnoticed difference is. */
  readonly outcome: readonly string[]
  /** True when SQLite alone, without our checks, would have shown changed data as if nothing were wrong. */
  readonly missedByBareSqlite: boolean
  readonly milliseconds: number
}

export interface ImageJob {
  readonly folder: string
  readonly source: string
  /** The same workspace without encryption, for the negative control; `source` itself when that is plain. */
  readonly plainSource: string
  /** Opens `source`; null: it is plain. */
  readonly passphrase: string | null
  readonly mutation: MutationName
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly step: number
}

/** The exit code of a process that reported an image and then gave up on itself. */
export const afterTrap = 3

type Content = ReadonlyMap<string, readonly PlainRow[]>

/** Every so many images are shown to SQLite without our checks as well: the negative control. */
const bareEvery = 3

/** Tries the numbered images of a seed, one line of JSON for each; the n-th image is the same however it is reached. */
export async function tryImages(job: ImageJob, say: (line: string) => void): Promise<void> {
  const image = fs.readFileSync(job.source)
  const plainImage = fs.readFileSync(job.plainSource)
  const key = job.passphrase === null ? null : await unlock(job.source, job.passphrase)
  const original = await bareContent(job.source, key)
  if (typeof original === 'string') throw new Error(original)
  const source: Source = { image, key, original }
  const path = join(job.folder, 'image.timbang')
  for (let number = job.from; number < job.to; number += job.step) {
    const chance = () => createChance(seededGenerator(job.seed * 7919 + number))
    const mutate = mutations[job.mutation]
    const { bytes, what } = mutate(image, chance(), number)
    fs.writeFileSync(path, bytes)
    const start = process.cpuUsage()
    const { verdict, outcome } = await look(path, bytes, source)
    const { user, system } = process.cpuUsage(start)
    const milliseconds = Math.round((user + system) / 1000)
    const missedByBareSqlite =
      number % bareEvery === 0 && (await isMissedBare(path, mutate(plainImage, chance(), number).bytes, original))
    const report: ImageReport = { number, what, verdict, outcome, missedByBareSqlite, milliseconds }
    say(JSON.stringify(report))
    // After a trap nothing this process says about SQLite is worth anything.
    if (verdict.includes('RuntimeError')) process.exit(afterTrap)
  }
}

interface Look {
  readonly verdict: string
  readonly outcome: readonly string[]
}

interface Source {
  readonly image: Buffer
  readonly key: WorkspaceKey | null
  readonly original: Content
}

async function look(path: string, bytes: Buffer, { image, key, original }: Source): Promise<Look> {
  let employees = 0
  const count = (db: ReadableDatabase) => {
    employees = db.value<number>(sql`SELECT count(*) FROM employee`) ?? 0
    return 'opened'
  }
  const opening = await opened(path, count, key)
  if (!isUntouched(fs.readFileSync(path), bytes, key))
    return { verdict: `${opening}, and the file has changed`, outcome: [opening] }
  if (opening in errorParameters) {
    const known = opening !== 'E-UNKNOWN'
    return { verdict: known ? 'sound' : opening, outcome: [opening] }
  }
  if (opening !== 'opened') return { verdict: `no refusal of the catalogue: ${opening}`, outcome: ['no code'] }
  if (bytes.equals(image)) return { verdict: 'sound', outcome: ['no difference in the file'] }
  if (employees === 0) return { verdict: 'an empty workspace', outcome: ['empty'] }
  if ((await findByCheck(path, key)) !== 'sound') return { verdict: 'sound', outcome: ['found by check'] }
  const now = await bareContent(path, key)
  if (typeof now === 'string') {
    // SQLite's checks pass over a broken page of an empty table; whoever reads it gets the refusal.
    const refused = now in errorParameters && now !== 'E-UNKNOWN'
    return { verdict: refused ? 'sound' : `reading failed: ${now}`, outcome: [`refused on reading: ${now}`] }
  }
  const places = differences(original, now)
  if (key !== null) return lookOfSealed(places, bytes, image)
  if (places.length === 0) return { verdict: 'sound', outcome: ['no difference in any row'] }
  const verdict = places.some(isProtected) ? `unnoticed: ${places.join(', ')}` : 'sound'
  return { verdict, outcome: places.map((place) => `unnoticed: ${place}`) }
}

/** Opening writes nothing but a damaged slot of an encrypted head, from the other one. */
const isUntouched = (now: Buffer, before: Buffer, key: WorkspaceKey | null): boolean =>
  key === null ? now.equals(before) : now.subarray(headSize).equals(before.subarray(headSize))

/** In an encrypted file every change has to be found; only one slot of the head may be bad, and is mended. */
function lookOfSealed(places: readonly string[], bytes: Buffer, image: Buffer): Look {
  const isHeadOnly = bytes.subarray(headSize).equals(image.subarray(headSize))
  return isHeadOnly && places.length === 0
    ? { verdict: 'sound', outcome: ['the head mended from its other slot'] }
    : { verdict: `unnoticed: ${places.join(', ')}`, outcome: ['unnoticed'] }
}

/** Every row, by a connection that checks nothing; or the error. */
async function bareContent(path: string, key: WorkspaceKey | null): Promise<Content | string> {
  try {
    const disk = key === null ? {} : { fileSystem: encryptedFileSystem(key) }
    const db = openConnection(await sqlEngine(), { path, readOnly: true, ...disk })
    try {
      return contentsOf(db)
    } finally {
      db.close()
    }
  } catch (error) {
    return codeOf(error)
  }
}

const contentsOf = (db: ReadableDatabase): Content => new Map(tablesOf(db).map((table) => [table, rowsOf(db, table)]))

async function isMissedBare(path: string, bytes: Buffer, original: Content): Promise<boolean> {
  // A header that says "write-ahead log" would make SQLite wait for another program.
  if (bytes.length > 19 && (bytes[18] !== 1 || bytes[19] !== 1)) return false
  fs.writeFileSync(path, bytes)
  const content = await bareContent(path, null)
  return typeof content !== 'string' && differences(original, content).length > 0
}

/** Tables and columns whose rows differ. */
function differences(before: Content, after: Content): readonly string[] {
  const places = new Set<string>()
  for (const [table, rows] of before) {
    const others = after.get(table) ?? []
    if (others.length !== rows.length) places.add(`${table} (rows)`)
    rows.forEach((row, index) => {
      const other = others[index] ?? {}
      for (const [column, value] of Object.entries(row)) if (other[column] !== value) places.add(`${table}.${column}`)
    })
  }
  return [...places]
}
