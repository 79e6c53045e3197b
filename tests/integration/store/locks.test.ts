import { type ChildProcess, execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadOsLocks } from '#data/store/os-locks.ts'
import { sql } from '#data/store/sql.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { refusalOf, sqlite3, sqlite3Missing, testDirectory, testEngine, wasmPath } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()
const migrations = [firstSchema]
const skipReason = engine.locksForAll ? sqlite3Missing : 'this system has no locks we know'
/** Commits of our side in a loop; releases run more: TIMBANG_LOCK_ROUNDS=2000. */
const rounds = Number(process.env.TIMBANG_LOCK_ROUNDS ?? 60)

function workspaceWithRows(rows = 300): OpenWorkspace {
  const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), migrations)
  onTestFinished(() => workspace.close())
  const names = Array.from({ length: rows }, (_, row) => [`0 ${row}${'z'.repeat(400)}`])
  workspace.db.insertMany('parent', ['name'], names)
  return workspace
}

/** The stock program, with what it said to both its outputs; it does not wait for a lock. */
function stock(path: string, statement: string): string {
  try {
    return String(sqlite3(path, statement))
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error).trim()
  }
}

/** The stock program kept open, so that it holds its transaction. */
async function stockHolding(path: string, ...statements: string[]) {
  const program = spawn('sqlite3', [path], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void program.kill('SIGKILL'))
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]()
  const say = async (...texts: string[]) => {
    program.stdin.write(`${texts.join('\n')}\nSELECT 'done';\n`)
    await lines.next()
  }
  await say(...statements)
  return say
}

describe.skipIf(skipReason !== undefined)('the locks of an open workspace', () => {
  it('keep the stock program from writing while we write, and from reading half a commit', () => {
    const workspace = workspaceWithRows()
    workspace.db.transaction(() => {
      workspace.db.run(sql`UPDATE parent SET name = 'ours ' || id`)
      expect(stock(workspace.path, `DELETE FROM parent`)).toContain('database is locked')
      expect(stock(workspace.path, `SELECT count(*) FROM parent WHERE name LIKE 'ours %'`)).toBe('0')
    })
    expect(stock(workspace.path, `SELECT count(*) FROM parent WHERE name LIKE 'ours %'`)).toBe('300')
  })

  it('outlive the closing of another descriptor of the file in this process', async () => {
    const workspace = workspaceWithRows()
    const other = openWorkspaceFile(engine, workspace.path, migrations, { readOnly: true })
    workspace.db.transaction(() => {
      workspace.db.run(sql`UPDATE parent SET name = 'ours ' || id`)
      fs.readFileSync(workspace.path)
      other.close()
      expect(stock(workspace.path, `DELETE FROM parent`)).toContain('database is locked')
    })

    // Negative control: the older kind of lock, which the process loses with any of its descriptors.
    const { default: koffi } = await import('koffi')
    const fcntl = koffi.load(null).func('int fcntl(int descriptor, int command, void *lock)')
    const descriptor = fs.openSync(workspace.path, 'r+')
    const reserved = new Uint8Array(32)
    const view = new DataView(reserved.buffer)
    view.setInt16(0, 1, true)
    view.setBigInt64(8, 0x40000001n, true)
    view.setBigInt64(16, 1n, true)
    expect(fcntl(descriptor, 6, reserved)).toBe(0)
    expect(stock(workspace.path, `UPDATE parent SET name = name`)).toContain('database is locked')
    fs.readFileSync(workspace.path)
    expect(stock(workspace.path, `UPDATE parent SET name = name`)).toBe('')
    fs.closeSync(descriptor)
  })

  it('make us wait three seconds for another writer, then refuse with E-SAVE-BUSY and leave everything as it was', async () => {
    const workspace = workspaceWithRows()
    const say = await stockHolding(workspace.path, 'BEGIN IMMEDIATE;')
    const began = performance.now()
    expect(refusalOf(() => workspace.db.run(sql`DELETE FROM parent`))).toBe('E-SAVE-BUSY')
    const waited = performance.now() - began
    expect(waited).toBeGreaterThan(2_500)
    expect(waited).toBeLessThan(8_000)
    // Reading goes on beside a writer that has not begun to write its pages.
    expect(workspace.db.value(sql`SELECT count(*) FROM parent`)).toBe(300)
    await say('ROLLBACK;')
    expect(workspace.isOurs()).toBe(true)
    workspace.db.run(sql`DELETE FROM parent WHERE id > 200`)
    expect(stock(workspace.path, 'SELECT count(*) FROM parent')).toBe('200')
  })

  it('let another reader end before a commit, and the commit is refused when he does not', async () => {
    const workspace = workspaceWithRows()
    const say = await stockHolding(workspace.path, 'BEGIN;', 'SELECT count(*) FROM parent;')
    expect(refusalOf(() => workspace.db.run(sql`DELETE FROM parent`))).toBe('E-SAVE-BUSY')
    await say('COMMIT;')
    expect(workspace.db.value(sql`SELECT count(*) FROM parent`)).toBe(300)
    expect(workspace.db.run(sql`DELETE FROM parent`)).toBe(300)
  })

  it('do not hide what another program wrote: the next command is refused, and opening again shows it', async () => {
    const workspace = workspaceWithRows()
    expect(stock(workspace.path, `UPDATE parent SET name = 'theirs' WHERE id = 1`)).toBe('')
    expect(refusalOf(() => workspace.db.run(sql`DELETE FROM parent`))).toBe('E-SAVE-REPLACED')
    expect(workspace.isOurs()).toBe(false)
    workspace.close()
    const again = openWorkspaceFile(engine, workspace.path, migrations)
    expect(again.db.value(sql`SELECT name FROM parent WHERE id = 1`)).toBe('theirs')
    expect(again.checkIntegrity()).toEqual([])
    again.close()
  })

  it('end with the workspace: nothing is held and nothing lies beside it', () => {
    const workspace = workspaceWithRows()
    workspace.db.run(sql`DELETE FROM parent WHERE id = 1`)
    workspace.close()
    expect(stock(workspace.path, 'BEGIN EXCLUSIVE; DELETE FROM parent; COMMIT; SELECT changes()')).toBe('299')
    expect(fs.readdirSync(join(workspace.path, '..'))).toEqual(['a.timbang'])
  })
})

