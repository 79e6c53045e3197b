import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { newKey } from '#data/store/encryption/encryption.ts'
import { headSize } from '#data/store/encryption/file-header.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { errorCode, type HostFileSystem } from '#data/store/host-file-system.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { cheapKdf, testDirectory } from './support.ts'

const block = 4096
const sealedBlock = 4124
let key: WorkspaceKey
let otherKey: WorkspaceKey

beforeAll(async () => {
  key = await newKey('a passphrase for tests', { kdf: cheapKdf })
  otherKey = await newKey('a passphrase for tests', { kdf: cheapKdf })
})

const { O_CREAT, O_RDONLY, O_RDWR } = fs.constants

/** Bytes that differ at every place. */
function pattern(length: number, seed: number): Buffer {
  const parts: Buffer[] = []
  for (let index = 0; index * 32 < length; index += 1) {
    parts.push(createHash('sha256').update(`${seed}/${index}`).digest())
  }
  return Buffer.concat(parts).subarray(0, length)
}

function put(system: HostFileSystem, descriptor: number, bytes: Buffer, position: number): void {
  expect(system.writeSync(descriptor, bytes, 0, bytes.length, position)).toBe(bytes.length)
}

function get(system: HostFileSystem, descriptor: number, length: number, position: number): Buffer {
  const target = Buffer.alloc(length + 2, 0xee)
  const got = system.readSync(descriptor, target, 1, length, position)
  // Nothing beside the place that was asked for is touched.
  expect([target[0], target[length + 1]]).toEqual([0xee, 0xee])
  return target.subarray(1, 1 + got)
}

function outcome(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return errorCode(error)
  }
}

/** A closed file of three and a half blocks, and where its bytes are. */
function prepared(name = 'a'): { path: string; content: Buffer } {
  const path = join(testDirectory(), name)
  const content = pattern(3 * block + 2000, 1)
  const system = encryptedFileSystem(key)
  const descriptor = system.openSync(path, O_RDWR | O_CREAT, 0o600)
  put(system, descriptor, content, 0)
  system.closeSync(descriptor)
  return { path, content }
}

function readAll(path: string, system = encryptedFileSystem(key)): unknown {
  return outcome(() => {
    const descriptor = system.openSync(path, O_RDONLY)
    try {
      return get(system, descriptor, 6 * block, 0)
    } finally {
      system.closeSync(descriptor)
    }
  })
}

