import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { createChance, seededGenerator } from '#application/example/chance.ts'
import { type Harness, startTally, type TortureOptions, type TortureResult } from './harness.ts'
import { tortureEngine } from './support/agency.ts'
import { codeOf, workspaceVerdict } from './support/file-state.ts'
import { mainFile, renameUnits } from './support/operations.ts'
import { agencyBytes } from './support/prepared.ts'
import { inFolder } from './support/work-folder.ts'

export const fullDisk: Harness = {
  name: 'a really full disk',
  what: 'commits and copies on a small file system until it is full, with less and less room; then room is made',
  counts: { short: 3, medium: 20, full: 60 },
  run,
}

/** Enough for the workspace, its journal, a copy and a few commits. */
const diskKibibytes = 4096

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(fullDisk.name, options)
  const chance = createChance(seededGenerator(options.seed))
  await inFolder(async (folder) => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskKibibytes}k`, 'tmpfs', folder])
    if (mounted.status !== 0) return tally.skip('mounting a small file system needs root on Linux')
    try {
      for (let number = 0; number < options.count; number += 1) {
        const room = chance.whole(10, 900)
        tally.add(await fillUp(folder, room), `${room} KiB left`)
      }
      tally.control('saving by writing the whole file', await wholeFileWriteLoses(folder))
    } finally {
      spawnSync('umount', ['-l', folder])
    }
  })
  return tally.result()
}

async function startAnew(folder: string): Promise<string> {
  for (const name of fs.readdirSync(folder)) fs.rmSync(join(folder, name))
  const path = join(folder, mainFile)
  fs.writeFileSync(path, await agencyBytes())
  return path
}

/** Writes a file that leaves this much room. */
function leaveRoom(folder: string, kibibytes: number): string {
  const { bavail, bsize } = fs.statfsSync(folder)
  const filler = join(folder, 'filler')
  fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - kibibytes * 1024), 1))
  return filler
}

async function fillUp(folder: string, room: number): Promise<string> {
  const path = await startAnew(folder)
  const app = tortureEngine(1)
  try {
    await app.call('workspace.open', { path })
    const filler = leaveRoom(folder, room)
    const { refusal, acknowledged } = await commitUntilRefused(app)
    if (refusal !== 'E-SAVE-FULL') return `the full disk was called ${refusal}`
    const copy = await refusalOf(app.call('workspace.saveCopy', { path: join(folder, 'copy.timbang') }))
    if (copy !== 'E-SAVE-FULL') return `a copy on the full disk: ${copy}`
    if (((await app.call('workspace.status', {}))?.journalLength ?? 0) !== acknowledged) return 'the count has changed'
    fs.rmSync(filler)
    if ((await renameUnits(app, 7777)) !== acknowledged + 1) return 'saving does not work again once there is room'
    await app.call('workspace.close', {})
    const left = fs.readdirSync(folder)
    return left.length === 1 ? workspaceVerdict(path, acknowledged + 1) : `left lying: ${left.join(', ')}`
  } finally {
    await app.close()
  }
}

async function commitUntilRefused(app: ReturnType<typeof tortureEngine>) {
  let acknowledged = (await app.call('workspace.status', {}))?.journalLength ?? 0
  for (let round = 1; ; round += 1) {
    try {
      acknowledged = await renameUnits(app, round)
    } catch (error) {
      return { refusal: codeOf(error), acknowledged }
    }
  }
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'no refusal'
  } catch (error) {
    return codeOf(error)
  }
}

/** The whole file written in its own place, where there is no room for it. */
async function wholeFileWriteLoses(folder: string): Promise<boolean> {
  const path = await startAnew(folder)
  const { Database } = await initSqlJs()
  const db = new Database(fs.readFileSync(path))
  db.run('CREATE TABLE more AS SELECT randomblob(2000000) AS bytes')
  leaveRoom(folder, 100)
  try {
    fs.writeFileSync(path, db.export())
  } catch {
    // Refused, and the old file is gone all the same.
  }
  db.close()
  return (await workspaceVerdict(path, 0)) !== 'sound'
}
