import { indicatorRows } from '#application/organisation/indicator-rows.ts'
import type { Pause } from '#application/ports/jobs.ts'
import { type DataKind, dataKinds, type OverviewReader } from '#application/ports/overview-reader.ts'
import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { StaffRow } from '#application/staff/staff-row.ts'
import { behaviourValues } from '#domain/model/assessment.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Meeting } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import type { Unit } from '#domain/model/unit.ts'
import type { PolicyPack } from '#domain/rules/policy-pack.ts'
import { agencyDay } from './agency-day.ts'
import { clocksOf } from './clocks.ts'
import { nextSteps } from './next-steps.ts'
import { periodPeople } from './period-people.ts'
import { poolsOf, poolUnitOf } from './pools.ts'

export interface OverviewSources {
  readonly workspace: Workspace
  readonly staff: StaffReader
  readonly overview: OverviewReader
  readonly pause: Pause
  readonly packs: readonly PolicyPack[]
  /** Now, as an instant. */
  readonly now: string
}

/** Where a period stands: figures, pools against the guide, what is left to do, how complete and fresh the data are, clocks. */
export async function loadOverview(sources: OverviewSources, periodId: PeriodId) {
  const { workspace, staff, overview, pause, now } = sources
  const { tables } = workspace
  const period = tables.period.require(periodId)
  const packs = sources.packs.filter((pack) => period.rulePacks.includes(pack.id))
  const agency = tables.agency.require('agency')
  const today = agencyDay(now, agency.zone)
  const units = tables.unit.all().toSorted((a, b) => a.position - b.position)
  const everyone = await periodPeople(workspace, staff, period, pause)
  const people = everyone.filter((row) => row.facts.rated)
  const organisation = organisationOf(tables, period, units, people, poolUnitOf(overview.unitsOfSupervisors(periodId)))
  const pools = poolsOf(people, { ...organisation.pooling, packs })
  const meeting = meetingOf(tables, periodId)
  const agenda = meeting === null ? [] : tables.agendaItem.where({ meetingId: meeting.id })
  const decisions = meeting === null ? [] : tables.decision.where({ meetingId: meeting.id })
  const followUps = tables.followUp.where({ periodId })
  const nameOfUnit = new Map<string, string>(units.map((unit) => [unit.id, unit.shortName || unit.name]))
  const steps = nextSteps({
    period,
    today,
    people,
    unitName: (id) => (id === null ? '' : (nameOfUnit.get(id) ?? '')),
    unitsWithoutResult: organisation.missingUnits,
    pools,
    meeting,
    agenda,
    decisions,
    personName: (id) => tables.employee.get(id)?.name ?? '',
    followUps,
  })
  const discussed = agenda.filter((item) => item.track === 'discussion')
  return {
    today,
    stage: period.stage,
    endsOn: period.endsOn,
    counts: {
      ...countsOf(everyone, people),
      decided: decisions.length,
      followUpsOpen: followUps.filter((item) => item.state === 'open').length,
    },
    organisation: organisation.shown,
    meeting:
      meeting === null
        ? null
        : {
            id: meeting.id,
            title: meeting.title,
            heldOn: meeting.heldOn,
            state: meeting.state,
            cases: discussed.length,
            decided: discussed.filter((item) => item.state === 'decided').length,
          },
    pools: pools.map(shownPool),
    limitsInForce: packs.some((pack) => pack.limits !== null),
    unpooled: people.length - pools.reduce((sum, pool) => sum + (pool.kind === 'unit' ? pool.people : 0), 0),
    indicators: indicatorRows(tables, periodId, period.scoring),
    steps,
    ...dataOf(overview, period, people),
    clocks: clocksOf(period, agency, meeting, today),
  }
}

