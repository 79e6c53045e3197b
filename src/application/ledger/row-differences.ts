/** One field of a row: what the chain recorded, and what the file holds. */
export interface FieldDifference {
  readonly column: string
  readonly recorded: string | number | null
  readonly found: string | number | null
}

/** A row's columns by name, as recorded. */
export type RecordedRow = Readonly<Record<string, string | number | null>>

const longest = 200

/**
 * The fields in which the file differs from the record; all of them when the record cannot be read. A column the record
 * does not know (it is younger than the record) is no difference. Long texts are cut.
 */
export function rowDifferences(recorded: RecordedRow | null, foundText: string): readonly FieldDifference[] {
  const found = parsedRow(foundText) ?? {}
  return Object.keys(recorded ?? found)
    .map((column) => ({ column, recorded: recorded?.[column] ?? null, found: found[column] ?? null }))
    .filter((field) => field.recorded !== field.found)
    .map((field) => ({ ...field, recorded: cut(field.recorded), found: cut(field.found) }))
}

/** Null when the text is not a row: only something we have not written is like that. */
export function parsedRow(text: string | null): RecordedRow | null {
  if (text === null) return null
  try {
    const row: unknown = JSON.parse(text)
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as RecordedRow) : null
  } catch {
    return null
  }
}

const cut = (value: FieldDifference['found']) =>
  typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value