const size = fc.oneof(
  fc.nat(9 * block),
  fc.nat(9).map((blocks) => blocks * block),
)
const step = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    at: size,
    length: fc.oneof(fc.nat(100), fc.nat(3 * block)),
    seed: fc.nat(),
  }),
  fc.record({ do: fc.constant('page' as const), at: fc.nat(70), seed: fc.nat() }),
  fc.record({ do: fc.constant('read' as const), at: size, length: fc.nat(5 * block) }),
  fc.record({ do: fc.constant('truncate' as const), to: fc.oneof(size, fc.constant(0)) }),
  fc.record({ do: fc.constant('sync' as const) }),
  fc.record({ do: fc.constant('reopen' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The same steps on an encrypted file and on plain bytes in memory. */
function compare(path: string, steps: readonly Step[]): void {
  let system = encryptedFileSystem(key)
  let descriptor = system.openSync(path, O_RDWR | O_CREAT, 0o600)
  let model: Buffer = Buffer.alloc(0)

  function grown(to: number): Buffer {
    return Buffer.concat([model, Buffer.alloc(Math.max(0, to - model.length))])
  }
  function write(bytes: Buffer, at: number): void {
    put(system, descriptor, bytes, at)
    if (bytes.length > 0) model = grown(at + bytes.length)
    bytes.copy(model, at)
  }
  const acts: { readonly [Name in Step['do']]: (now: Extract<Step, { do: Name }>) => void } = {
    // One byte at least: writing none far outside is nothing SQLite does.
    write: ({ at, length, seed }) => write(pattern(length + 1, seed), at),
    page: ({ at, seed }) => write(pattern(block, seed), at * block),
    read: ({ at, length }) => {
      expect(get(system, descriptor, length, at).equals(model.subarray(at, at + length))).toBe(true)
    },
    truncate: ({ to }) => {
      system.ftruncateSync(descriptor, to)
      model = Buffer.from(grown(to).subarray(0, to))
    },
    sync: () => system.fdatasyncSync(descriptor),
    reopen: () => {
      system.closeSync(descriptor)
      system = encryptedFileSystem(key)
      descriptor = system.openSync(path, O_RDWR)
    },
  }

  try {
    for (const now of steps) {
      ;(acts[now.do] as (now: Step) => void)(now)
      expect(system.fstatSync(descriptor).size).toBe(model.length)
      expect(system.fstatSync(descriptor, { bigint: true }).size).toBe(BigInt(model.length))
      expect(system.statSync(path).size).toBe(model.length)
    }
    acts.reopen({ do: 'reopen' })
    expect(get(system, descriptor, model.length + 10, 0).equals(model)).toBe(true)
  } finally {
    system.closeSync(descriptor)
  }
}

describe('an encrypted file', () => {
  it.each(['', '-journal'])(
    'is to its user what a plain file is ("a%s")',
    (suffix) => {
      const directory = testDirectory()
      let count = 0
      fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
          count += 1
          const database = join(directory, String(count))
          const system = encryptedFileSystem(key)
          if (suffix !== '') {
            const descriptor = system.openSync(database, O_RDWR | O_CREAT, 0o600)
            put(system, descriptor, pattern(1, 1), 0)
            system.closeSync(descriptor)
          }
          compare(database + suffix, steps)
        }),
        { numRuns: 100 },
      )
    },
    60_000,
  )

  it('shows none of its bytes on the disk, and has a fresh nonce and other bytes after every write', () => {
    const { path, content } = prepared()
    const before = fs.readFileSync(path)
    expect(before.length).toBe(headSize + content.length + 4 * 28)
    expect(before.includes(content.subarray(0, 32))).toBe(false)
    const system = encryptedFileSystem(key)
    const descriptor = system.openSync(path, O_RDWR)
    put(system, descriptor, content, 0)
    system.closeSync(descriptor)
    const after = fs.readFileSync(path)
    expect(after.length).toBe(before.length)
    for (let start = headSize; start < before.length; start += sealedBlock) {
      expect(after.subarray(start, start + 12).equals(before.subarray(start, start + 12))).toBe(false)
      expect(after.subarray(start + 28, start + 60).equals(before.subarray(start + 28, start + 60))).toBe(false)
    }
    expect(readAll(path)).toEqual(content)
  })

  it('refuses every flipped bit of a block, a moved block, and a block cut short', () => {
    const { path, content } = prepared()
    const sound = fs.readFileSync(path)
    fc.assert(
      fc.property(fc.integer({ min: headSize * 8, max: sound.length * 8 - 1 }), (bit) => {
        const damaged = Buffer.from(sound)
        damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        fs.writeFileSync(path, damaged)
        expect(readAll(path)).toBe('EBADMSG')
      }),
      { numRuns: 300 },
    )
    const first = sound.subarray(headSize, headSize + sealedBlock)
    const second = sound.subarray(headSize + sealedBlock, headSize + 2 * sealedBlock)
    const rest = sound.subarray(headSize + 2 * sealedBlock)
    fs.writeFileSync(path, Buffer.concat([sound.subarray(0, headSize), second, first, rest]))
    expect(readAll(path)).toBe('EBADMSG')
    fs.writeFileSync(path, Buffer.concat([sound.subarray(0, headSize), first, Buffer.alloc(sealedBlock), rest]))
    expect(readAll(path)).toBe('EBADMSG')
    fs.writeFileSync(path, sound.subarray(0, -1))
    expect(readAll(path)).toBe('EBADMSG')
    // Control: as it was, it reads.
    fs.writeFileSync(path, sound)
    expect(readAll(path)).toEqual(content)
  }, 30_000)

  it('refuses blocks of another file of the same key, and files of another key', () => {
    const one = prepared()
    const two = prepared()
    const head = fs.readFileSync(one.path).subarray(0, headSize)
    fs.writeFileSync(one.path, Buffer.concat([head, fs.readFileSync(two.path).subarray(headSize)]))
    expect(readAll(one.path)).toBe('EBADMSG')
    expect(readAll(two.path)).toEqual(two.content)
    expect(readAll(two.path, encryptedFileSystem(otherKey))).toBe('EBADMSG')
  })
})

