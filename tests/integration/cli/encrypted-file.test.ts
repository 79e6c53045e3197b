import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const folder = mkdtempSync(join(tmpdir(), 'timbang-cli-sandi-'))
const file = join(folder, 'a.timbang')
const passphrase = 'enam kata yang mudah diingat sendiri'
const right = join(folder, 'benar.txt')
const wrong = join(folder, 'salah.txt')

/** What the keyboard would answer; null: no terminal. */
async function timbang(argv: readonly string[], typed: string | null = null) {
  const said: string[] = []
  const asked: string[] = []
  const code = await runCommandLine(argv, {
    engine: (locale) => createNodeEngine(wasmBytes, locale, (line) => said.push(line)),
    print: (text) => said.push(text),
    complain: (text) => said.push(text),
    language: 'id',
    today: () => new Date('2026-11-23T02:00:00Z'),
    askSecret: async (question) => {
      asked.push(question)
      return typed
    },
  })
  return { code, said: said.join('\n'), asked }
}

beforeAll(async () => {
  writeFileSync(right, `${passphrase}\r\nbaris kedua tidak dipakai\n`)
  writeFileSync(wrong, 'bukan frasa sandi yang benar\n')
  expect((await timbang(['new', file, '--agency', 'Dinas Sandi', '--passphrase-file', right])).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an encrypted file on the command line', () => {
  it('is made with the passphrase of a file', () => {
    expect(readFileSync(file).includes('Dinas Sandi')).toBe(false)
  })

  it('is opened by every command that opens a file, with the passphrase of a file or of the keyboard', async () => {
    for (const command of [
      ['check', file],
      ['log', file, '--json'],
    ]) {
      expect((await timbang([...command, '--passphrase-file', right])).code).toBe(0)
      const { code, asked } = await timbang(command, passphrase)
      expect([code, asked]).toEqual([0, ['Frasa sandi atau kunci pemulihan: ']])
    }
  })

  it('is refused in words without one, with a wrong one, and when the file with it is missing', async () => {
    const none = await timbang(['check', file])
    expect([none.code, none.said]).toEqual([1, expect.stringMatching(/^E-OPEN-ENCRYPTED: .*\n.*--passphrase-file/)])
    const bad = await timbang(['check', file, '--passphrase-file', wrong])
    expect([bad.code, bad.said]).toEqual([1, expect.stringMatching(/^E-OPEN-PASS: .*percobaan: 4/)])
    expect(bad.said).not.toContain('bukan frasa')
    const missing = await timbang(['check', file, '--passphrase-file', join(folder, 'tidak-ada.txt')])
    expect([missing.code, missing.said]).toEqual([1, expect.stringContaining('E-OPEN-MISSING')])
  })

  it('takes no passphrase as an argument', async () => {
    expect((await timbang(['check', file, '--passphrase', passphrase])).code).toBe(2)
  })
})
