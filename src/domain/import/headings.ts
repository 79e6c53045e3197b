import type { ImportField, SheetKind } from './fields.ts'
import { headingSynonyms, type Synonyms } from './heading-synonyms.ts'

/**
 * A heading reduced to what matters: letters and digits in lower case. Case, dots, spaces, line breaks, slashes and
 * footnote marks make no difference.
 * @example headingKey('PANGKAT/ GOL.\nRUANG') // 'pangkatgolruang'
 */
export function headingKey(text: string): string {
  return text
    .slice(0, 300)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

function lookupOf(groups: readonly Synonyms[]): ReadonlyMap<string, ImportField> {
  const found = new Map<string, ImportField>()
  for (const group of groups) {
    for (const [field, headings] of Object.entries(group)) {
      for (const heading of [field, ...headings]) {
        const key = headingKey(heading)
        if (!found.has(key)) found.set(key, field as ImportField)
      }
    }
  }
  return found
}

const lookups = Object.fromEntries(
  Object.entries(headingSynonyms).map(([kind, groups]) => [kind, lookupOf(groups)]),
) as unknown as Readonly<Record<SheetKind, ReadonlyMap<string, ImportField>>>

/** Words that stand below or beside a heading without changing it: "(diisi)", "*", "(*opsional)", a column number. */
const trimmings = /\((?:diisi|opsional|\*?opsional|wajib|\d+)\)|[*†]+$/gi

/**
 * The field a heading means on a kind of sheet, or null when no known heading matches.
 * @example fieldOfHeading('NIP ', 'staff') // 'nip'
 * @example fieldOfHeading('NO', 'plan') // 'resultNumber'
 */
export function fieldOfHeading(heading: string, kind: SheetKind): ImportField | null {
  const lookup = lookups[kind]
  const short = heading.slice(0, 300)
  return lookup.get(headingKey(short)) ?? lookup.get(headingKey(short.replace(trimmings, ''))) ?? null
}
