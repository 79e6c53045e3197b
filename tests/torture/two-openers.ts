import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { createChance, seededGenerator } from '#application/example/chance.ts'
import { type Harness, startTally, type Tally, type TortureOptions, type TortureResult } from './harness.ts'
import { tortureEngine } from './support/agency.ts'
import { type Children, lastNumber, listenTo, type Running, wait, withChildren } from './support/children.ts'
import { codeOf, contentOf, sqlEngine, workspaceVerdict } from './support/file-state.ts'
import { mainFile, renameUnits } from './support/operations.ts'
import { agencyBytes } from './support/prepared.ts'
import { askStockSqlite, stockSqliteMissing, stockVerdict } from './support/stock-sqlite.ts'
import { emptyFolder, inFolder } from './support/work-folder.ts'

export const twoOpeners: Harness = {
  name: 'two openers',
  what: 'a second instance; the stock sqlite3 program reading and writing in a loop beside us; the file replaced, moved or deleted under us',
  counts: { short: 24, medium: 120, full: 600 },
  run,
}

async function run(options: TortureOptions): Promise<TortureResult> {
  const tally = startTally(twoOpeners.name, options)
  await withChildren((children) =>
    inFolder(
      async (folder) => {
        const part = Math.ceil(options.count / 4)
        const path = join(folder, mainFile)
        for (let round = 0; round < Math.ceil(part / 6); round += 1) {
          await setFile(path)
          tally.add(await secondInstance(children, path), `a second instance, round ${round}`)
        }
        await stockBeside(children, path, { count: part, seed: options.seed }, tally)
        for (let number = 0; number < part; number += 1) {
          const way = ways[number % ways.length]
          if (way !== undefined) tally.add(await underUs(way, folder, number), `${way.name}, round ${number}`)
        }
        tally.control('two programs that each write the whole file', await lastOneWins(path))
      },
      { onDisk: true },
    ),
  )
  return tally.result()
}

async function setFile(path: string): Promise<void> {
  fs.rmSync(`${path}-journal`, { force: true })
  fs.writeFileSync(path, await agencyBytes())
}

const isAnything = () => true

/** Refused or let in for reading while the first one lives; let in to write once the first one was killed. */
async function secondInstance(children: Children, path: string): Promise<string> {
  const first = children.start('hold', path)
  const running: Running[] = [first]
  try {
    const one = await first.said(isAnything)
    if (one !== 'ready') return `the first one said ${one}`
    const second = children.start('hold', path)
    running.push(second)
    const two = await second.said(isAnything)
    if (two !== 'E-OPEN-LOCKED' && two !== 'read-only') return `the second one said ${two}`
    for (const each of running) each.process.kill('SIGKILL')
    await Promise.all(running.map((each) => each.ended))
    const third = children.start('hold', path)
    running.push(third)
    const three = await third.said(isAnything)
    return three === 'ready' ? 'sound' : `after a kill the next one said ${three}`
  } finally {
    for (const each of running) each.process.kill('SIGKILL')
    await Promise.all(running.map((each) => each.ended))
  }
}

/** Our commits in one process, the stock program in another, both without a pause. */
async function stockBeside(
  children: Children,
  path: string,
  { count, seed }: { readonly count: number; readonly seed: number },
  tally: Tally,
): Promise<void> {
  if (stockSqliteMissing !== undefined) return tally.skip(stockSqliteMissing)
  const chance = createChance(seededGenerator(seed))
  await setFile(path)
  const ours = children.start('stubborn', path, 1)
  await ours.said((line) => line === 'ready')
  let written = 0
  for (let number = 0; number < count; number += 1) {
    const label = `the stock program, round ${number}`
    tally.add(await readBeside(ours, path, tally), `${label}, reading`)
    await wait(chance.whole(0, 60))
    const answer = await besideUs(foreignRow(number), path)
    if (answer === '') written += 1
    tally.figure(answer === '' ? 'foreign writes' : 'foreign writes that waited in vain')
    tally.add(answer === '' || isLocked(answer) ? 'sound' : answer, `${label}, writing`)
    await wait(chance.whole(0, 60))
  }
  ours.process.kill('SIGKILL')
  await ours.ended
  const acknowledged = lastNumber(ours.lines, 'ack')
  tally.figure('acknowledged by us meanwhile', ours.lines.filter((line) => line.startsWith('ack ')).length)
  tally.figure('opened again after a foreign write', ours.lines.filter((line) => line === 'again').length)
  const { lines, error } = askStockSqlite(path, "SELECT count(*) FROM saved_view WHERE screen = 't'")
  tally.add(Number(lines[0]) === written ? 'sound' : `${lines[0] ?? error} of ${written}`, 'rows of the stock program')
  tally.add(stockVerdict(path, acknowledged), 'what we acknowledged, to the stock program')
  tally.add(await workspaceVerdict(path, acknowledged), 'what we acknowledged, to us')
}

