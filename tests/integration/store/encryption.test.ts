import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import {
  addRecoveryKey,
  changePassphrase,
  createEncryptedWorkspace,
  damagedBlocks,
  decryptInPlace,
  encryptInPlace,
  headNeedsMending,
  newKey,
  openEncryptedWorkspace,
  removeRecoveryKey,
  toPlainCopy,
  unlock,
} from '#data/store/encryption/encryption.ts'
import { headSize, slotSize } from '#data/store/encryption/file-header.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { HostFileSystem } from '#data/store/host-file-system.ts'
import { sql } from '#data/store/sql.ts'
import {
  checkWorkspacePages,
  createWorkspaceFile,
  type OpenWorkspace,
  openWorkspaceFile,
} from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { cheapKdf, refusalOf, sha256, sqlite3, sqlite3Missing, testDirectory, testEngine } from './support.ts'
import { firstSchema, secondSchema } from './test-schema.ts'

const engine = await testEngine()
const migrations = [firstSchema]
const passphrase = 'rahasia-panjang-sekali-2026'
const options = { kdf: cheapKdf }
const secretName = 'Siti Nurhaliza binti Kanari'

let key: WorkspaceKey
beforeAll(async () => {
  key = await newKey(passphrase, options)
})

function fill({ db }: Pick<OpenWorkspace, 'db'>, rows = 60): void {
  db.insertMany(
    'parent',
    ['name'],
    Array.from({ length: rows }, (_, index) => [`${secretName} ${index} ${'x'.repeat(200)}`]),
  )
  // No index repeats these: in a plain file nothing would miss a letter of them.
  db.insertMany(
    'child',
    ['parent_id', 'note'],
    Array.from({ length: rows }, (_, index) => [1 + index, `${secretName} ${'note '.repeat(40)}`]),
  )
}

/** A closed encrypted workspace with some pages in it. */
function prepare(name = 'a.timbang'): string {
  const path = join(testDirectory(), name)
  const workspace = createEncryptedWorkspace(engine, path, migrations, key)
  fill(workspace)
  workspace.close()
  return path
}

function contentOf({ db }: Pick<OpenWorkspace, 'db'>): string {
  return JSON.stringify([db.all(sql`SELECT * FROM parent ORDER BY id`), db.all(sql`SELECT * FROM child ORDER BY id`)])
}

/** Opens, looks, closes. */
function look<T>(path: string, work: (workspace: OpenWorkspace) => T, with_ = key): T {
  const workspace = openEncryptedWorkspace(engine, path, migrations, with_)
  try {
    return work(workspace)
  } finally {
    workspace.close()
  }
}

async function refusalOfPromise(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw new Error(`no refusal but ${String(error)}`)
}

