/** A process that writes and copies a workspace until it is killed: says `copied` after each whole copy. */
import fs from 'node:fs'
import type { WorkspaceStatus } from '#contract/workspace.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'

const [path = '', folder = '', wasmPath = ''] = process.argv.slice(2)
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
  await call('workspace.updateAgency', { ...agency, contact: `${process.pid} ${round}` })
  await call('backups.take', { folder })
  fs.writeSync(1, `copied ${round}\n`)
}
