import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyBeside } from '#data/backups/copy-beside.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { nodeFileSystem } from '#data/store/host-file-system.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { cheapKdf } from '../store/support.ts'
import { type Office, office } from './office.ts'

const wasmBytes = fs.readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const passphrase = 'enam kata yang tidak ditebak orang'
const offices: Office[] = []
afterEach(async () => {
  for (const app of offices.splice(0)) await app.close()
})

async function open(options: Parameters<typeof office>[0] = {}): Promise<Office> {
  const app = await office({ kdf: cheapKdf, ...options })
  offices.push(app)
  return app
}

describe('copies of an encrypted workspace', () => {
  it('are encrypted, and a plain one from before comes back under the present key', async () => {
    const app = await open()
    const plain = await app.call('backups.take', {})
    await app.call('protection.add', { passphrase, recoveryKey: null })
    await app.score('95')
    const sealed = await app.call('backups.take', {})
    expect([plain.encrypted, sealed.encrypted]).toEqual([false, true])
    expect([isEncrypted(plain.path), isEncrypted(sealed.path)]).toEqual([false, true])
    await app.restore(plain.path)
    expect(await app.scoreNow()).toBe(80)
    expect(isEncrypted(app.file)).toBe(true)
    await app.restore(sealed.path)
    expect(await app.scoreNow()).toBe(95)
    expect(await app.call('trail.verify', { anchor: null, jobId: 'job' })).toMatchObject({ found: 0 })
  })

  it('ask for the passphrase of their time when the workspace itself is gone', async () => {
    const app = await open()
    await app.call('protection.add', { passphrase, recoveryKey: null })
    const sealed = await app.call('backups.take', {})
    await app.call('workspace.close', {})
    fs.rmSync(app.file)
    await expect(app.restore(sealed.path)).rejects.toMatchObject({ code: 'E-OPEN-ENCRYPTED' })
    await expect(app.restore(sealed.path, { secret: 'bukan ini' })).rejects.toMatchObject({ code: 'E-OPEN-PASS' })
    expect(fs.existsSync(app.file)).toBe(false)
    await app.restore(sealed.path, { secret: passphrase })
    await app.call('protection.unlock', { secret: passphrase })
    expect(await app.scoreNow()).toBe(80)
  })
})

describe('where a plain and an encrypted file meet', () => {
  it('a plain copy does not open a closed encrypted workspace to everybody', async () => {
    const app = await open()
    const plain = await app.call('backups.take', {})
    await app.call('protection.add', { passphrase, recoveryKey: null })
    await app.call('workspace.close', {})
    const before = fs.readFileSync(app.file)
    await expect(app.restore(plain.path)).rejects.toMatchObject({ code: 'E-BACKUP-PLAIN' })
    expect(fs.readFileSync(app.file).equals(before)).toBe(true)
    // The person with the passphrase opens it, and keeps it closed to others.
    await expect(app.call('workspace.open', { path: app.file })).rejects.toMatchObject({ code: 'E-OPEN-ENCRYPTED' })
    await app.call('protection.unlock', { secret: passphrase })
    await app.restore(plain.path)
    expect(isEncrypted(app.file)).toBe(true)
  })

  it('an encrypted copy takes the place of a workspace that is plain by now, and waits for its passphrase', async () => {
    const app = await open()
    await app.call('protection.add', { passphrase, recoveryKey: null })
    const sealed = await app.call('backups.take', {})
    await app.call('protection.remove', { secret: passphrase })
    await app.score('95')
    await expect(app.restore(sealed.path)).rejects.toMatchObject({ code: 'E-OPEN-ENCRYPTED' })
    const { keptAside } = (await app.restore(sealed.path, { secret: passphrase })) as { readonly keptAside: string }
    expect([isEncrypted(app.file), isEncrypted(keptAside)]).toEqual([true, false])
    await app.call('protection.unlock', { secret: passphrase })
    expect(await app.scoreNow()).toBe(80)
  })

  it('a changed byte of an encrypted copy is found, with a manifest that goes with it, too', async () => {
    const app = await open()
    await app.call('protection.add', { passphrase, recoveryKey: null })
    const sealed = await app.call('backups.take', {})
    await app.score('95')
    const sound = fs.readFileSync(sealed.path)
    const manifest = JSON.parse(fs.readFileSync(`${sealed.path}.json`, 'utf8'))
    // Behind the header, whose two slots stand in for each other.
    for (const part of [0.05, 0.3, 0.6, 0.99]) {
      const damaged = Buffer.from(sound)
      const place = Math.floor(part * sound.length)
      damaged.writeUInt8(damaged.readUInt8(place) ^ 16, place)
      fs.writeFileSync(sealed.path, damaged)
      await expect(app.restore(sealed.path)).rejects.toMatchObject({ code: 'E-BACKUP-DAMAGED' })
      const sha256 = createHash('sha256').update(damaged).digest('hex')
      fs.writeFileSync(`${sealed.path}.json`, JSON.stringify({ ...manifest, sha256 }))
      await expect(app.restore(sealed.path)).rejects.toMatchObject({ code: 'E-BACKUP-DAMAGED' })
      fs.writeFileSync(`${sealed.path}.json`, JSON.stringify(manifest))
    }
    expect(await app.scoreNow()).toBe(95)
  })
})

describe('a copy taken beside the work', () => {
  it('lets the workspace go before it is done, and is the same as any other', async () => {
    const app = await open()
    const anchor = await app.call('trail.anchor', {})
    const engine = await loadSqlEngine(wasmBytes)
    const steps: string[] = []
    const request = {
      root: app.copies,
      source: app.file,
      reason: 'hourly' as const,
      takenAt: '2026-11-23T02:00:00.000Z',
    }
    const copy = copyBeside({ engine, fileSystem: nodeFileSystem }, request, () =>
      steps.push(fs.readdirSync(app.copies).length === 1 ? 'let go' : 'nothing there'),
    )
    expect(steps).toEqual(['let go'])
    expect(copy).toMatchObject({ entries: anchor.count, head: anchor.hash, reason: 'hourly' })
    await app.score('95')
    await app.restore(copy.path)
    expect(await app.scoreNow()).toBe(80)
  })

  it('is what commands wait for as long as it holds the file still, and no longer', async () => {
    let started = false
    let release = () => {}
    let finish = () => {}
    const thread = {
      from: 0,
      start: async () => {
        started = true
        return {
          released: new Promise<void>((resolve) => {
            release = resolve
          }),
          done: new Promise<never>((_, reject) => {
            finish = () => reject(new Error('no copy in this test'))
          }),
        }
      },
    }
    const app = await open({ backups: { after: 2_000_000_000, every: 2_000_000_000, thread } })
    const closing = app.call('meetings.close', { meetingId: 'tidak-ada' as never }).catch(() => undefined)
    await vi.waitFor(() => expect(started).toBe(true), { timeout: 10_000 })
    let written = false
    const writing = app.score('95').then(() => {
      written = true
    })
    // Reading goes on meanwhile.
    expect(await app.scoreNow()).toBe(80)
    expect(written).toBe(false)
    release()
    await Promise.all([closing, writing])
    expect(await app.scoreNow()).toBe(95)
    finish()
  })
})
