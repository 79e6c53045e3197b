// Running the real application: on a display, and never as root, because Chromium's sandbox does not exist for root.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { hasDisplay, isInPath, isRoot, root } from './project.mjs'

/** "nobody": an ordinary user without rights that every Linux system has. */
const ordinaryUser = 65534
const staged = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'src',
  'resources',
  'tests',
  'out',
  'node_modules',
]
const screen = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24 -nolisten tcp']

/**
 * @typedef {{ folder: string, results: string, env: Record<string, string>, wrap: (command: string[]) => string[], end: () => void }} Stage
 */

/**
 * Prepares a place from which an ordinary user can run the application.
 * What the run writes goes to `results`, and is moved to `resultsTo` at the end.
 * @param {{ runtime: import('./project.mjs').Runtime, resultsTo: string, program?: string }} options
 * @returns {Stage}
 */
export function openStage({ runtime, resultsTo, program }) {
  const home = mkdtempSync(join(tmpdir(), 'timbang-run-'))
  const results = join(home, 'results')
  for (const folder of [results, join(home, 'tmp'), join(home, 'runtime-dir')]) mkdirSync(folder, { mode: 0o700 })
  const asRoot = isRoot()
  if (asRoot && !isInPath('setpriv'))
    throw new Error('As root this needs setpriv (package util-linux), or run it as an ordinary user.')
  const folder = asRoot ? readableFolder(root, staged, join(home, 'project')) : root
  const runtimeFolder = asRoot ? readableFolder(runtime.folder, ['.'], join(home, 'electron')) : runtime.folder
  const programFolder =
    program && asRoot ? readableFolder(dirname(program), ['.'], join(home, 'program')) : program && dirname(program)
  if (asRoot)
    for (const path of [home, results, join(home, 'tmp'), join(home, 'runtime-dir')])
      chownSync(path, ordinaryUser, ordinaryUser)
  const env = {
    ...electronEnvironment({
      ...runtime,
      folder: runtimeFolder,
      executable: runtime.executable.replace(runtime.folder, runtimeFolder),
    }),
    TIMBANG_OUT: results,
    ...(program ? { TIMBANG_PROGRAM: join(programFolder, basename(program)) } : {}),
    ...(asRoot
      ? {
          HOME: home,
          TMPDIR: join(home, 'tmp'),
          XDG_RUNTIME_DIR: join(home, 'runtime-dir'),
          XDG_CONFIG_HOME: join(home, '.config'),
          XDG_CACHE_HOME: join(home, '.cache'),
        }
      : {}),
  }
  const asUser = asRoot
    ? ['setpriv', `--reuid=${ordinaryUser}`, `--regid=${ordinaryUser}`, '--clear-groups', '--inh-caps=-all']
    : []
  return {
    folder,
    results,
    env,
    wrap: (command) => [...asUser, ...(hasDisplay() ? [] : screen), ...command],
    end: () => {
      mkdirSync(resultsTo, { recursive: true })
      cpSync(results, resultsTo, { recursive: true })
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/**
 * Starts a command on a stage and waits for its end.
 * @param {Stage} stage
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} exit code
 */
export function runOnStage(stage, command, env = {}) {
  const [program, ...args] = stage.wrap(command)
  return run(program, args, { cwd: stage.folder, env: { ...process.env, ...stage.env, ...env } })
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} exit code
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** @param {import('./project.mjs').Runtime} runtime */
export function electronEnvironment(runtime) {
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: runtime.executable }
}

/**
 * The folder itself when everybody may read it, else a copy of some of its entries that everybody may read.
 * @param {string} folder
 * @param {readonly string[]} entries
 * @param {string} copy
 */
function readableFolder(folder, entries, copy) {
  if (isOpenToAll(folder)) return folder
  mkdirSync(copy, { mode: 0o755 })
  // Links cost neither time nor space; but a link to a file only root may read helps nobody.
  const canLink = (statSync(folder).mode & 0o005) === 0o005
  for (const entry of entries) {
    const from = join(folder, entry)
    if (!existsSync(from)) continue
    const [source, to] = entry === '.' ? [`${from}/.`, copy] : [from, join(copy, entry)]
    const linked = canLink && spawnSync('cp', ['-al', source, to], { stdio: 'ignore' }).status === 0
    if (!linked) spawnSync('cp', ['-a', source, to], { stdio: 'ignore' })
  }
  if (!canLink) spawnSync('chmod', ['-R', 'a+rX', copy])
  chmodSync(copy, 0o755)
  return copy
}

function isOpenToAll(folder) {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if ((statSync(path).mode & 0o005) !== 0o005) return false
  }
  return true
}
