import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { checkWorkspacePages } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { PagesChecker } from '#engine/host.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { damageHistory, makeHeavy } from '#tests/support/heavy-workspace.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const units = (name: string) => ({ units: [{ id: null, name, parent: null }] })
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

/** A check that goes on until the test lets it look, and then really looks. */
function heldChecker(after: number) {
  let look: () => void = () => undefined
  let stopped = 0
  const checker: PagesChecker = {
    from: 0,
    after,
    start({ path }) {
      let refuse: (error: unknown) => void = () => undefined
      const done = new Promise<void>((resolve, reject) => {
        refuse = reject
        look = () => {
          loadSqlEngine(wasm)
            .then((engine) => checkWorkspacePages(engine, path))
            .then(resolve, reject)
        }
      })
      done.catch(() => undefined)
      return {
        done,
        stop: () => {
          stopped += 1
          refuse(new AppError('E-OPEN-NONE'))
        },
      }
    },
  }
  return { checker, look: () => look(), stopped: () => stopped }
}

describe('a large file, whose pages are checked while it is already being read', () => {
  // Nobody waits for this minute: what wants to write has the check begin at once.
  const held = heldChecker(60_000)
  let app: TestEngine
  let path: string
  beforeEach(async () => {
    app = testEngine({ pagesChecker: held.checker })
    onTestFinished(() => app.close())
    path = app.path('besar.timbang')
    await app.call('workspace.create', newWorkspaceInput(path))
    await app.call('workspace.close', {})
    await makeHeavy(path, 400_000)
  })

  it('is shown at once; what writes waits for the check, and is then on disk', async () => {
    const opened = await app.call('workspace.open', { path })
    expect(opened?.path).toBe(path)
    expect((await app.call('trail.list', { beforeSeq: null, limit: 5, command: null })).entries[0]?.author).toBe('Uji')

    const before = fingerprint(path)
    let written = false
    const writing = app.call('workspace.updateUnits', units('Bidang Baru')).then(() => {
      written = true
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect([written, fingerprint(path)]).toEqual([false, before])

    held.look()
    await writing
    expect((await app.call('workspace.status', {}))?.units.map((unit) => unit.name)).toEqual(['Bidang Baru'])
  })

  it('is closed with the sentence when it is damaged; nothing was written to it', async () => {
    damageHistory(path)
    const before = fingerprint(path)
    await app.call('workspace.open', { path })
    const writing = codeOf(app.call('workspace.updateUnits', units('Bidang Baru')))

    held.look()
    expect(await writing).toBe('E-OPEN-DAMAGED')
    expect(await app.call('workspace.status', {})).toBeNull()
    expect(app.events).toContainEqual({ type: 'refused', error: { code: 'E-OPEN-DAMAGED', params: { path } } })
    expect(fingerprint(path)).toBe(before)
    // The lock went with it: the next one to open it hears the same, and is not told that somebody has it open.
    await app.call('workspace.open', { path })
  })

  it('closed meanwhile: the check ends, and what waited for it is not written into the next workspace', async () => {
    await app.call('workspace.open', { path })
    const writing = codeOf(app.call('workspace.updateUnits', units('Bidang Baru')))
    const stoppedBefore = held.stopped()
    await app.call('workspace.create', newWorkspaceInput(app.path('lain.timbang')))

    expect(await writing).toBe('E-OPEN-NONE')
    expect(held.stopped()).toBe(stoppedBefore + 1)
    const names = (await app.call('workspace.status', {}))?.units.map((unit) => unit.name)
    expect(names).not.toContain('Bidang Baru')
  })

  it('is checked after a while although nobody writes', async () => {
    damageHistory(path)
    const soon = heldChecker(5)
    const reader = testEngine({ pagesChecker: soon.checker })
    onTestFinished(() => reader.close())
    await reader.call('workspace.open', { path })
    await new Promise((resolve) => setTimeout(resolve, 40))
    soon.look()
    await expect.poll(() => reader.events.map((event) => event.type)).toContain('refused')
    expect(await reader.call('workspace.status', {})).toBeNull()
  })

  it('without such a checker is checked before it is shown', async () => {
    const plain = testEngine()
    onTestFinished(() => plain.close())
    await plain.call('workspace.open', { path })
    await plain.call('workspace.close', {})
    damageHistory(path)
    expect(await codeOf(plain.call('workspace.open', { path }))).toBe('E-OPEN-DAMAGED')
  })
})
