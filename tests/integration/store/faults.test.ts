import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openConnection } from '#data/store/connection.ts'
import { definition, sql } from '#data/store/sql.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { changingCalls, type Failure, failingFileSystem } from './failing-file-system.ts'
import { refusalOf, sha256, sqlite3, sqlite3Missing, testDirectory, testEngine } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()
const migrations = [firstSchema]

const rowCount = 60
let prepared: Buffer | undefined

/** Rows of 200 letters, all renamed in one transaction: every page of the file changes. */
function prepare(path: string): void {
  if (prepared === undefined) {
    const workspace = createWorkspaceFile(engine, path, migrations)
    workspace.db.insertMany(
      'parent',
      ['name'],
      Array.from({ length: rowCount }, (_, index) => [`old ${index} ${'x'.repeat(200)}`]),
    )
    workspace.close()
    prepared = fs.readFileSync(path)
  }
  fs.writeFileSync(path, prepared)
}

function renameAll({ db }: Pick<OpenWorkspace, 'db'>): void {
  db.transaction(() => {
    db.run(sql`UPDATE parent SET name = 'new' || substr(name, 4)`)
  })
}

const oldRows = sql`SELECT count(*) FROM parent WHERE name LIKE 'old%'`
const newRows = sql`SELECT count(*) FROM parent WHERE name LIKE 'new%'`

interface Outcome {
  readonly refusal: string
  readonly workspace: OpenWorkspace
  readonly fileSystem: ReturnType<typeof failingFileSystem>
}

/** One rename under each n-th failure in turn, until a run meets none. */
function eachFailure(failure: Omit<Failure, 'at'>, check: (outcome: Outcome) => void): number {
  for (let at = 1; ; at += 1) {
    const path = join(testDirectory(), `${at}.timbang`)
    prepare(path)
    const fileSystem = failingFileSystem()
    const workspace = openWorkspaceFile(engine, path, migrations, { fileSystem })
    fileSystem.fail({ ...failure, at })
    const refusal = refusalOf(() => renameAll(workspace))
    const met = fileSystem.failed()
    fileSystem.fail(undefined)
    if (met) check({ refusal, workspace, fileSystem })
    workspace.close()
    if (!met) return at - 1
  }
}

describe('when the disk fails at any step of a commit', () => {
  it('full: the change is refused, nothing is lost, and saving works again once there is room', () => {
    const steps = eachFailure({ calls: ['writeSync'], code: 'ENOSPC', times: 1 }, ({ refusal, workspace }) => {
      expect(refusal).toBe('E-SAVE-FULL')
      expect(workspace.db.value(oldRows)).toBe(rowCount)
      renameAll(workspace)
      expect(workspace.db.value(newRows)).toBe(rowCount)
      expect(workspace.checkIntegrity()).toEqual([])
    })
    expect(steps).toBeGreaterThan(20)
  })

  it('full for good: what was there stays readable, here and after opening again', () => {
    eachFailure({ calls: ['writeSync'], code: 'ENOSPC', times: 1000 }, ({ refusal, workspace }) => {
      expect(refusal).toBe('E-SAVE-FULL')
      expect(workspace.db.value(oldRows)).toBe(rowCount)
    })
  })

  it('broken: the change is refused, this handle writes no more, a copy can be saved, the file is whole', () => {
    const steps = eachFailure({ calls: changingCalls, code: 'EIO', times: 1 }, ({ refusal, workspace }) => {
      // A cleared journal is the moment of the commit; an error after it may report a change that is there.
      expect(refusal).toBe('E-SAVE-IO')
      const before = workspace.db.value(oldRows)
      expect([0, rowCount]).toContain(before)
      expect(refusalOf(() => renameAll(workspace))).toBe('E-SAVE-IO')
      expect(workspace.checkIntegrity()).toEqual([])
      const copy = `${workspace.path}.copy`
      workspace.saveCopy(copy)
      workspace.close()
      for (const path of [copy, workspace.path]) {
        const again = openWorkspaceFile(engine, path, migrations)
        expect(again.db.value(oldRows)).toBe(before)
        renameAll(again)
        again.close()
      }
    })
    expect(steps).toBeGreaterThan(20)
  })

  it('read-only all of a sudden: the change is refused and nothing is lost', () => {
    eachFailure({ calls: ['writeSync'], code: 'EROFS', times: 1000 }, ({ refusal, workspace }) => {
      expect(refusal).toBe('E-SAVE-RO')
      expect(workspace.db.value(oldRows)).toBe(rowCount)
    })
  })

  it('inside a nested part: the whole transaction is undone, even when the error is caught on the way', () => {
    const path = join(testDirectory(), 'a.timbang')
    prepare(path)
    const fileSystem = failingFileSystem()
    const workspace = openWorkspaceFile(engine, path, migrations, { fileSystem })
    onTestFinished(() => workspace.close())
    const { db } = workspace
    const swallow = () =>
      db.transaction(() => {
        db.run(sql`DELETE FROM parent WHERE id < 10`)
        fileSystem.fail({ calls: ['writeSync'], code: 'ENOSPC', at: 1, times: 1 })
        // A small cache makes SQLite write in the middle of the statement.
        refusalOf(() => db.transaction(() => db.insertMany('child', ['parent_id', 'note'], bulk())))
        refusalOf(() => db.run(sql`INSERT INTO parent (name) VALUES ('left over')`))
      })
    openConnectionWithSmallCache(db)
    expect(refusalOf(swallow)).toBe('E-SAVE-FULL')
    expect(db.value(oldRows)).toBe(rowCount)
    expect(db.value(sql`SELECT count(*) FROM child`)).toBe(0)
    expect(db.value(sql`SELECT count(*) FROM parent WHERE name = 'left over'`)).toBe(0)
    renameAll(workspace)
    expect(db.value(newRows)).toBe(rowCount)
  })
})

