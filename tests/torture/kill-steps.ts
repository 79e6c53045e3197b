import { join } from 'node:path'
import { seededGenerator } from '#application/example/chance.ts'
import { type Harness, startTally, type Tally, type TortureOptions, type TortureResult } from './harness.ts'
import { withoutJournal } from './support/careless.ts'
import { type Children, withChildren } from './support/children.ts'
import { type Operation, operations } from './support/operations.ts'
import { inParallel, spread } from './support/parallel.ts'
import { type Bounds, boundsOf, setScene, stateOf } from './support/scenes.ts'
import { inFolder } from './support/work-folder.ts'

export const killSteps: Harness = {
  name: 'kill -9 at every step',
  what: 'the process ends itself before the n-th file call, and in the middle of every write, until a run ends clean',
  counts: { short: 14, medium: 200, full: Number.MAX_SAFE_INTEGER },
  run,
}

const life = 1

interface Step {
  readonly at: number
  readonly half: boolean
}

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(killSteps.name, options)
  const chance = seededGenerator(options.seed)
  await withChildren((children) =>
    inFolder(async (folder) => {
      for (const operation of operations) {
        const bounds = await boundsOf(operation, join(folder, 'bounds'), life)
        const all = stepsOf(bounds)
        const steps = spread(all, Math.ceil(options.count / operations.length), chance)
        tally.figure(`steps: ${operation.name}`, bounds.calls.length)
        options.say(`${operation.name}: ${steps.length} of ${all.length} steps`)
        await inParallel(steps, 2, async (step, worker) => {
          await endAt(children, operation, step, bounds, join(folder, `worker-${worker}`), tally)
        })
        await comeThrough(children, operation, bounds, join(folder, 'worker-0'), tally)
      }
      tally.control('a commit without a journal', await withoutJournalBreaks(children, join(folder, 'control')))
    }),
  )
  return tally.result()
}

/** Before each call, and within each write. */
function stepsOf({ calls }: Bounds): readonly Step[] {
  return calls.flatMap((call, index): Step[] => {
    const step = { at: index + 1, half: false }
    return call.name === 'writeSync' ? [step, { ...step, half: true }] : [step]
  })
}

/** Ids are drawn by chance, so that a run may read or write a page more than the one that was counted. */
const mostCallsMore = 30

/** Past the last call that was counted, one by one, until nothing stops the operation: it must then have been done. */
async function comeThrough(
  children: Children,
  operation: Operation,
  bounds: Bounds,
  folder: string,
  tally: Tally,
): Promise<void> {
  const counted = bounds.calls.length
  for (let at = counted + 1; at <= counted + mostCallsMore; at += 1) {
    const said = await endAt(children, operation, { at, half: false }, bounds, folder, tally)
    if (said === 'done') return
  }
  tally.add('no run came through', `${operation.name}, ${mostCallsMore} calls past the ${counted} counted`)
}

async function endAt(
  children: Children,
  operation: Operation,
  step: Step,
  bounds: Bounds,
  folder: string,
  tally: Tally,
): Promise<string> {
  const said = await runUntil(children, operation, step, folder)
  const state = await stateOf(operation, folder)
  const label = `${operation.name}, ${step.half ? 'within' : 'before'} call ${step.at} of ${bounds.calls.length}`
  tally.add(verdictOf(said, state, bounds), label)
  return said
}

/** What an end at some step came to: the rows before or those after, and those after once it was said to be done. */
function verdictOf(said: string, state: string, { before, after }: Bounds): string {
  if (said === 'done') return state === after ? 'sound' : `acknowledged, and yet ${state}`
  if (said !== '') return `it said "${said}"`
  return state === before || state === after ? 'sound' : `neither before nor after: ${state}`
}

/** What the process said before it ended: nothing, unless it came through. */
async function runUntil(children: Children, operation: Operation, step: Step, folder: string): Promise<string> {
  await setScene(operation, folder)
  const child = children.start('step', folder, life, operation.name, step.at, step.half ? 'half' : 'before')
  await child.ended
  return child.lines.join(' ')
}

async function withoutJournalBreaks(children: Children, folder: string): Promise<boolean> {
  const bounds = await boundsOf(withoutJournal, folder, life)
  for (let at = 3; at <= bounds.calls.length; at += 3) {
    const said = await runUntil(children, withoutJournal, { at, half: false }, folder)
    const state = await stateOf(withoutJournal, folder)
    if (verdictOf(said, state, bounds) !== 'sound') return true
  }
  return false
}