function countsOf(everyone: readonly StaffRow[], people: readonly StaffRow[]) {
  const distinct = (values: readonly (string | null)[]) => new Set(values.filter((value) => value !== null)).size
  const complete = people.filter((row) => row.missing.every((part) => part === 'no-organisation-result'))
  return {
    people: people.length,
    excluded: everyone.length - people.length,
    rated: people.filter((row) => row.predicate !== null).length,
    incomplete: people.length - complete.length,
    supervisors: distinct(people.map((row) => row.facts.supervisorId)),
    units: distinct(people.map((row) => row.facts.unitId)),
    plans: people.filter((row) => row.facts.results.length > 0).length,
  }
}

function organisationOf(
  tables: ReadTables,
  period: Period,
  units: readonly Unit[],
  people: readonly StaffRow[],
  unitOf: (person: StaffRow) => string | null,
) {
  const rows = tables.organisationResult.where({ periodId: period.id })
  const results = new Map<string, (typeof rows)[number]['predicate']>(rows.map((row) => [row.unitId, row.predicate]))
  const reasons = new Map<string, string>(
    tables.patternReason.where({ periodId: period.id }).map((row) => [row.unitId, row.reason]),
  )
  const counted = new Map<string, number>()
  for (const person of people) {
    const unitId = unitOf(person)
    if (unitId !== null) counted.set(unitId, (counted.get(unitId) ?? 0) + 1)
  }
  const missingUnits = units
    .filter((unit) => counted.has(unit.id) && !results.has(unit.id))
    .map((unit) => ({ unitId: unit.id, name: unit.shortName || unit.name, people: counted.get(unit.id) ?? 0 }))
  const top = units.find((unit) => unit.parentId === null)
  const result = rows.find((row) => row.unitId === top?.id)
  return {
    missingUnits,
    pooling: { units, results, reasons, unitOf },
    shown: {
      unitName: top?.name ?? '',
      result: result
        ? { predicate: result.predicate, source: result.source, setBy: result.setBy, setOn: result.setOn }
        : null,
      missingUnits,
    },
  }
}

/** The meeting under way, else the next one planned, else the latest. */
function meetingOf(tables: ReadTables, periodId: PeriodId): Meeting | null {
  const meetings = tables.meeting.where({ periodId }).toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
  return (
    meetings.find((meeting) => meeting.state === 'open') ??
    meetings.find((meeting) => meeting.state === 'planned') ??
    meetings.at(-1) ??
    null
  )
}

function dataOf(overview: OverviewReader, period: Period, people: readonly StaffRow[]) {
  const present = presentOf(overview, period, people)
  const fresh = overview.freshness(
    period.id,
    dataKinds.filter((kind) => present[kind] > 0),
  )
  const instants = [...fresh.values()].toSorted()
  return {
    data: dataKinds.map((kind: DataKind) => {
      const freshAt = fresh.get(kind) ?? null
      // Data that came in before the period had ended cannot speak for its last days.
      const stale = freshAt !== null && freshAt.slice(0, 10) <= period.endsOn
      return { kind, present: present[kind], total: people.length, freshAt, stale }
    }),
    lastDataAt: instants.at(-1) ?? null,
  }
}

/** How many people have every score, all seven values, every realisation, some evidence, some feedback. */
function presentOf(overview: OverviewReader, period: Period, people: readonly StaffRow[]): Record<DataKind, number> {
  const count = (has: (row: StaffRow) => boolean) => people.filter(has).length
  return {
    'work-scores': count(({ facts, scoredCount }) => scoredCount > 0 && scoredCount === facts.results.length),
    behaviour: count(({ facts }) => facts.behaviours.length === behaviourValues.length),
    ...overview.grounds(period.id),
    feedback: count(({ facts }) => facts.feedbackCount > 0),
  }
}

function shownPool({ limits, ...pool }: ReturnType<typeof poolsOf>[number]) {
  return {
    ...pool,
    unitIds: [...pool.unitIds],
    counts: { ...pool.counts },
    guide: { ...pool.guide },
    limits: limits.map(({ group, kind, percent, limit, count, status }) => ({
      of: [...group],
      kind,
      percent,
      limit,
      count,
      state: status,
    })),
  }
}