function openConnectionWithSmallCache(db: OpenWorkspace['db']): void {
  db.value(definition('PRAGMA cache_size = 10'))
}

function* bulk(): Generator<[number, string]> {
  for (let index = 0; index < 5000; index += 1) yield [1 + rowCount / 2, `note ${index} ${'y'.repeat(100)}`]
}

const before = `Error: ${rowCount} 0 0`
const after = `Error: 0 ${rowCount} 0`

describe('when the disk fails at any step of a copy', () => {
  it.each([
    { call: 'fstatSync', code: 'EIO', refusals: ['E-SAVE-IO', 'E-OPEN-IO'] },
    // What was written is read back: without the right to, it is as good as missing.
    { call: 'openSync', code: 'EPERM', refusals: ['E-SAVE-RO', 'E-OPEN-MISSING'] },
    { call: 'writeSync', code: 'ENOSPC', refusals: ['E-SAVE-FULL'] },
  ] as const)(
    '$code of $call: refused with its code, nothing of the copy is left, and the next one is whole',
    (fault) => {
      const folder = testDirectory()
      const path = join(folder, 'a.timbang')
      prepare(path)
      const fileSystem = failingFileSystem()
      const workspace = openWorkspaceFile(engine, path, migrations, { fileSystem })
      onTestFinished(() => workspace.close())
      const target = join(folder, 'copy.timbang')
      for (let at = 1; ; at += 1) {
        fileSystem.fail({ calls: [fault.call], code: fault.code, times: 1, at })
        const refusal = refusalOf(() => workspace.saveCopy(target))
        const met = fileSystem.failed()
        fileSystem.fail(undefined)
        if (!met) break
        // A look that only asked whether a journal was there may fail without harm.
        if (refusal !== 'no refusal') {
          expect(fault.refusals, `${fault.call} ${at}`).toContain(refusal)
          expect(fs.readdirSync(folder).filter((name) => name.includes('copy'))).toEqual([])
        }
        fs.rmSync(target, { force: true })
      }
      const copy = openWorkspaceFile(engine, target, migrations)
      onTestFinished(() => copy.close())
      expect([copy.db.value(oldRows), copy.checkIntegrity()]).toEqual([rowCount, []])
    },
  )
})

