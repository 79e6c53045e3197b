import { type IpcMainEvent, ipcMain, MessageChannelMain, type WebContents } from 'electron'
import type { EngineProcess } from '#main/engine-process.ts'
import { isOwnPage } from './sender.ts'

/**
 * Gives each document of the window a line to the engine, once, after looking at who asks.
 * @returns a promise of the first line
 */
export function connectToEngine(contents: WebContents, engine: EngineProcess): Promise<void> {
  let reportFirstLine: () => void = () => {}
  const firstLine = new Promise<void>((resolve) => {
    reportFirstLine = resolve
  })
  let detach: (() => void) | null = null
  let isConnected = false
  const hangUp = () => {
    detach?.()
    detach = null
  }
  const connect = () => {
    hangUp()
    const { port1, port2 } = new MessageChannelMain()
    detach = engine.attach('operator', port1)
    contents.postMessage('timbang:port', null, [port2])
    reportFirstLine()
  }
  const endDocument = () => {
    isConnected = false
    hangUp()
  }
  // Every document asks when it starts, so a new one asking means that the one before it has ended. The start of a
  // navigation would be too early for that, because a refused navigation starts as well. The window's first, empty
  // document asks too, from a process of its own and sometimes late: it gets no answer and changes nothing.
  const connectDocument = (event: IpcMainEvent) => {
    if (event.sender !== contents || !isOwnPage(event.senderFrame)) return
    isConnected = true
    connect()
  }
  ipcMain.on('timbang:connect', connectDocument)
  contents.on('render-process-gone', endDocument)
  contents.on('destroyed', () => {
    ipcMain.off('timbang:connect', connectDocument)
    endDocument()
  })
  engine.onChange((change) => {
    if (contents.isDestroyed() || !isConnected) return
    if (change === 'ready') connect()
    else {
      detach = null
      contents.send('timbang:engine', change)
    }
  })
  return firstLine
}
