import fs from 'node:fs'
import { join } from 'node:path'
import { tortureEngine } from './agency.ts'
import { contentOf } from './file-state.ts'
import { mainFile, type Operation, operationNamed } from './operations.ts'
import { agencyBytes } from './prepared.ts'
import { type FileCall, type Watcher, watchFiles } from './watched-files.ts'
import { emptyFolder, inFolder } from './work-folder.ts'

let hotFiles: Promise<ReadonlyMap<string, Buffer>> | undefined

/** The folder as it stands before the operation starts. */
export async function setScene(operation: Operation, folder: string): Promise<void> {
  emptyFolder(folder)
  if (operation.name === 'create') return
  if (operation.name !== 'open after a crash') {
    fs.writeFileSync(join(folder, mainFile), await agencyBytes())
    return
  }
  hotFiles ??= interruptedCommit()
  for (const [name, bytes] of await hotFiles) fs.writeFileSync(join(folder, name), bytes)
}

/** A workspace and its journal, taken in the middle of a commit: after the first pages of the database were written. */
function interruptedCommit(): Promise<ReadonlyMap<string, Buffer>> {
  return inFolder(async (folder) => {
    const path = join(folder, mainFile)
    const commit = operationNamed('commit')
    await setScene(commit, folder)
    const taken = new Map<string, Buffer>()
    let writesToMain = 0
    await withScene(commit, folder, 0, {
      armed(call, proceed) {
        const answer = proceed()
        if (call.name !== 'writeSync' || call.path !== path) return answer
        writesToMain += 1
        if (writesToMain === 3) {
          for (const name of [mainFile, `${mainFile}-journal`]) taken.set(name, fs.readFileSync(join(folder, name)))
        }
        return answer
      },
    })
    if (taken.size === 0) throw new Error('a commit writes several pages')
    return taken
  })
}

export interface Watch {
  /** Stands between the program and its files while the operation itself runs. */
  readonly armed: Watcher
  /** Stands there before and after: while the program opens its files, and closes them. */
  readonly opening?: Watcher
  /** Looks at the files when the operation has ended, while the program still has them open. */
  readonly ended?: (outcome: unknown) => Promise<void>
}

/** Runs one operation in this process under a watch. Gives the error it ended with, or undefined. */
export async function withScene(operation: Operation, folder: string, life: number, watch: Watch): Promise<unknown> {
  const app = tortureEngine(life)
  let armed = false
  const stop = watchFiles(folder, (call, proceed) => {
    if (armed) return watch.armed(call, proceed)
    return watch.opening === undefined ? proceed() : watch.opening(call, proceed)
  })
  try {
    const scene = { app, folder }
    await operation.start(scene)
    armed = true
    let outcome: unknown
    try {
      await operation.act(scene)
    } catch (error) {
      outcome = error ?? 'an error without words'
    } finally {
      armed = false
    }
    await watch.ended?.(outcome)
    return outcome
  } finally {
    await app.close()
    stop()
  }
}

export interface Bounds {
  readonly before: string
  readonly after: string
  /** The calls that touch the folder, in order. */
  readonly calls: readonly FileCall[]
}

/** What the files say before and after the operation when nothing goes wrong, and the calls it makes. */
export async function boundsOf(operation: Operation, folder: string, life: number): Promise<Bounds> {
  await setScene(operation, folder)
  const calls: FileCall[] = []
  let before = ''
  const app = tortureEngine(life)
  try {
    await operation.start({ app, folder })
    await app.call('workspace.close', {})
  } finally {
    await app.close()
  }
  before = await stateOf(operation, folder)
  await setScene(operation, folder)
  const error = await withScene(operation, folder, life, {
    armed(call, proceed) {
      calls.push(call)
      return proceed()
    },
  })
  if (error !== undefined) throw error
  return { before, after: await stateOf(operation, folder), calls }
}

/** What stands in the files an operation is about. */
export async function stateOf(operation: Operation, folder: string): Promise<string> {
  const states: string[] = []
  for (const name of operation.files) states.push(await contentOf(join(folder, name)))
  return states.join(' + ')
}
