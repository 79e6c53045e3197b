import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGrantedPaths, everyPath, type GrantedPaths } from '#engine/path-access.ts'

let folder: string
let access: GrantedPaths
const at = (...names: string[]) => join(folder, ...names)
const mayRead = (path: string) => access.allows({ path, access: 'read' })
const mayWrite = (path: string) => access.allows({ path, access: 'write' })
const mayFill = (path: string) => access.allows({ path, access: 'folder' })

/** kantor/{a.timbang, b.timbang}, rumah/c.timbang, and links: lain → rumah, kantor/pintas.timbang → rumah/c.timbang. */
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'timbang-grants-')))
  for (const name of ['kantor', 'rumah']) mkdirSync(at(name))
  for (const name of ['kantor/a.timbang', 'kantor/b.timbang', 'rumah/c.timbang']) writeFileSync(at(name), name)
  symlinkSync(at('rumah'), at('lain'))
  symlinkSync(at('rumah/c.timbang'), at('kantor/pintas.timbang'))
  symlinkSync(at('rumah/tidak-ada.pdf'), at('kantor/putus.pdf'))
  access = createGrantedPaths()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('granted paths', () => {
  it('allow what was granted and nothing beside it', () => {
    access.add({ path: at('kantor/a.timbang'), access: 'read' })
    expect(mayRead(at('kantor/a.timbang'))).toBe(true)
    for (const other of ['kantor/b.timbang', 'kantor', 'rumah/c.timbang', 'kantor/a.timbang2', 'kantor/a'])
      expect(mayRead(at(other))).toBe(false)
  })

  it('keep reading, writing and filling a folder apart; what may be written may be read again', () => {
    access.add({ path: at('kantor/a.timbang'), access: 'read' })
    access.add({ path: at('kantor/baru.timbang'), access: 'write' })
    access.add({ path: at('rumah'), access: 'folder' })
    expect(mayWrite(at('kantor/a.timbang'))).toBe(false)
    expect([mayWrite(at('kantor/baru.timbang')), mayRead(at('kantor/baru.timbang'))]).toEqual([true, true])
    expect(mayFill(at('rumah'))).toBe(true)
    for (const inside of ['rumah/c.timbang', 'rumah/baru.pdf']) {
      expect([mayRead(at(inside)), mayWrite(at(inside)), mayFill(at(inside))]).toEqual([false, false, false])
    }
  })

  it('know a granted file again through a link or another spelling', () => {
    access.add({ path: at('rumah/c.timbang'), access: 'read' })
    for (const same of ['lain/c.timbang', 'kantor/pintas.timbang', 'rumah/./c.timbang', 'rumah//c.timbang'])
      expect(mayRead(`${folder}/${same}`)).toBe(true)
  })

  it('know a file that did not exist when it was chosen, also in a linked folder', () => {
    access.add({ path: at('lain/baru.timbang'), access: 'write' })
    expect(mayWrite(at('rumah/baru.timbang'))).toBe(true)
    writeFileSync(at('rumah/baru.timbang'), 'isi')
    expect([mayWrite(at('lain/baru.timbang')), mayRead(at('rumah/baru.timbang'))]).toEqual([true, true])
  })

  it('do not follow a link that takes the place of a granted file afterwards', () => {
    access.add({ path: at('kantor/hasil.pdf'), access: 'write' })
    symlinkSync(at('rumah/c.timbang'), at('kantor/hasil.pdf'))
    expect([mayWrite(at('kantor/hasil.pdf')), mayRead(at('kantor/hasil.pdf'))]).toEqual([false, false])
  })

  it('refuse paths whose place is uncertain', () => {
    for (const path of [at('kantor/a.timbang'), at('kantor/putus.pdf')]) access.add({ path, access: 'write' })
    for (const path of [
      'kantor/a.timbang',
      'a.timbang',
      '',
      `${folder}/rumah/../kantor/a.timbang`,
      `${folder}/lain/../kantor/a.timbang`,
      `${folder}\\rumah\\..\\kantor\\a.timbang`,
      `${at('kantor/a.timbang')}\0`,
      `file://${at('kantor/a.timbang')}`,
      at('kantor/putus.pdf'),
    ])
      expect([path, mayRead(path)]).toEqual([path, false])
  })

  it('never lead to another file than the granted one, whatever way the path takes', () => {
    access.add({ path: at('kantor/a.timbang'), access: 'write' })
    const step = fc.constantFrom('kantor', 'rumah', 'lain', 'pintas.timbang', 'a.timbang', 'c.timbang', '..', '.', '')
    let allowed = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const path = `${folder}/${steps.join('/')}`
        if (!mayWrite(path)) return
        allowed++
        if (existsSync(path)) expect(realpathSync.native(path)).toBe(at('kantor/a.timbang'))
      }),
      { seed: 20261122, numRuns: 3_000, examples: [[['kantor', 'a.timbang']]] },
    )
    expect(allowed).toBeGreaterThan(0)
  })
})

describe('under plain Node', () => {
  it('the caller is the user and names what he likes', () => {
    expect(everyPath.allows({ path: 'relatif/../a.timbang', access: 'write' })).toBe(true)
  })
})
