// The npm packages of the project: installed exactly as the lock file says, and only when that is needed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say, sha256 } from './project.mjs'

/**
 * @param {import('./project.mjs').SetupState} state
 * @returns {string} the hash of the lock file that is now installed
 */
export function ensurePackages(state) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const lockHash = sha256(lockText)
  if (state.lockHash === lockHash && existsSync(join(root, 'node_modules'))) return lockHash
  // Whoever ran `npm ci` or `npm install` by hand keeps that folder.
  if (isInstalled(JSON.parse(lockText))) return lockHash
  say('Installing the packages of package-lock.json (npm ci) …')
  const done = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] })
  if (done.status !== 0) throw new Error('npm ci failed; its message is above.')
  return lockHash
}

/**
 * Starts the npm that started this script, else the one in PATH; so the user's registry and proxy settings hold.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], { cwd: root, ...options })
  return spawnSync('npm', args, { cwd: root, shell: process.platform === 'win32', ...options })
}

/** Whether npm's own record of node_modules holds every package of the lock file, at the same content. */
function isInstalled(lock) {
  const recordFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(recordFile)) return false
  const record = JSON.parse(readFileSync(recordFile, 'utf8')).packages ?? {}
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = record[path]
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true
  })
}
