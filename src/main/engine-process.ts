import { join } from 'node:path'
import { app, type MessagePortMain, utilityProcess } from 'electron'
import type { EngineGranted, EngineStarted, PathGrant, ShellMessage, ShellRequest, WindowRole } from '#contract/wire.ts'
import { createGrantBook } from './ipc/grant-book.ts'
import { printPdf } from './print-pdf.ts'

/** The engine as the shell sees it: a process that pages get a line to. */
export interface EngineProcess {
  /** Gives the engine its end of a line to one document. Call the answer when the document ends. */
  readonly attach: (role: WindowRole, port: MessagePortMain) => () => void
  /** Lets the pages name these places in their calls, for as long as Timbang runs; resolves when the engine knows. */
  readonly grant: (access: PathGrant['access'], paths: readonly string[]) => Promise<void>
  /** Has an encrypted workspace locked; a plain one stays as it is. */
  readonly lock: () => void
  /** Tells when the engine has died (`lost`), and when a new one is there (`ready`) or will not come (`gone`). */
  readonly onChange: (listener: (change: EngineChange) => void) => void
  /** Resolves when the first engine's process is there, or could not be made. */
  readonly spawned: Promise<void>
  /** Resolves when the first engine answers calls. */
  readonly started: Promise<void>
}

export type EngineChange = 'lost' | 'ready' | 'gone'

/** An engine that dies this often within a minute would die again. */
const mostRestartsAMinute = 5
const politeExitMilliseconds = 3000

/** Starts the engine and keeps one running until Timbang quits. */
export function startEngine(options: {
  readonly preferencesFolder: string
  readonly openAhead: string | null
}): EngineProcess {
  const listeners: ((change: EngineChange) => void)[] = []
  const deaths: number[] = []
  let nextAttachment = 1
  let quitting = false
  let reportStarted: () => void = () => {}
  const started = new Promise<void>((resolve) => {
    reportStarted = resolve
  })
  let reportSpawned: () => void = () => {}
  const spawned = new Promise<void>((resolve) => {
    reportSpawned = resolve
  })
  let isGone = false
  const grants = createGrantBook((id, added) => {
    if (isGone) grants.confirm(id)
    else tell({ type: 'grant', id, grants: added })
  })
  let child = fork(options.openAhead)

  app.on('will-quit', (event) => {
    if (quitting) return
    quitting = true
    if (child.pid === undefined) return
    // The engine gives its file lock back before Timbang is gone.
    event.preventDefault()
    const leave = () => app.quit()
    child.once('exit', leave)
    setTimeout(() => child.kill(), politeExitMilliseconds).unref()
    tell({ type: 'close' })
  })

  function fork(openAhead: string | null) {
    const engine = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), [], { serviceName: 'Timbang engine' })
    engine.on('message', (message: ShellRequest | EngineStarted | EngineGranted) => {
      if (message.type === 'started') reportStarted()
      else if (message.type === 'granted') grants.confirm(message.id)
      else void answer(engine, message)
    })
    engine.once('spawn', reportSpawned)
    engine.on('exit', () => {
      reportSpawned()
      replace(engine)
    })
    engine.postMessage({
      type: 'start',
      preferencesFolder: options.preferencesFolder,
      locale: 'id',
      version: app.getVersion(),
      grants: grants.all(),
      openAhead,
    } satisfies ShellMessage)
    return engine
  }

  function replace(dead: Electron.UtilityProcess): void {
    if (quitting || dead !== child) return
    announce('lost')
    const now = Date.now()
    deaths.push(now)
    if (deaths.filter((time) => now - time < 60_000).length > mostRestartsAMinute) {
      isGone = true
      grants.settle()
      announce('gone')
      return
    }
    child = fork(null)
    grants.settle()
    announce('ready')
  }

  function announce(change: EngineChange): void {
    for (const listener of listeners) listener(change)
  }

  function tell(message: ShellMessage, ports?: MessagePortMain[]): void {
    child.postMessage(message, ports)
  }

  return {
    attach: (role, port) => {
      const attachment = nextAttachment++
      tell({ type: 'attach', attachment, role }, [port])
      return () => tell({ type: 'detach', attachment })
    },
    grant: (access, paths) => grants.add(paths.map((path) => ({ path, access }))),
    lock: () => tell({ type: 'lock' }),
    onChange: (listener) => listeners.push(listener),
    spawned,
    started,
  }
}

/** The one thing the engine cannot do itself: turn a document into PDF. */
async function answer(engine: Electron.UtilityProcess, message: ShellRequest): Promise<void> {
  if (message.type !== 'shell-request') return
  const { html, footer } = message.request
  const reply = await printPdf(html, footer).then(
    (bytes) => ({ ok: true, bytes }) as const,
    () => ({ ok: false }) as const,
  )
  engine.postMessage({ type: 'shell-answer', id: message.id, answer: reply } satisfies ShellMessage)
}
