import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededGenerator } from '#application/example/chance.ts'
import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { AppError } from '#domain/app-error.ts'
import { createEngine, type Engine } from '#engine/compose.ts'
import type { EngineHost } from '#engine/host.ts'
import { everyPath } from '#engine/path-access.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

export interface TestEngine {
  readonly engine: Engine
  readonly folder: string
  /** Events the engine sent so far. */
  readonly events: EngineEvent[]
  /** Moves the fixed clock. */
  setNow(iso: string): void
  /** Calls the engine as the operator's window would; a refusal is thrown as AppError. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  path(name: string): string
  close(): Promise<void>
}

/** The real engine on real files in a temporary folder, with a fixed clock and seeded chance, its answers checked. */
export function testEngine(options: Partial<EngineHost> = {}): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-test-'))
  let now = new Date('2026-11-23T02:00:00.000Z')
  const events: EngineEvent[] = []
  const logged: string[] = []
  const engine = createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: null,
    now: () => now,
    random: seededGenerator(7),
    locale: 'id',
    checkOutputs: true,
    pinKdf: { memory: 8, iterations: 1, lanes: 1 },
    log: (line) => logged.push(line),
    logsMessages: true,
    ...options,
  })
  engine.subscribe((event) => events.push(event))
  return {
    engine,
    folder,
    events,
    setNow: (iso) => {
      now = new Date(iso)
    },
    async call(name, input) {
      const reply = await engine.handle('operator', name, input)
      if (reply.ok) return reply.value as never
      if (reply.error.code === 'E-UNKNOWN') throw new Error(logged.at(-1) ?? 'unknown error')
      throw new AppError(reply.error.code, reply.error.params)
    },
    path: (name) => join(folder, name),
    async close() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
