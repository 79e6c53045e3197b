import { periodPeople, rowsOf } from '#application/overview/period-people.ts'
import type { Pause } from '#application/ports/jobs.ts'
import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { StandingReader } from '#application/ports/standing-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { StaffRow } from '#application/staff/staff-row.ts'
import { AppError } from '#domain/app-error.ts'
import { meanOf } from '#domain/calibration/spread.ts'
import { compareSupervisors, type SupervisorFigures } from '#domain/calibration/supervisor-comparison.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { type CaseRow, caseRow, inOrderOfWeight } from './case-list.ts'
import { formerPeriod, standingsOf } from './former-standings.ts'

export interface ComparisonSources {
  readonly workspace: Workspace
  readonly staff: StaffReader
  readonly standings: StandingReader
  readonly pause: Pause
}

/** Supervisors of a period side by side, raw, with the cases to look at. */
export async function loadComparison(sources: ComparisonSources, periodId: PeriodId) {
  const { tables } = sources.workspace
  const period = tables.period.require(periodId)
  const people = await ratedPeople(sources, period)
  const comparison = compareSupervisors(people.flatMap(compared))
  const cases = casesOf(sources, period, people, null).filter((row) => row.rules.length > 0)
  const rowOf = supervisorRows(sources, period, cases)
  return {
    scored: comparison.scored,
    people: comparison.people,
    agency: comparison.agency,
    supervisors: comparison.supervisors.map(rowOf),
    cases: inOrderOfWeight(cases),
    meeting: meetingFor(tables, periodId),
  }
}

/** One supervisor: his people with score and achievement, and the mean of each period up to this one. */
export async function loadSupervisor(sources: ComparisonSources, periodId: PeriodId, supervisorId: EmployeeId) {
  const period = sources.workspace.tables.period.require(periodId)
  const people = await ratedPeople(sources, period)
  const figures = compareSupervisors(people.flatMap(compared)).supervisors.find(
    (row) => row.supervisorId === supervisorId,
  )
  if (!figures) throw new AppError('E-NOT-FOUND', { what: 'supervisor' })
  const own = people.filter((row) => row.facts.supervisorId === supervisorId)
  const ids = own.map((row) => row.facts.employeeId)
  const staff = casesOf(sources, period, own, ids)
  const rowOf = supervisorRows(
    sources,
    period,
    staff.filter((row) => row.rules.length > 0),
  )
  return {
    row: rowOf(figures),
    staff: staff.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1)),
    history: historyOf(sources, period, supervisorId),
  }
}

const ratedPeople = async ({ workspace, staff, pause }: ComparisonSources, period: Period) =>
  (await periodPeople(workspace, staff, period, pause)).filter((row) => row.facts.rated)

const unitNames = ({ workspace }: ComparisonSources) => {
  const units = new Map<string, string>(
    workspace.tables.unit.all().map((unit) => [unit.id, unit.shortName || unit.name]),
  )
  return (unitId: string | null) => (unitId === null ? '' : (units.get(unitId) ?? ''))
}

/** These people with the rules that apply to each; `ids` null: everyone's former standing is read at once. */
function casesOf(
  sources: ComparisonSources,
  period: Period,
  people: readonly StaffRow[],
  ids: readonly string[] | null,
): CaseRow[] {
  const { tables } = sources.workspace
  const before = formerPeriod(tables, period)
  const context = {
    unitName: unitNames(sources),
    former: before === null ? new Map<string, never>() : standingsOf(sources.standings, before, ids),
    onAgenda: agendaOf(tables, period.id),
  }
  return people.map((row) => caseRow(row, context))
}

function compared(row: StaffRow) {
  const { supervisorId, assessment } = row.facts
  if (supervisorId === null) return []
  const workLevel = assessment?.workLevel ?? null
  return [
    { supervisorId, score: row.workScore, achievement: row.achievementIndex, workLevel, predicate: row.predicate },
  ]
}

/** Figures of a supervisor with name, post, unit and the number of his marked cases. */
function supervisorRows(sources: ComparisonSources, period: Period, cases: readonly CaseRow[]) {
  const unitName = unitNames(sources)
  const known = new Map(sources.standings.supervisors(period.id).map((row) => [row.id, row]))
  const counts = new Map<string | null, number>()
  for (const { supervisorId } of cases) counts.set(supervisorId, (counts.get(supervisorId) ?? 0) + 1)
  return (figures: SupervisorFigures) => {
    const supervisor = known.get(figures.supervisorId)
    return {
      ...figures,
      name: supervisor?.name ?? '',
      post: supervisor?.post ?? '',
      unitName: unitName(supervisor?.unitId ?? null),
      levels: { ...figures.levels },
      predicates: { ...figures.predicates },
      cases: counts.get(figures.supervisorId) ?? 0,
    }
  }
}

function historyOf({ workspace, staff, standings }: ComparisonSources, period: Period, supervisorId: EmployeeId) {
  return workspace.tables.period
    .where({ kind: period.kind })
    .filter((other) => other.endsOn <= period.endsOn)
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
    .map((other) => {
      const ids = standings.peopleOf(other.id, supervisorId)
      const people = ids.length === 0 ? [] : rowsOf(staff, other, ids).filter((row) => row.facts.rated)
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
