import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { seededGenerator } from '#application/example/chance.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { EngineHost, FileToCheck } from '#engine/host.ts'
import { cheapKdf } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

const passphrase = 'enam kata yang mudah diingat sendiri'
const another = 'kuda besi menyeberang jembatan panjang sekali'
const wrong = 'bukan frasa sandi yang benar'
const employee = 'Siti Nurhaliza binti Kanari'

const start = (options: Partial<EngineHost> = {}): TestEngine => {
  const app = testEngine({ kdf: cheapKdf, ...options })
  onTestFinished(() => app.close())
  return app
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.params } : error),
  )

async function createEncrypted(app: TestEngine, recoveryKey: string | null = null, name = 'rahasia.timbang') {
  const path = app.path(name)
  await app.call('workspace.create', { ...newWorkspaceInput(path), protection: { passphrase, recoveryKey } })
  return path
}

async function addSomebody(app: TestEngine) {
  const status = await app.call('workspace.status', {})
  const periodId = status?.periods[0]?.id
  if (periodId === undefined) throw new Error('no period')
  const before = await app.call('workspace.status', {})
  await app.call('workspace.updateUnits', {
    units: [...(before?.units ?? []).map(({ id, name }) => ({ id, name, parent: null })), unit(employee)],
  })
}

const unit = (name: string) => ({ id: null, name, parent: null })
const open = (app: TestEngine, path: string) => app.call('workspace.open', { path })
const unlock = (app: TestEngine, secret: string) => app.call('protection.unlock', { secret })
const commands = async (app: TestEngine) =>
  (await app.call('trail.list', { beforeSeq: null, limit: 500, command: null })).entries.map((entry) => entry.command)
const isSound = async (app: TestEngine) => {
  const { problems, schemaKnown, trail } = await app.call('workspace.check', { jobId: 'check' })
  return problems.length === 0 && schemaKnown && trail.found === 0
}

