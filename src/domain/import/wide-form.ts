import type { HeaderRow } from './header-row.ts'
import { tidyText } from './table-cell.ts'

/** A column of a wide form: one criterion about one person. */
export interface WideColumn {
  readonly criterion: string
  readonly person: string
}

/**
 * Reads a heading such as `3. Kerja Sama [Siti Aminah, S.Kom]` of a wide form, in which each column holds one criterion
 * about one person. A missing item number ("3 Kerja Sama") and a number glued to the name ("[4.Nama]") are put right.
 * Null for any other heading.
 * Source: domain guide 9.2 (wide form).
 * @example readWideHeading('2. Akuntabel [4.Siti Aminah, S.Kom]') // { criterion: 'Akuntabel', person: 'Siti Aminah, S.Kom' }
 */
export function readWideHeading(heading: string): WideColumn | null {
  const text = tidyText(heading).slice(0, 400)
  if (!text.endsWith(']')) return null
  const open = text.indexOf('[')
  if (open < 1) return null
  const criterion = text
    .slice(0, open)
    .replace(/^\d{1,3}[.)]?\s*/, '')
    .trim()
  const person = text
    .slice(open + 1, -1)
    .replace(/^\d{1,3}[.)]\s*/, '')
    .trim()
  return criterion === '' || person === '' ? null : { criterion, person }
}

/** The columns of a header that name a person and a criterion, by their place. */
export function wideColumns(header: HeaderRow): [number, WideColumn][] {
  return header.headings.flatMap((heading, column): [number, WideColumn][] => {
    const wide = header.fields[column] == null ? readWideHeading(heading) : null
    return wide === null ? [] : [[column, wide]]
  })
}
