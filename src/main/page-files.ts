import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, protocol, type Session } from 'electron'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { previewResponse } from './previews.ts'

export const pageOrigin = 'app://bundle'
export const startPage = `${pageOrigin}/`

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Must run before Electron is ready: only then can a scheme become an origin of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the pages' files to one session, and answers everything else with an error. */
export function servePages(session: Session): void {
  const served = new Set(readListOfPageFiles())
  session.protocol.handle('app', (request) => answer(request, served))
}

/** The list that the build wrote: files are looked up in it, never on the disk. */
function readListOfPageFiles(): readonly string[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'page-files.json'), 'utf8')) as string[]
}

async function answer(request: Request, served: ReadonlySet<string>): Promise<Response> {
  if (request.method !== 'GET') return refusal(405)
  const preview = previewResponse(request.url)
  if (preview !== null) return preview
  const name = requestedFile(request.url)
  if (name === null) return refusal(400)
  const mediaType = mediaTypes[extname(name)]
  if (!served.has(name) || mediaType === undefined) return refusal(404)
  const bytes = await readFile(join(app.getAppPath(), 'out', 'renderer', name))
  return name.endsWith('.html') ? pageResponse(bytes.toString('utf8')) : fileResponse(bytes, mediaType)
}

/**
 * The name of the file a URL asks for, or null when the URL is not of the exact form `app://bundle/<name>`.
 * Encoded separators, dots and NUL have no honest use here.
 */
export function requestedFile(address: string): string | null {
  // What stands behind "#" is the page's own place; it is not part of the file's name.
  const url = address.split('#', 1)[0] ?? ''
  if (/%(2e|2f|5c|00)|[\\?]/i.test(url) || !URL.canParse(url)) return null
  const { protocol: scheme, host, pathname, username, port } = new URL(url)
  if (scheme !== 'app:' || host !== 'bundle' || username !== '' || port !== '') return null
  return pathname === '/' ? 'index.html' : pathname.slice(1)
}

function pageResponse(html: string): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(html.replaceAll('__CSP_NONCE__', nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  })
}

function fileResponse(bytes: Buffer, mediaType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': mediaType, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' },
  })
}

function refusal(status: 400 | 404 | 405): Response {
  return new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } })
}
