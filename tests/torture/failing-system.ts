import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { errorParameters } from '#domain/app-error.ts'
import { type Harness, startTally, type TortureOptions, type TortureResult } from './harness.ts'
import { withoutJournal } from './support/careless.ts'
import { type Children, listenTo, withChildren } from './support/children.ts'
import { mainFile, type Operation, operationNamed } from './support/operations.ts'
import { inParallel } from './support/parallel.ts'
import { type Bounds, boundsOf, setScene, stateOf } from './support/scenes.ts'
import { inFolder } from './support/work-folder.ts'

export const failingSystem: Harness = {
  name: 'failing system calls of a real process',
  what: 'strace makes the n-th system call on the file, its journal or its folder fail, until a run meets no failure',
  counts: { short: 4, medium: 60, full: Number.MAX_SAFE_INTEGER },
  run,
}

const life = 1

const faults = [
  ['pwrite64', 'ENOSPC'],
  ['pwrite64', 'EIO'],
  ['fdatasync', 'EIO'],
  ['fsync', 'EIO'],
  ['ftruncate', 'EIO'],
  ['pread64', 'EIO'],
  ['openat', 'EPERM'],
  ['openat', 'EIO'],
] as const

interface Injection {
  readonly syscall: string
  readonly error: string
  readonly at: number
}

interface Outcome {
  readonly said: string
  readonly met: boolean
}

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(failingSystem.name, options)
  const missing = whyNot()
  if (missing !== undefined) {
    tally.skip(missing)
    return tally.result()
  }
  await withChildren((children) =>
    inFolder(async (folder) => {
      const tried = ['commit', 'import', 'open after a crash'].map(operationNamed)
      const perFault = Math.max(1, Math.floor(options.count / faults.length / tried.length))
      const pairs = tried.flatMap((operation) => faults.map((fault) => ({ operation, fault })))
      const chosen = options.count < pairs.length ? pairs.slice(0, options.count) : pairs
      const bounds = new Map<string, Bounds>()
      for (const operation of tried) bounds.set(operation.name, await boundsOf(operation, join(folder, 'bounds'), life))
      await inParallel(chosen, 2, async ({ operation, fault: [syscall, error] }, worker) => {
        const expected = bounds.get(operation.name)
        for (let at = 1, step = strideOf(perFault, options.seed); expected !== undefined; at += step) {
          const place = join(folder, `worker-${worker}`)
          const outcome = await inject(children, operation, { syscall, error, at }, place)
          if (!outcome.met) break
          const verdict = verdictOf(outcome.said, await stateOf(operation, place), expected)
          tally.add(verdict, `${operation.name}, ${error} at ${syscall} number ${at}`)
          tally.figure(`${error} → ${outcome.said}`)
        }
      })
      tally.control('a commit without a journal', await withoutJournalBreaks(children, join(folder, 'control')))
    }),
  )
  return tally.result()
}

/** A full run takes every n, a shorter one jumps. */
function strideOf(perFault: number, seed: number): number {
  return perFault > 1000 ? 1 : Math.max(1, Math.round(40 / perFault)) + (seed % 3)
}

function whyNot(): string | undefined {
  if (process.platform !== 'linux')
    return 'strace is a program of Linux; the same failures are tried inside the process'
  const works = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0
  return works ? undefined : 'strace is not installed or not allowed here (apt-get install strace)'
}

async function inject(
  children: Children,
  operation: Operation,
  { syscall, error, at }: Injection,
  folder: string,
): Promise<Outcome> {
  await setScene(operation, folder)
  const log = `${folder}.log`
  const paths = [join(folder, mainFile), join(folder, `${mainFile}-journal`), folder].flatMap((path) => ['-P', path])
  const rule = `inject=${syscall}:error=${error}:when=${at}`
  const watch = ['-f', '-qq', '-o', log, ...paths, '-e', `trace=${syscall}`, '-e', rule]
  const program = [process.execPath, children.program, 'once', folder, String(life), operation.name]
  const running = listenTo(spawn('strace', [...watch, ...program], { stdio: ['ignore', 'pipe', 'inherit'] }))
  await running.ended
  return { said: running.lines.join(' '), met: fs.readFileSync(log, 'utf8').includes('(INJECTED)') }
}

function verdictOf(said: string, state: string, { before, after }: Bounds): string {
  if (said === 'done') return state === after ? 'sound' : `it was acknowledged, and yet ${state}`
  if (!(said in errorParameters) || said === 'E-UNKNOWN') return `no refusal of the catalogue: "${said}"`
  return state === before || state === after ? 'sound' : `${said}, and neither before nor after: ${state}`
}

async function withoutJournalBreaks(children: Children, folder: string): Promise<boolean> {
  const bounds = await boundsOf(withoutJournal, folder, life)
  for (let at = 3; at < 40; at += 4) {
    const { said, met } = await inject(children, withoutJournal, { syscall: 'pwrite64', error: 'ENOSPC', at }, folder)
    if (!met) return false
    if (verdictOf(said, await stateOf(withoutJournal, folder), bounds) !== 'sound') return true
  }
  return false
}
