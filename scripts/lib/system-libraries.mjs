// What Electron needs from a Linux system, and how to get it on Debian and Ubuntu.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { hasDisplay, isInPath, isRoot, say } from './project.mjs'

/** Debian packages that pull in everything Electron links to; names with a newer form are asked of apt. */
const desktopPackages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']
const renamedPackages = new Set(['libgtk-3-0', 'libasound2'])
/** Tests read produced files back with these; tests that find them missing say so and skip. */
const testTools = { pdftotext: 'poppler-utils', sqlite3: 'sqlite3' }

/**
 * @param {string} executable the Electron executable
 * @param {import('./project.mjs').SetupState} state
 * @returns {{ libraries: string[], problem: string | null, toolsTried: boolean }}
 */
export function ensureSystemLibraries(executable, state) {
  const toolsTried = state.toolsTried === true
  if (process.platform !== 'linux') return { libraries: [], problem: null, toolsTried }
  const missingTools = Object.keys(testTools).filter((tool) => !isInPath(tool))
  const toolsSettled = missingTools.length === 0 || toolsTried
  if (toolsSettled && state.libraries?.length && state.libraries.every((path) => existsSync(path)) && hasScreen()) {
    return { libraries: state.libraries, problem: null, toolsTried }
  }
  const first = linkedLibraries(executable)
  const desktopReady = first.missing.length === 0 && hasScreen()
  if (desktopReady && toolsSettled) return { libraries: first.found, problem: null, toolsTried }
  const packages = [
    ...(desktopReady ? [] : desktopPackages.map(currentName)),
    ...(toolsTried ? [] : missingTools.map((tool) => testTools[tool])),
  ]
  install(packages)
  const after = linkedLibraries(executable)
  const ready = after.missing.length === 0 && hasScreen()
  return { libraries: after.found, problem: ready ? null : whatToDo(after.missing), toolsTried: true }
}

function hasScreen() {
  return hasDisplay() || isInPath('xvfb-run')
}

/** @param {string} executable */
function linkedLibraries(executable) {
  const listing = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? ''
  const missing = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  const found = [...listing.matchAll(/=> (\/\S+)/g)].map((match) => match[1])
  return { missing, found }
}

/** Debian 13 and Ubuntu 24.04 gave some libraries a new name when time stamps grew to 64 bits. */
function currentName(name) {
  if (!renamedPackages.has(name)) return name
  const renamed = spawnSync('apt-cache', ['show', `${name}t64`], { stdio: 'ignore' }).status === 0
  return renamed ? `${name}t64` : name
}

/** @param {string[]} packages */
function install(packages) {
  if (!isDebianLike() || !isInPath('apt-get')) return
  const asRoot = isRoot() ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return
  say(`Installing system packages (apt-get): ${packages.join(' ')} …`)
  const apt = (...args) => {
    const [program, ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...args,
    ]
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'ignore'] }).status === 0
  }
  const installAll = (names) => apt('install', '-y', '--no-install-recommends', ...names)
  if (installAll(packages)) return
  // A fresh machine has no package lists, an old one has stale ones.
  apt('update')
  if (installAll(packages)) return
  // Test tools are optional: they must not keep the libraries from being installed.
  const needed = packages.filter((name) => !Object.values(testTools).includes(name))
  if (needed.length > 0) installAll(needed)
}

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** @param {string[]} missing */
function whatToDo(missing) {
  const lack =
    missing.length > 0
      ? `system libraries are missing (${missing.join(', ')})`
      : 'there is neither a display nor xvfb-run'
  const how = isDebianLike()
    ? `run: sudo apt-get install -y ${desktopPackages.map(currentName).join(' ')}`
    : 'install GTK 3, NSS, GBM, ALSA and Xvfb with the package manager of this system'
  return `The window cannot open: ${lack}. To fix it, ${how}`
}