describe('an encrypted workspace', () => {
  let app: TestEngine
  beforeEach(() => {
    app = start()
  })

  it('is made encrypted, waits for its passphrase when opened, and holds no name in plain letters', async () => {
    const path = await createEncrypted(app)
    await addSomebody(app)
    expect(await app.call('protection.state', {})).toEqual({ waiting: null, encrypted: true, hasRecoveryKey: false })
    await app.call('workspace.close', {})
    expect(isEncrypted(path)).toBe(true)
    expect(readFileSync(path).includes(employee)).toBe(false)
    expect(await codeOf(open(app, path))).toBe('E-OPEN-ENCRYPTED')
    const { waiting } = await app.call('protection.state', {})
    expect(waiting).toMatchObject({ path, fileName: 'rahasia.timbang', because: 'opened', tries: 5, waitSeconds: 0 })
    expect(app.events.at(-1)).toEqual({ type: 'locked', waiting })
    await unlock(app, passphrase)
    expect((await app.call('workspace.status', {}))?.units.map(({ name }) => name)).toContain(employee)
    expect((await app.call('workspace.recent', {}))[0]).toMatchObject({ path })
    expect(await commands(app)).toContain('protection.add')
    expect(await isSound(app)).toBe(true)
  })

  it('control: in a plain file the name stands in plain letters', async () => {
    const path = app.path('biasa.timbang')
    await app.call('workspace.create', newWorkspaceInput(path))
    await addSomebody(app)
    expect(readFileSync(path).includes(employee)).toBe(true)
    expect(await app.call('protection.lock', { because: 'idle' })).toEqual({ locked: false })
    expect((await app.call('workspace.status', {}))?.path).toBe(path)
  })

  it('shows no secret in an answer, an event or a refusal', async () => {
    const { recoveryKey } = await app.call('protection.newRecoveryKey', {})
    const path = await createEncrypted(app, recoveryKey)
    const said: unknown[] = [await app.call('protection.lock', { because: 'asked' })]
    said.push(await app.engine.handle('operator', 'protection.unlock', { secret: wrong }))
    said.push(await app.engine.handle('operator', 'protection.unlock', { secret: passphrase }))
    said.push(
      await app.engine.handle('operator', 'protection.changePassphrase', { secret: wrong, passphrase: another }),
    )
    said.push(
      await app.engine.handle('operator', 'protection.changePassphrase', { secret: passphrase, passphrase: 'x' }),
    )
    said.push(await app.call('trail.list', { beforeSeq: null, limit: 500, command: null }), app.events)
    said.push(await app.call('preferences.get', {}), await app.call('protection.state', {}))
    for (const secret of [passphrase, another, wrong, recoveryKey]) expect(JSON.stringify(said)).not.toContain(secret)
    expect(path).toBeTruthy()
  })

  it('is locked: its data is gone until the passphrase comes, and what was open for reading stays so', async () => {
    const path = await createEncrypted(app)
    expect(await app.call('protection.lock', { because: 'asked' })).toEqual({ locked: true })
    expect(await app.call('workspace.status', {})).toBeNull()
    expect(await codeOf(app.call('trail.list', { beforeSeq: null, limit: 1, command: null }))).toBe('E-OPEN-NONE')
    expect(app.events.at(-1)).toMatchObject({ type: 'locked', waiting: { path, because: 'asked', readOnly: false } })
    expect(await app.call('protection.lock', { because: 'idle' })).toEqual({ locked: false })
    await unlock(app, passphrase)
    await addSomebody(app)

    const reader = start()
    expect(await codeOf(reader.call('workspace.open', { path, readOnly: true }))).toBe('E-OPEN-ENCRYPTED')
    await unlock(reader, passphrase)
    expect((await reader.call('workspace.status', {}))?.readOnlyBecause).toBe('asked')
    await reader.call('protection.lock', { because: 'system' })
    await unlock(reader, passphrase)
    expect((await reader.call('workspace.status', {}))?.readOnlyBecause).toBe('asked')
    expect(await codeOf(reader.call('protection.changePassphrase', { secret: passphrase, passphrase: another }))).toBe(
      'E-SAVE-RO',
    )
  })

  it('waits beside a workspace that is open, which stays open when nobody gives the passphrase', async () => {
    const path = await createEncrypted(app)
    const plain = app.path('biasa.timbang')
    await app.call('workspace.create', newWorkspaceInput(plain))
    expect(await codeOf(open(app, path))).toBe('E-OPEN-ENCRYPTED')
    expect((await app.call('workspace.status', {}))?.path).toBe(plain)
    await app.call('protection.leave', {})
    expect(await app.call('protection.state', {})).toEqual({ waiting: null, encrypted: false, hasRecoveryKey: false })
    expect(await codeOf(unlock(app, passphrase))).toBe('E-OPEN-NONE')
    await codeOf(open(app, path))
    await unlock(app, passphrase)
    expect((await app.call('workspace.status', {}))?.path).toBe(path)
  })

  it('opens by its recovery key, names a mistyped group, and no longer opens by one that was replaced', async () => {
    const { recoveryKey } = await app.call('protection.newRecoveryKey', {})
    await createEncrypted(app, recoveryKey)
    const state = () => app.call('protection.state', {})
    expect((await state()).hasRecoveryKey).toBe(true)
    const lock = () => app.call('protection.lock', { because: 'asked' })
    await lock()
    const mistyped = recoveryKey.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
    expect(await refusalOf(unlock(app, mistyped))).toEqual({ code: 'E-KEY-TYPING', group: 1 })
    expect((await state()).waiting?.tries).toBe(5)
    await unlock(app, recoveryKey.toLowerCase())
    const { recoveryKey: next } = await app.call('protection.newRecoveryKey', {})
    await app.call('protection.setRecoveryKey', { secret: recoveryKey, recoveryKey: next })
    await lock()
    expect(await codeOf(unlock(app, recoveryKey))).toBe('E-OPEN-PASS')
    await unlock(app, next)
    await app.call('protection.setRecoveryKey', { secret: passphrase, recoveryKey: null })
    expect((await state()).hasRecoveryKey).toBe(false)
    await lock()
    expect(await codeOf(unlock(app, next))).toBe('E-OPEN-PASS')
    await unlock(app, passphrase)
    expect(await commands(app)).toEqual(
      expect.arrayContaining(['protection.setRecoveryKey', 'protection.removeRecoveryKey']),
    )
  })
})

