import { randomUUID } from 'node:crypto'

export const previewOrigin = 'app://preview'
/** A page shows one document at a time; a few more cover quick changes of mind. */
const mostKept = 8

/** Nothing runs and nothing is fetched in a previewed document, as when it is printed; only our own page may frame it. */
const previewPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors app://bundle; sandbox"

const kept = new Map<string, string>()

/** Holds a document in memory under a one-time address that only this program can answer. */
export function keepPreview(html: string): string {
  const id = randomUUID()
  kept.set(id, html)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return `${previewOrigin}/${id}`
}

/** The held document of an address, or null when the address is not exactly that of one. */
export function previewResponse(url: string): Response | null {
  if (!url.startsWith(`${previewOrigin}/`)) return null
  const html = kept.get(url.slice(previewOrigin.length + 1))
  if (html === undefined) return null
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': previewPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
