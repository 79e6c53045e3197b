import fs from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'
import { testDirectory } from '../store/support.ts'

const wasmBytes = fs.readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

async function timbang(...argv: string[]) {
  const out: string[] = []
  const complaints: string[] = []
  const code = await runCommandLine(argv, {
    engine: (locale) => createNodeEngine(wasmBytes, locale, (line) => complaints.push(line)),
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    askSecret: async () => null,
    language: 'id',
    today: () => new Date('2026-11-23T02:00:00Z'),
  })
  return { code, out: out.join('\n'), complaints: complaints.join('\n') }
}

describe('timbang backup and timbang restore', () => {
  it('make a copy, put it back, and keep what was there; nothing is overwritten unseen', async () => {
    const folder = testDirectory()
    const file = join(folder, 'a.timbang')
    expect((await timbang('new', file)).code).toBe(0)
    const made = await timbang('backup', file, '--to', join(folder, 'usb'), '--json')
    expect(made.code).toBe(0)
    const copy = JSON.parse(made.out)
    expect(copy).toMatchObject({ workspace: file, entries: 1, reason: 'asked' })

    const back = await timbang('restore', copy.path, '--to', file)
    expect(back).toMatchObject({ code: 0, complaints: '' })
    expect(back.out).toMatch(
      /^Cadangan dengan 1 entri dipulihkan ke .*\nBerkas sebelumnya disimpan sebagai .*sebelum dipulihkan/,
    )
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.timbang'))).toHaveLength(2)
    expect((await timbang('log', file)).out).toContain('Memulihkan cadangan')
    expect((await timbang('check', file)).code).toBe(0)

    const elsewhere = join(folder, 'b.timbang')
    expect((await timbang('restore', copy.path, '--to', elsewhere)).out.split('\n')).toHaveLength(1)
    expect((await timbang('backup', elsewhere)).code).toBe(0)
    expect(fs.readdirSync(join(folder, 'cadangan'))).toHaveLength(1)

    expect((await timbang('restore', copy.path)).code).toBe(2)
    const none = await timbang('restore', join(folder, 'tidak-ada.timbang'), '--to', file)
    expect([none.code, none.complaints]).toEqual([1, expect.stringMatching(/^E-BACKUP-MISSING: /)])
  })
})
