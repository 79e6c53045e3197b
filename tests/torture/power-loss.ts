import fs from 'node:fs'
import { join } from 'node:path'
import { type Chance, createChance, seededGenerator } from '#application/example/chance.ts'
import { updateUnits } from '#application/workspace/update-units.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import { definition } from '#data/store/sql.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { createEnvironment } from '#engine/environment.ts'
import { type Harness, startTally, type TortureOptions, type TortureResult } from './harness.ts'
import { unitName } from './support/agency.ts'
import { type AfterCut, createRecorder, cutPower, type Files, type Recording } from './support/disk-model.ts'
import { sqlEngine, workspaceVerdict } from './support/file-state.ts'
import { mainFile, operationNamed } from './support/operations.ts'
import { agencyBytes } from './support/prepared.ts'
import { boundsOf, setScene, stateOf, withScene } from './support/scenes.ts'
import { stockSqliteMissing, stockVerdict } from './support/stock-sqlite.ts'
import { watchFiles } from './support/watched-files.ts'
import { emptyFolder, inFolder } from './support/work-folder.ts'

export const powerLoss: Harness = {
  name: 'power loss',
  what: 'states a power cut may leave (per inode: unsynced writes kept, dropped or torn; names in order) of commits, an import, a copy and a new workspace',
  counts: { short: 150, medium: 1500, full: 10_000 },
  run,
}

/** A recorded run, and what the files may look like afterwards. */
interface Scenario {
  readonly name: string
  readonly share: number
  readonly recording: Recording
  readonly verdict: (folder: string, cut: AfterCut) => Promise<string>
}

/** The stock program looks at every so many states: it takes longer than our own checks. */
const stockEvery = 20

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(powerLoss.name, options)
  const chance = createChance(seededGenerator(options.seed))
  if (stockSqliteMissing !== undefined) tally.skip(stockSqliteMissing)
  await inFolder(async (folder) => {
    const scenarios = [
      await commits(folder, [], 0.7),
      await oneOperation('import', folder, 0.1),
      await oneOperation('save a copy', folder, 0.1),
      await oneOperation('create', folder, 0.1),
    ]
    for (const scenario of scenarios) {
      const count = Math.round(options.count * scenario.share)
      tally.figure(`operations recorded: ${scenario.name}`, scenario.recording.events.length)
      for (let number = 0; number < count; number += 1) {
        const { verdict, cutAt } = await tryCut(scenario, folder, chance, number % stockEvery === 0)
        tally.add(verdict, `${scenario.name}, state ${number}, cut at ${cutAt} of ${scenario.recording.events.length}`)
        if (number % 1000 === 999) options.say(`${scenario.name}: ${number + 1} states`)
      }
    }
    const careless = await commits(folder, ['synchronous = OFF'], 1)
    tally.control('synchronous = OFF', await comesToSee(careless, folder, chance, (verdict) => verdict !== 'sound'))
    const lossy = await commits(folder, ['journal_mode = DELETE', 'synchronous = FULL'], 1)
    const loses = (verdict: string) => verdict.includes('was acknowledged')
    tally.control('journal_mode = DELETE with FULL', await comesToSee(lossy, folder, chance, loses))
  })
  return tally.result()
}

async function tryCut(scenario: Scenario, folder: string, chance: Chance, askStock: boolean) {
  const cut = cutPower(scenario.recording, chance)
  const place = join(folder, 'after')
  putFiles(place, cut.files)
  if (askStock && stockSqliteMissing === undefined && scenario.name === 'commits') {
    const verdict = stockVerdict(join(place, mainFile), cut.acknowledged)
    if (verdict !== 'sound') return { verdict, cutAt: cut.cutAt }
    putFiles(place, cut.files)
  }
  return { verdict: await scenario.verdict(place, cut), cutAt: cut.cutAt }
}

function putFiles(folder: string, files: Files): void {
  emptyFolder(folder)
  for (const [name, bytes] of files) fs.writeFileSync(join(folder, name), bytes)
}

async function comesToSee(
  scenario: Scenario,
  folder: string,
  chance: Chance,
  fits: (verdict: string) => boolean,
): Promise<boolean> {
  for (let number = 0; number < 150; number += 1) {
    if (fits((await tryCut(scenario, folder, chance, false)).verdict)) return true
  }
  return false
}

/** A dozen commands in a row, with so small a cache that SQLite writes in the middle of a transaction as well. */
async function commits(folder: string, pragmas: readonly string[], share: number): Promise<Scenario> {
  const place = join(folder, 'recorded')
  const base = new Map([[mainFile, await agencyBytes()]])
  putFiles(place, base)
  const recorder = createRecorder(place, base)
  const engine = await sqlEngine()
  const environment = createEnvironment(
    { now: () => new Date('2026-11-23T02:00:00.000Z'), random: seededGenerator(5) },
    () => 'Uji',
  )
  const stop = watchFiles(place, recorder.watch)
  try {
    const file = openWorkspaceFile(engine, join(place, mainFile), migrations, { schemaHashes })
    for (const pragma of ['cache_size = 20', ...pragmas]) file.db.value(definition(`PRAGMA ${pragma}`))
    const workspace = sqlWorkspace(file, environment, () => undefined)
    for (let round = 1; round <= 12; round += 1) {
      if (round % 4 === 0) workspace.undo()
      else {
        const units = workspace.tables.unit.all().toSorted((a, b) => a.position - b.position)
        const edited = units.map(({ id }, index) => ({
          id,
          name: unitName(round, index),
          parent: index === 0 ? null : 0,
        }))
        updateUnits(workspace, environment, edited)
      }
      recorder.acknowledge(workspace.trailLength())
    }
    file.close()
  } finally {
    stop()
  }
  return {
    name: 'commits',
    share,
    recording: recorder.recording(),
    verdict: (after, cut) => workspaceVerdict(join(after, mainFile), cut.acknowledged),
  }
}

/** One thing a user does, once: afterwards the files say what they said before it or after it. */
async function oneOperation(name: string, folder: string, share: number): Promise<Scenario> {
  const operation = operationNamed(name)
  const place = join(folder, 'recorded')
  const { before, after } = await boundsOf(operation, place, 1)
  await setScene(operation, place)
  const base = new Map(fs.readdirSync(place).map((file) => [file, fs.readFileSync(join(place, file))]))
  const recorder = createRecorder(place, base)
  const error = await withScene(operation, place, 1, {
    opening: recorder.watch,
    armed: recorder.watch,
    ended: async () => recorder.acknowledge(1),
  })
  if (error !== undefined) throw error
  return {
    name,
    share,
    recording: recorder.recording(),
    async verdict(left, cut) {
      const state = await stateOf(operation, left)
      if (cut.acknowledged > 0) return state === after ? 'sound' : `it was acknowledged, and yet ${state}`
      return state === before || state === after ? 'sound' : `neither before nor after: ${state}`
    },
  }
}