const isLocked = (answer: string) => answer.includes('database is locked')

const foreignRow = (number: number) =>
  `INSERT INTO saved_view (id, screen, name, state) VALUES ('t${number}', 't', 't${number}', '{}')`

/** A clean count with everything acknowledged so far, or a clean "locked": never a malformed image. */
async function readBeside(ours: Running, path: string, tally: Tally): Promise<string> {
  const acknowledged = lastNumber(ours.lines, 'ack')
  const answer = await besideUs(stockCount, path)
  tally.figure(isLocked(answer) ? 'foreign reads that waited in vain' : 'foreign reads')
  const [, count, last] = /^(\d+)\|(\d+)$/.exec(answer) ?? []
  const isRight = isLocked(answer) || (count !== undefined && count === last && Number(last) >= acknowledged)
  return isRight ? 'sound' : `${answer}, after ${acknowledged} was acknowledged`
}

const stockCount = 'SELECT count(*), max(seq) FROM journal'

/** Not `spawnSync`: our lines must go on arriving meanwhile. */
async function besideUs(statement: string, path: string): Promise<string> {
  const program = spawn('sqlite3', ['-cmd', '.timeout 3000', path, statement], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  program.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const running = listenTo(program)
  await running.ended
  return (running.lines.join('; ') + said).trim()
}

interface Way {
  readonly name: string
  readonly happen: (path: string, folder: string) => void
}

/** What synchronising programs and people do to a file somebody has open. */
const ways: readonly Way[] = [
  {
    name: 'replaced by another file',
    happen: (path, folder) => {
      fs.copyFileSync(path, join(folder, 'stranger'))
      fs.renameSync(join(folder, 'stranger'), path)
    },
  },
  { name: 'deleted', happen: (path) => fs.unlinkSync(path) },
  { name: 'moved away', happen: (path) => fs.renameSync(path, `${path}.moved`) },
  {
    name: 'replaced by a file that is no workspace',
    happen: (path, folder) => {
      fs.writeFileSync(join(folder, 'stranger'), 'conflict copy')
      fs.renameSync(join(folder, 'stranger'), path)
    },
  },
]

async function underUs(way: Way, parent: string, number: number): Promise<string> {
  const folder = emptyFolder(join(parent, `under-us-${number}`))
  const path = join(folder, mainFile)
  await setFile(path)
  const app = tortureEngine(number + 1)
  try {
    await app.call('workspace.open', { path })
    await renameUnits(app, 1)
    way.happen(path, folder)
    const stranger = fs.existsSync(path) ? fs.readFileSync(path) : undefined
    const refusal = await renameUnits(app, 2).then(() => 'saved', codeOf)
    if (refusal !== 'E-SAVE-REPLACED') return `the next commit: ${refusal}`
    const now = fs.existsSync(path) ? fs.readFileSync(path) : undefined
    if (stranger === undefined ? now !== undefined : now?.equals(stranger) !== true) return 'the stranger was changed'
    const copy = join(folder, 'rescued.timbang')
    await app.call('workspace.saveCopy', { path: copy })
    await app.call('workspace.close', {})
    const rescued = await contentOf(copy)
    return /^[0-9a-f]{16}$/.test(rescued) ? workspaceVerdict(copy, 8) : `the rescued copy: ${rescued}`
  } catch (error) {
    return codeOf(error)
  } finally {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Both read, both change, both write: the first change is gone. */
async function lastOneWins(path: string): Promise<boolean> {
  await setFile(path)
  await sqlEngine()
  const { Database } = await initSqlJs()
  const [one, two] = [new Database(fs.readFileSync(path)), new Database(fs.readFileSync(path))]
  one.run("UPDATE agency SET contact = 'one'")
  fs.writeFileSync(path, one.export())
  two.run("UPDATE agency SET address = 'two'")
  fs.writeFileSync(path, two.export())
  const left = new Database(fs.readFileSync(path)).exec('SELECT contact FROM agency')[0]?.values[0]?.[0]
  return left !== 'one'
}
