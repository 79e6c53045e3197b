/**
 * A process that works on a workspace until it is killed. Writes and copies it, and says `copied` after each whole copy; or
 * writes and goes back to the same copy again and again, and says `wrote …` and `restored` when each is done.
 */
import fs from 'node:fs'
import type { WorkspaceStatus } from '#contract/workspace.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'

const [path = '', folder = '', wasmPath = '', copy = ''] = process.argv.slice(2)
const engine = createNodeEngine(fs.readFileSync(wasmPath), 'id', (line) => process.stderr.write(line))

async function call(name: string, input: unknown): Promise<unknown> {
  const reply = await engine.handle('operator', name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value
}

const status = (await call('workspace.open', { path })) as WorkspaceStatus
if (status === null) throw new Error('nothing is open')
const { id: _id, example: _example, ...agency } = status.agency
for (let round = 1; ; round += 1) {
  const contact = `${process.pid} ${round}`
  await call('workspace.updateAgency', { ...agency, contact })
  if (copy === '') {
    await call('backups.take', { folder })
    fs.writeSync(1, `copied ${round}\n`)
  } else {
    fs.writeSync(1, `wrote ${contact}\n`)
    await call('backups.restore', { path, copy, secret: null, reason: '', jobId: 'job' })
    fs.writeSync(1, `restored ${round}\n`)
  }
}
