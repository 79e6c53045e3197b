import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, names, type Office, pins } from '#tests/support/users-bench.ts'

let app: TestEngine
let office: Office

beforeEach(async () => {
  app = testEngine()
  await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
  office = await nameOffice(app)
})
afterEach(() => app.close())

const current = async () => (await app.call('users.state', {})).current?.name ?? null
const trail = async (limit = 1) => (await app.call('trail.list', { beforeSeq: null, limit, command: null })).entries

/** Changes the closed file as another program would, and opens it again. */
async function behindOurBack(statement: string): Promise<void> {
  await app.call('workspace.close', {})
  const path = app.path('a.timbang')
  const { Database } = await initSqlJs()
  const db = new Database(readFileSync(path))
  db.run(statement)
  writeFileSync(path, db.export())
  db.close()
  await app.call('workspace.open', { path })
}

describe('signing in', () => {
  it('makes the user the author of what follows', async () => {
    await office.signIn('secretary')
    await app.call('workspace.updateAgency', { ...newWorkspaceInput('').agency, place: 'Cakrabuana' })
    expect((await trail())[0]).toMatchObject({ command: 'workspace.updateAgency', author: names.secretary })
    await office.signIn('chair')
    await app.call('workspace.updateAgency', { ...newWorkspaceInput('').agency, place: 'Sagara' })
    expect((await trail())[0]?.author).toBe(names.chair)
  })

  it('ends with the workspace, also when it is opened again', async () => {
    await office.signIn('chair')
    await app.call('workspace.close', {})
    await app.call('workspace.open', { path: app.path('a.timbang') })
    expect(await current()).toBeNull()
  })

  it('ends when another workspace takes its place', async () => {
    await office.signIn('chair')
    await app.call('workspace.create', newWorkspaceInput(app.path('b.timbang')))
    await app.call('workspace.open', { path: app.path('a.timbang') })
    expect(await current()).toBeNull()
  })

  it('ends for a user who is switched off', async () => {
    await office.signIn('secretary')
    const { approval, ids } = office
    const person = { name: names.secretary, duty: 'secretary' as const, employeeId: null }
    await app.call('users.change', { ...person, userId: ids.secretary, active: false, approval })
    expect(await current()).toBeNull()
    await expect(office.signIn('secretary')).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })

  it('works beside the writer, in a window that only reads', async () => {
    const reader = testEngine()
    await reader.call('workspace.open', { path: app.path('a.timbang'), readOnly: true })
    const wrong = { userId: office.ids.auditor, pin: pins.chair }
    await expect(reader.call('users.signIn', wrong)).rejects.toMatchObject({ code: 'E-AUTH-PIN' })
    const state = await reader.call('users.signIn', { userId: office.ids.auditor, pin: pins.auditor })
    expect(state.current).toEqual({ id: office.ids.auditor, name: names.auditor, duty: 'auditor' })
    await reader.close()
  })
})

describe('a wrong PIN', () => {
  const tryOnce = (pin: string) => app.call('users.signIn', { userId: office.ids.chair, pin })
  const codes = async (pin: string, times: number) => {
    const found: string[] = []
    for (let each = 0; each < times; each++)
      found.push(
        await tryOnce(pin).then(
          () => 'in',
          (error: { code: string }) => error.code,
        ),
      )
    return found
  }

  it('is refused, and after five the wait grows', async () => {
    expect(await codes('111222', 6)).toEqual([...Array(5).fill('E-AUTH-PIN'), 'E-AUTH-WAIT'])
    await expect(tryOnce(pins.chair)).rejects.toMatchObject({ code: 'E-AUTH-WAIT', params: { seconds: 30 } })
    app.setNow('2026-11-23T02:00:30.000Z')
    expect(await codes('111222', 2)).toEqual(['E-AUTH-PIN', 'E-AUTH-WAIT'])
    app.setNow('2026-11-23T02:01:29.000Z')
    await expect(tryOnce(pins.chair)).rejects.toMatchObject({ code: 'E-AUTH-WAIT', params: { seconds: 1 } })
    app.setNow('2026-11-23T02:01:30.000Z')
    expect(await codes(pins.chair, 1)).toEqual(['in'])
    expect(await codes('111222', 4)).toEqual(Array(4).fill('E-AUTH-PIN'))
  })

  it('counts when several are tried at once', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 12 }, () => tryOnce('111222')))
    const waits = tried.filter((one) => one.status === 'rejected' && one.reason.code === 'E-AUTH-WAIT')
    expect(waits).toHaveLength(7)
  })

  it('is remembered over a new start, and a clock turned back does not help', async () => {
    await codes('111222', 5)
    await app.call('workspace.close', {})
    app.setNow('2026-11-20T02:00:00.000Z')
    await app.call('workspace.open', { path: app.path('a.timbang') })
    await expect(tryOnce(pins.chair)).rejects.toMatchObject({ code: 'E-AUTH-WAIT', params: { seconds: 30 } })
  })

  it('counts in the approval of a step as well', async () => {
    await office.signIn('secretary')
    const [period] = (await app.call('workspace.status', {}))?.periods ?? []
    const approve = (pin: string) =>
      app.call('organisation.setStage', {
        periodId: period?.id as never,
        stage: 'follow-up',
        approval: { userId: office.ids.chair, pin },
      })
    for (let each = 0; each < 5; each++)
      await expect(approve(pins.secretary)).rejects.toMatchObject({ code: 'E-AUTH-PIN' })
    await expect(approve(pins.chair)).rejects.toMatchObject({ code: 'E-AUTH-WAIT' })
  })
})

