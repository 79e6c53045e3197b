import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { basename, join } from 'node:path'
import type { StoredBackup } from '#application/ports/backup-store.ts'
import { placeNew, temporaryBeside } from '#data/store/durable-file.ts'
import { AppError } from '#domain/app-error.ts'
import { type BackupManifest, backupManifest } from '#domain/model/backup.ts'

const copyEnding = '.timbang'
const manifestEnding = '.json'

/** Copies of one place lie in a folder of their own, named after the file so that a person finds them. */
export function folderOf(root: string, place: string): string {
  const mark = createHash('sha256').update(place).digest('hex').slice(0, 8)
  return join(root, `${stemOf(place)}-${mark}`)
}

/** `dinas-0012-20261122-0931`: number and local time of the copy. */
export function nameOfCopy(place: string, number: number, takenAt: string): string {
  const at = new Date(takenAt)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`
  const time = `${two(at.getHours())}${two(at.getMinutes())}`
  return `${stemOf(place)}-${String(number).padStart(4, '0')}-${day}-${time}${copyEnding}`
}

const stemOf = (place: string) => basename(place).replace(/\.timbang$/i, '')

/** The complete copies in one folder: each a copy and its manifest. What is half there is none. */
export function copiesIn(folder: string): readonly StoredBackup[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(copyEnding + manifestEnding) && !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(folder, name.slice(0, -manifestEnding.length))
      const manifest = readManifest(path)
      return manifest !== null && fs.existsSync(path) ? [{ ...manifest, path }] : []
    })
}

/** All copies below the folder, of every workspace. */
export const copiesBelow = (root: string): readonly StoredBackup[] =>
  namesIn(root).flatMap((name) => copiesIn(join(root, name)))

/** What was written beside a copy; null when it is missing, unreadable or not ours. */
export function readManifest(copy: string): BackupManifest | null {
  try {
    return backupManifest.parse(JSON.parse(fs.readFileSync(copy + manifestEnding, 'utf8')))
  } catch {
    return null
  }
}

/** The manifest comes first: a copy without one would be taken for a stranger, one without a copy counts as none. */
export function placeCopy(finished: string, copy: string, manifest: BackupManifest): void {
  const unfinished = temporaryBeside(copy + manifestEnding)
  try {
    fs.writeFileSync(unfinished, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    placeNew(unfinished, copy + manifestEnding)
    placeNew(finished, copy)
  } finally {
    fs.rmSync(unfinished, { force: true })
  }
}

export function removeCopy(copy: string): void {
  fs.rmSync(copy, { force: true })
  fs.rmSync(copy + manifestEnding, { force: true })
}

const dayLong = 86_400_000

/** Duplicates for a comparison lie in the folder itself, since any window may look at any copy; old ones are nobody's. */
export function removeOldDuplicates(root: string, now: number): void {
  for (const name of namesIn(root)) {
    if (!isUnfinished(name)) continue
    const path = join(root, name)
    const stat = fs.statSync(path, { throwIfNoEntry: false })
    if (stat !== undefined && now - stat.mtimeMs > dayLong) fs.rmSync(path, { force: true })
  }
}

const isUnfinished = (name: string) => name.startsWith('.') && /\.tmp(-journal)?$/.test(name)

/** Makes the folder when it is not there, and writes a file in it for a moment. Refuses E-BACKUP-FOLDER. */
export function proveWritable(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = temporaryBeside(join(folder, 'timbang'))
    fs.closeSync(fs.openSync(file, 'wx', 0o600))
    fs.rmSync(file)
  } catch (error) {
    throw new AppError('E-BACKUP-FOLDER', { folder }, error)
  }
}

/** What a copy that was cut off has left. Only the writer of a workspace takes copies of it, so nobody is at work here. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const isWithoutCopy =
      name.endsWith(copyEnding + manifestEnding) && !fs.existsSync(join(folder, name.slice(0, -manifestEnding.length)))
    if (isUnfinished(name) || isWithoutCopy) fs.rmSync(join(folder, name), { force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    // Not there yet, on a medium that is not attached, or a file.
    return []
  }
}