describe('an encrypted journal', () => {
  function journalOf(path: string): { readonly sound: Buffer; readonly content: Buffer } {
    const system = encryptedFileSystem(key)
    const descriptor = system.openSync(`${path}-journal`, O_RDWR | O_CREAT, 0o600)
    const content = pattern(20_000, 5)
    put(system, descriptor, content.subarray(0, 10_000), 0)
    system.fdatasyncSync(descriptor)
    put(system, descriptor, content.subarray(10_000), 10_000)
    system.closeSync(descriptor)
    return { sound: fs.readFileSync(`${path}-journal`), content }
  }

  it('never writes over what was synced', () => {
    const { path } = prepared()
    const system = encryptedFileSystem(key)
    const descriptor = system.openSync(`${path}-journal`, O_RDWR | O_CREAT, 0o600)
    let synced = Buffer.alloc(0)
    for (let round = 0; round < 20; round += 1) {
      put(system, descriptor, pattern(4104, round), 512 + round * 4104)
      put(system, descriptor, pattern(12, round), 0)
      system.fdatasyncSync(descriptor)
      const now = fs.readFileSync(`${path}-journal`)
      expect(now.subarray(0, synced.length).equals(synced)).toBe(true)
      expect(now.length).toBeGreaterThan(synced.length)
      synced = now
    }
    system.closeSync(descriptor)
  })

  it('ends where it is damaged, and loses nothing that was synced before', () => {
    const { path } = prepared()
    const { sound, content } = journalOf(path)
    const whole = readAll(`${path}-journal`)
    expect(whole).toEqual(content)
    for (let cut = 0; cut <= sound.length; cut += 257) {
      for (const torn of [
        sound.subarray(0, cut),
        Buffer.concat([sound.subarray(0, cut), Buffer.alloc(sound.length - cut)]),
      ]) {
        fs.writeFileSync(`${path}-journal`, torn)
        const read = readAll(`${path}-journal`) as Buffer
        if (cut >= 3 * 4140) expect(read.subarray(0, 10_000).equals(content.subarray(0, 10_000))).toBe(true)
        // Whole blocks of what was written, or nothing there (zeros).
        for (let start = 0; start < read.length; start += block) {
          const part = read.subarray(start, start + block)
          const zero = part.every((byte) => byte === 0)
          const asWritten = content.subarray(start, start + part.length)
          expect(zero || part.equals(asWritten) || part.equals(cutOff(asWritten, 10_000 - start))).toBe(true)
        }
      }
    }
  })

  it('takes no record of an earlier transaction', () => {
    const { path } = prepared()
    const { sound: earlier } = journalOf(path)
    fs.rmSync(`${path}-journal`)
    const { sound, content } = journalOf(path)
    // The second record of the earlier one in the place of the second of this one.
    const mixed = Buffer.concat([sound.subarray(0, 4140), earlier.subarray(4140)])
    fs.writeFileSync(`${path}-journal`, mixed)
    expect((readAll(`${path}-journal`) as Buffer).subarray(0, block)).toEqual(content.subarray(0, block))
    expect((readAll(`${path}-journal`) as Buffer).subarray(block).every((byte) => byte === 0)).toBe(true)
  })

  it('keeps what a full disk refused, and writes it when there is room again', () => {
    const { path } = prepared()
    const disk = failingFileSystem()
    const system = encryptedFileSystem(key, disk)
    const descriptor = system.openSync(`${path}-journal`, O_RDWR | O_CREAT, 0o600)
    const content = pattern(30_000, 9)
    put(system, descriptor, content, 0)
    disk.fail({ calls: ['writeSync'], code: 'ENOSPC', at: 1, times: 1 })
    expect(outcome(() => system.fdatasyncSync(descriptor))).toBe('ENOSPC')
    expect(get(system, descriptor, 30_000, 0).equals(content)).toBe(true)
    system.fdatasyncSync(descriptor)
    system.closeSync(descriptor)
    expect(readAll(`${path}-journal`)).toEqual(content.subarray(0, 6 * block))
  })
})

/** The bytes up to a place, and zeros from there on. */
function cutOff(bytes: Buffer, length: number): Buffer {
  const result = Buffer.alloc(bytes.length)
  bytes.copy(result, 0, 0, Math.max(0, Math.min(length, bytes.length)))
  return result
}
