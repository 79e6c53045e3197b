import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import { type Assessment, type BehaviourScore, type BehaviourValue, behaviourValues } from '#domain/model/assessment.ts'
import type { UnitId } from '#domain/model/ids.ts'
import {
  assessmentId,
  feedbackId,
  indicatorId,
  placementId,
  supervisionId,
  workPlanId,
  workResultId,
} from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'
import { summariseAssessment } from '#domain/scoring/assessment-summary.ts'
import { blankAssessment } from '#domain/scoring/blank-assessment.ts'
import type { Chance } from './chance.ts'
import { trueLevels } from './example-panel.ts'
import type { ExamplePerson } from './example-people.ts'
import type { ExampleRole, ExampleScale, ExampleSource, ExampleUnit } from './example-source.ts'
import { directionOf, realisationOf } from './example-targets.ts'

/** What every part of the example needs at hand. */
export interface ExampleContext {
  readonly tables: WriteTables
  readonly environment: Environment
  readonly chance: Chance
  readonly source: ExampleSource
  readonly scale: ExampleScale
  readonly units: readonly ExampleUnit[]
  readonly unitIds: readonly UnitId[]
  readonly people: readonly ExamplePerson[]
  /** Extra quality of each unit's work that its indicators show, in points. */
  readonly unitQuality: readonly number[]
}

/** Writes one period of the example: who stood where, plans, realisations, scores, levels, behaviour and feedback. */
export function writeExamplePeriod(context: ExampleContext, period: Period, latest: boolean): void {
  context.tables.period.put(period)
  writeOrganisation(context, period)
  context.people.forEach((person, index) => {
    if (person.supervisor === null) return
    writePlacement(context, period, person, latest && index % 61 === 60)
    const results = writePlan(context, period, person)
    // Three people of the latest period are not yet rated, as in every real agency.
    if (!(latest && index % 80 === 79)) writeAssessment(context, period, person, results, latest)
    writeFeedback(context, period, person)
  })
}

/** The head of the agency, whose rater is the regional head: that rating is no part of this agency's meeting. */
const isRatedOutside = (person: ExamplePerson) => person.supervisor === 0

function writePlacement(
  { tables, environment, source, unitIds, people }: ExampleContext,
  period: Period,
  person: ExamplePerson,
  moved: boolean,
) {
  const unitId = unitIds[person.unitIndex] ?? null
  tables.placement.insertAll([
    {
      id: placementId.parse(environment.newId()),
      periodId: period.id,
      employeeId: person.employee.id,
      unitId,
      post: person.post,
      postKind: person.postKind,
      echelon: person.echelon,
      grade: person.grade,
      rank: '',
      rated: !isRatedOutside(person),
      excludedBecause: isRatedOutside(person) ? `Dinilai di luar instansi oleh ${source.externalHead.post}` : '',
      studyFailed: null,
    },
  ])
  const supervisor = people[person.supervisor ?? 0]
  if (!supervisor) return
  const superior = supervisor.supervisor === null ? undefined : people[supervisor.supervisor]
  const record = {
    periodId: period.id,
    employeeId: person.employee.id,
    reviewingSuperiorId: superior?.employee.id ?? null,
  }
  const id = () => supervisionId.parse(environment.newId())
  const changeDay = `${period.endsOn.slice(0, 8)}01`
  const before = moved && superior && superior.employee.id !== person.employee.id ? superior.employee.id : null
  if (before !== null) {
    const dayBefore = `${period.startsOn.slice(0, 4)}-${String(Number(changeDay.slice(5, 7)) - 1).padStart(2, '0')}-28`
    tables.supervision.insertAll([
      {
        ...record,
        id: id(),
        supervisorId: before,
        fromDate: null,
        toDate: dayBefore,
        reason: 'Pejabat penilai lama pindah tugas',
      },
    ])
  }
  tables.supervision.insertAll([
    {
      ...record,
      id: id(),
      supervisorId: supervisor.employee.id,
      fromDate: before === null ? null : changeDay,
      toDate: null,
      reason: '',
    },
  ])
}