describe('a process that ends at any step of a commit', () => {
  /** The file and its journal as they are on disk after `at` changing calls, in a directory of their own. */
  function diskAfter(at: number, pragma: string): { path: string; finished: boolean } {
    const path = join(testDirectory(), 'a.timbang')
    prepare(path)
    const fileSystem = failingFileSystem()
    const db = openConnection(engine, { path, readOnly: false, fileSystem })
    db.pragma(pragma)
    fileSystem.fail({ calls: changingCalls, code: 'EIO', at, times: Number.MAX_SAFE_INTEGER })
    const refusal = refusalOf(() => renameAll({ db }))
    const left = join(testDirectory(), 'left.timbang')
    for (const suffix of ['', '-journal']) {
      if (fs.existsSync(path + suffix)) copyBytes(path + suffix, left + suffix)
    }
    db.close()
    return { path: left, finished: refusal === 'no refusal' }
  }

  function copyBytes(from: string, to: string): void {
    fs.writeFileSync(to, fs.readFileSync(from))
  }

  function stateOf(path: string): string {
    return refusalOf(() => {
      const workspace = openWorkspaceFile(engine, path, migrations)
      try {
        const counts = [workspace.db.value(oldRows), workspace.db.value(newRows), workspace.checkIntegrity().length]
        throw new Error(counts.join(' '))
      } finally {
        workspace.close()
      }
    })
  }

  it('leaves the state before or after, never one between', () => {
    let last = ''
    for (let at = 1; ; at += 1) {
      const { path, finished } = diskAfter(at, 'journal_mode = TRUNCATE')
      last = stateOf(path)
      expect([before, after]).toContain(last)
      if (finished) break
    }
    expect(last).toBe(after)
  })

  it('negative control: without a journal the same ends leave a broken file', () => {
    const states: string[] = []
    for (let at = 2; at < 20; at += 3) states.push(stateOf(diskAfter(at, 'journal_mode = OFF').path))
    expect(states.some((state) => state !== before && state !== after)).toBe(true)
  })

  it('is rolled back for a reader too, before it reads', () => {
    for (const at of [8, 12, 14]) {
      const { path } = diskAfter(at, 'journal_mode = TRUNCATE')
      const reader = openWorkspaceFile(engine, path, migrations, { readOnly: true })
      expect(reader.db.value(oldRows)).toBe(rowCount)
      expect(reader.readOnly).toBe(true)
      reader.close()
    }
  })
})

describe('a really full disk', () => {
  it('refuses with E-SAVE-FULL, keeps the earlier rows, and saves again after room was made', (test) => {
    const directory = testDirectory()
    if (
      process.platform !== 'linux' ||
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', directory]).status
    ) {
      return test.skip('mounting a small file system needs root on Linux')
    }
    onTestFinished(() => void spawnSync('umount', ['-l', directory]))
    const workspace = createWorkspaceFile(engine, join(directory, 'a.timbang'), migrations)
    const { db } = workspace
    db.run(sql`INSERT INTO parent (name) VALUES ('first')`)
    const filler = join(directory, 'filler')
    fs.writeFileSync(filler, Buffer.alloc(1_000_000))
    expect(refusalOf(() => db.insertMany('child', ['parent_id', 'note'], rows()))).toBe('E-SAVE-FULL')
    expect(refusalOf(() => workspace.saveCopy(join(directory, 'copy.timbang')))).toBe('no refusal')
    expect(db.value(sql`SELECT count(*) FROM child`)).toBe(0)
    fs.rmSync(filler)
    expect(db.insertMany('child', ['parent_id', 'note'], rows())).toBe(5000)
    expect(refusalOf(() => workspace.saveCopy(join(directory, 'second.timbang')))).toBe('E-SAVE-FULL')
    expect(fs.readdirSync(directory).sort()).toEqual(['a.timbang', 'a.timbang-journal', 'copy.timbang'])
    expect(workspace.checkIntegrity()).toEqual([])
    workspace.close()
  })

  function* rows(): Generator<[number, string]> {
    for (let index = 0; index < 5000; index += 1) yield [1, `note ${index} ${'y'.repeat(200)}`]
  }
})

