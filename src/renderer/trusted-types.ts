/**
 * Loaded before everything else: the one rule by which text may become part of the page as markup.
 * The page's policy demands trusted types, so `innerHTML` with plain text throws; the component library writes its style
 * sheets that way, and style text contains no tag. Anything that could open one is refused.
 */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { readonly createHTML: (text: string) => string | null }): unknown
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory }
trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })

export {}
