import type { StaffFacts, StaffReader } from '#application/ports/staff-reader.ts'
import type { Period } from '#domain/model/period.ts'
import { indexReader } from './achievement.ts'
import { indicatorRows } from './indicator-rows.ts'
import { indicatorColumns, staffColumns } from './staff-columns.ts'
import { staffRow } from './staff-row.ts'

export interface Page {
  readonly from: number
  /** Null: everything from there on. */
  readonly count: number | null
}

/** The staff of a period in the order of names, or a part of it, by columns. */
export function loadBoard(reader: StaffReader, period: Period, page: Page) {
  const people = inOrderOfNames(reader.people(period.id))
  const wanted = people.slice(page.from, page.count === null ? undefined : page.from + page.count)
  const everyone = wanted.length === people.length
  const facts = reader.facts(period.id, everyone ? null : wanted.map((person) => person.employeeId))
  const inOrder = wanted.flatMap((person) => facts.get(person.employeeId) ?? [])
  const board = staffPage(period, inOrder, reader.resultNumbers(period.id))
  return {
    ...board,
    total: people.length,
    from: page.from,
    frozen: reader.meetingOpened(period.id),
    supervisors: [...reader.supervisors(period.id)],
  }
}

/** The rows of some people, in the order asked; who is not placed in the period is left out. */
export function loadRows(reader: StaffReader, period: Period, employeeIds: readonly string[]) {
  const facts = reader.facts(period.id, employeeIds)
  const inOrder = employeeIds.flatMap((id) => facts.get(id) ?? [])
  const numbers = new Set(inOrder.flatMap((row) => row.results.map((result) => result.number)))
  const supervisorIds = new Set(inOrder.flatMap((row) => row.supervisorId ?? []))
  const board = staffPage(
    period,
    inOrder,
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

function staffPage(period: Period, facts: readonly StaffFacts[], resultNumbers: readonly number[]) {
  const readIndex = indexReader(period.scoring)
  const rows = facts.map((row) => staffRow(row, period.scoring, readIndex))
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
function inOrderOfNames<Person extends { readonly employeeId: string; readonly name: string }>(
  people: readonly Person[],
): readonly Person[] {
  return people.toSorted((a, b) => collator.compare(a.name, b.name) || (a.employeeId < b.employeeId ? -1 : 1))
}