function writePlan(context: ExampleContext, period: Period, person: ExamplePerson): readonly WorkResult[] {
  const { tables, environment, source, scale, units } = context
  const role = source.roles[person.role]
  if (!role) return []
  const planId = workPlanId.parse(environment.newId())
  const unit = units[person.unitIndex]?.shortName ?? ''
  const filled = (text: string) => text.replaceAll('{unit}', unit)
  tables.workPlan.insertAll([
    { id: planId, periodId: period.id, employeeId: person.employee.id, approach: 'quantitative' },
  ])
  const results: WorkResult[] = []
  const indicators: Indicator[] = []
  for (const template of repeated(role, scale.indicatorsPerPlan)) {
    const resultId = workResultId.parse(environment.newId())
    results.push({
      id: resultId,
      workPlanId: planId,
      number: results.length + 1,
      kind: template.kind,
      statement: filled(template.statement),
      leaderResult: template.leader,
      assignedBy: person.role === 'head' ? '' : (units[person.unitIndex]?.head ?? ''),
      weightHundredths: null,
      realisation: '',
    })
    template.indicators.forEach((indicator, position) => {
      indicators.push({
        id: indicatorId.parse(environment.newId()),
        workResultId: resultId,
        number: `${results.length}.${position + 1}`,
        aspect: indicator.aspect,
        perspective: 'none',
        statement: filled(indicator.statement),
        target: indicator.target,
        unitOfMeasure: '',
        direction: directionOf(indicator.shape),
        realisation: realisationOf(indicator.target, indicator.shape, achievedRatio(context, person)),
        evidence: `Laporan ${period.name}, ${filled(indicator.statement).toLowerCase()}`,
        dataSource: `Rekap ${unit}`,
        indexOverride: null,
        indexOverrideReason: '',
      })
    })
  }
  tables.workResult.insertAll(results)
  tables.indicator.insertAll(indicators)
  return results
}

/** Achievement shows merit and the unit's quality with the usual noise; supervisors' leniency leaves no trace in it. */
const achievedRatio = ({ chance, unitQuality }: ExampleContext, person: ExamplePerson) =>
  1 + (person.merit * 4.5 + (unitQuality[person.unitIndex] ?? 0) * 1.5 + chance.normal(5)) / 100

/** The role's results, repeated until the plan holds at least so many indicators. */
function repeated(role: ExampleRole, atLeast: number) {
  const results = [...role.results]
  const count = () => results.reduce((sum, result) => sum + result.indicators.length, 0)
  for (let index = 0; count() < atLeast; index++) {
    const again = role.results[index % role.results.length]
    if (!again) break
    results.push({ ...again, kind: 'main' })
  }
  return results
}

function writeAssessment(
  context: ExampleContext,
  period: Period,
  person: ExamplePerson,
  results: readonly WorkResult[],
  latest: boolean,
) {
  const { tables, environment, chance, people, unitQuality } = context
  const supervisor = people[person.supervisor ?? 0]
  if (!supervisor) return
  const id = assessmentId.parse(environment.newId())
  const level = trueLevels(person, unitQuality[person.unitIndex] ?? 0)['work-results'] + supervisor.leniency
  const unfinished = latest && chance.happens(0.012)
  const scores = results
    .map((result) => ({
      id: environment.newId(),
      assessmentId: id,
      workResultId: result.id,
      score: clamp(Math.round((level + chance.normal(3)) * 2) / 2, 40, 100),
    }))
    .slice(0, unfinished ? 1 : results.length)
  const behaviour = behaviourValues.map((value) => behaviourScore(context, id, value, person, supervisor.leniency))
  const blank = blankAssessment({
    id,
    periodId: period.id,
    employeeId: person.employee.id,
    supervisorId: supervisor.employee.id,
  })
  const summary = summariseAssessment(
    { workResults: results, scores, behaviourScores: behaviour, assessment: blank, studyFailed: null },
    period.scoring,
  )
  const work = summary.work.kind === 'complete' ? summary.work.suggested : null
  const raised = work === 'meets' && chance.happens(0.03)
  // The regional head rates the head of the agency elsewhere; drawn all the same, so that everybody else stays as he is.
  if (isRatedOutside(person)) return
  tables.assessment.insertAll([
    {
      ...blank,
      workLevel: raised ? 'above' : work,
      workLevelReason: raised ? 'Menyelesaikan penugasan tambahan di luar rencana yang belum tercermin pada skor.' : '',
      behaviourLevel: summary.behaviour.kind === 'complete' ? summary.behaviour.suggested : null,
    },
  ])
  tables.resultScore.insertAll(scores)
  tables.behaviourScore.insertAll(behaviour)
}

