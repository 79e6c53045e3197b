import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { sql } from '#data/store/sql.ts'
import { createWorkspaceFile, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { refusalOf, sqlite3, testDirectory, testEngine, wasmPath } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()
const program = bundledProgram('tests/integration/store/crash-child.ts')
// Releases run many more: TIMBANG_KILLS=500.
const kills = Number(process.env.TIMBANG_KILLS ?? 15)

interface Running {
  readonly process: ChildProcess
  readonly lines: string[]
  /** The first line it said. */
  readonly started: Promise<string>
  readonly ended: Promise<void>
}

function start(mode: 'commit' | 'export' | 'hold', path: string): Running {
  const running = spawn(process.execPath, [program.path, mode, path, wasmPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const reader = createInterface({ input: running.stdout })
  reader.on('line', (line) => lines.push(line))
  return {
    process: running,
    lines,
    started: new Promise((resolve) => {
      reader.once('line', resolve)
      reader.once('close', () => resolve('ended without a word'))
    }),
    ended: new Promise((resolve) => running.once('close', () => resolve())),
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function prepare(rows: number, letters = 0): string {
  const path = join(testDirectory(), 'a.timbang')
  const workspace = createWorkspaceFile(engine, path, [firstSchema])
  workspace.db.insertMany(
    'parent',
    ['name'],
    Array.from({ length: rows }, (_, index) => [`0 ${index} ${'x'.repeat(letters)}`]),
  )
  workspace.close()
  return path
}

/** What is wrong with the file after the process ended, or 'sound'. */
function verdict(path: string, acknowledged: number): string {
  const refusal = refusalOf(() => {
    const workspace = openWorkspaceFile(engine, path, [firstSchema])
    try {
      expect(workspace.checkIntegrity()).toEqual([])
      const rounds = workspace.db.value<number>(sql`SELECT count(*) FROM child`) ?? 0
      expect(rounds).toBeGreaterThanOrEqual(acknowledged)
      const names = sql`SELECT count(DISTINCT substr(name, 1, instr(name, ' '))) FROM parent`
      expect(workspace.db.value(names)).toBe(1)
    } finally {
      workspace.close()
    }
  })
  return refusal === 'no refusal' ? 'sound' : refusal
}

const longestFirstCommit = 5_000

/** A machine with other work to do needs long for a commit: the moment is counted from the first one that was acknowledged. */
async function firstAcknowledged({ lines }: Running): Promise<void> {
  const deadline = performance.now() + longestFirstCommit
  while (!lines.some((line) => line.startsWith('ack ')) && performance.now() < deadline) await wait(1)
}

/** Ends the process at some moment of its loop. For the control, in the moment the file is shorter than it should be. */
async function killAt(mode: 'commit' | 'export', path: string, round: number, running: Running): Promise<void> {
  if (mode === 'commit') {
    // Every third one as early as it may be, before anything was acknowledged.
    if (round % 3 > 0) await firstAcknowledged(running)
    await wait(((round * 37) % 90) + (round % 3 === 0 ? 5 : 0))
  } else {
    const whole = fs.statSync(path).size
    const deadline = performance.now() + 1000
    while (fs.statSync(path).size >= whole && performance.now() < deadline);
  }
  running.process.kill('SIGKILL')
  await running.ended
}

async function killRepeatedly(
  mode: 'commit' | 'export',
  path: string,
  goOn: (verdict: string) => boolean,
): Promise<number> {
  let acknowledged = 0
  for (let round = 0; round < kills; round += 1) {
    const running = start(mode, path)
    expect(await running.started).toBe('ready')
    await killAt(mode, path, round, running)
    const last = running.lines.findLast((line) => /^ack \d+$/.test(line))
    acknowledged = last === undefined ? acknowledged : Number(last.slice(4))
    if (!goOn(verdict(path, acknowledged))) break
  }
  return acknowledged
}

describe('kill -9 in the middle of a commit loop', () => {
  it(
    'leaves a sound file with every acknowledged commit',
    async () => {
      const path = prepare(40)
      const acknowledged = await killRepeatedly('commit', path, (state) => {
        expect(state).toBe('sound')
        expect(sqlite3(path, 'PRAGMA integrity_check') ?? 'ok').toBe('ok')
        return true
      })
      expect(acknowledged).toBeGreaterThan(0)
    },
    60_000 + kills * 1000,
  )

  it('negative control: writing the whole file anew breaks it', async () => {
    const path = prepare(8000, 800)
    const states: string[] = []
    await killRepeatedly('export', path, (state) => {
      states.push(state)
      return state === 'sound'
    })
    expect(states.at(-1)).not.toBe('sound')
  }, 60_000)
})

describe('a second process', () => {
  it('is refused while the first one lives, and let in when it was killed', async () => {
    const path = prepare(3)
    const first = start('hold', path)
    expect(await first.started).toBe('ready')
    const second = start('hold', path)
    expect(await second.started).toContain('E-OPEN-LOCKED')
    expect(refusalOf(() => openWorkspaceFile(engine, path, [firstSchema]))).toBe('E-OPEN-LOCKED')
    first.process.kill('SIGKILL')
    await Promise.all([first.ended, second.ended])
    openWorkspaceFile(engine, path, [firstSchema]).close()
  }, 30_000)
})
