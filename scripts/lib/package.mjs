// The program that is handed out, made by electron-builder from the runtime that the set-up found.
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { join } from 'node:path'
import { bin, root, say } from './project.mjs'
import { run } from './stage.mjs'

const output = join(root, 'out', 'package')

/**
 * @param {import('./project.mjs').Runtime} runtime
 * @param {string[]} given arguments for electron-builder instead of our choice of targets
 * @returns {Promise<string | null>} the unpacked program, or null when electron-builder failed
 */
export async function buildPackage(runtime, given) {
  rmSync(output, { recursive: true, force: true })
  const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' }
  const targets = given.length > 0 ? given : await reachableTargets(env)
  const code = await run(
    bin('electron-builder'),
    [...targets, '--publish=never', `-c.electronVersion=${runtime.version}`, `-c.electronDist=${runtime.folder}`],
    { env },
  )
  const program = join(output, 'linux-unpacked', 'timbang')
  return code === 0 && existsSync(program) ? program : null
}

/** Without GitHub electron-builder cannot fetch its tools; a folder and a tar.gz need only 7-Zip, which npm has. */
async function reachableTargets(env) {
  if (process.platform !== 'linux') return []
  if (await githubAnswers()) return ['--linux']
  say('GitHub cannot be reached: packaging a folder and a tar.gz only.')
  const { path7za } = createRequire(import.meta.url)('7zip-bin')
  chmodSync(path7za, 0o755)
  env.ELECTRON_BUILDER_7ZIP_PATH = path7za
  // Squeezing the last tenth out of the archive would take minutes.
  return ['--linux', 'dir', 'tar.gz', '-c.compression=store']
}

function githubAnswers() {
  return new Promise((resolve) => {
    const socket = connect({ host: 'github.com', port: 443 })
    const finish = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(3000, () => finish(false))
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
  })
}
