import { pageText } from './clean-text.ts'

/** Markup made by {@link html}; nothing else counts as markup. */
export interface Markup {
  readonly markup: string
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** Markup from a template. Every text put into it is escaped; there is no way around that. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup {
  const markup = pieces.reduce((written, piece, index) => written + render(values[index - 1] ?? '') + piece)
  return { markup }
}

function render(value: string | number | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

function escapeText(text: string): string {
  return pageText(text).replace(/[&<>"']/g, (character) => ESCAPES.get(character) ?? '')
}

/** A style element. Rules hold no document text, only what the writers themselves decide. */
export function styleElement(rules: string): Markup {
  return { markup: `<style>${rules.replaceAll('<', '')}</style>` }
}
