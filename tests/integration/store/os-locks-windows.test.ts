import fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LockHandle, type LockRange, loadOsLocks, type OsLocks } from '#data/store/os-locks.ts'
import { areProven, type WindowsKernel, windowsLocks } from '#data/store/os-locks-windows.ts'
import { testDirectory } from './support.ts'

/**
 * Windows as its documentation describes it: a lock never replaces another of the same handle, an exclusive one goes with
 * none at all, and one is given back only under the name it was taken by.
 */
function playedKernel(): WindowsKernel {
  interface Held {
    readonly handle: number
    readonly exclusive: boolean
    readonly range: LockRange
  }
  let next = 1
  let held: Held[] = []
  const overlaps = (a: LockRange, b: LockRange) => a.start < b.start + b.length && b.start < a.start + a.length
  return {
    open: () => next++,
    lock(handle, exclusive, range) {
      if (held.some((other) => overlaps(other.range, range) && (exclusive || other.exclusive))) return false
      held.push({ handle: Number(handle), exclusive, range })
      return true
    },
    unlock(handle, { start, length }) {
      const found = held.find(
        (lock) => lock.handle === handle && lock.range.start === start && lock.range.length === length,
      )
      held = held.filter((lock) => lock !== found)
      return found !== undefined
    },
    close(handle) {
      held = held.filter((lock) => lock.handle !== handle)
    },
  }
}

const pending = { start: 0x40000000n, length: 1n }
const reserved = { start: 0x40000001n, length: 1n }
const shared = { start: 0x40000002n, length: 510n }
const pendingAndReserved = { start: 0x40000000n, length: 2n }
const everything = { start: 0n, length: 0n }

/** One commit as SQLite's unix layer takes its locks, and what a second connection is told between the steps. */
function commitBesideAnother(one: LockHandle, two: LockHandle): unknown[] {
  const seen: unknown[] = []
  const readerComes = () => {
    const came = two.set('read', pending) && two.set('read', shared)
    two.set('none', pending)
    two.set('none', everything)
    return came
  }
  seen.push(one.set('read', pending), one.set('read', shared), one.set('none', pending), readerComes())
  seen.push(one.set('write', reserved), two.set('write', reserved), two.inTheWayOf('write', reserved), readerComes())
  seen.push(one.set('write', pending), readerComes(), one.set('write', shared), readerComes())
  seen.push(one.set('read', shared), one.set('none', pendingAndReserved), readerComes())
  seen.push(one.set('none', everything), two.set('write', shared), two.set('none', everything))
  return seen
}

describe('the locks of Windows, on a kernel that is played', () => {
  it('answer SQLite as those of Linux do', async (test) => {
    const linux = await loadOsLocks()
    if (linux === undefined) return test.skip('nothing to compare with: this system has no locks we know')
    const path = join(testDirectory(), 'file')
    fs.writeFileSync(path, '')
    const seenWith = (locks: OsLocks) => {
      const [one, two] = [locks.open(path, true), locks.open(path, true)]
      const seen = commitBesideAnother(one, two)
      one.close()
      two.close()
      return seen
    }
    const seen = seenWith(windowsLocks(playedKernel()))
    expect(seen).toEqual(seenWith(linux))
    expect(seen).toContain(false)
  })

  it('keep what they held when they cannot have more', () => {
    const path = join(testDirectory(), 'file')
    fs.writeFileSync(path, '')
    const locks = windowsLocks(playedKernel())
    const [one, two] = [locks.open(path, true), locks.open(path, true)]
    expect([one.set('read', shared), two.set('read', shared), one.set('write', shared)]).toEqual([true, true, false])
    two.close()
    const three = locks.open(path, true)
    expect(three.set('write', shared)).toBe(false)
    one.close()
    expect(three.set('write', shared)).toBe(true)
  })
})

describe('the proof before locks are used', () => {
  it('is passed by those of this system, and by those of Windows on the played kernel', async () => {
    const linux = await loadOsLocks()
    if (linux !== undefined) expect(areProven(linux)).toBe(true)
    expect(areProven(windowsLocks(playedKernel()))).toBe(true)
  })

  it.each<[string, Partial<WindowsKernel>]>([
    ['grant everything', { lock: () => true, unlock: () => true }],
    ['grant nothing', { lock: () => false }],
    ['cannot be given back', { unlock: () => false }],
    ['cannot be opened', { open: () => undefined }],
  ])('negative control: it is not passed by locks that %s', (_what, broken) => {
    expect(areProven(windowsLocks({ ...playedKernel(), ...broken }))).toBe(false)
  })
})