describe('an encrypted workspace', () => {
  it('keeps its rows over closing, transactions and rolled back ones', () => {
    const path = prepare()
    look(path, (workspace) => {
      expect(workspace.db.value(sql`SELECT count(*) FROM parent`)).toBe(60)
      expect(
        refusalOf(() =>
          workspace.db.transaction(() => {
            workspace.db.run(sql`DELETE FROM child`)
            throw new AppError('E-CANCELLED')
          }),
        ),
      ).toBe('E-CANCELLED')
      workspace.db.run(sql`UPDATE parent SET name = name || '!' WHERE id = 1`)
    })
    look(path, (workspace) => {
      expect(workspace.db.value(sql`SELECT count(*) FROM parent WHERE name LIKE '%!'`)).toBe(1)
      expect(workspace.db.value(sql`SELECT count(*) FROM parent`)).toBe(60)
      expect(workspace.checkIntegrity()).toEqual([])
    })
    expect(fs.readdirSync(join(path, '..'))).toEqual(['a.timbang'])
    expect(() => checkWorkspacePages(engine, path, encryptedFileSystem(key))).not.toThrow()
  })

  it('spills pages in the middle of a transaction and takes them back', () => {
    const path = prepare()
    look(path, (workspace) => {
      const before = contentOf(workspace)
      workspace.db.value(sql`PRAGMA cache_size = 10`)
      expect(
        refusalOf(() =>
          workspace.db.transaction(() => {
            for (let round = 0; round < 5; round += 1)
              workspace.db.run(sql`UPDATE parent SET name = ${`${round} `} || name`)
            throw new AppError('E-CANCELLED')
          }),
        ),
      ).toBe('E-CANCELLED')
      expect(contentOf(workspace)).toBe(before)
      expect(workspace.checkIntegrity()).toEqual([])
    })
  })

  it('shows nobody without the key a letter of it, not even beside it while it is written', () => {
    const path = prepare()
    look(path, (workspace) => {
      workspace.db.transaction(() => {
        workspace.db.run(sql`UPDATE parent SET name = name || '?'`)
        workspace.db.value(sql`PRAGMA cache_size = 5`)
        for (const name of fs.readdirSync(join(path, '..'))) {
          const bytes = fs.readFileSync(join(path, '..', name))
          for (const word of ['Siti', 'parent', 'SQLite format', passphrase, 'CREATE TABLE']) {
            expect(bytes.includes(word)).toBe(false)
          }
        }
      })
    })
    expect(isEncrypted(path)).toBe(true)
  })

  it.skipIf(sqlite3Missing)('cannot be read by the stock sqlite3 program', () => {
    const path = prepare()
    expect(() => execFileSync('sqlite3', [path, 'SELECT count(*) FROM parent'], { stdio: 'pipe' })).toThrow(
      /not a database/,
    )
    const plain = join(path, '..', 'plain.timbang')
    look(path, (workspace) => toPlainCopy(workspace, plain))
    // Control: the plain copy can.
    expect(sqlite3(plain, 'SELECT count(*) FROM parent')).toBe('60')
  })

  it('says that it is encrypted when opened without a key, and stays as it is', () => {
    const path = prepare()
    const before = sha256(path)
    expect(refusalOf(() => openWorkspaceFile(engine, path, migrations))).toBe('E-OPEN-ENCRYPTED')
    expect(refusalOf(() => createWorkspaceFile(engine, path, migrations))).toBe('E-OPEN-EXISTS')
    expect(sha256(path)).toBe(before)
  })

  it('is copied aside, encrypted, before it is brought up to date', () => {
    const path = prepare()
    const workspace = openEncryptedWorkspace(engine, path, [firstSchema, secondSchema], key)
    expect(workspace.db.value(sql`SELECT count(colour) FROM parent`)).toBe(60)
    workspace.close()
    const copy = path.replace('.timbang', '.before-v20.timbang')
    expect(isEncrypted(copy)).toBe(true)
    expect(look(copy, ({ db }) => db.value(sql`SELECT count(*) FROM parent`))).toBe(60)
  })

  it('is made whole or not at all when the disk is full', () => {
    for (let at = 1; ; at += 3) {
      const disk = failingFileSystem()
      const path = join(testDirectory(), 'a.timbang')
      disk.fail({ calls: ['writeSync'], code: 'ENOSPC', at, times: 1 })
      const refusal = refusalOf(() =>
        createEncryptedWorkspace(engine, path, migrations, key, { fileSystem: disk }).close(),
      )
      if (!disk.failed()) break
      expect(refusal).toBe('E-SAVE-FULL')
      expect(fs.readdirSync(join(path, '..'))).toEqual([])
    }
  }, 120_000)

  it('loses nothing when the disk fails at any step of a commit', () => {
    for (const failure of [
      { calls: ['writeSync'] as const, code: 'ENOSPC' as const, refusal: 'E-SAVE-FULL' },
      { calls: ['fdatasyncSync', 'ftruncateSync'] as const, code: 'EIO' as const, refusal: 'E-SAVE-IO' },
    ]) {
      const path = prepare()
      const prepared = fs.readFileSync(path)
      for (let at = 1; ; at += 1) {
        fs.writeFileSync(path, prepared)
        const disk = failingFileSystem()
        const workspace = openEncryptedWorkspace(engine, path, migrations, key, { fileSystem: disk })
        disk.fail({ calls: failure.calls, code: failure.code, at, times: 1 })
        const refusal = refusalOf(() => workspace.db.run(sql`UPDATE parent SET name = 'new ' || id`))
        const met = disk.failed()
        disk.fail(undefined)
        workspace.close()
        if (!met) break
        const news = look(path, ({ db, checkIntegrity }) => {
          expect(checkIntegrity()).toEqual([])
          return db.value<number>(sql`SELECT count(*) FROM parent WHERE name LIKE 'new %'`) ?? 0
        })
        if (refusal === 'no refusal') expect(news).toBe(60)
        else expect([refusal, [0, 60].includes(news)]).toEqual([failure.refusal, true])
      }
    }
  }, 120_000)
})

