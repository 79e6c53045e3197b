import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { join } from 'node:path'
import { type Evidence, evidenceDocument, isProven } from './evidence-document.ts'
import { firstSeeds, runEvidence } from './evidence-run.ts'
import { calibrationTimings } from './evidence-timings.ts'

/**
 * Holds the calibration against simulated agencies whose truth is known, and writes docs/calibration-evidence.md and
 * `calibration-evidence.json`. `--short`: few agencies, no document; `--seeds N`: so many per cell.
 */
const results = process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out')
const document = join(import.meta.dirname, '../../docs/calibration-evidence.md')
const given = process.argv.slice(2)
const isShort = given.includes('--short')
const seeds = firstSeeds(seedCount())
const effort = { seeds, employees: 1500, allowance: isShort ? 2 : 0 }

say(`Seeds ${seeds.join(', ')}`)
const found = runEvidence(effort, say)
if (!isShort) say('Timing …')
const timings = isShort ? [] : calibrationTimings(5)
const machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${type()} ${release()}, Node ${process.versions.node}`
const evidence: Evidence = { effort, machine, ranAt: new Date().toISOString().slice(0, 10), ...found, timings }
mkdirSync(results, { recursive: true })
const report = { passed: isProven(evidence), ...evidence }
writeFileSync(join(results, 'calibration-evidence.json'), `${JSON.stringify(report, null, 2)}\n`)
const page = evidenceDocument(evidence)
say(`\n${page}\nWritten: out/calibration-evidence.json`)
if (!isShort) {
  writeFileSync(document, page)
  say('Written: docs/calibration-evidence.md')
}
if (!report.passed) process.exitCode = 1

function seedCount(): number {
  const place = given.indexOf('--seeds')
  const wanted = place < 0 ? (isShort ? 1 : 40) : Number(given[place + 1])
  if (!Number.isSafeInteger(wanted) || wanted < 1) throw new Error('--seeds needs a whole number above 0')
  return wanted
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