describe('a lock itself', () => {
  it('is refused to a second opening, shown to one that asks, and gone with the first', async (test) => {
    const locks = await loadOsLocks()
    if (locks === undefined) return test.skip('this system has no locks we know')
    const path = join(testDirectory(), 'file')
    fs.writeFileSync(path, '')
    const byte = { start: 0x40000001n, length: 1n }
    const [first, second] = [locks.open(path, true), locks.open(path, false)]
    expect([first.writable, second.writable]).toEqual([true, false])
    expect(first.identity).toBe(second.identity)
    expect(first.set('write', byte)).toBe(true)
    expect([second.set('read', byte), second.inTheWayOf('read', byte), first.inTheWayOf('write', byte)]).toEqual([
      false,
      'write',
      'none',
    ])
    expect(() => second.set('write', { start: 5n, length: 1n })).toThrow('EBADF')
    first.close()
    expect(second.set('read', byte)).toBe(true)
    second.close()
  })
})

const program = bundledProgram('tests/integration/store/lock-child.ts')

describe.skipIf(skipReason !== undefined)('the stock program in a loop beside us', () => {
  it('reads only whole commits, none of them lost, and neither side finds a malformed file', async () => {
    const seen = await besideTheStockProgram('real')
    expect(seen.malformed).toBe(0)
    expect(seen.torn).toBe(0)
    expect(seen.lost).toBe(0)
    expect(seen.refusals.filter((line) => !line.includes('E-SAVE-BUSY'))).toEqual([])
    expect(seen.integrity).toBe('ok')
    expect(seen.reads).toBeGreaterThan(20)
  }, 60_000)

  it('negative control: with locks that are always granted it does not', async () => {
    const seen = await besideTheStockProgram('fake')
    expect(seen.malformed + seen.torn + seen.lost).toBeGreaterThan(0)
  }, 60_000)
})

/** Our process commits on and on; the stock program reads all rows each time and looks whether they are of one commit. */
async function besideTheStockProgram(mode: 'real' | 'fake') {
  const path = join(testDirectory(), 'a.timbang')
  const workspace = createWorkspaceFile(engine, path, migrations)
  const names = Array.from({ length: 1_500 }, (_, row) => [`0 ${row}${'z'.repeat(400)}`])
  workspace.db.insertMany('parent', ['name'], names)
  workspace.close()
  const child: ChildProcess = spawn(process.execPath, [program.path, mode, path, wasmPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  const ended = new Promise((resolve) => child.once('close', resolve))
  if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  const acknowledged = () => Number(said.findLast((line) => line.startsWith('ack '))?.slice(4) ?? 0)

  const seen = { reads: 0, malformed: 0, torn: 0, lost: 0, integrity: '', refusals: [] as string[] }
  const question =
    "SELECT count(DISTINCT substr(name, 1, instr(name, ' '))) || ' ' || (SELECT count(*) FROM child) FROM parent"
  const run = promisify(execFile)
  const deadline = performance.now() + 40_000
  while (acknowledged() < rounds && child.exitCode === null && performance.now() < deadline) {
    const before = acknowledged()
    const answer = await run('sqlite3', ['-cmd', '.timeout 2000', path, question]).then(
      ({ stdout }) => stdout.trim(),
      (error: { stderr?: string }) => String(error.stderr),
    )
    seen.reads += 1
    if (/malformed|not a database|disk I\/O/.test(answer)) seen.malformed += 1
    const [commits, rows] = answer.split(' ').map(Number)
    if (commits !== undefined && commits > 1) seen.torn += 1
    if (rows !== undefined && rows < before) seen.lost += 1
    if (mode === 'fake' && seen.malformed + seen.torn + seen.lost > 0) break
  }
  child.kill('SIGKILL')
  await ended
  if (Number(stock(path, 'SELECT count(*) FROM child')) < acknowledged()) seen.lost += 1
  seen.integrity = stock(path, 'PRAGMA integrity_check')
  seen.refusals = said.filter((line) => line !== 'ready' && !line.startsWith('ack '))
  return seen
}
