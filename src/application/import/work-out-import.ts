import type { Environment } from '#application/ports/environment.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import { headingKey } from '#domain/import/headings.ts'
import { type EmployeeId, employeeId, type PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { findCycles } from '#domain/rules/supervision.ts'
import { createDirectory } from './directory.ts'
import { createDrafts, type Drafts } from './draft-tables.ts'
import { createFindings } from './findings.ts'
import { emptyMemory, type Planning, placeIn, type RowRef, textOf } from './planning.ts'
import type { Finding, ImportOutcome, PreviewSheet, RowState, SourceFile } from './preview-model.ts'
import { rowKey } from './preview-model.ts'
import { periodOfRow } from './resolve-period.ts'
import { personOfRow } from './resolve-person.ts'
import { remarkOnSheets } from './sheet-remarks.ts'
import { shiftedBlock } from './shifted-rows.ts'
import { takeAssessmentRow } from './take-assessment.ts'
import { takeBehaviourRow } from './take-behaviour.ts'
import { takeFeedbackCell, takeFeedbackRow } from './take-feedback.ts'
import { takePerson } from './take-person.ts'
import { hasPlanCells, statesResult, takePlanRow } from './take-plan.ts'
import { takeRealisationRow } from './take-realisation.ts'
import { takeSupervision } from './take-supervision.ts'

export interface WorkOutInput {
  readonly files: readonly SourceFile[]
  readonly sheets: readonly PreviewSheet[]
  readonly periodId: PeriodId
  readonly answers: ReadonlyMap<string, string>
  /** Findings of rows set aside, kept so that the list still shows them. */
  readonly aside: ReadonlyMap<string, Finding>
  readonly idFor: (kind: string, key: string) => string
}

export interface WorkedOut {
  readonly outcome: ImportOutcome
  readonly drafts: Drafts
}

/** Rows between two pauses: small enough to stay responsive, large enough not to be felt. */
const stride = 1_000

/**
 * Works an import out against the workspace as it is, without writing: people first, then who rates whom, plans,
 * realisations, assessments, behaviour and feedback, over all sheets and files together, so that what one sheet names
 * another may bring.
 */
export async function workOutImport(
  tables: ReadTables,
  environment: Environment,
  input: WorkOutInput,
  job: Job | null,
): Promise<WorkedOut> {
  const periods = tables.period.all()
  const period = periods.find((candidate) => candidate.id === input.periodId)
  if (!period) throw new AppError('E-RULE-PERIOD', { value: '–' })
  const touched = new Map<string, 'new' | 'changed'>()
  const planning = planningFor(tables, environment, input, period, periods, touched)
  const rows = rowsOf(input, planning)
  remarkOnSheets(planning, input.files, input.sheets)

  const people = await takePeople(planning, rows, job)
  await inSteps(rows, 'supervisors', job, (ref) => supervisionOf(planning, ref, people))
  refuseCircles(planning, rows, people)
  await takePlans(planning, rows, people, job)
  await inSteps(rows, 'assessments', job, (ref) => assessmentOf(planning, ref, people))
  inferApproaches(planning)
  return { outcome: outcomeOf(planning, input, rows, touched), drafts: planning.drafts }
}

function planningFor(
  tables: ReadTables,
  environment: Environment,
  input: WorkOutInput,
  period: Period,
  periods: readonly Period[],
  touched: Map<string, 'new' | 'changed'>,
): Planning {
  const drafts = createDrafts(
    tables,
    periods.map(({ id }) => id),
    (name) => headingKey(name),
  )
  const directory = createDirectory()
  for (const employee of drafts.employee.all()) directory.add(employee)
  for (const placement of tables.placement.where({ periodId: period.id }))
    directory.addPost(placement.employeeId, placement.post)
  const frozen = tables.meeting.all().filter((meeting) => meeting.state !== 'planned')
  return {
    tables,
    drafts,
    directory,
    findings: createFindings(input.answers),
    idFor: input.idFor,
    newId: () => environment.newId(),
    today: environment.now().slice(0, 10),
    period,
    periods,
    frozen: new Set(frozen.map((meeting) => meeting.periodId)),
    touch(ref, what) {
      const key = rowKey(ref.sheet.key, ref.row.index)
      if (touched.get(key) !== 'new') touched.set(key, what)
    },
    memory: emptyMemory(),
  }
}

function rowsOf(input: WorkOutInput, planning: Planning): RowRef[] {
  const refs: RowRef[] = []
  for (const sheet of input.sheets) {
    const { kind, rows } = sheet.recognised
    if (kind === null || !sheet.included) continue
    const shifted = kind === 'staff' ? shiftedBlock(planning, sheet) : null
    for (const row of rows) {
      if (input.aside.has(rowKey(sheet.key, row.index))) continue
      const realigned = shifted?.get(row)
      if (realigned !== null) refs.push({ sheet, kind, row: realigned ?? row })
    }
  }
  return refs
}

async function inSteps(rows: readonly RowRef[], step: string, job: Job | null, work: (ref: RowRef) => void) {
  for (let start = 0; start < rows.length; start += stride) {
    for (const ref of rows.slice(start, start + stride)) work(ref)
    job?.report(step, Math.min(start + stride, rows.length), rows.length)
    await job?.pause()
  }
}

type People = Map<RowRef, EmployeeId>

const bringsPeople = (ref: RowRef) => ref.kind === 'staff' || (ref.kind === 'plan' && ref.row.cells.has('name'))

async function takePeople(planning: Planning, rows: readonly RowRef[], job: Job | null): Promise<People> {
  const people: People = new Map()
  const seen = new Map<string, EmployeeId>()
  await inSteps(rows, 'people', job, (ref) => {
    if (!bringsPeople(ref)) return
    // A plan repeats its person on every row: one look is enough.
    const key = ref.kind === 'plan' ? personKey(ref) : ''
    const known = key === '' ? undefined : seen.get(key)
    const person = known ?? takePerson(planning, ref)
    if (person === null) return
    people.set(ref, person)
    if (key !== '') seen.set(key, person)
  })
  await inSteps(rows, 'people', job, (ref) => {
    if (bringsPeople(ref)) return
    const person = personOfRow(planning, ref)
    if (person !== null) people.set(ref, person)
  })
  return people
}

const personKey = (ref: RowRef) =>
  [
    ref.sheet.key,
    ...(['nip', 'officeId', 'name', 'post', 'unit', 'grade', 'period'] as const).map((field) => textOf(ref, field)),
  ].join('\u0001')

function supervisionOf(planning: Planning, ref: RowRef, people: People) {
  const person = people.get(ref)
  if (person === undefined || (ref.kind !== 'staff' && ref.kind !== 'plan')) return
  const periodId = periodOfRow(planning, ref)
  if (periodId !== null) takeSupervision(planning, ref, person, periodId)
}

/** Circles over what is stored and what the import brings; refused on every row of the import that takes part. */
function refuseCircles(planning: Planning, rows: readonly RowRef[], people: People) {
  const byPeriod = new Map<PeriodId, [string, string][]>()
  for (const link of planning.drafts.supervision.all()) {
    const links = byPeriod.get(link.periodId) ?? []
    links.push([link.employeeId, link.supervisorId])
    byPeriod.set(link.periodId, links)
  }
  const inCircle = new Map<string, string>()
  for (const links of byPeriod.values()) {
    for (const circle of findCycles(links)) {
      const names = [...circle, circle[0] ?? '']
        .map((id) => planning.directory.nameOf(employeeId.parse(id)))
        .join(' → ')
      for (const id of circle) inCircle.set(id, names)
    }
  }
  if (inCircle.size === 0) return
  for (const ref of rows) {
    const person = people.get(ref)
    const names = person === undefined ? undefined : inCircle.get(person)
    const field = (['supervisorNip', 'supervisorOfficeId', 'supervisorName'] as const).find((column) =>
      ref.row.cells.has(column),
    )
    if (names !== undefined && field !== undefined)
      planning.findings.refuse(placeIn(ref, field), 'supervision-cycle', { names })
  }
}

async function takePlans(planning: Planning, rows: readonly RowRef[], people: People, job: Job | null) {
  const planRows = rows.filter((ref) => (ref.kind === 'plan' || ref.kind === 'staff') && hasPlanCells(ref))
  // Plans before evaluations and matrices, results before the rows that refer to them: across all sheets and files.
  const rank = (ref: RowRef) => {
    const source = textOf(ref, 'source').toLowerCase()
    const late = source.startsWith('eval') ? 2 : source.startsWith('matriks') ? 4 : 0
    return late + (statesResult(ref) ? 0 : 1)
  }
  const ordered = planRows.map((ref, index) => ({ ref, index, rank: rank(ref) }))
  ordered.sort((a, b) => a.rank - b.rank || a.index - b.index)
  await inSteps(
    ordered.map(({ ref }) => ref),
    'plans',
    job,
    (ref) => {
      const person = people.get(ref)
      const periodId = person === undefined ? null : periodOfRow(planning, ref)
      if (person === undefined || periodId === null) return
      const target = takePlanRow(planning, ref, person, periodId)
      if (target !== null && hasFeedback(ref))
        takeFeedbackCell(planning, ref, person, periodId, String(target.result.number))
    },
  )
  await inSteps(
    rows.filter((ref) => ref.kind === 'realisation'),
    'realisations',
    job,
    (ref) => {
      const person = people.get(ref)
      const periodId = person === undefined ? null : periodOfRow(planning, ref)
      if (person === undefined || periodId === null) return
      const target = takeRealisationRow(planning, ref, person, periodId)
      if (target !== null && hasFeedback(ref))
        takeFeedbackCell(planning, ref, person, periodId, String(target.result.number))
    },
  )
}

const hasFeedback = (ref: RowRef) => ref.row.cells.has('feedback') || ref.row.cells.has('symbol')

function assessmentOf(planning: Planning, ref: RowRef, people: People) {
  const person = people.get(ref)
  if (person === undefined) return
  if (ref.kind !== 'assessment' && ref.kind !== 'behaviour' && ref.kind !== 'feedback') return
  const periodId = periodOfRow(planning, ref)
  if (periodId === null) return
  if (ref.kind === 'assessment') takeAssessmentRow(planning, ref, person, periodId)
  else if (ref.kind === 'behaviour') takeBehaviourRow(planning, ref, person, periodId)
  else takeFeedbackRow(planning, ref, person, periodId)
}

/** New plans whose approach nobody stated: targets apart from indicators make them quantitative (p. 50). */
function inferApproaches(planning: Planning) {
  const { drafts, memory } = planning
  for (const plan of drafts.workPlan.inserted()) {
    if (memory.plansWithApproach.has(plan.id)) continue
    if (memory.plansWithTargets.has(plan.id)) drafts.workPlan.put({ ...plan, approach: 'quantitative' })
  }
}

function outcomeOf(
  planning: Planning,
  input: WorkOutInput,
  rows: readonly RowRef[],
  touched: ReadonlyMap<string, 'new' | 'changed'>,
): ImportOutcome {
  const { findings, drafts } = planning
  const states = new Map<string, Map<number, RowState>>()
  const counts: Record<RowState, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    open: 0,
    refused: 0,
    aside: 0,
  }
  const set = (sheetKey: string, row: number, state: RowState) => {
    const ofSheet = states.get(sheetKey) ?? new Map<number, RowState>()
    states.set(sheetKey, ofSheet)
    if (ofSheet.has(row)) return
    ofSheet.set(row, state)
    counts[state] += 1
  }
  for (const ref of rows) {
    const key = rowKey(ref.sheet.key, ref.row.index)
    const state = findings.refusedRows.has(key)
      ? 'refused'
      : findings.openRows.has(key)
        ? 'open'
        : (touched.get(key) ?? 'unchanged')
    set(ref.sheet.key, ref.row.index, state)
  }
  for (const sheet of input.sheets) {
    if (!sheet.included) continue
    for (const row of sheet.recognised.rows) set(sheet.key, row.index, 'aside')
    for (const row of sheet.recognised.skipped.keys()) set(sheet.key, row, 'skipped')
  }
  return {
    findings: ordered([...findings.findings, ...input.aside.values()]),
    rowStates: states,
    marks: findings.marks,
    counts,
    newUnits: drafts.unit.inserted().map((unit) => unit.name),
    newPersons: drafts.employee.inserted().length,
    changedPersons: drafts.employee.updated().length,
  }
}

const severityOrder = { refused: 0, open: 1, warning: 2, info: 3 } as const

/** What must be answered first, then questions already proposed, then remarks; in the order of the file within. */
function ordered(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding) =>
    severityOrder[finding.severity] * 2 + (finding.severity === 'warning' && finding.question === null ? 1 : 0)
  return findings
    .map((finding, index) => ({ finding, index, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ finding }) => finding)
}