describe('a disk that fails while the file is opened', () => {
  it.each(['EIO', 'EMFILE'])('says that the disk cannot be read, and leaves the file free (%s)', (code) => {
    const path = join(testDirectory(), 'a.timbang')
    prepare(path)
    const fileSystem = failingFileSystem()
    const deaf = {
      ...fileSystem,
      openSync: () => {
        throw Object.assign(new Error(code), { code })
      },
    }
    expect(refusalOf(() => openWorkspaceFile(engine, path, migrations, { fileSystem: deaf }))).toBe('E-OPEN-IO')
    openWorkspaceFile(engine, path, migrations).close()
  })

  it('never calls a file damaged that the disk only failed to give', () => {
    const path = join(testDirectory(), 'a.timbang')
    prepare(path)
    const before = sha256(path)
    // Every n-th reading fails in turn, until an opening meets no failure.
    for (let at = 1; ; at += 1) {
      let count = 0
      const failing = {
        ...failingFileSystem(),
        readSync: ((...parameters: Parameters<typeof fs.readSync>) => {
          count += 1
          if (count === at) throw Object.assign(new Error('EIO: injected'), { code: 'EIO' })
          return fs.readSync(...parameters)
        }) as typeof fs.readSync,
      }
      const refusal = refusalOf(() => openWorkspaceFile(engine, path, migrations, { fileSystem: failing }).close())
      expect(sha256(path)).toBe(before)
      if (count < at) break
      expect(['E-OPEN-IO', 'no refusal']).toContain(refusal)
    }
  })
})

describe('a disk that cannot say whether the file is still ours', () => {
  it('refuses the change as a failure of the disk, not as a replaced file, and goes on when it is well again', () => {
    const path = join(testDirectory(), 'a.timbang')
    prepare(path)
    let deaf = false
    const fileSystem = {
      ...failingFileSystem(),
      statSync: ((...parameters: Parameters<typeof fs.statSync>) => {
        if (deaf) throw Object.assign(new Error('EIO: injected'), { code: 'EIO' })
        return fs.statSync(...parameters)
      }) as typeof fs.statSync,
    }
    const workspace = openWorkspaceFile(engine, path, migrations, { fileSystem })
    deaf = true
    expect(refusalOf(() => renameAll(workspace))).toBe('E-SAVE-IO')
    expect(refusalOf(() => workspace.isOurs())).toBe('E-SAVE-IO')
    deaf = false
    renameAll(workspace)
    expect(workspace.db.value(newRows)).toBe(rowCount)
    workspace.close()
  })
})

describe('a file that changes under us', () => {
  function opened(): OpenWorkspace {
    const path = join(testDirectory(), 'a.timbang')
    prepare(path)
    const workspace = openWorkspaceFile(engine, path, migrations)
    onTestFinished(() => workspace.close())
    return workspace
  }

  it('replaced by another one: the next change is refused, the stranger stays untouched, the old rows are readable', () => {
    const workspace = opened()
    const stranger = `${workspace.path}.stranger`
    prepare(stranger)
    fs.renameSync(stranger, workspace.path)
    const before = sha256(workspace.path)
    expect(refusalOf(() => renameAll(workspace))).toBe('E-SAVE-REPLACED')
    expect(sha256(workspace.path)).toBe(before)
    expect(workspace.db.value(oldRows)).toBe(rowCount)
  })

  it('deleted: the next change is refused, and a copy can still be saved', () => {
    const workspace = opened()
    fs.unlinkSync(workspace.path)
    expect(refusalOf(() => renameAll(workspace))).toBe('E-SAVE-REPLACED')
    const copy = `${workspace.path}.rescued`
    workspace.saveCopy(copy)
    const rescued = openWorkspaceFile(engine, copy, migrations)
    expect(rescued.db.value(oldRows)).toBe(rowCount)
    rescued.close()
  })

  it('changed by another program: the next change is refused until the file is opened again', (test) => {
    if (sqlite3Missing !== undefined) test.skip(sqlite3Missing)
    const workspace = opened()
    renameAll(workspace)
    sqlite3(workspace.path, "UPDATE parent SET name = 'by hand' WHERE id = 1")
    expect(refusalOf(() => renameAll(workspace))).toBe('E-SAVE-REPLACED')
    workspace.close()
    const again = openWorkspaceFile(engine, workspace.path, migrations)
    expect(again.db.value(sql`SELECT name FROM parent WHERE id = 1`)).toBe('by hand')
    renameAll(again)
    expect(again.checkIntegrity()).toEqual([])
    again.close()
  })
})
