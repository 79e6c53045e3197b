// Whether something built is still what its sources say.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { underLock } from './lock.mjs'
import { cacheFolder, root } from './project.mjs'

/**
 * Runs `build` unless `result` stands and was built from these very sources. Two commands at once build only once.
 * @param {{ name: string, sources: readonly string[], result: string, build: () => void | Promise<void>, always?: boolean }} task
 *   sources and result are paths inside the project
 */
export async function buildIfChanged(task) {
  const stamp = join(cacheFolder, `${task.name}.built`)
  const isFresh = () =>
    !task.always &&
    existsSync(join(root, task.result)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashOf(task.sources)
  if (isFresh()) return
  mkdirSync(dirname(stamp), { recursive: true })
  await underLock(`${stamp}.lock`, async () => {
    if (isFresh()) return
    const hash = hashOf(task.sources)
    // A build that fails half way leaves nothing that may count as built.
    rmSync(stamp, { force: true })
    await task.build()
    writeFileSync(stamp, hash)
  })
}

/** @param {readonly string[]} sources */
function hashOf(sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const path of filesUnder(source))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readdirSync(dirname(full), { withFileTypes: true })
  if (!entries.find((entry) => join(dirname(full), entry.name) === full)?.isDirectory()) return [path]
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort()
}
