import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { placeNew, placeOver } from '#data/store/durable-file.ts'
import { errorCode } from '#data/store/host-file-system.ts'
import { storeError } from '#data/store/sql-errors.ts'
import { AppError } from '#domain/app-error.ts'

/** What a crash or another program may have left beside a workspace, and what belongs to it alone. */
const companions = ['-journal', '-wal', '-shm']

/**
 * The name under which the present file is kept: `dinas (sebelum dipulihkan 2026-11-22 09.31).timbang`, with a number
 * when that is taken.
 */
export function asideNameOf(path: string, now: string, words: string): string {
  const at = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}.${two(at.getMinutes())}`
  const stem = basename(path).replace(/\.timbang$/i, '')
  for (let number = 1; ; number += 1) {
    const name = `${stem} (${words} ${day} ${time}${number === 1 ? '' : ` ${number}`}).timbang`
    const aside = join(dirname(path), name)
    if (!fs.existsSync(aside)) return aside
  }
}

/**
 * Puts a finished file where the workspace is and keeps what was there under `aside`. Cut off at any moment, the file
 * that was there is whole under one name or both, and nothing of it is ever deleted. The caller holds the lock.
 * Refuses E-BACKUP-ASIDE when the present file cannot be kept; nothing is changed then.
 */
export function putInPlace(finished: string, path: string, aside: string): void {
  if (!fs.existsSync(path)) {
    placeNew(finished, path)
    return
  }
  const linked = keepAside(path, aside)
  try {
    // A journal that a crash left rolls back the file beside it: it belongs to the one kept aside, not to the new one.
    for (const ending of companions) {
      if (fs.existsSync(path + ending)) fs.renameSync(path + ending, aside + ending)
    }
    if (linked) placeOver(finished, path)
    else placeNew(finished, path)
  } catch (error) {
    putBack(path, aside)
    throw storeError(error, path)
  }
}

/** True: it now has both names. False: this disk knows no second names, so it has the new one only. */
function keepAside(path: string, aside: string): boolean {
  try {
    fs.linkSync(path, aside)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new AppError('E-BACKUP-ASIDE', { path }, error)
  }
  try {
    fs.renameSync(path, aside)
    return false
  } catch (error) {
    throw new AppError('E-BACKUP-ASIDE', { path }, error)
  }
}

/**
 * A disk may fail after the exchange, when only its being on the disk is in doubt: then `aside` is the last name of the
 * file that was there, and takes its place back instead of being removed.
 */
function putBack(path: string, aside: string): void {
  if (isSameFile(path, aside)) fs.unlinkSync(aside)
  else fs.renameSync(aside, path)
  for (const ending of companions) {
    if (fs.existsSync(aside + ending)) fs.renameSync(aside + ending, path + ending)
  }
}

function isSameFile(path: string, aside: string): boolean {
  const [here, there] = [path, aside].map((name) => fs.statSync(name, { bigint: true, throwIfNoEntry: false }))
  return here !== undefined && here.ino === there?.ino && here.dev === there.dev
}