describe('the secrets of a workspace', () => {
  it('opens with the right passphrase and says at once that another is wrong, without showing either', async () => {
    const path = prepare()
    const before = sha256(path)
    const error = await refusalOfPromise(unlock(path, 'another passphrase'))
    expect(error.code).toBe('E-OPEN-PASS')
    expect(JSON.stringify([error.message, error.params, String(error.stack)])).not.toMatch(/another|rahasia/)
    expect(look(path, ({ db }) => db.value(sql`SELECT count(*) FROM parent`), await unlock(path, passphrase))).toBe(60)
    expect(fs.readFileSync(path).includes(passphrase)).toBe(false)
    expect(sha256(path)).toBe(before)
  })

  it('refuses what is no encrypted workspace', async () => {
    const path = join(testDirectory(), 'plain.timbang')
    createWorkspaceFile(engine, path, migrations).close()
    expect((await refusalOfPromise(unlock(path, passphrase))).code).toBe('E-OPEN-FOREIGN')
    expect((await refusalOfPromise(unlock(`${path}.none`, passphrase))).code).toBe('E-OPEN-MISSING')
    expect((await refusalOfPromise(changePassphrase(`${path}.none`, passphrase, passphrase))).code).toBe(
      'E-OPEN-MISSING',
    )
    expect(isEncrypted(path)).toBe(false)
  })

  it('changes the passphrase by writing the head alone', async () => {
    const path = prepare()
    const { key: withRecovery, recoveryKey } = await addRecoveryKey(path, passphrase)
    expect(withRecovery.keys.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery'])
    const before = fs.readFileSync(path)
    const changed = await changePassphrase(path, recoveryKey.toLowerCase(), 'a new passphrase, longer', options)
    const after = fs.readFileSync(path)
    expect(after.subarray(headSize).equals(before.subarray(headSize))).toBe(true)
    expect(after.subarray(0, headSize).equals(before.subarray(0, headSize))).toBe(false)
    expect((await refusalOfPromise(unlock(path, passphrase))).code).toBe('E-OPEN-PASS')
    for (const secret of ['a new passphrase, longer', recoveryKey]) {
      expect(look(path, ({ db }) => db.value(sql`SELECT count(*) FROM parent`), await unlock(path, secret))).toBe(60)
    }
    expect(look(path, ({ db }) => db.value(sql`SELECT count(*) FROM parent`), changed)).toBe(60)
    // The withdrawn secrets are in neither slot.
    await removeRecoveryKey(path, 'a new passphrase, longer')
    expect((await refusalOfPromise(unlock(path, recoveryKey))).code).toBe('E-OPEN-PASS')
    for (const slot of [0, 1]) {
      const head = fs
        .readFileSync(path)
        .subarray(slot * slotSize, (slot + 1) * slotSize)
        .toString('latin1')
      expect(head).not.toContain(key.keys[0]?.sealed)
      expect(head).not.toContain('recovery')
    }
  })

  it('refuses to change them while the workspace is open, and a short passphrase always', async () => {
    const path = prepare()
    const before = sha256(path)
    expect((await refusalOfPromise(changePassphrase(path, passphrase, 'short', options))).code).toBe('E-KEY-SHORT')
    expect((await refusalOfPromise(changePassphrase(path, 'wrong passphrase', passphrase, options))).code).toBe(
      'E-OPEN-PASS',
    )
    expect(sha256(path)).toBe(before)
    const workspace = openEncryptedWorkspace(engine, path, migrations, key)
    expect((await refusalOfPromise(changePassphrase(path, passphrase, passphrase, options))).code).toBe('E-OPEN-LOCKED')
    workspace.close()
  })

  it('opens by the other slot when one is damaged, and mends it', async () => {
    const path = prepare()
    const sound = fs.readFileSync(path)
    for (const slot of [0, 1]) {
      const damaged = Buffer.from(sound)
      damaged.fill(0x55, slot * slotSize + 100, slot * slotSize + 900)
      fs.writeFileSync(path, damaged)
      expect(headNeedsMending(path)).toBe(true)
      expect(look(path, ({ db }) => db.value(sql`SELECT count(*) FROM parent`), await unlock(path, passphrase))).toBe(
        60,
      )
      expect(headNeedsMending(path)).toBe(false)
    }
    const bothGone = Buffer.from(sound)
    for (const slot of [0, 1]) bothGone.fill(0x55, slot * slotSize + 100, slot * slotSize + 900)
    fs.writeFileSync(path, bothGone)
    expect((await refusalOfPromise(unlock(path, passphrase))).code).toBe('E-OPEN-DAMAGED')
    expect(refusalOf(() => openWorkspaceFile(engine, path, migrations, { fileSystem: encryptedFileSystem(key) }))).toBe(
      'E-OPEN-DAMAGED',
    )
    expect(fs.readFileSync(path).equals(bothGone)).toBe(true)
  })

  it('leaves one passphrase that opens when changing it is cut off at any write', async () => {
    const path = prepare()
    const sound = fs.readFileSync(path)
    await changePassphrase(path, passphrase, 'a new passphrase, longer', options)
    const changed = fs.readFileSync(path)
    // The first slot to be written is the older one: 0. Then 1.
    for (const [slot, valid] of [
      [0, passphrase],
      [1, 'a new passphrase, longer'],
    ] as const) {
      for (const cut of [1, 512, 1024, 3000]) {
        const torn = Buffer.concat([changed.subarray(0, slot * slotSize + cut), sound.subarray(slot * slotSize + cut)])
        fs.writeFileSync(path, torn)
        expect(look(path, ({ db }) => db.value(sql`SELECT count(*) FROM parent`), await unlock(path, valid))).toBe(60)
        expect(headNeedsMending(path)).toBe(false)
      }
    }
  })
})

describe('copies and the way in and out of encryption', () => {
  it('copies encrypted to encrypted, with a file number and blocks of its own', async () => {
    const path = prepare()
    const target = join(path, '..', 'b.timbang')
    look(path, (workspace) => {
      workspace.saveCopy(target)
      expect(refusalOf(() => workspace.saveCopy(target))).toBe('E-OPEN-EXISTS')
      workspace.saveCopy(target, { overwrite: true })
    })
    expect(isEncrypted(target)).toBe(true)
    const content = look(path, contentOf)
    expect(look(target, contentOf, await unlock(target, passphrase))).toBe(content)
    // A block of the copy in the place of the same block of the original is found.
    const bytes = fs.readFileSync(path)
    fs.readFileSync(target).copy(bytes, headSize + 4124, headSize + 4124, headSize + 2 * 4124)
    fs.writeFileSync(path, bytes)
    expect(refusalOf(() => look(path, contentOf))).toBe('E-OPEN-DAMAGED')
  })

  it('encrypts a plain workspace in its place, and makes it plain again', async () => {
    const path = join(testDirectory(), 'a.timbang')
    const plain = createWorkspaceFile(engine, path, migrations)
    fill(plain)
    const content = contentOf(plain)
    expect(refusalOf(() => encryptInPlace(engine, path, migrations, key))).toBe('E-OPEN-LOCKED')
    plain.close()
    encryptInPlace(engine, path, migrations, key)
    expect(isEncrypted(path)).toBe(true)
    expect(look(path, contentOf, await unlock(path, passphrase))).toBe(content)
    decryptInPlace(engine, path, migrations, key)
    const again = openWorkspaceFile(engine, path, migrations)
    expect(contentOf(again)).toBe(content)
    again.close()
    expect(fs.readdirSync(join(path, '..'))).toEqual(['a.timbang'])
  })

  it('leaves the workspace as it was when that fails', () => {
    const path = join(testDirectory(), 'a.timbang')
    const plain = createWorkspaceFile(engine, path, migrations)
    fill(plain)
    plain.close()
    const before = sha256(path)
    const disk = failingFileSystem()
    disk.fail({ calls: ['writeSync'], code: 'ENOSPC', at: 5, times: 1000 })
    expect(refusalOf(() => encryptInPlace(engine, path, migrations, key, { fileSystem: disk }))).toBe('E-SAVE-FULL')
    expect(sha256(path)).toBe(before)
    expect(fs.readdirSync(join(path, '..'))).toEqual(['a.timbang'])
  })
})

describe('a flipped bit', () => {
  /** What came of opening and reading everything: a refusal, the right content, or other content. */
  function outcome(content: string, open: () => OpenWorkspace): 'refused' | 'same' | 'changed' {
    let workspace: OpenWorkspace | undefined
    try {
      workspace = open()
      const same = contentOf(workspace) === content
      const sound = workspace.checkIntegrity().length === 0
      if (!sound) return 'refused'
      return same ? 'same' : 'changed'
    } catch {
      return 'refused'
    } finally {
      workspace?.close()
    }
  }

  function flipped(sound: Buffer, bit: number): Buffer {
    const bytes = Buffer.from(sound)
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    return bytes
  }

  const flips = 500

  it('is found wherever it is in an encrypted file, and never changes a row', () => {
    const path = prepare()
    const content = look(path, contentOf)
    const sound = fs.readFileSync(path)
    const tally = { refused: 0, same: 0, changed: 0, mended: 0 }
    fc.assert(
      fc.property(fc.nat(sound.length * 8 - 1), (bit) => {
        fs.writeFileSync(path, flipped(sound, bit))
        if (bit >> 3 < headSize) {
          // The head is there twice: it opens by the other slot, says so, and is whole again afterwards.
          expect(headNeedsMending(path)).toBe(true)
          expect(outcome(content, () => openEncryptedWorkspace(engine, path, migrations, key))).toBe('same')
          expect(headNeedsMending(path)).toBe(false)
          tally.mended += 1
        } else {
          const now = outcome(content, () => openEncryptedWorkspace(engine, path, migrations, key))
          tally[now] += 1
          expect(now).toBe('refused')
        }
      }),
      { numRuns: flips },
    )
    expect(tally.refused + tally.mended).toBe(flips)
    expect(tally.changed).toBe(0)
  }, 120_000)

  it('is found in a free page, too, which no check of SQLite reads', () => {
    const path = prepare()
    look(path, ({ db }) => db.transaction(() => [db.run(sql`DELETE FROM child`), db.run(sql`DELETE FROM parent`)]))
    const sound = fs.readFileSync(path)
    expect(damagedBlocks(path, key)).toEqual([])
    let unread = 0
    const blocks = (sound.length - headSize) / 4124
    for (let block = 1; block < blocks; block += 1) {
      fs.writeFileSync(path, flipped(sound, (headSize + block * 4124 + 1000) * 8))
      expect(damagedBlocks(path, key)).toEqual([block])
      if (outcome('[[],[]]', () => openEncryptedWorkspace(engine, path, migrations, key)) === 'same') unread += 1
    }
    // Control: SQLite alone would not have noticed.
    expect(unread).toBeGreaterThan(0)
  })

  it('negative control: in a plain file many are not', () => {
    const path = join(testDirectory(), 'a.timbang')
    const workspace = createWorkspaceFile(engine, path, migrations)
    fill(workspace)
    const content = contentOf(workspace)
    workspace.close()
    const sound = fs.readFileSync(path)
    let changed = 0
    for (let round = 0; round < 60; round += 1) {
      fs.writeFileSync(path, flipped(sound, randomBytes(4).readUInt32BE(0) % (sound.length * 8)))
      if (outcome(content, () => openWorkspaceFile(engine, path, migrations)) === 'changed') changed += 1
    }
    expect(changed).toBeGreaterThan(0)
  }, 60_000)
})

/** Both files as they are on disk at one moment. */
interface Snapshot {
  readonly main: Buffer
  readonly journal: Buffer
}

describe('a crash in the middle of a commit', () => {
  /** The files as they are on disk at the n-th sync of a transaction that spills its pages. */
  function snapshots(path: string): readonly Snapshot[] {
    const taken: Snapshot[] = []
    const disk = failingFileSystem()
    const watched: HostFileSystem = {
      ...disk,
      fdatasyncSync(descriptor) {
        disk.fdatasyncSync(descriptor)
        if (fs.existsSync(`${path}-journal`)) {
          taken.push({ main: fs.readFileSync(path), journal: fs.readFileSync(`${path}-journal`) })
        }
      },
    }
    const workspace = openEncryptedWorkspace(engine, path, migrations, key, { fileSystem: watched })
    workspace.db.value(sql`PRAGMA cache_size = 4`)
    workspace.db.transaction(() => {
      for (let round = 0; round < 3; round += 1) workspace.db.run(sql`UPDATE parent SET name = ${`${round} `} || name`)
    })
    workspace.close()
    return taken
  }

  /**
   * Blocks that had changed by then were being written when the power failed: their first bytes are new, the others old.
   * With an empty journal the database was already synced, whole.
   */
  function tornStates(original: Buffer, { main, journal }: Snapshot): readonly Buffer[] {
    if (journal.length === 0) return [main]
    return [0, 512, 4000].map((tear) => {
      const torn = Buffer.from(main)
      for (let start = headSize; start < original.length; start += 4124) {
        const old = original.subarray(start, start + 4124)
        if (!old.equals(main.subarray(start, start + 4124))) old.subarray(tear).copy(torn, start + tear)
      }
      return torn
    })
  }

  it('is put back, also when blocks of the database were cut off in writing', () => {
    const path = prepare()
    const before = look(path, contentOf)
    const original = fs.readFileSync(path)
    const taken = snapshots(path)
    const after = look(path, contentOf)
    expect(taken.length).toBeGreaterThan(4)
    const found: string[] = []
    for (const snapshot of taken) {
      for (const torn of tornStates(original, snapshot)) {
        fs.writeFileSync(path, torn)
        fs.writeFileSync(`${path}-journal`, snapshot.journal)
        found.push(
          look(path, (workspace) => (workspace.checkIntegrity().length > 0 ? 'defects' : contentOf(workspace))),
        )
      }
    }
    expect(new Set(found)).toEqual(new Set([before, after]))
    expect(found.filter((content) => content === before).length).toBeGreaterThan(4)
  })

  it('control: without its journal a torn database is refused and stays as it is', () => {
    const path = prepare()
    const taken = snapshots(path)
    const middle = taken[Math.floor(taken.length / 2)]?.main
    const broken = Buffer.from(middle ?? [])
    broken.fill(0x33, headSize + 50, headSize + 60)
    fs.writeFileSync(path, broken)
    expect(refusalOf(() => look(path, contentOf))).toBe('E-OPEN-DAMAGED')
    expect(fs.readFileSync(path).equals(broken)).toBe(true)
  })
})
