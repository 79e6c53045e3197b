import fs from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, names, pins } from '#tests/support/users-bench.ts'
import { cheapKdf, testDirectory } from '../store/support.ts'

const wasmBytes = fs.readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

const timbang = (...argv: string[]) => asked(null, ...argv)

/** `secret`: what is typed when the command line asks; null where nobody can be asked. */
async function asked(secret: string | null, ...argv: string[]) {
  const out: string[] = []
  const complaints: string[] = []
  const code = await runCommandLine(argv, {
    engine: (locale) => createNodeEngine(wasmBytes, locale, (line) => complaints.push(line)),
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    askSecret: async () => secret,
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

  it('answer programs, in both languages, with one exit code for each outcome', async () => {
    const folder = testDirectory()
    const file = join(folder, 'a.timbang')
    await timbang('new', file)
    const copy = JSON.parse((await timbang('backup', file, '--json')).out)
    const back = await timbang('restore', copy.path, '--to', file, '--json')
    expect(back.code).toBe(0)
    expect(JSON.parse(back.out)).toMatchObject({ path: file, copy: { path: copy.path, entries: 1, encrypted: false } })
    expect(fs.existsSync(JSON.parse(back.out).keptAside)).toBe(true)
    expect((await timbang('backup', file, '--lang', 'en')).out).toMatch(/^Backup made, 2 entries: /)
    expect((await timbang('backup')).code).toBe(2)
    expect((await timbang('backup', file, '--to', '')).code).toBe(2)
    expect((await timbang('restore', copy.path, '--to', '')).code).toBe(2)
    const missing = await timbang('backup', join(folder, 'tidak-ada.timbang'), '--lang', 'en')
    expect([missing.code, missing.complaints]).toEqual([1, expect.stringMatching(/^E-OPEN-MISSING: The file/)])
    fs.writeFileSync(join(folder, 'bukan folder'), '')
    const nowhere = await timbang('backup', file, '--to', join(folder, 'bukan folder'))
    expect([nowhere.code, nowhere.complaints]).toEqual([1, expect.stringMatching(/^E-BACKUP-FOLDER: /)])
  })

  it('a damaged workspace gives no copy, and gets one back; a damaged copy is refused', async () => {
    const folder = testDirectory()
    const file = join(folder, 'a.timbang')
    await timbang('new', file)
    const copy = JSON.parse((await timbang('backup', file, '--json')).out).path as string
    const damaged = fs.readFileSync(file).fill(0xa5, 8192, 5 * 4096)
    fs.writeFileSync(file, damaged)
    const none = await timbang('backup', file)
    expect([none.code, none.complaints]).toEqual([1, expect.stringMatching(/^E-OPEN-DAMAGED: /)])
    expect(
      fs.readdirSync(join(folder, 'cadangan'), { recursive: true }).filter((name) => /-0002-/.test(`${name}`)),
    ).toEqual([])
    const back = await timbang('restore', copy, '--to', file)
    expect([back.code, back.complaints]).toEqual([0, ''])
    expect((await timbang('check', file)).code).toBe(0)
    const aside = fs.readdirSync(folder).find((name) => name.includes('sebelum dipulihkan')) ?? ''
    expect(fs.readFileSync(join(folder, aside)).equals(damaged)).toBe(true)

    const before = fs.readFileSync(file)
    fs.writeFileSync(copy, fs.readFileSync(copy).fill(0xa5, 8192, 5 * 4096))
    const refused = await timbang('restore', copy, '--to', file)
    expect([refused.code, refused.complaints]).toEqual([1, expect.stringMatching(/^E-BACKUP-DAMAGED: /)])
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  })
})

describe('timbang backup and timbang restore on an encrypted workspace', () => {
  const passphrase = 'enam kata yang tidak ditebak orang'

  async function encrypted() {
    const app = testEngine({ kdf: cheapKdf })
    onTestFinished(() => app.close())
    const file = app.path('a.timbang')
    await app.call('workspace.create', newWorkspaceInput(file))
    const plain = await app.call('backups.take', { folder: app.path('cadangan') })
    await app.call('protection.add', { passphrase, recoveryKey: null })
    await app.call('workspace.close', {})
    const secret = app.path('frasa.txt')
    fs.writeFileSync(secret, `${passphrase}\n`)
    fs.writeFileSync(app.path('salah.txt'), 'bukan ini\n')
    return { app, file, plain: plain.path, given: ['--passphrase-file', secret] }
  }

  it('take the passphrase from a file or the keyboard; the copy is as closed as the workspace', async () => {
    const { app, file, given } = await encrypted()
    const none = await timbang('backup', file)
    expect([none.code, none.complaints]).toEqual([
      1,
      expect.stringMatching(/^E-OPEN-ENCRYPTED: [\s\S]*--passphrase-file/),
    ])
    const made = await timbang('backup', file, '--json', ...given)
    const copy = JSON.parse(made.out)
    expect([made.code, copy.encrypted, isEncrypted(copy.path)]).toEqual([0, true, true])

    const elsewhere = app.path('b.timbang')
    const closed = await timbang('restore', copy.path, '--to', elsewhere)
    expect([closed.code, closed.complaints]).toEqual([1, expect.stringMatching(/^E-OPEN-ENCRYPTED: /)])
    const wrong = await timbang('restore', copy.path, '--to', elsewhere, '--passphrase-file', app.path('salah.txt'))
    expect([wrong.code, wrong.complaints]).toEqual([1, expect.stringMatching(/^E-OPEN-PASS: /)])
    expect(fs.existsSync(elsewhere)).toBe(false)
    expect((await asked(passphrase, 'restore', copy.path, '--to', elsewhere)).code).toBe(0)
    expect((await timbang('restore', copy.path, '--to', file, ...given)).code).toBe(0)
    expect([isEncrypted(elsewhere), isEncrypted(file)]).toEqual([true, true])
    expect((await timbang('check', file, ...given)).code).toBe(0)
  })

  it('do not put a plain copy in its place unless it is opened, and then under its key', async () => {
    const { file, plain, given } = await encrypted()
    const refused = await timbang('restore', plain, '--to', file)
    expect([refused.code, refused.complaints]).toEqual([
      1,
      expect.stringMatching(/^E-BACKUP-PLAIN: [\s\S]*--passphrase-file/),
    ])
    expect((await timbang('restore', plain, '--to', file, ...given)).code).toBe(0)
    expect(isEncrypted(file)).toBe(true)
    expect((await timbang('log', file, ...given)).out).toContain('Memulihkan cadangan')
  })
})

describe('timbang restore on a workspace with named users', () => {
  it('restores as one whose duty it is, and says who', async () => {
    const app = testEngine()
    onTestFinished(() => app.close())
    const file = app.path('a.timbang')
    await app.call('workspace.create', newWorkspaceInput(file))
    const office = await nameOffice(app)
    await office.signIn('secretary')
    const copy = (await app.call('backups.take', { folder: app.path('cadangan') })).path
    await app.call('workspace.close', {})
    const as = (duty: 'secretary' | 'observer') => {
      fs.writeFileSync(app.path('pin.txt'), `${pins[duty]}\n`)
      return timbang('restore', copy, '--to', file, '--user', names[duty], '--pin-file', app.path('pin.txt'))
    }
    const nobody = await timbang('restore', copy, '--to', file)
    expect([nobody.code, nobody.complaints]).toEqual([1, expect.stringMatching(/^E-BACKUP-SIGNIN: [\s\S]*--user/)])
    const observer = await as('observer')
    expect([observer.code, observer.complaints]).toEqual([1, expect.stringMatching(/^E-AUTH-DUTY: /)])
    expect(await as('secretary')).toMatchObject({ code: 0, complaints: '' })
    expect((await timbang('log', file)).out).toContain(names.secretary)
  })
})
