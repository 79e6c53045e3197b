import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type Office as NamedOffice, nameOffice, names, pins } from '#tests/support/users-bench.ts'
import { type Office, office } from './office.ts'

let app: Office
let users: NamedOffice
let copy: string

const mark = () => createHash('sha256').update(fs.readFileSync(app.file)).digest('hex')
const aside = () => fs.readdirSync(app.folder).filter((name) => name.includes('sebelum dipulihkan'))
const lastEntry = async () => (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).entries[0]

beforeEach(async () => {
  app = await office()
  users = await nameOffice(app)
  await users.signIn('secretary')
  copy = (await app.call('backups.take', {})).path
  await app.score('95')
})
afterEach(() => app.close())

async function refused(code: string) {
  const before = mark()
  await expect(app.restore(copy)).rejects.toMatchObject({ code })
  expect([mark(), aside()]).toEqual([before, []])
}

describe('restoring in a workspace with named users', () => {
  it.each(['chair', 'secretary'] as const)(
    'is a duty of the %s, whom the trail of the restored file names',
    async (duty) => {
      await users.signIn(duty)
      await app.restore(copy, { reason: 'Nilai keliru' })
      expect(await lastEntry()).toMatchObject({
        command: 'backups.restore',
        author: names[duty],
        reason: 'Nilai keliru',
      })
      expect(await app.scoreNow()).toBe(80)
      expect(await app.call('trail.verify', { anchor: null, jobId: 'job' })).toMatchObject({ found: 0 })
    },
  )

  it.each(['panelist', 'observer', 'auditor'] as const)(
    'is none of the %s, who may look at what differs',
    async (duty) => {
      await users.signIn(duty)
      await refused('E-AUTH-DUTY')
      expect(await app.call('backups.preview', { path: app.file, copy, jobId: 'job' })).toMatchObject({ people: 1 })
      await expect(app.call('backups.take', {})).rejects.toMatchObject({ code: 'E-AUTH-DUTY' })
    },
  )

  it('is refused to whoever has not signed in, also behind the back of a closed file', async () => {
    await app.call('users.signOut', {})
    await refused('E-AUTH-SIGNIN')
    await app.call('workspace.close', {})
    await refused('E-BACKUP-SIGNIN')
    // Another workspace, without users, is no way round either.
    await app.call('workspace.create', newWorkspaceInput(app.path('lain.timbang')))
    await refused('E-BACKUP-SIGNIN')
  })

  it('of a file nobody can sign in to any more is open to all, and stands in its trail', async () => {
    await app.call('workspace.close', {})
    fs.writeFileSync(app.file, 'rusak')
    await app.restore(copy)
    expect(await lastEntry()).toMatchObject({ command: 'backups.restore', author: 'Sekretaris' })
    // Its users are those of the copy, and their PINs.
    await expect(app.score('60')).rejects.toMatchObject({ code: 'E-AUTH-SIGNIN' })
    await app.call('users.signIn', { userId: users.ids.secretary, pin: pins.secretary })
    await app.score('60')
  })

  it('signs out whoever was not in the copy', async () => {
    await users.signIn('chair')
    const { userId } = await app.call('users.add', {
      name: 'Tari Lestari',
      duty: 'secretary',
      employeeId: null,
      pin: '246813',
      approval: users.approval,
    })
    await app.call('users.signIn', { userId, pin: '246813' })
    await app.restore(copy)
    expect(await lastEntry()).toMatchObject({ author: 'Tari Lestari' })
    expect((await app.call('users.state', {})).current).toBeNull()
    await expect(app.score('60')).rejects.toMatchObject({ code: 'E-AUTH-SIGNIN' })
  })
})
