// Makes a fresh clone ready: packages, the Electron runtime, system libraries. Costs next to nothing when all is there.
import { ensurePackages } from './lib/packages.mjs'
import { readState, say, writeState } from './lib/project.mjs'
import { ensureRuntime } from './lib/runtime.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'

const withElectron = !process.argv.includes('--no-electron')

try {
  await setUp()
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

async function setUp() {
  checkNode()
  const before = readState()
  const after = { ...before, lockHash: ensurePackages(before) }
  if (withElectron) Object.assign(after, await desktopPart(before))
  if (JSON.stringify(before) !== JSON.stringify(after)) writeState(after)
  // The command after `pre…` (start, test, demo) meets the same problem and says it once, as its reason to stop.
  const isPrelude = process.env.npm_lifecycle_event?.startsWith('pre') ?? false
  if (withElectron && after.problem && !isPrelude) say(after.problem)
}

/** Without a window the unit tests and the command line still work, so a problem here is noted, not thrown. */
async function desktopPart(before) {
  try {
    const runtime = await ensureRuntime(before.runtime)
    if (runtime.folder !== before.runtime?.folder) say(`Electron ${runtime.version} is ready (${runtime.source}).`)
    return { runtime, ...ensureSystemLibraries(runtime.executable, before) }
  } catch (error) {
    return { runtime: null, problem: error.message }
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Timbang needs Node 20.19 or newer; this is ${process.versions.node}.`)
  }
}
