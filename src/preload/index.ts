import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Reply } from '#contract/reply.ts'
import type { EngineEvent, PageMessage, ShellApi, TimbangBridge } from '#contract/wire.ts'

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string }

const lost: Reply<unknown> = { ok: false, error: { code: 'E-ENGINE-LOST', params: {} } }

const listeners = new Set<(event: EngineEvent) => void>()
const pending = new Map<number, (reply: Reply<unknown>) => void>()
/** Calls made before the line to the engine stands; null once no line will come any more. */
let waiting: (() => void)[] | null = []
let port: MessagePort | null = null
let hadPort = false
let nextId = 1

function call(name: string, input: unknown): Promise<Reply<unknown>> {
  return new Promise((resolve, reject) => {
    const id = nextId++
    const post = () => {
      pending.set(id, resolve)
      try {
        port?.postMessage({ type: 'call', id, name, input })
      } catch (error) {
        pending.delete(id)
        reject(error)
      }
    }
    if (port !== null) post()
    else if (waiting !== null) waiting.push(post)
    else resolve(lost)
  })
}

function announce(event: EngineEvent): void {
  for (const listener of listeners) listener(event)
}

function receive(message: PageMessage): void {
  if (message.type !== 'reply') {
    announce(message)
    return
  }
  pending.get(message.id)?.(message.reply)
  pending.delete(message.id)
}

function hangUp(): void {
  port?.close()
  port = null
  for (const resolve of pending.values()) resolve(lost)
  pending.clear()
}

ipcRenderer.on('timbang:port', (event) => {
  const [line] = event.ports
  if (line === undefined) return
  hangUp()
  port = line
  port.onmessage = ({ data }) => receive(data as PageMessage)
  const held = waiting ?? []
  waiting = []
  for (const post of held) post()
  if (hadPort) announce({ type: 'restarted' })
  hadPort = true
})

ipcRenderer.on('timbang:engine', (_event, change: 'lost' | 'gone') => {
  hangUp()
  if (change !== 'gone') return
  const held = waiting ?? []
  waiting = null
  for (const post of held) post()
  hangUp()
})

ipcRenderer.on('timbang:event', (_event, message: EngineEvent) => announce(message))

/** A refused call rejects with the bare code; Electron's own error would name the channel and the handler. */
async function ask<Value>(name: keyof ShellApi | 'grantDropped', argument?: unknown): Promise<Value> {
  const answer: Answer = await ipcRenderer.invoke('timbang:shell', name, argument)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value as Value
}

/**
 * Where a dropped file lies. Only a file of the system has a path here, so a page cannot make one up; the shell grants it
 * to the engine before the page learns it. A refused grant shows when the path is used.
 */
async function pathOfDroppedFile(file: unknown): Promise<string> {
  const path = file instanceof File ? webUtils.getPathForFile(file) : ''
  if (path !== '') await ask('grantDropped', path).catch(() => undefined)
  return path
}

const shell: ShellApi = {
  openFileDialog: (options) => ask('openFileDialog', options),
  saveFileDialog: (options) => ask('saveFileDialog', options),
  saveBytes: (options) => ask('saveBytes', options),
  openFolderDialog: (options) => ask('openFolderDialog', options),
  pathOfDroppedFile,
  showExported: (path) => ask('showExported', path),
  showPreview: (html) => ask('showPreview', html),
  setTitle: (title) => ask('setTitle', title),
  setTheme: (theme) => ask('setTheme', theme),
  setZoom: (factor) => ask('setZoom', factor),
  copyText: (text) => ask('copyText', text),
  readClipboardText: () => ask('readClipboardText'),
  launchFile: () => ask('launchFile'),
  launchExample: () => ask('launchExample'),
  setLanguage: (locale) => ask('setLanguage', locale),
  quit: () => ask('quit'),
}

const bridge: TimbangBridge = Object.freeze({
  call,
  shell: Object.freeze(shell),
  subscribe: (listener: (event: EngineEvent) => void) => {
    // Wrapped, so that the same function given twice ends twice, and no Electron object ever reaches the page.
    const wrapped = (event: EngineEvent) => listener(event)
    listeners.add(wrapped)
    return () => {
      listeners.delete(wrapped)
    }
  },
})

contextBridge.exposeInMainWorld('timbang', bridge)
ipcRenderer.send('timbang:connect')