describe('a wrong passphrase', () => {
  it('is said at once, counts down, and makes one wait ever longer, also in a Timbang that was started anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timbang-habits-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    let app = start({ preferencesFolder: folder })
    const path = await createEncrypted(app)
    await app.call('workspace.close', {})
    app.setNow('2026-11-23T08:00:00.000Z')
    await codeOf(open(app, path))
    for (const tries of [4, 3, 2, 1, 0]) {
      expect(await refusalOf(unlock(app, wrong))).toEqual({ code: 'E-OPEN-PASS', tries })
    }
    expect(await refusalOf(unlock(app, passphrase))).toEqual({ code: 'E-OPEN-WAIT', seconds: 30 })
    expect((await app.call('protection.state', {})).waiting).toMatchObject({ tries: 0, waitSeconds: 30 })

    app = start({ preferencesFolder: folder })
    app.setNow('2026-11-23T08:00:29.000Z')
    await codeOf(open(app, path))
    expect(await refusalOf(unlock(app, passphrase))).toEqual({ code: 'E-OPEN-WAIT', seconds: 1 })
    app.setNow('2026-11-23T08:00:30.000Z')
    expect(await refusalOf(unlock(app, wrong))).toEqual({ code: 'E-OPEN-PASS', tries: 0 })
    app.setNow('2026-11-23T08:01:29.000Z')
    expect(await refusalOf(unlock(app, passphrase))).toEqual({ code: 'E-OPEN-WAIT', seconds: 1 })
    app.setNow('2026-11-23T08:01:30.000Z')
    await unlock(app, passphrase)
    await app.call('protection.lock', { because: 'asked' })
    expect((await app.call('protection.state', {})).waiting).toMatchObject({ tries: 5, waitSeconds: 0 })
  })

  it('gives no more tries to many questions at once', async () => {
    const app = start()
    const path = await createEncrypted(app)
    await app.call('workspace.close', {})
    await codeOf(open(app, path))
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(unlock(app, wrong))))
    expect(codes.filter((code) => code === 'E-OPEN-PASS')).toHaveLength(5)
    expect(codes.filter((code) => code === 'E-OPEN-WAIT')).toHaveLength(7)
  })
})

describe('the encryption of the open workspace', () => {
  let app: TestEngine
  let path: string
  beforeEach(async () => {
    app = start()
    path = app.path('biasa.timbang')
    await app.call('workspace.create', newWorkspaceInput(path))
    await addSomebody(app)
  })
  const anew = async (secret: string) => {
    await app.call('workspace.close', {})
    await codeOf(open(app, path))
    return codeOf(unlock(app, secret))
  }
  const add = () => app.call('protection.add', { passphrase, recoveryKey: null })

  it('is added, changed and removed; each stands in the trail, and the trail holds', async () => {
    const units = (await app.call('workspace.status', {}))?.units
    await add()
    expect(isEncrypted(path)).toBe(true)
    expect(readFileSync(path).includes(employee)).toBe(false)
    expect((await app.call('workspace.status', {}))?.units).toEqual(units)
    await addSomebodyElse(app)
    expect(await isSound(app)).toBe(true)

    expect(await codeOf(app.call('protection.changePassphrase', { secret: wrong, passphrase: another }))).toBe(
      'E-OPEN-PASS',
    )
    expect(
      await refusalOf(app.call('protection.changePassphrase', { secret: passphrase, passphrase: 'pendek' })),
    ).toEqual({
      code: 'E-KEY-SHORT',
      minimum: 14,
    })
    await app.call('protection.changePassphrase', { secret: passphrase, passphrase: another })
    expect(await anew(passphrase)).toBe('E-OPEN-PASS')
    expect(await anew(another)).toBe('no refusal')

    expect(await codeOf(app.call('protection.remove', { secret: passphrase }))).toBe('E-OPEN-PASS')
    await app.call('protection.remove', { secret: another })
    expect(isEncrypted(path)).toBe(false)
    expect(readFileSync(path).includes(employee)).toBe(true)
    await app.call('workspace.close', {})
    expect(await codeOf(open(app, path))).toBe('no refusal')
    expect(await isSound(app)).toBe(true)
    expect((await commands(app)).filter((name) => name.startsWith('protection.'))).toEqual([
      'protection.remove',
      'protection.changePassphrase',
      'protection.add',
    ])
    expect(readdirSync(app.folder)).toEqual(['biasa.timbang'])
  })

  it('refuses to encrypt twice and to ask for the secret of a plain file', async () => {
    expect(await codeOf(app.call('protection.remove', { secret: passphrase }))).toBe('E-ARG')
    await add()
    expect(await codeOf(add())).toBe('E-ARG')
  })

  it('stays in a copy of the workspace; a plain copy takes the passphrase and is written down', async () => {
    await add()
    const copy = app.path('salinan.timbang')
    await app.call('workspace.saveCopy', { path: copy })
    expect(isEncrypted(copy)).toBe(true)
    const plain = app.path('terbuka.timbang')
    expect(await codeOf(app.call('protection.plainCopy', { secret: wrong, path: plain }))).toBe('E-OPEN-PASS')
    expect(readdirSync(app.folder)).not.toContain('terbuka.timbang')
    await app.call('protection.plainCopy', { secret: passphrase, path: plain })
    expect(isEncrypted(plain)).toBe(false)
    const [entry] = (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).entries
    expect(entry).toMatchObject({ command: 'protection.plainCopy', summary: { file: plain } })
    await open(app, plain)
    expect(await commands(app)).toContain('protection.plainCopy')
    expect(await isSound(app)).toBe(true)
  })

  it('is not taken back by undo', async () => {
    await add()
    expect((await app.call('history.state', {})).undo).toBeNull()
  })
})

