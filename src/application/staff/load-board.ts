import type { StaffFacts, StaffReader } from '#application/ports/staff-reader.ts'
import type { Period } from '#domain/model/period.ts'
import { indexReader } from './achievement.ts'
import { indicatorRows } from './indicator-rows.ts'
import { indicatorColumns, staffColumns } from './staff-columns.ts'
import { type StaffRow, staffRow } from './staff-row.ts'

export interface Page {
  readonly from: number
  /** Null: everything from there on. */
  readonly count: number | null
}

/**
 * The staff of a period in the order of names, or a part of it, by columns.
 * @param everybody the rows of the whole period when they are at hand, else null: then only the page is read
 */
export function loadBoard(reader: StaffReader, period: Period, page: Page, everybody: readonly StaffRow[] | null) {
  const { total, rows } = everybody === null ? readPage(reader, period, page) : pageOf(everybody, page)
  return {
    ...boardOf(period, rows, reader.resultNumbers(period.id)),
    total,
    from: page.from,
    frozen: reader.meetingOpened(period.id),
    supervisors: [...reader.supervisors(period.id)],
  }
}

function readPage(reader: StaffReader, period: Period, page: Page) {
  const people = reader.people(period.id)
  const end = page.count === null ? people.length : page.from + page.count
  const wanted = firstInOrderOfNames(people, end).slice(page.from)
  const everyone = wanted.length === people.length
  const facts = reader.facts(period.id, everyone ? null : wanted.map((person) => person.employeeId))
  const rows = rowsFrom(
    period,
    wanted.flatMap((person) => facts.get(person.employeeId) ?? []),
  )
  return { total: people.length, rows }
}

/** Sorting ten thousand names costs more than a page of them, and the first page is followed by the rest. */
const ordered = new WeakMap<readonly StaffRow[], readonly StaffRow[]>()

function pageOf(everybody: readonly StaffRow[], page: Page) {
  const inOrder = ordered.get(everybody) ?? inOrderOf(everybody, ({ facts }) => facts)
  ordered.set(everybody, inOrder)
  const rows = inOrder.slice(page.from, page.count === null ? undefined : page.from + page.count)
  return { total: inOrder.length, rows }
}

/** The rows of some people, in the order asked; who is not placed in the period is left out. */
export function loadRows(reader: StaffReader, period: Period, employeeIds: readonly string[]) {
  const facts = reader.facts(period.id, employeeIds)
  const inOrder = employeeIds.flatMap((id) => facts.get(id) ?? [])
  const numbers = new Set(inOrder.flatMap((row) => row.results.map((result) => result.number)))
  const supervisorIds = new Set(inOrder.flatMap((row) => row.supervisorId ?? []))
  const board = boardOf(
    period,
    rowsFrom(period, inOrder),
    [...numbers].sort((a, b) => a - b),
  )
  return {
    ...board,
    total: inOrder.length,
    from: 0,
    frozen: reader.meetingOpened(period.id),
    supervisors: [...reader.names([...supervisorIds])],
  }
}

function rowsFrom(period: Period, facts: readonly StaffFacts[]): readonly StaffRow[] {
  const readIndex = indexReader(period.scoring)
  return facts.map((row) => staffRow(row, period.scoring, readIndex))
}

function boardOf(period: Period, rows: readonly StaffRow[], resultNumbers: readonly number[]) {
  return { scoring: period.scoring, resultNumbers: [...resultNumbers], columns: staffColumns(rows, resultNumbers) }
}

/** One row per indicator, by name, result and indicator. */
export function loadIndicatorBoard(
  reader: StaffReader,
  period: Period,
  employeeIds: readonly string[] | null,
  page: Page,
) {
  const ofPeople = new Map(inOrderOfNames(reader.people(period.id)).map((person, place) => [person.employeeId, place]))
  const all = reader
    .indicators(period.id, employeeIds)
    .toSorted((a, b) => (ofPeople.get(a.employeeId) ?? 0) - (ofPeople.get(b.employeeId) ?? 0))
  const wanted = all.slice(page.from, page.count === null ? undefined : page.from + page.count)
  return {
    total: all.length,
    from: page.from,
    supervisors: [...reader.supervisors(period.id)],
    columns: indicatorColumns(indicatorRows(wanted, reader.results(period.id, employeeIds), period.scoring)),
  }
}

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Names as an Indonesian register orders them; the same name twice is ordered by id, so that pages never overlap. */
function inOrderOfNames<Person extends Named>(people: readonly Person[]): readonly Person[] {
  return inOrderOf(people, (person) => person)
}

/** The first `count` of them in the order of names. Ordering ten thousand for the eighty on the screen takes ten times as long. */
function firstInOrderOfNames<Person extends Named>(people: readonly Person[], count: number): readonly Person[] {
  if (count >= people.length) return inOrderOfNames(people)
  let first = inOrderOfNames(people.slice(0, count))
  let nearer: Person[] = []
  const take = () => {
    first = inOrderOfNames([...first, ...nearer]).slice(0, count)
    nearer = []
  }
  for (const person of people.slice(count)) {
    const last = first.at(-1)
    if (last === undefined || compareNames(person, last) > 0) continue
    nearer.push(person)
    if (nearer.length >= count) take()
  }
  take()
  return first
}

interface Named {
  readonly employeeId: string
  readonly name: string
}

function inOrderOf<Row>(rows: readonly Row[], named: (row: Row) => Named): readonly Row[] {
  return rows.toSorted((left, right) => compareNames(named(left), named(right)))
}

const compareNames = (a: Named, b: Named): number =>
  collator.compare(a.name, b.name) || (a.employeeId < b.employeeId ? -1 : 1)