describe('a PIN', () => {
  it('stands nowhere in the file or its journal, and its hash not in the journal', async () => {
    await office.signIn('secretary')
    await app.call('users.changePin', { pin: pins.secretary, newPin: 'kunci-arsip-7' })
    const { changes } = await app.call('trail.changes', { seq: (await trail())[0]?.seq ?? 0 })
    expect((await trail())[0]).toMatchObject({
      command: 'users.changePin',
      summary: { user: names.secretary },
      changeCount: 1,
    })
    expect(Object.keys(changes[0]?.after ?? {}).toSorted()).toEqual(
      ['active', 'duty', 'employee_id', 'id', 'name', 'pin_mark', 'pin_set_at', 'pin_way'].toSorted(),
    )
    await app.call('workspace.close', {})
    const { Database } = await initSqlJs()
    const bytes = readFileSync(app.path('a.timbang'))
    for (const pin of [...Object.values(pins), 'kunci-arsip-7']) expect(bytes.includes(pin)).toBe(false)
    const db = new Database(bytes)
    const hashes = db.exec('SELECT lower(hex(hash)) FROM user_pin')[0]?.values.flat() ?? []
    const journal = JSON.stringify(db.exec('SELECT before, after FROM journal_change'))
    expect(hashes).toHaveLength(5)
    for (const hash of hashes) expect(journal).not.toContain(String(hash))
    expect(journal).toContain('pin_mark')
    db.close()
  })

  it.each([
    ['12345', 'E-PIN-SHORT'],
    ['000000', 'E-PIN-EASY'],
    ['345678', 'E-PIN-EASY'],
    ['987654', 'E-PIN-EASY'],
  ])('%s is refused', async (newPin, code) => {
    await office.signIn('chair')
    await expect(app.call('users.changePin', { pin: pins.chair, newPin })).rejects.toMatchObject({ code })
  })

  it('of one’s own is changed with the present one, and one stays signed in', async () => {
    await office.signIn('observer')
    await expect(app.call('users.changePin', { pin: '111222', newPin: '604817' })).rejects.toMatchObject({
      code: 'E-AUTH-PIN',
    })
    await app.call('users.changePin', { pin: pins.observer, newPin: '604817' })
    expect(await current()).toBe(names.observer)
    await expect(office.signIn('observer')).rejects.toMatchObject({ code: 'E-AUTH-PIN' })
  })

  it('forgotten is given anew with the chair’s approval only', async () => {
    await office.signIn('secretary')
    const { ids, approval } = office
    const give = { userId: ids.panelist, newPin: '604817' }
    await expect(app.call('users.givePin', give)).rejects.toMatchObject({
      code: 'E-AUTH-APPROVAL',
      params: { names: names.chair },
    })
    const own = { userId: ids.secretary, pin: pins.secretary }
    await expect(app.call('users.givePin', { ...give, approval: own })).rejects.toMatchObject({ code: 'E-AUTH-CHAIR' })
    await app.call('users.givePin', { ...give, approval })
    expect((await app.call('users.signIn', { userId: ids.panelist, pin: '604817' })).current?.duty).toBe('panelist')
  })

  it('put into the file by another program does not count, and the chain tells of the user’s row', async () => {
    await behindOurBack(
      `UPDATE user_pin SET salt = (SELECT salt FROM user_pin WHERE user_id = '${office.ids.secretary}'),
        hash = (SELECT hash FROM user_pin WHERE user_id = '${office.ids.secretary}') WHERE user_id = '${office.ids.chair}'`,
    )
    const asChair = { userId: office.ids.chair, pin: pins.secretary }
    await expect(app.call('users.signIn', asChair)).rejects.toMatchObject({ code: 'E-AUTH-PIN-ALTERED' })
    await behindOurBack(`UPDATE user SET pin_mark = (SELECT pin_mark FROM user WHERE id = '${office.ids.secretary}')
      WHERE id = '${office.ids.chair}'`)
    expect((await app.call('users.signIn', asChair)).current?.duty).toBe('chair')
    const report = await app.call('trail.verify', { jobId: 'v', anchor: null })
    expect(report.findings.map(({ kind, table }) => `${kind} ${table}`)).toEqual(['changed user'])
  })
})

