import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { join } from 'node:path'
import { runBesideLme4 } from './beside-lme4.ts'
import { isBesideProven } from './beside-lme4-goals.ts'
import { besideSection, pageWithBeside } from './beside-lme4-section.ts'
import { type Evidence, evidenceDocument, isProven } from './evidence-document.ts'
import { firstSeeds, runEvidence } from './evidence-run.ts'
import { calibrationTimings } from './evidence-timings.ts'

/**
 * Holds the calibration against simulated agencies whose truth is known, and against R's lme4 where that is installed, and
 * writes docs/calibration-evidence.md and `calibration-evidence.json`. `--short`: few agencies, no document; `--seeds N`: so
 * many per cell; `--only lme4`: nothing but the comparison with lme4, its section of the document anew, the others kept.
 */
const results = process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out')
const document = join(import.meta.dirname, '../../docs/calibration-evidence.md')
const given = process.argv.slice(2)
const written = {
  machine: `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${type()} ${release()}, Node ${process.versions.node}`,
  ranAt: new Date().toISOString().slice(0, 10),
}
mkdirSync(results, { recursive: true })
if (!(given.includes('--only') ? runOnly() : runAll())) process.exitCode = 1

function runAll(): boolean {
  const isShort = given.includes('--short')
  const seeds = firstSeeds(seedCount(isShort))
  const effort = { seeds, employees: 1500, allowance: isShort ? 2 : 0 }
  say(`Seeds ${seeds.join(', ')}`)
  const found = runEvidence(effort, say)
  if (!isShort) say('Timing …')
  const timings = isShort ? [] : calibrationTimings(5)
  const beside = isShort ? null : runBesideLme4(say)
  const evidence: Evidence = { effort, ...written, ...found, timings, beside }
  const report = { passed: isProven(evidence), ...evidence }
  writeReport('calibration-evidence.json', report)
  const page = evidenceDocument(evidence)
  say(`\n${page}`)
  if (!isShort) writeDocument(page)
  return report.passed
}

function runOnly(): boolean {
  if (given[given.indexOf('--only') + 1] !== 'lme4') throw new Error('--only knows one part: lme4')
  const beside = runBesideLme4(say)
  const passed = isBesideProven(beside)
  writeReport('beside-lme4.json', { passed, ...written, ...beside })
  const section = besideSection(beside, written)
  say(`\n${section}`)
  // What another machine measured is worth more than a word that this one could not.
  if (beside.kind === 'measured') writeDocument(pageWithBeside(readFileSync(document, 'utf8'), section))
  return passed
}

function writeReport(name: string, report: object): void {
  writeFileSync(join(results, name), `${JSON.stringify(report, null, 2)}\n`)
  say(`Written: out/${name}`)
}

function writeDocument(page: string): void {
  writeFileSync(document, page)
  say('Written: docs/calibration-evidence.md')
}

function seedCount(isShort: boolean): number {
  const place = given.indexOf('--seeds')
  const wanted = place < 0 ? (isShort ? 1 : 40) : Number(given[place + 1])
  if (!Number.isSafeInteger(wanted) || wanted < 1) throw new Error('--seeds needs a whole number above 0')
  return wanted
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
