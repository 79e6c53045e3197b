import fs from 'node:fs'
import { join } from 'node:path'
import { type Chance, createChance, seededGenerator } from '#application/example/chance.ts'
import { createEnvironment } from '#engine/environment.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'
import { type Harness, startTally, type Tally, type TortureOptions, type TortureResult } from './harness.ts'
import { codeOf, workspaceVerdict } from './support/file-state.ts'
import { mainFile, renameUnits } from './support/operations.ts'
import { agencyBytes } from './support/prepared.ts'
import { inFolder } from './support/work-folder.ts'

export const clockJumps: Harness = {
  name: 'clock jumps',
  what: 'the clock stands still, jumps back and forth by milliseconds to years, and over the end of a year: ids stay unique, the journal and undo go by number',
  counts: { short: 2000, medium: 20_000, full: 100_000 },
  run,
}

/** One command for so many ids: a command takes a real commit. */
const idsPerCommand = 100

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(clockJumps.name, options)
  const chance = createChance(seededGenerator(options.seed))
  const clock = jumpingClock(chance)
  uniqueIds(clock, chance, options.count, tally)
  await inFolder((folder) => commands(folder, clock, Math.ceil(options.count / idsPerCommand), tally))
  return tally.result()
}

interface Clock {
  now(): Date
  jump(): void
}

function jumpingClock(chance: Chance): Clock {
  let time = Date.parse('2026-12-31T16:59:59.990Z')
  const spans = [0, 1, -1, 5, -5, 1000, -1000, 3_600_000, -3_600_000, 86_400_000, -86_400_000, 31_536_000_000]
  return {
    now: () => new Date(time),
    jump() {
      const next = time + chance.pick(spans)
      time = next < Date.parse('2020-01-01') || next > Date.parse('2040-01-01') ? Date.parse('2026-12-31') : next
    },
  }
}

function uniqueIds(clock: Clock, chance: Chance, count: number, tally: Tally): void {
  const environment = createEnvironment({ now: clock.now, random: chance.next }, () => 'Uji')
  const seen = new Set<string>()
  const times = new Set<number>()
  for (let number = 0; number < count; number += 1) {
    clock.jump()
    const id = environment.newId()
    tally.add(seen.has(id) ? `id ${id} was given twice` : 'sound', `id ${number}`)
    seen.add(id)
    times.add(clock.now().getTime())
  }
  tally.control('ids made of the time alone', times.size < count)
}

async function commands(folder: string, clock: Clock, count: number, tally: Tally): Promise<void> {
  const path = join(folder, mainFile)
  fs.writeFileSync(path, await agencyBytes())
  const app = testEngine({ now: clock.now, random: seededGenerator(31) })
  const trail = () => app.call('trail.list', { beforeSeq: null, limit: 500, command: null })
  try {
    await app.call('workspace.open', { path })
    const before = (await trail()).total
    for (let number = 1; number <= count; number += 1) {
      clock.jump()
      const length = await renameUnits(app, number).catch(codeOf)
      tally.add(length === before + number ? 'sound' : `the journal is at ${length}`, `command ${number}`)
    }
    const { entries } = await trail()
    const numbers = entries.map((entry) => entry.seq)
    const isOrdered = numbers.every((seq, index) => index === 0 || seq === (numbers[index - 1] ?? 0) - 1)
    tally.add(isOrdered ? 'sound' : 'the trail is not in the order of its numbers', 'the trail')
    await app.call('history.undo', {})
    const [latest] = (await trail()).entries
    const undone = latest?.undoes === before + count
    tally.add(undone ? 'sound' : `undo took back entry ${latest?.undoes}`, 'undo')
    const times = entries.map((entry) => entry.at)
    tally.control('a trail ordered by time', times.join() !== times.toSorted().toReversed().join())
  } finally {
    await app.close()
  }
  tally.add(await workspaceVerdict(path, 0), 'the file afterwards')
}
