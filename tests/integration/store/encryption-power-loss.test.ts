import fs from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { createEncryptedWorkspace, newKey } from '#data/store/encryption/encryption.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'
import { definition, sql } from '#data/store/sql.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { afterPowerCut, type RecordingFileSystem, recordingFileSystem } from './recording-file-system.ts'
import { cheapKdf, refusalOf, testDirectory, testEngine } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()
const migrations = [firstSchema]
// Releases try many more: TIMBANG_CUTS=10000.
const cuts = Number(process.env.TIMBANG_CUTS ?? 60)
const rounds = 6
const seed = Number(process.env.TIMBANG_SEED ?? 20_261_122)

let key: WorkspaceKey
beforeAll(async () => {
  key = await newKey('a passphrase for tests', { kdf: cheapKdf })
})

/** Repeatable chance (mulberry32). */
function chanceOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Recorded {
  readonly path: string
  readonly before: Buffer
  readonly disk: RecordingFileSystem
  readonly layerOn: (disk: HostFileSystem) => HostFileSystem
}

/** A few commits that rename every row, with so small a cache that pages reach the file before the commit. */
function record(setting: string, layerOn = (disk: HostFileSystem) => encryptedFileSystem(key, disk)): Recorded {
  const path = join(testDirectory(), 'a.timbang')
  const made = createEncryptedWorkspace(engine, path, migrations, key)
  made.db.insertMany(
    'parent',
    ['name'],
    Array.from({ length: 120 }, (_, index) => [`0 ${index} ${'x'.repeat(300)}`]),
  )
  made.close()
  const before = fs.readFileSync(path)
  const disk = recordingFileSystem()
  const workspace = openWorkspaceFile(engine, path, migrations, { fileSystem: layerOn(disk) })
  workspace.db.value(sql`PRAGMA cache_size = 6`)
  if (setting !== '') workspace.db.value(definition(`PRAGMA ${setting}`))
  for (let round = 1; round <= rounds; round += 1) {
    workspace.db.transaction(() => {
      workspace.db.run(sql`UPDATE parent SET name = ${`${round} `} || id || ${'y'.repeat(250 + 40 * round)}`)
      workspace.db.run(sql`INSERT INTO child (parent_id, note) VALUES (1, ${String(round)})`)
    })
    disk.acknowledge(round)
  }
  workspace.close()
  return { path, before, disk, layerOn }
}

/**
 * The plain way to encrypt a journal: block by block, each in its place, and what does not authenticate reads as zeros.
 * Its blocks are kept here in the way of a database, which is written so.
 */
function withJournalInPlace(layer: HostFileSystem): HostFileSystem {
  const inPlace = (path: string) => path.replace(/-journal$/, '-in-place')
  return {
    ...layer,
    openSync: (path, flags, mode) => layer.openSync(inPlace(String(path)), flags, mode),
    unlinkSync: (path) => layer.unlinkSync(inPlace(String(path))),
    accessSync: (path, mode) => layer.accessSync(inPlace(String(path)), mode),
    statSync: ((path: string, options: { bigint: true }) => layer.statSync(inPlace(path), options)) as never,
    readSync: ((descriptor: number, target: Uint8Array, offset: number, length: number, position: number) => {
      try {
        return layer.readSync(descriptor, target, offset, length, position)
      } catch (error) {
        if (!String(error).includes('-in-place')) throw error
        target.fill(0, offset, offset + length)
        return length
      }
    }) as never,
  }
}

/** Looking needs no durability, and syncing is what takes the time. */
const unsynced: HostFileSystem = { ...nodeFileSystem, fdatasyncSync: () => undefined, fsyncSync: () => undefined }

/** 'sound', or what is wrong after the power failed at this operation. */
function verdict({ path, before, disk, layerOn }: Recorded, cut: number, chance: () => number): string {
  const acknowledged = disk.operations
    .slice(0, cut)
    .reduce((last, operation) => (operation.kind === 'acknowledged' ? operation.round : last), 0)
  fs.writeFileSync(path, afterPowerCut(disk.operations, cut, path, before, chance))
  for (const journal of [`${path}-journal`, `${path}-in-place`]) {
    if (disk.operations.some((operation) => 'file' in operation && operation.file === journal)) {
      fs.writeFileSync(journal, afterPowerCut(disk.operations, cut, journal, Buffer.alloc(0), chance))
    }
  }
  let state = 'sound'
  const refusal = refusalOf(() => {
    const workspace = openWorkspaceFile(engine, path, migrations, { fileSystem: layerOn(unsynced) })
    try {
      const committed = workspace.db.value<number>(sql`SELECT count(*) FROM child`) ?? 0
      const generations = workspace.db.value(sql`SELECT count(DISTINCT substr(name, 1, 2)) FROM parent`)
      if (workspace.checkIntegrity().length > 0) state = 'defects'
      else if (generations !== 1) state = 'half a commit'
      else if (committed < acknowledged) state = 'acknowledged commit lost'
    } finally {
      workspace.close()
    }
  })
  return refusal === 'no refusal' ? state : refusal
}

function tally(recorded: Recorded, count: number): Record<string, number> {
  const chance = chanceOf(seed)
  const result: Record<string, number> = {}
  for (let index = 0; index < count; index += 1) {
    const cut = 1 + Math.floor(chance() * recorded.disk.operations.length)
    const now = verdict(recorded, cut, chance)
    result[now] = (result[now] ?? 0) + 1
  }
  return result
}

describe('a power cut while an encrypted workspace is written', () => {
  it(
    'leaves every acknowledged commit and nothing half done',
    () => {
      const recorded = record('')
      // The pages really reached the file in the middle of transactions: more syncs than four per commit.
      const syncs = recorded.disk.operations.filter(({ kind }) => kind === 'sync').length
      expect(syncs).toBeGreaterThan(rounds * 6)
      expect(tally(recorded, cuts)).toEqual({ sound: cuts })
    },
    60_000 + cuts * 500,
  )

  it('negative control: a journal whose blocks are written over in their places loses old pages', () => {
    const recorded = record('', (disk) => withJournalInPlace(encryptedFileSystem(key, disk)))
    const { sound = 0 } = tally(recorded, 60)
    expect(sound).toBeLessThan(60)
  }, 60_000)

  it('negative control: without syncing it does not', () => {
    const { sound = 0 } = tally(record('synchronous = OFF'), 30)
    expect(sound).toBeLessThan(15)
  }, 60_000)
})
