// Runs one of the project's commands: node scripts/run.mjs <command>. The set-up has run before.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildCommandLine } from './lib/command-line.mjs'
import { buildIfChanged } from './lib/freshness.mjs'
import { buildPackage } from './lib/package.mjs'
import { bin, hasDisplay, isRoot, readState, root, say } from './lib/project.mjs'
import { electronEnvironment, openStage, run, runOnStage } from './lib/stage.mjs'
import { runVitest } from './lib/vitest.mjs'

const sourcesOfApp = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const out = join(root, 'out')

const commands = {
  start,
  test,
  demo,
  bench,
  'bench:calibration': benchCalibration,
  torture,
  package: makePackage,
  timbang,
  dev,
  build,
  check,
  e2e,
  reference,
}

const [command, ...args] = process.argv.slice(2)
if (!Object.hasOwn(commands, command ?? '')) {
  say(`Usage: node scripts/run.mjs ${Object.keys(commands).join('|')}`)
  process.exit(2)
}
try {
  process.exitCode = await commands[command](args)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

async function start(given) {
  const runtime = runtimeOrThrow()
  if (!hasDisplay()) {
    say('There is no display here, so the application plays its demonstration instead (npm run demo).')
    return demo()
  }
  await buildApp()
  const asRoot = isRoot() ? ['--no-sandbox'] : []
  if (isRoot()) say('You are root: Chromium runs without its sandbox. Better start Timbang as an ordinary user.')
  const files = given.length > 0 ? given : ['--example']
  return run(runtime.executable, [...asRoot, root, ...files], {
    env: { ...process.env, ...electronEnvironment(runtime) },
  })
}

/** Unit, integration, architecture and screen tests, then the real application. Ends with one line of figures. */
async function test(given) {
  const unit = await runVitest(given)
  const app = given.length > 0 ? { passed: 0, failed: 0, skipped: 0, note: null } : await runAppTests()
  const passed = unit.passed + app.passed
  const failed = unit.failed + app.failed
  const skipped = unit.skipped + app.skipped
  say('')
  for (const failure of unit.failures) say(failure)
  say(`Tests without the application: ${unit.passed} passed, ${unit.failed} failed, ${unit.skipped} skipped`)
  say(`Tests of the application: ${app.note ?? `${app.passed} passed, ${app.failed} failed, ${app.skipped} skipped`}`)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 ? 1 : 0
}

async function e2e(given) {
  const { passed, failed, skipped, note } = await runAppTests(given)
  console.log(note ?? `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 || note !== null ? 1 : 0
}

async function runAppTests(given = []) {
  const { runtime, problem } = readState()
  if (!runtime || problem) {
    // On a build machine a test that cannot run has not passed.
    const failed = process.env.TIMBANG_CI ? 1 : 0
    return { passed: 0, failed, skipped: 0, note: `not run. ${problem ?? 'No Electron runtime.'}` }
  }
  await buildApp()
  const figures = { passed: 0, failed: 0, skipped: 0, note: null }
  await onStage(join(out, 'e2e'), async (stage) => {
    const report = join(stage.results, 'report.json')
    const playwright = [
      'node',
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'tests/e2e/playwright.config.ts',
      ...given,
    ]
    const code = await runOnStage(stage, playwright, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
    const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : null
    figures.passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0)
    figures.skipped = stats?.skipped ?? 0
    figures.failed = stats?.unexpected ?? 0
    if (code !== 0 && figures.failed === 0) figures.failed = 1
  })
  return figures
}

/** The real application plays the whole job under a virtual display and leaves its documents in out/demo. */
async function demo() {
  runtimeOrThrow()
  await buildApp()
  const folder = join(out, 'demo')
  rmSync(folder, { recursive: true, force: true })
  const code = await onStage(out, (stage) =>
    runOnStage(stage, [
      'node',
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'tests/demo/playwright.config.ts',
    ]),
  )
  if (existsSync(folder)) {
    say('\nThe demonstration left these files:')
    for (const path of filesIn(folder)) say(`  ${path}  (${Math.ceil(statSync(join(root, path)).size / 1024)} kB)`)
  }
  return code
}

async function bench(given) {
  runtimeOrThrow()
  await buildApp()
  return onStage(out, (stage) =>
    runOnStage(stage, ['node', 'scripts/lib/run-typescript.mjs', 'tests/bench/run-bench.ts', ...given]),
  )
}

/** Holds the calibration against simulated agencies and writes docs/calibration-evidence.md. */
async function benchCalibration(given) {
  const runner = join(root, 'scripts/lib/run-typescript.mjs')
  return run(process.execPath, [runner, join(root, 'tests/bench/calibration-evidence.ts'), ...given])
}

/** Ends, starves and damages the program and its files in every way we know: tests/torture/run-torture.ts. */
async function torture(given) {
  const runner = join(root, 'scripts/lib/run-typescript.mjs')
  return run(process.execPath, [runner, join(root, 'tests/torture/run-torture.ts'), ...given])
}

async function makePackage(given) {
  const runtime = runtimeOrThrow()
  await buildApp()
  const program = await buildPackage(runtime, given)
  if (program === null) return 1
  return onStage(
    join(out, 'package-test'),
    (stage) => runOnStage(stage, ['node', 'scripts/lib/smoke-test.mjs']),
    program,
  )
}

/** The command line under plain Node. Its standard output belongs to the command alone. */
async function timbang(given) {
  const bundle = 'out/cli/timbang.mjs'
  await buildIfChanged({ name: 'cli', sources: sourcesOfApp, result: bundle, build: buildCommandLine })
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return run(process.execPath, [join(root, bundle), ...given], { cwd })
}

/** Rebuilds and restarts the application whenever a source changes. */
async function dev(given) {
  const runtime = runtimeOrThrow()
  if (!hasDisplay()) throw new Error('npm run dev needs a display.')
  let stopRunning = null
  const rebuild = async () => {
    if ((await run(bin('electron-vite'), ['build', '--mode=development'])) !== 0) return
    stopRunning?.abort()
    stopRunning = new AbortController()
    const program = [...(isRoot() ? ['--no-sandbox'] : []), root, ...given]
    run(runtime.executable, program, { signal: stopRunning.signal }).catch(() => {})
  }
  let timer = null
  for (const folder of ['src', 'resources']) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(rebuild, 300)
    })
  }
  await rebuild()
  return new Promise(() => {})
}

async function build() {
  await buildApp({ always: true })
  return 0
}

async function check() {
  const steps = [['biome', 'ci', '.'], ['tsc', '-b'], ['vitest', 'run'], ['knip']]
  for (const [tool, ...toolArgs] of steps) {
    say(`\n— ${tool} ${toolArgs.join(' ')}`)
    if ((await run(bin(tool), toolArgs)) !== 0) {
      say(`${tool} found something.`)
      return 1
    }
  }
  say('\n— build')
  return build()
}

/** The official worked examples, which the project does not carry. */
async function reference() {
  const folder = process.env.TIMBANG_REFERENCE
  if (!folder) {
    say('Skipped: name the folder with the official examples in TIMBANG_REFERENCE to run these tests.')
    return 0
  }
  return run(bin('vitest'), ['run', '--project=reference'], {
    env: { ...process.env, TIMBANG_REFERENCE: resolve(folder) },
  })
}

function buildApp({ always = false } = {}) {
  return buildIfChanged({
    name: 'app',
    always,
    sources: sourcesOfApp,
    result: 'out/main/index.js',
    build: () => {
      const done = spawnSync(bin('electron-vite'), ['build', '--logLevel=warn'], { cwd: root, stdio: ['ignore', 2, 2] })
      if (done.status !== 0) throw new Error('The application could not be built; the reason is above.')
    },
  })
}

async function onStage(resultsTo, work, program) {
  const stage = openStage({ runtime: runtimeOrThrow(), resultsTo, program })
  try {
    return await work(stage)
  } finally {
    stage.end()
  }
}

function runtimeOrThrow() {
  const { runtime, problem } = readState()
  if (problem) throw new Error(problem)
  if (!runtime) throw new Error('There is no Electron runtime yet; run: npm run setup')
  return runtime
}

/** @param {string} folder */
function filesIn(folder) {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort()
}
