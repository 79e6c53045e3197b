import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { createChance, seededGenerator } from '#application/example/chance.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'
import { namesBelow } from './office.ts'

const wasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
const child = bundledProgram('tests/integration/backups/kill-child.ts')
// Releases run many more: TIMBANG_KILLS=500.
const kills = Number(process.env.TIMBANG_KILLS ?? 4)

const markOf = (path: string) => createHash('sha256').update(fs.readFileSync(path)).digest('hex')

/** Ends the process so long after the first line it wrote; gives all of its lines. */
async function killedAfter(milliseconds: number, ...words: readonly string[]): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child.path, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  await new Promise<void>((resolve) => {
    createInterface({ input: running.stdout }).on('line', (line) => {
      lines.push(line)
      if (lines.length === 1) setTimeout(() => running.kill('SIGKILL'), milliseconds)
    })
    running.once('close', () => resolve())
  })
  return lines
}

describe('a process that is killed while it takes copies', () => {
  it('leaves whole copies only, each equal to its manifest and good to be restored', async () => {
    const app = testEngine()
    const path = app.path('dinas.timbang')
    const folder = app.path('cadangan')
    await app.call('workspace.create', newWorkspaceInput(path))
    await app.call('workspace.close', {})
    await app.call('backups.setFolder', { folder })
    const chance = createChance(seededGenerator(20_261_122))
    let cutOff = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const known = (await app.call('backups.list', { path })).copies.length
      const reported = (await killedAfter(chance.whole(0, 60), path, folder, wasmPath)).length
      const { copies } = await app.call('backups.list', { path })
      expect(copies.length).toBeGreaterThanOrEqual(Math.min(10, known + reported))
      for (const copy of copies) {
        const manifest = JSON.parse(fs.readFileSync(`${copy.path}.json`, 'utf8'))
        expect([fs.statSync(copy.path).size, markOf(copy.path)]).toEqual([manifest.bytes, manifest.sha256])
      }
      if (namesBelow(folder).some((name) => name.includes('.tmp'))) cutOff += 1
    }
    // The control, when there are enough of them: some kills did hit a copy half way.
    if (kills >= 20) expect(cutOff).toBeGreaterThan(0)
    await app.call('workspace.open', { path })
    await app.call('backups.take', {})
    expect(namesBelow(folder).filter((name) => name.includes('.tmp'))).toEqual([])
    const [newest] = (await app.call('backups.list', { path })).copies
    await app.call('backups.restore', { path, copy: newest?.path ?? '', reason: '', jobId: 'job' })
    expect(await app.call('trail.verify', { anchor: null, jobId: 'job' })).toMatchObject({ found: 0 })
    await app.close()
  }, 120_000)
})

describe('a process that is killed while it restores', () => {
  it('loses nothing it said was saved: each state is in the file or in one put aside', async () => {
    const app = testEngine()
    const path = app.path('dinas.timbang')
    const folder = app.path('cadangan')
    await app.call('workspace.create', newWorkspaceInput(path))
    await app.call('backups.setFolder', { folder })
    const copy = (await app.call('backups.take', {})).path
    const sound = markOf(copy)
    await app.call('workspace.close', {})
    const chance = createChance(seededGenerator(20_261_123))
    const found = new Set<string>()
    const read = new Set<string>()
    let cutOff = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const lines = await killedAfter(chance.whole(0, 400), path, folder, wasmPath, copy)
      if (fs.readdirSync(app.folder).some((name) => name.includes('.tmp'))) cutOff += 1
      const files = fs.readdirSync(app.folder).filter((name) => name.endsWith('.timbang') && !name.startsWith('.'))
      for (const name of files.filter((file) => file === 'dinas.timbang' || !read.has(file))) {
        const opened = await app.call('workspace.open', { path: app.path(name) })
        found.add(opened?.agency.contact ?? '')
        read.add(name)
        expect(await app.call('trail.verify', { anchor: null, jobId: 'job' })).toMatchObject({ found: 0 })
        await app.call('workspace.close', {})
      }
      for (const line of lines.filter((said) => said.startsWith('wrote '))) {
        expect(found, `${line}, kill ${kill}`).toContain(line.slice('wrote '.length))
      }
      expect(markOf(copy)).toBe(sound)
    }
    if (kills >= 20) expect(cutOff).toBeGreaterThan(0)
    await app.close()
  }, 300_000)
})
