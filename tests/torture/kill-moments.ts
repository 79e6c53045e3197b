import fs from 'node:fs'
import { join } from 'node:path'
import { type Chance, createChance, seededGenerator } from '#application/example/chance.ts'
import { migrations } from '#data/migrations/migrations.ts'
import { newestVersion } from '#data/migrations/runner.ts'
import { openConnection } from '#data/store/connection.ts'
import { findDefects } from '#data/store/open-workspace.ts'
import { identifier, sql } from '#data/store/sql.ts'
import { type Harness, startTally, type TortureOptions, type TortureResult } from './harness.ts'
import { unitCount } from './support/agency.ts'
import { type Children, lastNumber, wait, withChildren } from './support/children.ts'
import { codeOf, contentOf, sqlEngine, workspaceVerdict } from './support/file-state.ts'
import { mainFile } from './support/operations.ts'
import { inParallel } from './support/parallel.ts'
import { agencyBytes } from './support/prepared.ts'
import { stockSqliteMissing, stockVerdict } from './support/stock-sqlite.ts'
import { emptyFolder, inFolder } from './support/work-folder.ts'

export const killMoments: Harness = {
  name: 'kill -9 at random moments',
  what: 'the process is killed while it opens, or some acknowledgements and 0 to 120 ms into a tight loop of commands, undo, imports, copies or migrations',
  counts: { short: 12, medium: 150, full: 1000 },
  run,
}

const modes = ['commit', 'commit', 'commit', 'undo', 'import', 'copy', 'migrate'] as const
type Mode = (typeof modes)[number]

interface Kill {
  readonly number: number
  readonly mode: Mode
  /** So many acknowledgements are waited for, then so many milliseconds. */
  readonly patience: number
  readonly delay: number
  /** Counted from the start of the process, so that opening (and rolling back) is hit as well. */
  readonly whileOpening: boolean
  readonly stockFirst: boolean
}

/** Lives on one file before it is set back: the file must not grow without end. */
const killsPerFile = 12

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(killMoments.name, options)
  if (stockSqliteMissing !== undefined) tally.skip(stockSqliteMissing)
  const chance = createChance(seededGenerator(options.seed))
  const first = chance.whole(0, modes.length - 1)
  const kills = Array.from({ length: options.count }, (_, number): Kill => {
    // In blocks, so that several lives follow one another on the same file.
    const mode = modes[(first + Math.floor(number / Math.min(killsPerFile, 3))) % modes.length] ?? 'commit'
    return {
      number,
      mode,
      patience: chance.whole(0, mode === 'copy' || mode === 'migrate' ? 1 : 4),
      delay: chance.whole(0, 120),
      whileOpening: chance.happens(0.15),
      stockFirst: chance.happens(0.5),
    }
  })
  const bytes = await agencyBytes()
  await withChildren((children) =>
    inFolder(
      async (folder) => {
        const states = new Map<string, FileState>()
        await inParallel(kills, 2, async (kill, worker) => {
          const key = `${worker}-${kill.mode}`
          const state = prepared(states, key, join(folder, key), bytes)
          const verdict = await killOnce(children, kill, state, tally.figure)
          tally.add(verdict, `kill ${kill.number} (${kill.mode}, ${kill.delay} ms)`)
          if (verdict !== 'sound') state.lives = killsPerFile
          if (kill.number % 100 === 99) options.say(`${kill.number + 1} kills`)
        })
        tally.control(
          'saving by writing the whole file',
          await wholeFileWritesBreak(children, chance, join(folder, 'control')),
        )
      },
      { onDisk: true },
    ),
  )
  return tally.result()
}

interface FileState {
  readonly folder: string
  acknowledged: number
  lives: number
}

/** The file a worker goes on with; a fresh one now and then, and for every migration. */
function prepared(states: Map<string, FileState>, key: string, folder: string, bytes: Buffer): FileState {
  const known = states.get(key)
  if (known !== undefined && known.lives < killsPerFile && !key.endsWith('migrate')) return known
  emptyFolder(folder)
  fs.writeFileSync(join(folder, mainFile), bytes)
  const state = { folder, acknowledged: 0, lives: 0 }
  states.set(key, state)
  return state
}

