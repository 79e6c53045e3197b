import { periodPeople } from '#application/overview/period-people.ts'
import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { StandingReader } from '#application/ports/standing-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { StaffRow } from '#application/staff/staff-row.ts'
import { AppError } from '#domain/app-error.ts'
import { meanOf } from '#domain/calibration/spread.ts'
import { compareSupervisors, type SupervisorFigures } from '#domain/calibration/supervisor-comparison.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { type CaseRow, caseRow, inOrderOfWeight } from './case-list.ts'
import { formerPeriod, standingsOf } from './former-standings.ts'

export interface ComparisonSources {
  readonly tables: ReadTables
  readonly staff: StaffReader
  readonly standings: StandingReader
}

/** Supervisors of a period side by side, raw, with the cases to look at. */
export function loadComparison(sources: ComparisonSources, periodId: PeriodId) {
  const { tables } = sources
  const { comparison, rows, cases } = compare(sources, tables.period.require(periodId))
  return {
    scored: comparison.scored,
    people: comparison.people,
    agency: comparison.agency,
    supervisors: rows,
    cases: inOrderOfWeight(cases.filter((row) => row.rules.length > 0)),
    meeting: meetingFor(tables, periodId),
  }
}

/** One supervisor: his people with score and achievement, and the mean of each period up to this one. */
export function loadSupervisor(sources: ComparisonSources, periodId: PeriodId, supervisorId: EmployeeId) {
  const { tables } = sources
  const period = tables.period.require(periodId)
  const { rows, cases } = compare(sources, period)
  const row = rows.find((candidate) => candidate.supervisorId === supervisorId)
  if (!row) throw new AppError('E-NOT-FOUND', { what: 'supervisor' })
  const staff = cases.filter((candidate) => candidate.supervisorId === supervisorId)
  return {
    row,
    staff: staff.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1)),
    history: historyOf(sources, period, supervisorId),
  }
}

function compare({ tables, staff, standings }: ComparisonSources, period: Period) {
  const people = periodPeople(staff, period).filter((row) => row.facts.rated)
  const comparison = compareSupervisors(people.flatMap(compared))
  const units = new Map<string, string>(tables.unit.all().map((unit) => [unit.id, unit.shortName || unit.name]))
  const unitName = (unitId: string | null) => (unitId === null ? '' : (units.get(unitId) ?? ''))
  const before = formerPeriod(tables, period)
  const context = {
    unitName,
    former: before === null ? new Map<string, never>() : standingsOf(standings, before),
    onAgenda: agendaOf(tables, period.id),
  }
  const cases = people.map((row) => caseRow(row, context))
  const known = new Map(standings.supervisors(period.id).map((row) => [row.id, row]))
  const rows = comparison.supervisors.map((figures) => {
    const supervisor = known.get(figures.supervisorId)
    const own = {
      name: supervisor?.name ?? '',
      post: supervisor?.post ?? '',
      unitName: unitName(supervisor?.unitId ?? null),
    }
    return supervisorRow(figures, own, cases)
  })
  return { comparison, rows, cases }
}

function compared(row: StaffRow) {
  const { supervisorId, assessment } = row.facts
  if (supervisorId === null) return []
  const workLevel = assessment?.workLevel ?? null
  return [
    { supervisorId, score: row.workScore, achievement: row.achievementIndex, workLevel, predicate: row.predicate },
  ]
}

function supervisorRow(
  figures: SupervisorFigures,
  own: { readonly name: string; readonly post: string; readonly unitName: string },
  cases: readonly CaseRow[],
) {
  const ownCases = cases.filter((row) => row.supervisorId === figures.supervisorId && row.rules.length > 0)
  return {
    ...figures,
    ...own,
    levels: { ...figures.levels },
    predicates: { ...figures.predicates },
    cases: ownCases.length,
  }
}

function historyOf({ tables, staff, standings }: ComparisonSources, period: Period, supervisorId: EmployeeId) {
  return tables.period
    .where({ kind: period.kind })
    .filter((other) => other.endsOn <= period.endsOn)
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
    .map((other) => {
      const ids = standings.peopleOf(other.id, supervisorId)
      const people = ids.length === 0 ? [] : periodPeople(staff, other, ids).filter((row) => row.facts.rated)
      return {
        periodId: other.id,
        name: other.name,
        score: meanOf(people.map((row) => row.workScore).filter((score) => score !== null)),
        achievement: meanOf(people.map((row) => row.achievementIndex).filter((index) => index !== null)),
      }
    })
    .filter((entry) => entry.score.n > 0 || entry.achievement.n > 0)
}

/** People on a discussion list of the period; the consent list settles cases without looking at them. */
function agendaOf(tables: ReadTables, periodId: PeriodId): ReadonlySet<string> {
  const meetings = tables.meeting.where({ periodId }).map((meeting) => meeting.id)
  const items = tables.agendaItem.whereIn('meetingId', meetings)
  return new Set(items.filter((item) => item.track === 'discussion').map((item) => item.employeeId))
}

/** Cases go to the meeting under way, else to the next one planned. */
function meetingFor(tables: ReadTables, periodId: PeriodId) {
  const meetings = tables.meeting.where({ periodId }).toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
  const found =
    meetings.find((meeting) => meeting.state === 'open') ?? meetings.find((meeting) => meeting.state === 'planned')
  return found ? { id: found.id, title: found.title, state: found.state } : null
}
