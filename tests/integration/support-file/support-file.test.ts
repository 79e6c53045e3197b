import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tellError } from '#domain/support/code-places.ts'
import { createErrorHistory, noteLine } from '#engine/error-history.ts'
import { cheapKdf } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

/** One mark for every kind of thing that must not leave the workspace. */
const canaries = {
  folder: 'kanarifolder',
  file: 'kanariberkas',
  agency: 'KanariInstansi',
  unit: 'KanariUnit',
  person: 'KanariNama',
  nip: '199302112021041052',
  post: 'KanariJabatan',
  operator: 'KanariOperator',
  message: 'kanaripesan',
  cause: 'kanarisebab',
  frame: 'kanarirangka',
  property: 'KanariKunci',
} as const

async function withCanaries(): Promise<TestEngine> {
  const app = testEngine()
  onTestFinished(() => app.close())
  const folder = join(app.folder, canaries.folder)
  mkdirSync(folder)
  await app.call('preferences.set', { operatorName: canaries.operator })
  const input = newWorkspaceInput(join(folder, `${canaries.file}.timbang`))
  await app.call('workspace.create', { ...input, agency: { ...input.agency, name: canaries.agency } })
  const units = [{ id: null, name: canaries.unit, parent: null }]
  await app.call('workspace.updateUnits', { units })
  const list = join(folder, `${canaries.file}.csv`)
  const row = `${canaries.nip};${canaries.person};${canaries.post};${canaries.unit}`
  writeFileSync(list, `NIP;Nama;Jabatan;Unit Kerja\r\n${row}\r\n`)
  await app.engine.handle('operator', 'import.preview', { paths: [list], jobId: 'i' })
  return app
}

const found = (text: string) =>
  Object.entries(canaries).flatMap(([kind, mark]) => (text.toLowerCase().includes(mark.toLowerCase()) ? [kind] : []))

/** An error that quotes everything, and whose message looks like a stack of our own code. */
function talkativeError(): Error {
  const ownFolder = join(import.meta.dirname, '../../../src')
  const cause = new RangeError(`${canaries.cause} ${canaries.nip}`)
  const text = `${canaries.message}\n    at ${canaries.person} (${ownFolder}/${canaries.frame}.ts:1:1)`
  const error = new TypeError(text, { cause })
  Object.assign(error, { code: 'ENOSPC', [canaries.property]: canaries.person })
  return error
}

describe('the support file', () => {
  it('holds no canary of the workspace, of folders and files, or of messages', async () => {
    const app = await withCanaries()
    await app.engine.handle('operator', 'workspace.open', { path: join(app.folder, canaries.folder, 'tiada.timbang') })
    await app.engine.handle('operator', canaries.message, { [canaries.property]: canaries.person })
    app.engine.stopped(talkativeError())
    const { id, text, fileName } = await app.call('support.preview', {})
    expect(found(text)).toEqual([])
    expect(found(fileName)).toEqual([])
    const path = app.path('dukungan.json')
    await app.call('support.save', { id, path })
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(JSON.parse(text)).toMatchObject({
      format: 'timbang-support',
      workspace: {
        usualEnding: true,
        schema: { known: true },
        trail: { entries: expect.any(Number) },
        rows: { agency: 1 },
      },
      errors: expect.arrayContaining([
        expect.objectContaining({ where: 'workspace.open', code: 'E-OPEN-MISSING', reference: null }),
        expect.objectContaining({ where: 'none', code: 'E-ARG' }),
        expect.objectContaining({
          where: 'engine',
          code: 'E-UNKNOWN',
          error: expect.objectContaining({ kind: 'TypeError', system: 'ENOSPC' }),
        }),
      ]),
    })
  })

  it('holds no passphrase, recovery key or PIN, nor the names of users, whatever was refused about them', async () => {
    const app = testEngine({ kdf: cheapKdf })
    onTestFinished(() => app.close())
    const { recoveryKey } = await app.call('protection.newRecoveryKey', {})
    const secrets = {
      passphrase: 'enam kata yang mudah diingat sendiri',
      wrong: 'frasa yang salah diketik seseorang',
      recoveryKey,
      pin: '482913',
      wrongPin: '975310',
      chair: 'Ratna Kanari',
      reason: 'alasankanari',
    }
    const { passphrase, wrong, pin, wrongPin, chair, reason } = secrets
    const path = app.path('rahasia.timbang')
    await app.call('workspace.create', { ...newWorkspaceInput(path), protection: { passphrase, recoveryKey } })
    const { userId } = await app.call('users.add', { name: chair, duty: 'chair', employeeId: null, pin })
    const asked = [
      ['users.signIn', { userId, pin: wrongPin }],
      ['users.resetChairPin', { userId, newPin: wrongPin, reason, secret: wrong }],
      ['protection.remove', { secret: wrong }],
      ['protection.unlock', { secret: passphrase, pin }],
    ] as const
    for (const [name, input] of asked) {
      expect(await app.engine.handle('operator', name, input)).toMatchObject({ ok: false })
      app.engine.stopped(new Error(`${name} ${JSON.stringify(input)}`))
    }
    const { text } = await app.call('support.preview', {})
    expect(JSON.parse(text).errors.length).toBeGreaterThanOrEqual(asked.length)
    for (const secret of Object.values(secrets)) expect(text.toLowerCase()).not.toContain(secret.toLowerCase())
  })

  it('control: with errors told as they are, the canaries of messages are found', () => {
    const history = createErrorHistory(
      null,
      () => new Date(0),
      (error) => ({
        kind: error instanceof Error ? (error.stack ?? '') : String(error),
        system: null,
        places: [],
      }),
    )
    history.unknown('engine', 'abc1234', talkativeError())
    expect(found(JSON.stringify(history.all()))).toEqual(
      expect.arrayContaining(['message', 'person', 'frame', 'cause', 'nip']),
    )
  })

  it('control: the canaries are where they were put', async () => {
    const app = await withCanaries()
    const file = join(app.folder, canaries.folder, `${canaries.file}.timbang`)
    expect(found(readFileSync(file, 'latin1'))).toEqual(expect.arrayContaining(['agency', 'unit', 'operator']))
  })

  it('saves what was shown, and nothing that was not', async () => {
    const app = await withCanaries()
    const first = await app.call('support.preview', {})
    await app.call('support.preview', {})
    const reply = await app.engine.handle('operator', 'support.save', { id: first.id, path: app.path('a.json') })
    expect(reply).toMatchObject({ ok: false, error: { code: 'E-NOT-FOUND' } })
  })

  it('names the file and line of our own code where an error arose, and keeps it over a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'timbang-history-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const isOurs = (location: string) => location.includes('support-file.test')
    const tell = (error: unknown) => tellError(error, isOurs)
    const note = createErrorHistory(folder, () => new Date(0), tell).unknown('engine', 'abc1234', talkativeError())
    expect(note.error?.places[0]).toMatchObject({ source: 'support-file.test.ts', line: expect.any(Number) })
    expect(found(noteLine(note))).toEqual([])
    expect(createErrorHistory(folder, () => new Date(0)).all()).toEqual([note])
    expect(found(readFileSync(join(folder, 'errors.json'), 'utf8'))).toEqual([])
  })
})
