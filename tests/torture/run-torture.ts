import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, type } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Effort, type Harness, isProven, type TortureResult } from './harness.ts'
import { harnesses } from './harnesses.ts'
import { keptResults } from './kept-results.ts'
import { tableOf, withTable } from './report.ts'

/**
 * Runs the harnesses with the counts of a release, writes `torture.json` and, after a full run of all of them, the table
 * of docs/reliability.md. `--short` or `--medium` try less; `--only WORD`, `--seed N`, `--count N` choose; `--jobs N` runs
 * so many harnesses at once, each in a process of its own. `--resume` takes what an earlier run of the same code came to,
 * and runs only what is missing.
 */
const results = process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out')
const document = join(import.meta.dirname, '../../docs/reliability.md')
const given = process.argv.slice(2)
const effort: Effort = given.includes('--short') ? 'short' : given.includes('--medium') ? 'medium' : 'full'
const only = optionOf('--only')
const seed = Number(optionOf('--seed') ?? Math.floor(Math.random() * 2 ** 31))
const count = optionOf('--count')
const jobs = Number(optionOf('--jobs') ?? 1)

const kept = keptResults(join(results, 'torture'), effort)
const resumes = given.includes('--resume')

const chosen = harnesses.filter(({ name }) => only === undefined || name.includes(only))
if (chosen.length === 0) throw new Error(`No harness is called ${only}. There are: ${names(harnesses)}`)
say(`Seed ${seed}, ${effort} counts`)
const rows = jobs > 1 ? await runBeside(chosen) : await runInTurn(chosen)
const machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${type()} ${release()}, Node ${process.versions.node}`
const ranAt = new Date().toISOString().slice(0, 10)
mkdirSync(results, { recursive: true })
const allProven = rows.every(isProven)
const report = { seed, effort, machine, ranAt, passed: allProven, rows }
writeFileSync(join(results, 'torture.json'), `${JSON.stringify(report, null, 2)}\n`)
say(`\n${machine}\n${tableOf(rows, chosen)}\nWritten: out/torture.json`)
if (only === undefined && (effort === 'full' || given.includes('--document'))) {
  const caption = `Last run ${ranAt} with seed ${seed} (${effort} counts) on ${machine}.`
  writeFileSync(document, withTable(readFileSync(document, 'utf8'), `${caption}\n\n${tableOf(rows, chosen)}`))
  say('Written: docs/reliability.md')
}
if (!allProven) process.exitCode = 1

async function runInTurn(list: readonly Harness[]): Promise<TortureResult[]> {
  const done: TortureResult[] = []
  for (const harness of list) done.push(await unlessKept(harness, runOne))
  return done
}

async function unlessKept(harness: Harness, run: (harness: Harness) => Promise<TortureResult>): Promise<TortureResult> {
  const before = resumes ? kept.find(harness.name) : undefined
  if (before !== undefined)
    say(`${harness.name}: ${before.passed} of ${before.tried} passed earlier (seed ${before.seed})`)
  const result = before ?? (await run(harness))
  if (count === undefined && isProven(result)) kept.keep(result)
  return result
}

/** Whoever is free takes the next one; the rows come back in the order of the table. */
async function runBeside(list: readonly Harness[]): Promise<TortureResult[]> {
  const done = new Map<string, TortureResult>()
  const waiting = [...list]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done.set(next.name, await unlessKept(next, runInProcess))
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker))
  return list.flatMap(({ name }) => done.get(name) ?? [])
}

async function runInProcess({ name }: Harness): Promise<TortureResult> {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-torture-'))
  const runner = join(import.meta.dirname, '../../scripts/lib/run-typescript.mjs')
  const script = join(import.meta.dirname, 'run-torture.ts')
  const choice = [
    '--only',
    name,
    '--seed',
    String(seed),
    `--${effort}`,
    ...(count === undefined ? [] : ['--count', count]),
  ]
  try {
    const child = spawn(process.execPath, [runner, script, ...choice], {
      env: { ...process.env, TIMBANG_OUT: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    for await (const line of createInterface({ input: child.stdout })) say(`${name}: ${line.trim()}`)
    await ended
    const { rows } = JSON.parse(readFileSync(join(folder, 'torture.json'), 'utf8')) as { rows: TortureResult[] }
    const [row] = rows
    if (row === undefined) throw new Error(`${name} gave no result`)
    return row
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runOne(harness: Harness): Promise<TortureResult> {
  say(`\n${harness.name} …`)
  const result = await harness.run({
    seed,
    count: count === undefined ? harness.counts[effort] : Number(count),
    say: (line) => say(`  ${line}`),
  })
  for (const failure of result.failures) say(`  FAILED ${failure}`)
  for (const why of result.skipped) say(`  skipped: ${why}`)
  for (const { what, failed } of result.controls)
    say(`  control "${what}": ${failed ? 'fails, as it must' : 'DID NOT FAIL'}`)
  for (const [name, number] of Object.entries(result.figures)) say(`  ${name}: ${number}`)
  say(`  ${result.passed} of ${result.tried} passed in ${result.seconds} s`)
  return result
}

function optionOf(name: string): string | undefined {
  const place = given.indexOf(name)
  return place < 0 ? undefined : given[place + 1]
}

function names(list: readonly Harness[]): string {
  return list.map(({ name }) => `"${name}"`).join(', ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
