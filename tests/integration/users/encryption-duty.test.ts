import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { duties } from '#domain/model/user.ts'
import { cheapKdf } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, names, type Office } from '#tests/support/users-bench.ts'

const passphrase = 'enam kata yang mudah diingat sendiri'
const another = 'kuda besi menyeberang jembatan panjang sekali'

let app: TestEngine
let office: Office
let path: string

beforeEach(async () => {
  app = testEngine({ kdf: cheapKdf })
  path = app.path('rahasia.timbang')
  await app.call('workspace.create', { ...newWorkspaceInput(path), protection: { passphrase, recoveryKey: null } })
  office = await nameOffice(app)
})
afterEach(() => app.close())

const newest = async () => (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).entries[0]

describe('what opens every name to whoever holds the file', () => {
  it.each(duties.filter((duty) => duty !== 'chair'))('is refused to the %s, and nothing is written', async (duty) => {
    await office.signIn(duty)
    const { hash } = await app.call('trail.anchor', {})
    const copy = app.path('terbuka.timbang')
    for (const work of [
      app.call('protection.remove', { secret: passphrase }),
      app.call('protection.plainCopy', { secret: passphrase, path: copy }),
    ])
      await expect(work).rejects.toMatchObject({ code: 'E-AUTH-DUTY', params: { duty, who: 'chair' } })
    expect(isEncrypted(path)).toBe(true)
    expect(existsSync(copy)).toBe(false)
    expect((await app.call('trail.anchor', {})).hash).toBe(hash)
  })

  it('is done by the chair, and stands in the trail under the chair’s name', async () => {
    await office.signIn('chair')
    await app.call('protection.plainCopy', { secret: passphrase, path: app.path('terbuka.timbang') })
    expect(await newest()).toMatchObject({ command: 'protection.plainCopy', author: names.chair })
    await app.call('protection.remove', { secret: passphrase })
    expect(isEncrypted(path)).toBe(false)
    expect(await newest()).toMatchObject({ command: 'protection.remove', author: names.chair })
    await app.call('protection.add', { passphrase: another, recoveryKey: null })
    expect(await newest()).toMatchObject({ command: 'protection.add', author: names.chair })
    expect(await app.call('users.state', {})).toMatchObject({ current: { name: names.chair } })
  })

  it('does not keep the secretary from changing the passphrase', async () => {
    await office.signIn('secretary')
    await app.call('protection.changePassphrase', { secret: passphrase, passphrase: another })
    expect(await newest()).toMatchObject({ command: 'protection.changePassphrase', author: names.secretary })
  })
})

describe('users', () => {
  it('have to sign in again after the workspace was locked', async () => {
    await office.signIn('secretary')
    expect(await app.call('protection.lock', { because: 'idle' })).toEqual({ locked: true })
    expect(await app.call('users.state', {})).toEqual({ named: false, current: null, users: [] })
    await app.call('protection.unlock', { secret: passphrase })
    expect(await app.call('users.state', {})).toMatchObject({ named: true, current: null })
  })
})
