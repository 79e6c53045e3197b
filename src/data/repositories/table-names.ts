import type { TableName } from '#application/ports/tables.ts'
import { tableNames } from './table-map.ts'

const known = new Set<string>(tableNames)

/** The name as one of ours; a journal that names another table was not written by us. */
export function tableName(text: string): TableName {
  if (!known.has(text)) throw new Error(`the journal names an unknown table: ${text}`)
  return text as TableName
}
