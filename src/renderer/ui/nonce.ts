/** The page's style nonce: the protocol handler writes it fresh into `<meta name="csp-nonce">` for each response. */
export function styleNonce(): string {
  const meta = document.querySelector('meta[name="csp-nonce"]')
  return meta?.getAttribute('content') ?? ''
}
