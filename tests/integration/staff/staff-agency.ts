import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { seededGenerator } from '#application/example/chance.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import { createWorkspace } from '#application/workspace/create-workspace.ts'
import { type BehaviourValue, behaviourValues } from '#domain/model/assessment.ts'
import {
  assessmentId,
  employeeId,
  indicatorId,
  placementId,
  supervisionId,
  workPlanId,
  workResultId,
} from '#domain/model/ids.ts'
import type { ExpectationLevel, FailedStudyPredicate, Predicate } from '#domain/model/levels.ts'
import type { Period } from '#domain/model/period.ts'
import { blankAssessment } from '#domain/scoring/blank-assessment.ts'
import { createEnvironment } from '#engine/environment.ts'
import { createSession } from '#engine/session.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

export interface PersonShape {
  readonly name: string
  /** Index of the supervisor in the list, or null. */
  readonly supervisor: number | null
  readonly unit?: number | null
  readonly results?: readonly ResultShape[]
  readonly behaviours?: readonly (number | null)[]
  readonly workLevel?: ExpectationLevel | null
  readonly behaviourLevel?: ExpectationLevel | null
  readonly printedPredicate?: Predicate | null
  readonly studyFailed?: FailedStudyPredicate | null
  readonly feedback?: readonly { readonly about: string; readonly text: string }[]
}

export interface ResultShape {
  /** Its place in the list, from 1, unless given. */
  readonly number?: number
  readonly kind?: 'main' | 'additional'
  readonly weightHundredths?: number | null
  readonly score?: number | null
  readonly leaderResult?: string
  readonly target?: string
  readonly realisation?: string
  readonly indexOverride?: number | null
}

export interface StaffAgency extends TestEngine {
  readonly periodId: string
  /** Ids in the order of the shapes. */
  readonly ids: readonly string[]
  readonly unitIds: readonly string[]
}

/** A real workspace file with these people in one quarter, opened in a real engine. */
export async function staffAgency(
  people: readonly PersonShape[],
  options: Parameters<typeof testEngine>[0] = {},
): Promise<StaffAgency> {
  const app = testEngine(options)
  const path = app.path('agency.timbang')
  const environment = createEnvironment(
    { now: () => new Date('2026-11-20T02:00:00.000Z'), random: seededGenerator(3) },
    () => 'Tes',
  )
  const session = createSession({
    host: { wasmBytes, pagesChecker: null },
    environment,
    notify: () => undefined,
  })
  const { path: _path, agency, ...input } = newWorkspaceInput(path)
  let ids: readonly string[] = []
  const workspace = await session.create(path, (made) => {
    createWorkspace(made, environment, { ...input, agency: { ...agency, example: false } })
    const period = made.tables.period.all()[0]
    if (!period) throw new Error('no period')
    made.command({ name: 'test.fill', summary: {} }, (tables) => {
      ids = fill(tables, environment, period, people)
    })
  })
  const periodId = workspace.tables.period.all()[0]?.id ?? ''
  const unitIds = workspace.tables.unit.all().map((unit) => unit.id as string)
  session.close()
  await app.call('workspace.open', { path })
  return { ...app, periodId, ids, unitIds }
}

function fill(
  tables: WriteTables,
  environment: Environment,
  period: Period,
  people: readonly PersonShape[],
): readonly string[] {
  const ids = people.map(() => employeeId.parse(environment.newId()))
  const units = tables.unit.all()
  people.forEach(({ name }, index) => {
    const id = ids[index]
    if (id) tables.employee.put({ id, nip: null, nipAsWritten: null, name, status: 'pns' })
  })
  people.forEach((person, index) => {
    const id = ids[index]
    if (!id) return
    tables.placement.put({
      id: placementId.parse(environment.newId()),
      periodId: period.id,
      employeeId: id,
      unitId: person.unit === null ? null : (units[person.unit ?? 0]?.id ?? null),
      post: `Jabatan ${index}`,
      postKind: 'jf',
      echelon: '',
      grade: 'III/a',
      rank: '',
      rated: true,
      excludedBecause: '',
      studyFailed: person.studyFailed ?? null,
    })
    const supervisorId = person.supervisor === null ? undefined : ids[person.supervisor]
    if (supervisorId) {
      tables.supervision.put({
        id: supervisionId.parse(environment.newId()),
        periodId: period.id,
        employeeId: id,
        supervisorId,
        fromDate: null,
        toDate: null,
        reviewingSuperiorId: null,
        reason: '',
      })
    }
    fillPlan(tables, environment, period, id, supervisorId, person)
  })
  return ids
}

function fillPlan(
  tables: WriteTables,
  environment: Environment,
  period: Period,
  id: ReturnType<typeof employeeId.parse>,
  supervisorId: ReturnType<typeof employeeId.parse> | undefined,
  person: PersonShape,
): void {
  const results = person.results ?? []
  const planId = workPlanId.parse(environment.newId())
  if (results.length > 0)
    tables.workPlan.put({ id: planId, periodId: period.id, employeeId: id, approach: 'quantitative' })
  const resultIds = results.map((result, index) => {
    const resultId = workResultId.parse(environment.newId())
    tables.workResult.put({
      id: resultId,
      workPlanId: planId,
      number: result.number ?? index + 1,
      kind: result.kind ?? 'main',
      statement: `Hasil ${index + 1}`,
      leaderResult: result.leaderResult ?? '',
      assignedBy: '',
      weightHundredths: result.weightHundredths ?? null,
      realisation: '',
    })
    tables.indicator.put({
      id: indicatorId.parse(environment.newId()),
      workResultId: resultId,
      number: '1',
      aspect: 'quantity',
      perspective: 'none',
      statement: 'Indikator',
      target: result.target ?? '',
      unitOfMeasure: '',
      direction: 'higher',
      realisation: result.realisation ?? '',
      evidence: '',
      dataSource: '',
      indexOverride: result.indexOverride ?? null,
      indexOverrideReason: result.indexOverride === undefined || result.indexOverride === null ? '' : 'alasan',
    })
    return resultId
  })
  for (const { about, text } of person.feedback ?? []) {
    tables.feedback.put({
      id: environment.newId() as never,
      periodId: period.id,
      employeeId: id,
      fromRole: 'peer',
      giver: 'Nama Rahasia',
      givenOn: '2026-09-09',
      about,
      text,
      symbol: 'none',
    })
  }
  if (!supervisorId) return
  const assessment = assessmentId.parse(environment.newId())
  tables.assessment.put({
    ...blankAssessment({ id: assessment, periodId: period.id, employeeId: id, supervisorId }),
    workLevel: person.workLevel ?? null,
    behaviourLevel: person.behaviourLevel ?? null,
    printedPredicate: person.printedPredicate ?? null,
  })
  results.forEach(({ score }, index) => {
    const resultId = resultIds[index]
    if (score === null || score === undefined || !resultId) return
    tables.resultScore.put({ id: environment.newId(), assessmentId: assessment, workResultId: resultId, score })
  })
  behaviourValues.forEach((value: BehaviourValue, index) => {
    const score = person.behaviours?.[index] ?? null
    if (score !== null) {
      tables.behaviourScore.put({ id: environment.newId(), assessmentId: assessment, value, score, note: '' })
    }
  })
}
