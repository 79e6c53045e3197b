import { previewOrigin } from './previews.ts'

/**
 * What a page of Timbang may do. Scripts come from the bundle only; style elements need the nonce of this one response
 * (the grid and the component library write some); nothing is sent or fetched elsewhere, and only previewed documents are framed.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    // Documents before printing, served by the shell under one-time addresses.
    `frame-src ${previewOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Markup from text throws, except what the page's one policy (renderer/trusted-types.ts) lets through.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}
