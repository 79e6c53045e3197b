import fs from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { type Harness, startTally, type TortureOptions, type TortureResult } from './harness.ts'
import { opened, sqlEngine } from './support/file-state.ts'
import { type HostileFile, hostileFiles } from './support/hostile-schemas.ts'
import { agencyBytes } from './support/prepared.ts'
import { emptyFolder, inFolder } from './support/work-folder.ts'

export const hostileWorkspaces: Harness = {
  name: 'hostile workspaces',
  what: 'files with prepared triggers, views, look-alikes, dropped rules or false versions: the right refusal, the file and its folder untouched',
  counts: { short: hostileFiles.length, medium: hostileFiles.length, full: hostileFiles.length },
  run,
}

const name = 'hostile.timbang'

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(hostileWorkspaces.name, options)
  // The store and this file must agree on one build of SQLite before the second one is loaded beside it.
  await sqlEngine()
  const { Database } = await initSqlJs()
  let soundToSqlite = 0
  await inFolder(async (folder) => {
    for (const hostile of hostileFiles) {
      // A copy: sql.js writes into the bytes it is given.
      const db = hostile.fromNothing === true ? new Database() : new Database(Buffer.from(await agencyBytes()))
      db.exec(hostile.script)
      const bytes = Buffer.from(db.export())
      db.close()
      const checked = new Database(Buffer.from(bytes))
      if (hostile.soundToSqlite && isSound(checked)) soundToSqlite += 1
      checked.close()
      tally.add(await verdictOn(hostile, bytes, folder), hostile.what)
    }
  })
  tally.figure('sound to SQLite itself', soundToSqlite)
  tally.control('quick_check alone', soundToSqlite >= 16)
  return tally.result()
}

function isSound(db: { exec(text: string): { values: unknown[][] }[] }): boolean {
  return db.exec('PRAGMA quick_check')[0]?.values[0]?.[0] === 'ok'
}

async function verdictOn(hostile: HostileFile, bytes: Buffer, folder: string): Promise<string> {
  const path = join(emptyFolder(folder), name)
  fs.writeFileSync(path, bytes)
  // Twice: a handle that stayed behind would change the second answer.
  for (const time of ['first', 'second']) {
    const code = await opened(path, () => 'opened')
    if (!hostile.codes.includes(code)) return `${time} opening: ${code} instead of ${hostile.codes.join(' or ')}`
    if (!fs.readFileSync(path).equals(bytes)) return `${time} opening: ${code}, and the file has changed`
    const others = fs.readdirSync(folder).filter((other) => other !== name)
    if (others.length > 0) return `${time} opening: ${code}, and beside it lies ${others.join(', ')}`
  }
  return 'sound'
}
