import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'

const mostMilliseconds = 120_000
/** Nothing runs and nothing is fetched while a document is printed; its style and pictures stand in the document itself. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/**
 * Prints a complete HTML document, on the paper and with the margins its own style names, through a hidden window without scripts, storage or network.
 * The document is served under a one-time address, because a `data:` address ends at two million characters.
 */
export async function printPdf(html: string, footer: string): Promise<Uint8Array> {
  const id = randomUUID()
  const printSession = session.fromPartition(`print-${id}`, { cache: false })
  printSession.protocol.handle('app', (request) =>
    request.url === `app://print/${id}`
      ? new Response(html, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': printPolicy },
        })
      : new Response(null, { status: 404 }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  const giveUp = setTimeout(() => window.destroy(), mostMilliseconds)
  try {
    await window.loadURL(`app://print/${id}`)
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    clearTimeout(giveUp)
    if (!window.isDestroyed()) window.destroy()
    printSession.protocol.unhandle('app')
  }
}
