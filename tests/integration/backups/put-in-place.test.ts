import fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { putInPlace } from '#data/backups/put-in-place.ts'
import { testDirectory } from '../store/support.ts'

afterEach(() => vi.restoreAllMocks())

const steps = ['linkSync', 'renameSync', 'unlinkSync', 'fsyncSync'] as const
const present = 'the present file'
const restored = 'the restored file'

/** From this step on the process is no more: every later call ends nowhere. Steps on a disk without hard links, too. */
function dieBefore(step: number, links: boolean): { readonly taken: () => number } {
  let taken = 0
  for (const name of steps) {
    const real = fs[name] as (...given: readonly unknown[]) => unknown
    vi.spyOn(fs, name).mockImplementation(((...given: readonly unknown[]) => {
      if (taken >= step) throw new Error('dead')
      taken += 1
      if (name === 'linkSync' && !links) throw Object.assign(new Error('no links'), { code: 'EPERM' })
      return real(...given)
    }) as never)
  }
  return { taken: () => taken }
}

function desk() {
  const folder = testDirectory()
  const [path, aside, finished] = ['a.timbang', 'a (aside).timbang', '.a.tmp'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  fs.writeFileSync(path, present)
  fs.writeFileSync(`${path}-journal`, 'hot')
  fs.writeFileSync(finished, restored)
  return { path, aside, finished }
}

const textOf = (path: string) => (fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null)

describe.each([true, false])('putting a copy in the place of the file (hard links: %s)', (links) => {
  it('killed before any of its steps, keeps the file that was there whole under one name or both', () => {
    let killed = 0
    for (let step = 0; ; step += 1) {
      const { path, aside, finished } = desk()
      const life = dieBefore(step, links)
      let died = true
      try {
        putInPlace(finished, path, aside)
        died = false
      } catch {
        killed += 1
      }
      vi.restoreAllMocks()
      const [here, beside] = [textOf(path), textOf(aside)]
      expect([here, beside], `step ${step}`).toContain(present)
      expect([null, present, restored]).toContain(here)
      expect([null, present]).toContain(beside)
      // Nothing but a disk without links leaves its place empty, and never while both are whole elsewhere.
      if (links) expect(here).not.toBeNull()
      // The journal is never beside a file it does not belong to.
      expect(here === restored && fs.existsSync(`${path}-journal`)).toBe(false)
      if (died) continue
      expect([here, beside, textOf(`${aside}-journal`)]).toEqual([restored, present, 'hot'])
      expect(life.taken()).toBe(step)
      break
    }
    expect(killed).toBeGreaterThan(3)
  })

  it('refused at any of its steps, puts everything back', () => {
    for (let step = 0; ; step += 1) {
      const { path, aside, finished } = desk()
      let taken = 0
      for (const name of ['linkSync', 'renameSync', 'fsyncSync'] as const) {
        const real = fs[name] as (...given: readonly unknown[]) => unknown
        vi.spyOn(fs, name).mockImplementation(((...given: readonly unknown[]) => {
          taken += 1
          if (taken - 1 === step) throw Object.assign(new Error('disk'), { code: 'EIO' })
          if (name === 'linkSync' && !links) throw Object.assign(new Error('no links'), { code: 'EPERM' })
          return real(...given)
        }) as never)
      }
      let refused = false
      try {
        putInPlace(finished, path, aside)
      } catch {
        refused = true
      }
      vi.restoreAllMocks()
      const found = [textOf(path), textOf(`${path}-journal`), textOf(aside)]
      expect(found, `step ${step}`).toEqual(refused ? [present, 'hot', null] : [restored, null, present])
      if (!refused && taken <= step) break
    }
  })
})
