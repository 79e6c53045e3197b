import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ColumnTable } from '#domain/statistics/column-table.ts'
import { modelFrame } from '#domain/statistics/formula/model-frame.ts'
import { parseFormula } from '#domain/statistics/formula/parse-formula.ts'
import { fitMixedModel } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { mixedModelOfTable } from '#domain/statistics/mixed-model-of-table.ts'
import { median } from './bench-row.ts'
import { type BesideLme4, type FitBesideLme4, type Lme4Skipped, type Milliseconds, seed } from './beside-lme4-goals.ts'
import { type Lme4Task, lme4Tasks } from './beside-lme4-tasks.ts'

const rounds = 3
const tries = { warm: 100, ours: 40, lme4: 7 }
/** Where only the likelihood is compared. */
const once = { warm: 0, ours: 1, lme4: 1 }

/** Simulated agencies fitted by Timbang and by R's lme4, turn by turn on the same machine. Skipped, with a word, without R. */
export function runBesideLme4(say: (text: string) => void, program = 'Rscript'): BesideLme4 {
  const found = lme4Versions(program)
  if (found.kind === 'skipped') {
    say(`Beside R's lme4: skipped. ${found.why}`)
    return found
  }
  const folder = mkdtempSync(join(tmpdir(), 'timbang-lme4-'))
  try {
    const tasks = lme4Tasks()
    say(`Beside R's lme4 (${found.versions}), seed ${seed} …`)
    const fits = tasks.map((task) => {
      const turns = Array.from({ length: task.isTimed ? rounds : 1 }, () => ({
        theirs: figuresOfR(folder, task, program),
        ours: figuresOfOurs(task),
      }))
      return compared(task, turns)
    })
    return { kind: 'measured', versions: found.versions, fits }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function csvOf({ rows, columns }: ColumnTable): string {
  const cells = [...columns.values()]
  const lines = Array.from({ length: rows }, (_, row) => cells.map((values) => values[row]).join())
  return [[...columns.keys()].join(), ...lines, ''].join('\n')
}

interface Figure extends Milliseconds {
  readonly logLik: number
}

interface OurFigures {
  /** The fit: from columns and groups to the estimates, the building of all sums included. */
  readonly fit: readonly Figure[]
  /** The same with the formula read and the columns taken out of a table, as lmer() does too. */
  readonly withFormula: readonly Figure[]
}

function figuresOfOurs({ table, formula: text, isTimed }: Lme4Task): OurFigures {
  const formula = parseFormula(text)
  const frame = formula.kind === 'formula' ? modelFrame(table, formula) : formula
  if (frame.kind === 'formula-error') throw new Error(`${text}: ${frame.code}`)
  const effort = isTimed ? tries : once
  return {
    fit: timed(effort, () => logLikOf(fitMixedModel(frame.input))),
    withFormula: timed(effort, () => logLikOf(mixedModelOfTable(table, text))),
  }
}

function timed({ warm, ours }: typeof tries, logLikOfOne: () => number): readonly Figure[] {
  for (let time = 0; time < warm; time += 1) logLikOfOne()
  return Array.from({ length: ours }, () => {
    const used = process.cpuUsage()
    const start = performance.now()
    const logLik = logLikOfOne()
    const clock = performance.now() - start
    const { user, system } = process.cpuUsage(used)
    return { logLik, clock, processor: (user + system) / 1000 }
  })
}

function logLikOf(fit: ReturnType<typeof mixedModelOfTable> | ReturnType<typeof fitMixedModel>): number {
  if (fit.kind !== 'fitted') throw new Error(`not fitted: ${fit.kind}`)
  return fit.logLik
}

/** The same table and formula, fitted by R: the table goes there as a file. */
function figuresOfR(folder: string, { name, formula, table, isTimed }: Lme4Task, program: string): readonly Figure[] {
  const [data, figures] = [join(folder, `${name}.csv`), join(folder, 'figures.csv')]
  writeFileSync(data, csvOf(table))
  const script = join(import.meta.dirname, 'beside-lme4.R')
  const effort = isTimed ? ['as usual', tries.lme4] : ['to the end', once.lme4]
  const ran = spawnSync(program, ['--vanilla', script, data, formula, ...effort.map(String), figures], {
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(`R ended with ${ran.status}: ${ran.stderr}`)
  const lines = readFileSync(figures, 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => {
    const [logLik, clock, processor] = line.split(',').map(Number)
    return { logLik: logLik ?? Number.NaN, clock: clock ?? Number.NaN, processor: processor ?? Number.NaN }
  })
}

interface Turn {
  readonly ours: OurFigures
  readonly theirs: readonly Figure[]
}

function compared({ name, formula, table, isTimed }: Lme4Task, turns: readonly Turn[]): FitBesideLme4 {
  const fit = turns.flatMap(({ ours }) => ours.fit)
  const withFormula = turns.flatMap(({ ours }) => ours.withFormula)
  const theirs = turns.flatMap((turn) => turn.theirs)
  const middle = (figures: readonly Figure[]): Milliseconds => ({
    clock: median(figures.map(({ clock }) => clock)),
    processor: median(figures.map(({ processor }) => processor)),
  })
  const reference = theirs[0]?.logLik ?? Number.NaN
  return {
    name,
    formula,
    rows: table.rows,
    logLik: reference,
    distance: Math.max(...[...fit, ...withFormula].map(({ logLik }) => Math.abs(logLik - reference))),
    controlDistance: Math.abs(logLikOf(mixedModelOfTable(table, formula, 'ml')) - reference),
    time: isTimed ? { fit: middle(fit), withFormula: middle(withFormula), lme4: middle(theirs) } : null,
  }
}

/** What is installed here; or, in words, what is missing. */
function lme4Versions(program: string): { readonly kind: 'found'; readonly versions: string } | Lme4Skipped {
  const question = 'cat("R", as.character(getRversion()), "with lme4", as.character(packageVersion("lme4")))'
  const ran = spawnSync(program, ['--vanilla', '-e', question], { encoding: 'utf8' })
  if (ran.error) return { kind: 'skipped', why: 'R (the program Rscript) is not installed on this machine.' }
  if (ran.status !== 0) return { kind: 'skipped', why: 'R is installed on this machine, its package lme4 is not.' }
  return { kind: 'found', versions: ran.stdout.trim() }
}
