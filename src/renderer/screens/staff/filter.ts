import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { FilterPart } from '#renderer/ui/filter-sentence.tsx'
import type { BoardRow } from './board-rows.ts'

export const orders = ['name', 'unit', 'supervisor', 'score-down', 'score-up', 'index-down'] as const
export type Order = (typeof orders)[number]

export const conditions = [
  'incomplete',
  'differs',
  'reason-missing',
  'conflict',
  'near-edge',
  'supervisor-changed',
  'not-rated',
] as const
export type Condition = (typeof conditions)[number]

/** The choices of each part; a part that is empty filters nothing. */
export interface StaffFilter {
  readonly units: readonly string[]
  readonly supervisors: readonly string[]
  readonly postKinds: readonly string[]
  readonly predicates: readonly string[]
  readonly decisions: readonly string[]
  readonly conditions: readonly string[]
  readonly order: Order
}

export type FilterList = Exclude<keyof StaffFilter, 'order'>

export const filterLists = [
  'units',
  'supervisors',
  'postKinds',
  'predicates',
  'decisions',
  'conditions',
] as const satisfies readonly FilterList[]

export const noFilter: StaffFilter = {
  units: [],
  supervisors: [],
  postKinds: [],
  predicates: [],
  decisions: [],
  conditions: [],
  order: 'name',
}

/** Names behind the ids of a row. */
export interface RowNames {
  readonly unit: (id: string | null) => string
  readonly supervisor: (id: string | null) => string
}

export const isIncomplete = (row: BoardRow): boolean =>
  row.rated && row.missing.some((code) => code !== 'no-organisation-result')

function hasCondition(row: BoardRow, condition: string): boolean {
  if (condition === 'incomplete') return isIncomplete(row)
  if (condition === 'not-rated') return !row.rated
  return row.flags.some((flag) => flag === condition)
}

/** The rows a filter lets through, in its order. `quick` looks into name, NIP and post. */
export function filteredRows(
  rows: readonly BoardRow[],
  filter: StaffFilter,
  quick: string,
  names: RowNames,
  format: Formatters,
): readonly BoardRow[] {
  const allows = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value)
  const wanted = quick.trim().toLowerCase()
  const digits = wanted.replaceAll(/\s/g, '')
  const found = rows.filter(
    (row) =>
      allows(filter.units, row.unitId ?? '') &&
      allows(filter.supervisors, row.supervisorId ?? '') &&
      allows(filter.postKinds, row.postKind) &&
      allows(filter.predicates, row.predicate ?? 'none') &&
      allows(filter.decisions, row.decision) &&
      (filter.conditions.length === 0 || filter.conditions.some((condition) => hasCondition(row, condition))) &&
      (wanted === '' ||
        row.name.toLowerCase().includes(wanted) ||
        row.post.toLowerCase().includes(wanted) ||
        (digits !== '' && (row.nip ?? '').includes(digits))),
  )
  return ordered(found, filter.order, names, format)
}

function ordered(rows: readonly BoardRow[], order: Order, names: RowNames, format: Formatters): readonly BoardRow[] {
  const byName = (a: BoardRow, b: BoardRow): number => format.compare(a.name, b.name)
  const byText = (of: (row: BoardRow) => string) => (a: BoardRow, b: BoardRow) =>
    format.compare(of(a), of(b)) || byName(a, b)
  const byNumber = (of: (row: BoardRow) => number | null, sign: 1 | -1) => (a: BoardRow, b: BoardRow) => {
    const [first, second] = [of(a), of(b)]
    if (first === null || second === null) return first === second ? byName(a, b) : first === null ? 1 : -1
    return sign * (first - second) || byName(a, b)
  }
  const comparators: Readonly<Record<Order, (a: BoardRow, b: BoardRow) => number>> = {
    name: byName,
    unit: byText((row) => names.unit(row.unitId)),
    supervisor: byText((row) => names.supervisor(row.supervisorId)),
    'score-down': byNumber((row) => row.workScore, -1),
    'score-up': byNumber((row) => row.workScore, 1),
    'index-down': byNumber((row) => row.achievementIndex, -1),
  }
  // The engine sends the board in the order of names already.
  return rows.toSorted(comparators[order])
}

/** The words of one choice of a part. */
export function choiceWords(list: FilterList, value: string, names: RowNames, t: Translate): string {
  switch (list) {
    case 'units':
      return names.unit(value === '' ? null : value)
    case 'supervisors':
      return names.supervisor(value === '' ? null : value)
    case 'predicates':
      return value === 'none' ? t('staff.predicate-none') : t(`ui.${value}` as Parameters<Translate>[0])
    case 'postKinds':
      return t(`staff.kind-${value}` as Parameters<Translate>[0])
    case 'decisions':
      return t(`staff.decision-${value}` as Parameters<Translate>[0])
    case 'conditions':
      return t(`staff.condition-${value}` as Parameters<Translate>[0])
  }
}

const shownNames = 3

/** The filter as the parts of a sentence. */
export function filterParts(
  filter: StaffFilter,
  names: RowNames,
  format: Formatters,
  t: Translate,
): readonly FilterPart[] {
  const parts: FilterPart[] = filterLists.flatMap((list) => {
    const words = filter[list].map((value) => choiceWords(list, value, names, t))
    if (words.length === 0) return []
    const label =
      words.length > shownNames
        ? t('staff.filterMany', {
            first: words.slice(0, shownNames - 1).join(', '),
            count: words.length - shownNames + 1,
          })
        : format.list(words)
    return [{ id: list, label, ...(list === 'units' || list === 'supervisors' ? {} : { lead: t('staff.leadWith') }) }]
  })
  if (filter.order !== 'name') {
    parts.push({ id: 'order', label: t(`staff.order-${filter.order}`), lead: t('staff.leadBy') })
  }
  return parts
}

/** A filter that was kept as text (saved view); what is not known any more is left out. */
export function parseFilter(value: unknown): StaffFilter {
  if (typeof value !== 'object' || value === null) return noFilter
  const stored = value as Readonly<Record<string, unknown>>
  const list = (name: FilterList): readonly string[] => {
    const found = stored[name]
    return Array.isArray(found) ? found.filter((entry) => typeof entry === 'string') : []
  }
  return {
    units: list('units'),
    supervisors: list('supervisors'),
    postKinds: list('postKinds'),
    predicates: list('predicates'),
    decisions: list('decisions'),
    conditions: list('conditions'),
    order: orders.find((order) => order === stored.order) ?? 'name',
  }
}
