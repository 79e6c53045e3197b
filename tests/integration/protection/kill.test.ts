import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seededGenerator } from '#application/example/chance.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { cheapKdf, wasmPath } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'

const one = 'enam kata yang mudah diingat sendiri'
const two = 'kuda besi menyeberang jembatan panjang'
const program = bundledProgram('tests/integration/protection/protection-child.ts')
// Releases run many more: TIMBANG_KILLS=500.
const kills = Number(process.env.TIMBANG_KILLS ?? 8)

/** Runs the child and ends it `delay` ms after it has done so many steps. */
async function killed(path: string, steps: number, delay: number): Promise<void> {
  const child = spawn(process.execPath, [program.path, path, wasmPath, one, two], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve) => {
    let said = -1
    createInterface({ input: child.stdout }).on('line', () => {
      said += 1
      if (said === steps) resolve()
    })
  })
  await new Promise((resolve) => setTimeout(resolve, delay))
  child.kill('SIGKILL')
  await ended
}

/** Opens the file as its owner would, knowing both passphrases; which way it went. */
async function look(path: string): Promise<'plain' | 'one' | 'two'> {
  const app = testEngine({ kdf: cheapKdf })
  onTestFinished(() => app.close())
  const works = async (secret: string) => (await app.engine.handle('operator', 'protection.unlock', { secret })).ok
  const isPlain = (await app.engine.handle('operator', 'workspace.open', { path })).ok
  expect(isPlain).toBe(!isEncrypted(path))
  const way = isPlain ? 'plain' : (await works(one)) ? 'one' : (await works(two)) ? 'two' : null
  if (way === null) throw new Error('neither passphrase opens the file')
  if (way !== 'plain') {
    await app.call('protection.lock', { because: 'asked' })
    expect(await works(way === 'one' ? two : one)).toBe(false)
    expect(await works(way === 'one' ? one : two)).toBe(true)
  }
  expect((await app.call('workspace.status', {}))?.units.map(({ name }) => name)).toEqual(['Dinas', 'Bidang A'])
  const { problems, schemaKnown, trail } = await app.call('workspace.check', { jobId: 'check' })
  expect([problems, schemaKnown, trail.found]).toEqual([[], true, 0])
  await app.call('workspace.close', {})
  return way
}

describe('kill -9 while the encryption is added, changed and removed', () => {
  it(`leaves a whole file that is plain or opens by exactly one passphrase, ${kills} times`, {
    timeout: 600_000,
  }, async () => {
    const app = testEngine()
    onTestFinished(() => app.close())
    const path = app.path('a.timbang')
    await app.call('workspace.create', newWorkspaceInput(path))
    await app.call('workspace.close', {})
    const chance = seededGenerator(11)
    const ways = new Set<string>()
    for (let kill = 0; kill < kills; kill++) {
      await killed(path, kill % 4, Math.floor(chance() * 150))
      ways.add(await look(path))
      // Half a copy, or a whole plain one beside the encrypted file, does not stay.
      expect(fs.readdirSync(app.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    }
    // One state alone would mean that the moments were never in between.
    expect(ways.size).toBeGreaterThan(1)
  })
})
