// Starts the packaged program as its users do, and looks at it from outside only: its self-test and the switches it refuses.
import { spawn } from 'node:child_process'

const program = process.env.TIMBANG_PROGRAM
const refusedSwitches = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--js-flags=--expose-gc',
  '--load-extension=/none',
]
const exitConfiguration = 78
let failed = 0

const selfTest = await start(['--self-test'])
report(
  'the packaged program opens its window and reaches its engine',
  selfTest.code === 0 && selfTest.text.includes('self-test: ok'),
  selfTest,
)
// Only where the native module has been packed with all its parts.
report('the packaged program takes locks that other programs heed', !selfTest.text.includes('no locks that'), selfTest)
for (const name of refusedSwitches) {
  const refusal = await start([name])
  report(
    `the packaged program refuses ${name}`,
    refusal.code === exitConfiguration && !refusal.text.includes('listening on'),
    refusal,
  )
}
const asNode = await start(['--self-test', '-e', 'console.log("code ran")'], { ELECTRON_RUN_AS_NODE: '1' })
report('the packaged program does not run as Node', asNode.code === 0 && !asNode.text.includes('code ran'), asNode)
console.log(`${3 + refusedSwitches.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function report(what, passed, outcome) {
  console.log(`${passed ? 'ok' : 'FAILED'}  ${what}`)
  if (passed) return
  failed++
  console.log(`  exit code ${outcome.code}\n${outcome.text.trim()}`)
}

/** @returns {Promise<{ code: number | null, text: string }>} */
function start(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args, '--log-level=3'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        text += bytes
      })
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, text })
    })
  })
}
