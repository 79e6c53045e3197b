import { type Duty, duties } from '#domain/model/user.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import { trailFields } from '#renderer/i18n/id/trail-fields.ts'
import { rulePackChoices } from '#renderer/ui/agency/period-draft.ts'

export type RecordedRow = Readonly<Record<string, unknown>>

export interface FieldChange {
  readonly column: string
  readonly before: unknown
  readonly after: unknown
}

/** Columns that lie as 0 and 1. */
const yesNo = new Set(['example', 'rated', 'active', 'recuses'])
/** The row's own number says nothing to a person. */
const hidden = new Set(['id'])

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The fields that differ; of a new or removed row, those that hold something. Objects are told field by field. */
export function fieldChanges(before: RecordedRow | null, after: RecordedRow | null): readonly FieldChange[] {
  const old = flat(before ?? {})
  const now = flat(after ?? {})
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((column) => ({ column, before: old.get(column) ?? null, after: now.get(column) ?? null }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after))
    .filter((field) => !(isEmpty(field.before) && isEmpty(field.after)))
}

/** `{ scoring: '{"cap":120}' }` → `scoring.cap`: 120. */
function flat(row: RecordedRow, path = ''): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [column, raw] of Object.entries(row)) {
    if (path === '' && hidden.has(column)) continue
    const value = typeof raw === 'string' && /^[[{]/.test(raw) ? parsed(raw) : raw
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isObject) for (const [key, part] of flat(value as RecordedRow, `${path}${column}.`)) fields.set(key, part)
    else fields.set(`${path}${column}`, value)
  }
  return fields
}

export interface Words {
  readonly t: Translate
  readonly format: Formatters
  /** Names behind ids. */
  readonly names: Readonly<Record<string, string>>
}

const isDuty = (value: string): value is Duty => duties.some((duty) => duty === value)

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A field's name as a person says it; an unknown one keeps its own. */
export function fieldName(path: string, t: Translate): string {
  return path
    .split('.')
    .map((part) => snakeCase(part))
    .map((part) => (part in trailFields ? t(`trailFields.${part}` as TextKey) : part.replaceAll('_', ' ')))
    .join(' · ')
}

/** A recorded value in words: names for ids, words for codes, dates and figures of the language; null when empty. */
export function valueText(column: string, value: unknown, words: Words): string | null {
  if (isEmpty(value)) return null
  if (yesNo.has(column)) return words.t(value === 1 || value === true ? 'trail.value-yes' : 'trail.value-no')
  if (typeof value === 'number') return column === 'year' ? String(value) : words.format.number(value)
  if (typeof value !== 'string') return partsText(value, words)
  return textOf(column, value, words)
}

function textOf(column: string, value: string, { t, format, names }: Words): string {
  const name = names[value]
  if (name !== undefined) return name
  // Duties in the workspace are called otherwise than parts in a meeting.
  if (column === 'duty' && isDuty(value)) return t(`users.duty-${value}`)
  const pack = rulePackChoices.find((choice) => choice.id === value)
  if (pack !== undefined) return t(pack.text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return format.dateTime(value)
  // Free text may by chance be the same as a code.
  const free = ['name', 'text', 'note', 'reason', 'task', 'title', 'statement', 'target', 'realisation'].includes(
    column,
  )
  return !free && `code-${value}` in trailFields ? t(`trailFields.code-${value}` as TextKey) : value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function partsText(value: unknown, words: Words): string {
  if (Array.isArray(value)) return value.map((part) => partsText(part, words)).join('; ')
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${partsText(part, words)}`)
      .join(', ')
  }
  if (typeof value === 'number') return words.format.number(value)
  return typeof value === 'string' ? textOf('', value, words) : String(value)
}
