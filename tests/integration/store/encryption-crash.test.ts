import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, it } from 'vitest'
import { createEncryptedWorkspace, newKey, openEncryptedWorkspace } from '#data/store/encryption/encryption.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { sql } from '#data/store/sql.ts'
import { bundledProgram } from '#tests/support/bundled-program.ts'
import { cheapKdf, testDirectory, testEngine, wasmPath } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()
const passphrase = 'a passphrase for tests'
const program = bundledProgram('tests/integration/store/encryption-child.ts')
// Releases run many more: TIMBANG_KILLS=500.
const kills = Number(process.env.TIMBANG_KILLS ?? 20)

let key: WorkspaceKey
beforeAll(async () => {
  key = await newKey(passphrase, { kdf: cheapKdf })
})

/** Until this is so, or two seconds have passed. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 2000
  while (!condition() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 1))
}

function isTransactionUnderWay(path: string): boolean {
  const journal = fs.statSync(`${path}-journal`, { throwIfNoEntry: false })
  return journal !== undefined && journal.size > 0
}

/** Runs the child, ends it `delay` ms after it has committed, or as soon as it is in the middle of a commit; its words. */
async function killed(path: string, delay: number | 'in a transaction'): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program.path, path, wasmPath, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve) => {
    const reader = createInterface({ input: child.stdout })
    reader.on('line', (line) => {
      lines.push(line)
      resolve()
    })
    reader.once('close', () => resolve())
  })
  if (delay === 'in a transaction') await until(() => isTransactionUnderWay(path))
  else {
    await until(() => lines.length > 1)
    await new Promise((resolve) => setTimeout(resolve, delay))
  }
  child.kill('SIGKILL')
  await ended
  return lines
}

describe('kill -9 in the middle of a commit loop on an encrypted workspace', () => {
  it(
    'leaves a sound file with every acknowledged commit',
    async () => {
      const path = join(testDirectory(), 'a.timbang')
      const made = createEncryptedWorkspace(engine, path, [firstSchema], key)
      made.db.insertMany(
        'parent',
        ['name'],
        Array.from({ length: 60 }, (_, index) => [`0 ${index}`]),
      )
      made.close()
      let acknowledged = 0
      let journals = 0
      for (let round = 0; round < kills; round += 1) {
        const lines = await killed(path, round % 2 === 0 ? (round * 37) % 90 : 'in a transaction')
        expect(lines[0]).toBe('ready')
        const last = lines.findLast((line) => /^ack \d+$/.test(line))
        acknowledged = last === undefined ? acknowledged : Number(last.slice(4))
        if (isTransactionUnderWay(path)) journals += 1
        const workspace = openEncryptedWorkspace(engine, path, [firstSchema], key)
        expect(workspace.checkIntegrity()).toEqual([])
        expect(workspace.db.value<number>(sql`SELECT count(*) FROM child`)).toBeGreaterThanOrEqual(acknowledged)
        const generations = sql`SELECT count(DISTINCT substr(name, 1, instr(name, ' '))) FROM parent`
        expect(workspace.db.value(generations)).toBe(1)
        workspace.close()
      }
      expect(acknowledged).toBeGreaterThan(0)
      // Some were ended in the middle of a transaction, or this test tests nothing.
      expect(journals).toBeGreaterThan(0)
    },
    60_000 + kills * 10_000,
  )
})
