import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { makeLargeWorkspace, makeStaffList } from './bench-agency.ts'
import type { BenchRow } from './bench-row.ts'
import { checkTimings } from './check-timings.ts'
import { engineTimings } from './engine-timings.ts'
import { storeTimings } from './store-timings.ts'
import { windowTimings } from './window-timings.ts'

/** Measures everything on this machine, prints a table and writes `bench.json`. `--engine` leaves the window out, `--long` adds a trail of a million entries. */
const results = process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out')
const folder = mkdtempSync(join(tmpdir(), 'timbang-bench-'))
try {
  const files = { folder, large: join(folder, 'large.timbang'), list: join(folder, 'staff-list.xlsx') }
  say('Making an agency of 10,000 employees and a staff list of 10,000 rows …')
  await makeLargeWorkspace(files.large)
  await makeStaffList(files.list, 10_000)
  say('Measuring the application …')
  const window = process.argv.includes('--engine') ? { rows: [], runtime: '' } : await windowTimings(files)
  say('Measuring the engine …')
  const rows = [...window.rows, ...(await engineTimings(files))]
  say('Measuring commits of plain and encrypted files …')
  rows.push(...(await storeTimings(files)))
  if (process.argv.includes('--long')) {
    say('Making and checking a trail of a million entries …')
    rows.push(...(await checkTimings(files)))
  }
  const [processor] = cpus()
  const machine = `${processor?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`
  const runtime = [`Node ${process.versions.node}`, window.runtime].filter((part) => part !== '').join(', ')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'bench.json'), `${JSON.stringify({ machine, runtime, rows }, null, 2)}\n`)
  say(`\n${machine}\n${runtime}\n${table(rows)}\nWritten: out/bench.json`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function table(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => [
    row.name,
    `${row.ours} ${row.unit}`,
    row.reference === null ? '' : `${row.reference} ${row.unit}`,
    row.ratio === null ? '' : String(row.ratio),
    row.reference === null ? row.goal.text : `${row.goal.text} = ${row.goal.atMost}`,
    row.pass ? 'pass' : 'MISSED',
  ])
  const all = [['What', 'Ours', 'Reference', 'Ratio', 'Goal', ''], ...lines]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
