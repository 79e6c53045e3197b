/** The process the harnesses end, starve or watch. `child <mode> <arguments…>`; it says a line for every thing done. */
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import initSqlJs from 'sql.js/dist/sql-wasm.js'
import { migrations } from '#data/migrations/migrations.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import type { TestEngine } from '#tests/support/in-memory-app.ts'
import { peoplePerWave, tortureEngine } from './support/agency.ts'
import { withoutJournal } from './support/careless.ts'
import { codeOf, sqlEngine } from './support/file-state.ts'
import { importWave, migrate, operationNamed, renameUnits } from './support/operations.ts'
import { withScene } from './support/scenes.ts'
import { type ImageJob, tryImages } from './support/try-images.ts'
import { wasmPath } from './support/wasm-path.ts'

const [mode = '', path = '', ...more] = process.argv.slice(2)
const life = Number(more[0] ?? 0)

function say(line: string): void {
  fs.writeSync(1, `${line}\n`)
}

async function opened(): Promise<TestEngine> {
  say('started')
  const app = tortureEngine(life)
  await app.call('workspace.open', { path })
  say('ready')
  return app
}

/** Real commands one after another; each is acknowledged by the length of the journal it left. */
async function commitLoop(): Promise<void> {
  const app = await opened()
  for (let round = life * 1000 + 1; ; round += 1) {
    say(`ack ${await renameUnits(app, round)}`)
    const status = await app.call('workspace.status', {})
    if (status === null) throw new Error('the workspace is open')
    const { id: _id, example: _example, ...fields } = status.agency
    const after = await app.call('workspace.updateAgency', { ...fields, name: `Dinas ${round}` })
    say(`ack ${after?.journalLength}`)
  }
}

async function undoLoop(): Promise<void> {
  const app = await opened()
  for (let round = life * 1000 + 1; ; round += 1) {
    const length = await renameUnits(app, round)
    say(`ack ${length}`)
    await app.call('history.undo', {})
    say(`ack ${length + 1}`)
    await app.call('history.redo', {})
    say(`ack ${length + 2}`)
  }
}

async function importLoop(): Promise<void> {
  const app = await opened()
  for (;;) {
    const { employeeCount = 0 } = (await app.call('workspace.status', {})) ?? {}
    await importWave(app, Math.ceil(employeeCount / peoplePerWave))
    say(`ack ${(await app.call('workspace.status', {}))?.journalLength}`)
  }
}

async function copyLoop(): Promise<void> {
  const app = await opened()
  for (let number = 1; ; number += 1) {
    await app.call('workspace.saveCopy', { path: join(dirname(path), `copy-${number}.timbang`) })
    say(`copy ${number}`)
  }
}

/** Opens the file with ever newer schemas. */
async function migrateLoop(): Promise<void> {
  await sqlEngine()
  say('started')
  say('ready')
  for (let steps = 1; ; steps += 1) {
    await migrate(path, steps)
    say(`step ${steps}`)
  }
}

/** Negative control: saves by writing the whole file anew in its own place, on a disk that takes its time. */
async function exportLoop(): Promise<void> {
  const { Database } = await initSqlJs({ wasmBinary: new Uint8Array(fs.readFileSync(wasmPath)).buffer })
  const db = new Database(fs.readFileSync(path))
  say('started')
  say('ready')
  for (let round = 1; ; round += 1) {
    db.run(`UPDATE unit SET name = '${round} ' || substr(name, instr(name, ' ') + 1)`)
    const descriptor = fs.openSync(path, 'w')
    await new Promise((resolve) => setTimeout(resolve, 20))
    fs.writeFileSync(descriptor, db.export())
    fs.closeSync(descriptor)
    say(`ack ${round}`)
  }
}

/** As `commit`, but goes on after a refusal: another program writes to the same file. */
async function stubbornLoop(): Promise<void> {
  const app = await opened()
  for (let round = life * 1000 + 1; ; round += 1) {
    try {
      say(`ack ${await renameUnits(app, round)}`)
    } catch (error) {
      say(codeOf(error))
      await openAgain(app)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function openAgain(app: TestEngine): Promise<void> {
  for (;;) {
    try {
      await app.call('workspace.open', { path })
      return say('again')
    } catch (error) {
      say(codeOf(error))
    }
  }
}

/** Ends itself, as kill -9 does, before the n-th call on its files, or in the middle of it when that is a write. */
async function untilStep(): Promise<void> {
  const [, name = '', at = '0', half = ''] = more
  const operation = named(name)
  let count = 0
  const outcome = await withScene(operation, path, life, {
    armed(call, proceed) {
      count += 1
      if (count !== Number(at)) return proceed()
      if (half === 'half' && call.name === 'writeSync') writeHalf(call.parameters)
      process.kill(process.pid, 'SIGKILL')
      for (;;);
    },
  })
  say(outcome === undefined ? 'done' : codeOf(outcome))
}

const named = (name: string) => (name === withoutJournal.name ? withoutJournal : operationNamed(name))

function writeHalf(parameters: readonly unknown[]): void {
  const [descriptor, bytes, offset, length, position] = parameters as [number, Uint8Array, number, number, number]
  fs.writeSync(descriptor, bytes, offset, Math.floor(length / 2), position)
}

/** Does the operation once and says how it ended: the disk may be failing (strace). */
async function once(): Promise<void> {
  const [, name = ''] = more
  try {
    const outcome = await withScene(named(name), path, life, { armed: (_call, proceed) => proceed() })
    say(outcome === undefined ? 'done' : codeOf(outcome))
  } catch (error) {
    say(codeOf(error))
  }
}

/** Opens the file, reports what came of it, and keeps it open. */
async function hold(): Promise<void> {
  try {
    const file = openWorkspaceFile(await sqlEngine(), path, migrations)
    say(file.readOnly ? 'read-only' : 'ready')
    setInterval(() => undefined, 1000)
  } catch (error) {
    say(codeOf(error))
  }
}

const modes: Record<string, () => Promise<void>> = {
  commit: commitLoop,
  undo: undoLoop,
  import: importLoop,
  copy: copyLoop,
  migrate: migrateLoop,
  export: exportLoop,
  stubborn: stubbornLoop,
  step: untilStep,
  once,
  hold,
  images: () => tryImages(JSON.parse(path) as ImageJob, say),
}
await modes[mode]?.()