describe('users', () => {
  it('begin with the chair, and keep one', async () => {
    const other = testEngine()
    await other.call('workspace.create', newWorkspaceInput(other.path('b.timbang')))
    const person = { name: 'Sari', duty: 'secretary' as const, employeeId: null, pin: pins.secretary }
    await expect(other.call('users.add', person)).rejects.toMatchObject({ code: 'E-USER-FIRST' })
    const { userId } = await other.call('users.add', { ...person, duty: 'chair' })
    // Who named the first chair has just typed that PIN.
    expect((await other.call('users.state', {})).current?.name).toBe('Sari')
    const approval = { userId, pin: pins.secretary }
    const change = { userId, name: 'Sari', employeeId: null, approval }
    await expect(other.call('users.change', { ...change, duty: 'observer', active: true })).rejects.toMatchObject({
      code: 'E-USER-CHAIR',
    })
    await expect(other.call('users.change', { ...change, duty: 'chair', active: false })).rejects.toMatchObject({
      code: 'E-USER-CHAIR',
    })
    await expect(other.call('users.add', { ...person, name: ' SARI', approval })).rejects.toMatchObject({
      code: 'E-USER-NAME',
    })
    await other.close()
  })

  it('are not undone', async () => {
    await office.signIn('chair')
    await app.call('workspace.updateAgency', { ...newWorkspaceInput('').agency, place: 'Sagara' })
    const { ids, approval } = office
    const person = { name: names.observer, duty: 'auditor' as const, employeeId: null }
    await app.call('users.change', { ...person, userId: ids.observer, active: true, approval })
    expect((await app.call('history.undo', {})).command).toBe('workspace.updateAgency')
    await expect(app.call('history.undo', {})).rejects.toMatchObject({ code: 'E-UNDO-NOTHING' })
    expect((await app.call('users.state', {})).users.find(({ id }) => id === ids.observer)?.duty).toBe('auditor')
  })

  it('are told by the trail with who approved', async () => {
    expect((await trail(5)).map(({ command, summary }) => [command, summary.user, summary.approver])).toEqual([
      ['users.add', names.auditor, names.chair],
      ['users.add', names.observer, names.chair],
      ['users.add', names.panelist, names.chair],
      ['users.add', names.secretary, names.chair],
      ['users.add', names.chair, undefined],
    ])
  })

  it('leave a whole chain behind', async () => {
    expect(await app.call('trail.verify', { jobId: 'v', anchor: null })).toMatchObject({ found: 0 })
  })
})

describe('a chair who forgot the PIN', () => {
  const reset = (change = {}) =>
    app.call('users.resetChairPin', {
      userId: office.ids.chair,
      newPin: '604817',
      reason: 'PIN hilang',
      secret: null,
      ...change,
    })

  it('gets a new one from the holder of a plain file, and the trail says so', async () => {
    await reset()
    expect((await trail())[0]).toMatchObject({
      command: 'users.resetByHolder',
      reason: 'PIN hilang',
      summary: { user: names.chair },
    })
    expect((await app.call('users.signIn', { userId: office.ids.chair, pin: '604817' })).current?.duty).toBe('chair')
  })

  it('is the only one whose PIN is reset this way, and only with a reason', async () => {
    await expect(reset({ userId: office.ids.secretary })).rejects.toMatchObject({ code: 'E-USER-NOT-CHAIR' })
    await expect(reset({ reason: '  ' })).rejects.toMatchObject({ code: 'E-ARG' })
  })

  it('proves the passphrase where the file is encrypted; that is no emergency', async () => {
    await app.close()
    app = testEngine({ kdf: { memory: 8, iterations: 1, lanes: 1 } })
    const passphrase = 'tujuh angsa menyeberang sungai pagi'
    const protection = { passphrase, recoveryKey: null }
    await app.call('workspace.create', { ...newWorkspaceInput(app.path('c.timbang')), protection })
    office = await nameOffice(app)
    await expect(reset()).rejects.toMatchObject({ code: 'E-OPEN-PASS' })
    await expect(reset({ secret: 'bukan frasa sandinya sama sekali' })).rejects.toMatchObject({ code: 'E-OPEN-PASS' })
    await reset({ secret: passphrase })
    expect((await trail())[0]?.command).toBe('users.resetByPassphrase')
  })
})
