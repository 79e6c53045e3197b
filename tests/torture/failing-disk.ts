import fs from 'node:fs'
import { join } from 'node:path'
import { type Chance, createChance, seededGenerator } from '#application/example/chance.ts'
import { errorParameters } from '#domain/app-error.ts'
import { type Harness, startTally, type Tally, type TortureOptions, type TortureResult } from './harness.ts'
import { withoutJournal } from './support/careless.ts'
import { codeOf, workspaceVerdict } from './support/file-state.ts'
import { mainFile, nextCommit, type Operation, operations } from './support/operations.ts'
import { spread } from './support/parallel.ts'
import { type Bounds, boundsOf, setScene, stateOf, withScene } from './support/scenes.ts'
import type { FileCall, FileCallName } from './support/watched-files.ts'
import { copyFiles, emptyFolder, inFolder } from './support/work-folder.ts'

export const failingDisk: Harness = {
  name: 'a disk that fails',
  what: 'ENOSPC, EIO, EROFS, EPERM or EBUSY from the n-th file call, once or from then on, for every n',
  counts: { short: 49, medium: 700, full: Number.MAX_SAFE_INTEGER },
  run,
}

const life = 1

const changing: readonly FileCallName[] = [
  'openSync',
  'writeSync',
  'ftruncateSync',
  'linkSync',
  'renameSync',
  'unlinkSync',
]
const everything: readonly FileCallName[] = [
  ...changing,
  'readSync',
  'fdatasyncSync',
  'fsyncSync',
  'fstatSync',
  'statSync',
]

/** Which calls an error can come from on a real system. */
const errors: Readonly<Record<string, readonly FileCallName[]>> = {
  ENOSPC: changing,
  EIO: everything,
  EROFS: changing,
  EPERM: changing,
  EBUSY: ['openSync', 'linkSync', 'renameSync', 'unlinkSync'],
}

interface Fault {
  readonly code: string
  readonly at: number
  readonly call: FileCallName
  readonly forGood: boolean
}

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(failingDisk.name, options)
  const chance = createChance(seededGenerator(options.seed))
  await inFolder(async (folder) => {
    for (const operation of operations) {
      const bounds = await boundsOf(operation, join(folder, 'work'), life)
      const all = faultsOf(bounds)
      const faults = spread(all, Math.ceil(options.count / operations.length), chance.next)
      options.say(`${operation.name}: ${faults.length} of ${all.length} faults`)
      for (const fault of faults) await tryFault(operation, fault, bounds, folder, tally)
    }
    tally.control('a commit without a journal', await withoutJournalBreaks(folder, chance))
  })
  return tally.result()
}

function faultsOf({ calls }: Bounds): readonly Fault[] {
  return calls.flatMap(({ name: call }, index) =>
    Object.entries(errors).flatMap(([code, from]): Fault[] => {
      if (!from.includes(call)) return []
      const fault = { code, at: index + 1, call }
      return [
        { ...fault, forGood: false },
        { ...fault, forGood: true },
      ]
    }),
  )
}

interface Outcome {
  readonly error: unknown
  /** The files when the operation had ended, taken while the program still held them. */
  readonly state: string
}

async function meet(operation: Operation, fault: Fault, folder: string): Promise<Outcome> {
  const work = join(folder, 'work')
  const left = join(folder, 'left')
  await setScene(operation, work)
  let count = 0
  let state = ''
  const error = await withScene(operation, work, life, {
    armed(call, proceed) {
      count += 1
      return isMet(fault, call, count) ? failedCall(call, fault.code, proceed) : proceed()
    },
    async ended() {
      copyFiles(work, emptyFolder(left))
      state = await stateOf(operation, left)
    },
  })
  return { error, state }
}

function isMet({ code, at, forGood }: Fault, call: FileCall, count: number): boolean {
  if (count === at) return true
  return forGood && count > at && (errors[code]?.includes(call.name) ?? false) && !isReading(call)
}

/** Opening for reading succeeds on a full or read-only disk. */
function isReading({ name, parameters }: FileCall): boolean {
  return name === 'openSync' && (parameters[1] === 'r' || parameters[1] === fs.constants.O_RDONLY)
}

function failedCall(_call: FileCall, code: string, _proceed: () => unknown): never {
  throw Object.assign(new Error(`${code}: injected`), { code, syscall: 'injected' })
}

async function tryFault(
  operation: Operation,
  fault: Fault,
  bounds: Bounds,
  folder: string,
  tally: Tally,
): Promise<void> {
  const { error, state } = await meet(operation, fault, folder)
  const label = `${operation.name}, ${fault.code} ${fault.forGood ? 'from' : 'at'} call ${fault.at} (${fault.call})`
  const code = error === undefined ? 'done' : codeOf(error)
  tally.figure(`${fault.code} → ${code in errorParameters || code === 'done' ? code : 'no code'}`)
  const verdict = verdictOf(code, state, bounds)
  tally.add(verdict === 'sound' ? await retryVerdict(operation, bounds, folder) : verdict, label)
}

function verdictOf(code: string, state: string, { before, after }: Bounds): string {
  if (code === 'done') return state === after ? 'sound' : `it was acknowledged, and yet ${state}`
  if (!(code in errorParameters) || code === 'E-UNKNOWN') return `no refusal of the catalogue: ${code}`
  return state === before || state === after ? 'sound' : `${code}, and neither before nor after: ${state}`
}

/** With the disk well again, what the fault left can be opened, and the work goes on. */
async function retryVerdict(operation: Operation, bounds: Bounds, folder: string): Promise<string> {
  const work = join(folder, 'work')
  copyFiles(join(folder, 'left'), emptyFolder(work))
  if (operation.repeatable && (await stateOf(operation, work)) === bounds.after) return 'sound'
  const next = operation.repeatable ? operation : nextCommit
  const error = await withScene(next, work, life, { armed: (_call, proceed) => proceed() })
  if (error !== undefined) return `with the disk well again: ${codeOf(error)}`
  if (!operation.repeatable) return workspaceVerdict(join(work, mainFile), 0)
  const state = await stateOf(operation, work)
  return state === bounds.after ? 'sound' : `with the disk well again: ${state}`
}

async function withoutJournalBreaks(folder: string, chance: Chance): Promise<boolean> {
  const work = join(folder, 'work')
  const bounds = await boundsOf(withoutJournal, work, life)
  const faults = faultsOf(bounds).filter(({ code, call }) => code === 'ENOSPC' && call === 'writeSync')
  for (const fault of spread(faults, 20, chance.next)) {
    const { error, state } = await meet(withoutJournal, fault, folder)
    if (verdictOf(error === undefined ? 'done' : 'E-SAVE-FULL', state, bounds) !== 'sound') return true
  }
  return false
}
