/** A process for the kill test: it encrypts a workspace, changes its passphrase and removes it again, until it is ended; it says each step it has done. */
import fs from 'node:fs'
import { createEngine } from '#engine/compose.ts'
import { everyPath } from '#engine/path-access.ts'

const [path = '', wasmPath = '', one = '', two = ''] = process.argv.slice(2)

const engine = createEngine({
  wasmBytes: fs.readFileSync(wasmPath),
  preferencesFolder: null,
  access: everyPath,
  printPdf: null,
  pagesChecker: null,
  now: () => new Date(),
  random: Math.random,
  locale: 'id',
  kdf: { memory: 64, iterations: 1, lanes: 1 },
})

const say = (line: string) => fs.writeSync(1, `${line}\n`)

async function ask(name: string, input: unknown): Promise<boolean> {
  const { ok } = await engine.handle('operator', name, input)
  return ok
}

if (!(await ask('workspace.open', { path }))) {
  if (!(await ask('protection.unlock', { secret: one }))) await ask('protection.unlock', { secret: two })
}
say('ready')
for (;;) {
  await ask('protection.add', { passphrase: one, recoveryKey: null })
  say('added')
  await ask('protection.changePassphrase', { secret: one, passphrase: two })
  say('changed')
  await ask('protection.remove', { secret: two })
  say('removed')
}