function behaviourScore(
  { environment, chance }: ExampleContext,
  assessment: Assessment['id'],
  value: BehaviourValue,
  person: ExamplePerson,
  leniency: number,
): BehaviourScore {
  const score = Math.round(clamp(trueLevels(person, 0).behaviour / 20 + leniency / 14 + chance.normal(0.5), 1, 5))
  return { id: environment.newId(), assessmentId: assessment, value, score, note: '' }
}

function writeFeedback(
  { tables, environment, chance, source, people }: ExampleContext,
  period: Period,
  person: ExamplePerson,
) {
  const count = chance.whole(0, 2)
  const said = new Set<string>()
  const rows = Array.from({ length: count }, () => {
    const felt = person.merit + chance.normal(0.8)
    const tone = felt > 0.5 ? 'good' : felt > -0.8 ? 'fair' : 'poor'
    const text = chance.pick(source.feedback[tone].filter((sentence) => !said.has(sentence)))
    said.add(text)
    const fromRole = chance.pick(['leader', 'peer', 'peer', 'subordinate'] as const)
    const giver = fromRole === 'leader' ? people[person.supervisor ?? 0] : chance.pick(people.slice(1))
    return {
      id: feedbackId.parse(environment.newId()),
      periodId: period.id,
      employeeId: person.employee.id,
      fromRole,
      giver: giver?.employee.name ?? '',
      givenOn: `${period.endsOn.slice(0, 8)}${String(chance.whole(1, 28)).padStart(2, '0')}`,
      about: String(chance.whole(1, 2)),
      text,
      symbol: ({ good: 'thumb', fair: 'smile', poor: 'sad' } as const)[tone],
    }
  })
  tables.feedback.insertAll(rows)
}

function writeOrganisation(
  { tables, environment, source, unitIds, unitQuality, units }: ExampleContext,
  period: Period,
) {
  unitIds.forEach((unitId, index) => {
    const quality = unitQuality[index] ?? 0
    const predicate =
      units[index]?.parent === null
        ? 'good'
        : quality > 2.2
          ? 'excellent'
          : quality < -2.4
            ? 'needs-improvement'
            : 'good'
    tables.organisationResult.put({
      id: environment.newId(),
      periodId: period.id,
      unitId,
      predicate,
      source: 'action-plan',
      setBy: index === 0 ? source.externalHead.post : 'Kepala Dinas Kesehatan',
      setOn: nextMonthDay(period.endsOn),
      note: '',
    })
  })
  const top = unitIds[0]
  if (top === undefined) return
  source.organisationIndicators.forEach((indicator, position) => {
    tables.organisationIndicator.put({
      id: environment.newId(),
      periodId: period.id,
      unitId: top,
      position,
      name: indicator.name,
      unitOfMeasure: indicator.unit,
      direction: indicator.direction,
      target: indicator.target,
      realisation: indicator.realisation,
    })
  })
}

/** The twelfth of the month after a date in the same year. @example nextMonthDay('2026-09-30') // '2026-10-12' */
const nextMonthDay = (date: string) =>
  `${date.slice(0, 5)}${String(Math.min(12, Number(date.slice(5, 7)) + 1)).padStart(2, '0')}-12`

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
