import { mkdirSync, rmSync, statSync } from 'node:fs'

const staleMilliseconds = 10 * 60 * 1000

/**
 * Runs `work` while holding a lock folder; a lock older than ten minutes was left by a dead process.
 * @param {string} lock
 * @param {() => unknown} work
 */
export async function underLock(lock, work) {
  while (!take(lock)) {
    if (Date.now() - timeOf(lock) > staleMilliseconds) rmSync(lock, { recursive: true, force: true })
    else await new Promise((resolve) => setTimeout(resolve, 250))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Making a folder either succeeds for exactly one process or fails. */
function take(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function timeOf(lock) {
  try {
    return statSync(lock).mtimeMs
  } catch {
    return Date.now()
  }
}
