import type { CallInput } from '#contract/contracts.ts'
import type { CellChange } from '#renderer/ui/data-grid/types.ts'
import { isoDateOf } from '#renderer/ui/written-date.ts'
import { kinds, states } from './types.ts'

type Edit = CallInput<'followUps.edit'>['edits'][number]

/** What a changed cell says to the engine; a cell that is not edited here gives nothing. */
export function editOf({ rowId, columnKey, value }: CellChange): readonly Edit[] {
  const fields = fieldsOf(columnKey, value === null ? '' : String(value))
  return fields === null ? [] : [{ followUpId: rowId, fields }]
}

function fieldsOf(key: string, text: string): Edit['fields'] | null {
  const kind = kinds.find((one) => one === text)
  const state = states.find((one) => one === text)
  if (key === 'task') return { task: text.trim() }
  if (key === 'responsible') return { responsible: text.trim() }
  if (key === 'outcome') return { outcome: text.trim() }
  if (key === 'dueOn') return { dueOn: text === '' ? null : isoDateOf(text) }
  if (key === 'kind' && kind !== undefined) return { kind }
  return key === 'state' && state !== undefined ? { state } : null
}