async function killOnce(
  children: Children,
  kill: Kill,
  state: FileState,
  figure: (name: string, by?: number) => void,
): Promise<string> {
  const path = join(state.folder, mainFile)
  state.lives += 1
  const child = children.start(kill.mode, path, kill.number + 1)
  const sign = kill.whileOpening ? 'started' : 'ready'
  if ((await child.said((line) => line === sign)) === undefined) return `the process ended before it was ${sign}`
  if (!kill.whileOpening && kill.patience > 0) await child.said(isAcknowledgement, kill.patience)
  await wait(kill.delay)
  child.process.kill('SIGKILL')
  await child.ended
  state.acknowledged = Math.max(state.acknowledged, lastNumber(child.lines, 'ack'))
  figure(`acknowledged: ${kill.mode}`, child.lines.filter(isAcknowledgement).length)
  if (hasHotJournal(path)) figure('journals to roll back')
  if (kill.mode === 'migrate') return migrationVerdict(path, lastNumber(child.lines, 'step'))
  const verdicts = [() => stock(path, state.acknowledged), () => workspaceVerdict(path, state.acknowledged)]
  for (const verdict of kill.stockFirst ? verdicts : verdicts.toReversed()) {
    const found = await verdict()
    if (found !== 'sound') return found
  }
  return kill.mode === 'copy' ? copiesVerdict(state.folder, lastNumber(child.lines, 'copy')) : 'sound'
}

const isAcknowledgement = (line: string) => /^(ack|copy|step) \d+$/.test(line)

async function stock(path: string, acknowledged: number): Promise<string> {
  return stockSqliteMissing === undefined ? stockVerdict(path, acknowledged) : 'sound'
}

function hasHotJournal(path: string): boolean {
  const journal = `${path}-journal`
  return fs.existsSync(journal) && fs.statSync(journal).size > 0
}

/** Every acknowledged copy is there, and whatever bears a copy's name is whole. */
async function copiesVerdict(folder: string, acknowledged: number): Promise<string> {
  const original = await contentOf(join(folder, mainFile))
  const names = fs.readdirSync(folder).filter((name) => /^copy-\d+\.timbang$/.test(name))
  for (let number = 1; number <= acknowledged; number += 1) {
    if (!names.includes(`copy-${number}.timbang`)) return `copy ${number} was acknowledged and is not there`
  }
  for (const name of names) {
    const content = await contentOf(join(folder, name))
    if (content !== original) return `${name}: ${content}`
  }
  for (const name of fs.readdirSync(folder)) {
    if (name !== mainFile && name !== `${mainFile}-journal`) fs.rmSync(join(folder, name))
  }
  return 'sound'
}

/** The version the file says it has, with all tables of that version and none of the next. */
async function migrationVerdict(path: string, acknowledged: number): Promise<string> {
  try {
    const db = openConnection(await sqlEngine(), { path, readOnly: false })
    try {
      const defects = findDefects(db)
      if (defects.length > 0) return `damaged: ${defects[0]}`
      const steps = ((db.value<number>(sql`PRAGMA user_version`) ?? 0) - newestVersion(migrations)) / 10
      if (steps < acknowledged) return `step ${acknowledged} was acknowledged, the file is at ${steps}`
      const made = sql`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'torture_%'`
      if (db.value(made) !== steps) return `${db.value(made)} tables at step ${steps}`
      for (let step = 1; step <= steps; step += 1) {
        const rows = db.value(sql`SELECT count(*) FROM ${identifier(`torture_${step}`)}`)
        if (rows !== unitCount) return `step ${step} is half done: ${rows} rows`
      }
      return 'sound'
    } finally {
      db.close()
    }
  } catch (error) {
    return codeOf(error)
  }
}

/** Killed at random moments as well; a save of the whole file is seen broken within a few of them. */
async function wholeFileWritesBreak(children: Children, chance: Chance, folder: string): Promise<boolean> {
  const path = join(emptyFolder(folder), mainFile)
  const bytes = await agencyBytes()
  for (let attempt = 0; attempt < 20; attempt += 1) {
    fs.writeFileSync(path, bytes)
    const child = children.start('export', path)
    await child.said((line) => line === 'ready')
    await wait(chance.whole(0, 120))
    child.process.kill('SIGKILL')
    await child.ended
    if ((await workspaceVerdict(path, 0)) !== 'sound') return true
  }
  return false
}