async function addSomebodyElse(app: TestEngine) {
  const before = await app.call('workspace.status', {})
  await app.call('workspace.updateUnits', {
    units: [...(before?.units ?? []).map(({ id, name }) => ({ id, name, parent: null })), unit('Unit sesudah sandi')],
  })
}

describe('a large encrypted file', () => {
  it('is checked beside with its key, and a flip found there closes it', async () => {
    const asked: FileToCheck[] = []
    let refuse: (error: unknown) => void = () => undefined
    const app = start({
      pagesChecker: {
        from: 0,
        after: 0,
        start(file) {
          asked.push(file)
          const done = new Promise<void>((_, reject) => {
            refuse = reject
          })
          return { done, stop: () => refuse(new AppError('E-OPEN-NONE')) }
        },
      },
    })
    const path = await createEncrypted(app)
    await app.call('workspace.close', {})
    await codeOf(open(app, path))
    await unlock(app, passphrase)
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.path).toBe(path)
    expect(asked[0]?.key).not.toBeNull()
    refuse(new AppError('E-OPEN-DAMAGED', { path }))
    await expect.poll(() => app.events.some(({ type }) => type === 'refused')).toBe(true)
    expect(await app.call('workspace.status', {})).toBeNull()
  })
})

describe('one flipped bit in an encrypted file', () => {
  it('is found wherever it is: the file is refused, mended, or the check names it', async () => {
    const app = start()
    const path = await createEncrypted(app)
    await addSomebody(app)
    await app.call('workspace.close', {})
    const sound = readFileSync(path)
    /** How the flip was met; null: nobody noticed. */
    const met = async (): Promise<string | null> => {
      const opened = await codeOf(open(app, path))
      if (opened !== 'E-OPEN-ENCRYPTED') return opened
      const before = readFileSync(path)
      const unlocked = await codeOf(unlock(app, passphrase))
      if (unlocked !== 'no refusal') return unlocked
      if (!readFileSync(path).subarray(0, 8192).equals(before.subarray(0, 8192))) return 'mended'
      const { problems } = await app.call('workspace.check', { jobId: 'check' })
      return problems.length > 0 ? 'named' : null
    }
    const chance = seededGenerator(5)
    const places = [40, 4_100, ...Array.from({ length: 25 }, () => Math.floor(chance() * sound.length))]
    for (const place of places) {
      const flipped = Buffer.from(sound)
      flipped.writeUInt8((flipped[place] ?? 0) ^ (1 << Math.floor(chance() * 8)), place)
      writeFileSync(path, flipped)
      expect(await met(), `byte ${place}`).not.toBeNull()
      await app.call('workspace.close', {})
    }
    writeFileSync(path, sound)
    expect(await met()).toBeNull()
  })
})
