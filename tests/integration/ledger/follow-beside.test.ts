import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RunningPart, TrailFollower } from '#application/ports/trail-follower.ts'
import { AppError } from '#domain/app-error.ts'
import type { FileToCheck } from '#engine/host.ts'
import { followBeside } from '#engine/hosts/follow-part.ts'
import { cheapKdf, wasmPath } from '#tests/integration/store/support.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'

const wasm = readFileSync(wasmPath)
const passphrase = 'enam kata yang mudah diingat sendiri'

const { path: program } = bundledProgram('src/engine/hosts/follow-part-thread.ts')

/** Shares the work on any trail, and notes what the thread came to. */
function noting(made: (file: FileToCheck) => TrailFollower) {
  const parts: Awaited<ReturnType<RunningPart['look']>>[] = []
  let stops = 0
  const trailFollower = (file: FileToCheck): TrailFollower => {
    const follower = made(file)
    return {
      from: 2,
      start(part) {
        const running = follower.start(part)
        return {
          followed: running.followed,
          async look() {
            const said = await running.look()
            parts.push(said)
            return said
          },
          stop() {
            stops += 1
            running.stop()
          },
        }
      },
    }
  }
  return { trailFollower, ended: () => parts.at(-1), stops: () => stops }
}

async function workspaceWith(made: (file: FileToCheck) => TrailFollower, secret: string | null = null) {
  const noted = noting(made)
  const app = testEngine({ kdf: cheapKdf, trailFollower: noted.trailFollower })
  onTestFinished(() => app.close())
  const protection = secret === null ? null : { passphrase: secret, recoveryKey: null }
  await app.call('workspace.create', { ...newWorkspaceInput(app.path('panjang.timbang')), protection })
  for (const name of ['Bidang A', 'Bidang B', 'Bidang C'])
    await app.call('workspace.updateUnits', { units: [{ id: null, name, parent: null }] })
  return { app, noted, verify: () => app.call('trail.verify', { jobId: 'jejak', anchor: null }) }
}

describe('the second half of a long trail', () => {
  it('is followed on a thread of its own', async () => {
    const { noted, verify } = await workspaceWith(followBeside(wasm, program))
    expect(await verify()).toMatchObject({ found: 0, anchor: { count: 4 } })
    expect(noted.ended()).toMatchObject({ state: { seq: 4 } })
    expect(noted.stops()).toBe(1)
  })

  it('is read with the key of an encrypted file', async () => {
    const { noted, verify } = await workspaceWith(followBeside(wasm, program), passphrase)
    // One entry more: that it was encrypted.
    expect(await verify()).toMatchObject({ found: 0, anchor: { count: 5 } })
    expect(noted.ended()).toMatchObject({ state: { seq: 5 } })
  })

  it('is followed here when the thread fails', async () => {
    const { noted, verify } = await workspaceWith(followBeside(wasm, join(tmpdir(), 'no-such-program.mjs')))
    expect(await verify()).toMatchObject({ found: 0, anchor: { count: 4 } })
    expect(noted.ended()).toBeNull()
  })

  it('is given up with the check when that is cancelled', async () => {
    const never = (): TrailFollower => ({
      from: 2,
      start: () => ({
        followed: () => 0,
        look: () => new Promise((resolve) => setTimeout(resolve, 5, 'running')),
        stop: () => undefined,
      }),
    })
    const { app, noted, verify } = await workspaceWith(never)
    const running = verify().catch((error: unknown) => (error instanceof AppError ? error.code : String(error)))
    await expect.poll(() => noted.ended()).toBe('running')
    await app.call('jobs.cancel', { jobId: 'jejak' })
    expect([await running, noted.stops()]).toEqual(['E-CANCELLED', 1])
  })
})
