import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type {
  CallMessage,
  EngineEvent,
  EngineGranted,
  EngineStarted,
  PageMessage,
  ShellMessage,
  ShellRequest,
  WindowRole,
} from '#contract/wire.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { createEngine, type Engine } from '../compose.ts'
import { inspectionFolder } from '../inspection.ts'
import { createGrantedPaths } from '../path-access.ts'
import { calibrateBeside } from './calibrate-beside.ts'
import { checkPagesBeside, findDefectsBeside } from './check-pages.ts'
import { copyOnThread } from './copy-beside.ts'
import { followBeside } from './follow-part.ts'
import { inspectBeside } from './inspect-beside.ts'

/** The part of Electron's ports that the host uses; the engine itself does not know Electron. */
interface Port {
  postMessage(message: PageMessage | ShellRequest | EngineStarted | EngineGranted): void
  on(event: 'message', listener: (message: { readonly data: unknown; readonly ports: readonly Port[] }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
  close(): void
}

interface Attachment {
  readonly port: Port
  readonly end: () => void
}

const shell = (process as unknown as { readonly parentPort: Pick<Port, 'postMessage' | 'on'> }).parentPort
const attachments = new Map<number, Attachment>()
const access = createGrantedPaths()
const prints = new Map<number, (bytes: Uint8Array | null) => void>()
let engine: Engine | null = null
/** Settles when the file Timbang was started with has been opened or refused. */
let openedAhead: Promise<unknown> = Promise.resolve()
let nextPrint = 1
/** The first screens come first; what ends a stage has the trail followed at once. */
const trailCheckAfter = 20_000
/** The test of the packaged program looks for these words. */
const noLocks = 'no locks that other programs heed'

// SQLite's largest function takes a second to be compiled into fast code, on the processor the window is being built with.
// This puts it off until some two thousand million bytes of the slow code have run; small files never get there.
setFlagsFromString('--wasm-tiering-budget=2000000000')

// In a utility process a rejected promise nobody waits for only warns. The shell starts a fresh engine instead.
process.on('unhandledRejection', stopWithError)
process.on('uncaughtException', stopWithError)

shell.on('message', ({ data, ports }) => {
  const message = data as ShellMessage
  switch (message.type) {
    case 'start':
      for (const grant of message.grants) access.add(grant)
      engine = start(message)
      // A refusal is told when the page asks for the file itself.
      if (message.openAhead !== null) {
        access.add({ path: message.openAhead, access: 'read' })
        openedAhead = engine.handle('operator', 'workspace.open', { path: message.openAhead })
      }
      shell.postMessage({ type: 'started' })
      break
    case 'grant':
      for (const grant of message.grants) access.add(grant)
      shell.postMessage({ type: 'granted', id: message.id })
      break
    case 'attach':
      attach(message.attachment, message.role, ports[0])
      break
    case 'detach':
      detach(message.attachment)
      break
    case 'shell-answer':
      prints.get(message.id)?.(message.answer.ok ? message.answer.bytes : null)
      prints.delete(message.id)
      break
    case 'lock':
      void engine?.handle('operator', 'protection.lock', { because: 'system' })
      break
    case 'close':
      void close()
      break
  }
})

function start(message: Extract<ShellMessage, { type: 'start' }>): Engine {
  // The build puts the file beside this one.
  const wasmBytes = readFileSync(join(import.meta.dirname, 'sql-wasm.wasm'))
  // Ready before the window asks to open a file. What fails here fails again, with its sentence, on opening.
  loadSqlEngine(wasmBytes).then(
    ({ locksForAll }) => {
      if (!locksForAll) process.stderr.write(`engine: ${noLocks}\n`)
    },
    () => undefined,
  )
  return createEngine({
    wasmBytes,
    preferencesFolder: message.preferencesFolder,
    access,
    printPdf,
    pagesChecker: checkPagesBeside(wasmBytes),
    defectsFinder: findDefectsBeside(wasmBytes),
    trailFollower: followBeside(wasmBytes),
    backups: { after: 5_000, every: 3_600_000, thread: copyOnThread(wasmBytes) },
    inspector: inspectBeside(wasmBytes, inspectionFolder(message.preferencesFolder)),
    calibrator: calibrateBeside(),
    trailCheckAfter,
    now: () => new Date(),
    random: Math.random,
    locale: message.locale,
    version: message.version,
    log: (line) => process.stderr.write(`engine: ${line}\n`),
  })
}

/** Serves one document of a window until its port closes. The role comes from the shell, never from the page. */
function attach(attachment: number, role: WindowRole, port: Port | undefined): void {
  if (engine === null || port === undefined) return
  const serving = engine
  const unsubscribe = serving.subscribe((event: EngineEvent) => port.postMessage(event))
  attachments.set(attachment, { port, end: unsubscribe })
  port.on('message', ({ data }) => {
    const { id, name, input } = data as CallMessage
    void serving.handle(role, name, input).then((reply) => port.postMessage({ type: 'reply', id, reply }))
  })
  port.on('close', () => detach(attachment))
  // The first answer already knows of that file, so that the page does not show the start screen for a moment.
  void openedAhead.then(() => port.start())
}

function detach(attachment: number): void {
  const found = attachments.get(attachment)
  attachments.delete(attachment)
  found?.end()
  found?.port.close()
}

function printPdf(html: string, footer: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const id = nextPrint++
    prints.set(id, (bytes) =>
      bytes === null ? reject(new Error('The shell could not print the document.')) : resolve(bytes),
    )
    shell.postMessage({ type: 'shell-request', id, request: { kind: 'print-pdf', html, footer } })
  })
}

async function close(): Promise<void> {
  for (const attachment of [...attachments.keys()]) detach(attachment)
  await engine?.close()
  process.exit(0)
}

function stopWithError(error: unknown): void {
  process.stderr.write(`engine: ${engine?.stopped(error) ?? 'it could not be started'}\n`)
  process.exit(1)
}
