import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'

const mostMilliseconds = 120_000
/** Nothing runs and nothing is fetched while a document is printed; its style and pictures stand in the document itself. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
const pageNumbers = `<div style="width:100%;font-size:8pt;font-family:sans-serif;text-align:center;color:#444">
  <span class="pageNumber"></span> / <span class="totalPages"></span></div>`

/**
 * Prints a complete HTML document on A4 through a hidden window without scripts, storage or network.
 * The document is served under a one-time address, because a `data:` address ends at two million characters.
 */
export async function printPdf(html: string, options: { readonly landscape: boolean }): Promise<Uint8Array> {
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
      pageSize: 'A4',
      landscape: options.landscape,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: pageNumbers,
      // Inches: 2 cm on each side, a little more below for the page number.
      margins: { top: 0.79, bottom: 0.87, left: 0.79, right: 0.79 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    clearTimeout(giveUp)
    if (!window.isDestroyed()) window.destroy()
    printSession.protocol.unhandle('app')
  }
}
