import type { Environment } from '#application/ports/environment.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId } from '#domain/model/ids.ts'
import { planningFor, rowsOf, type WorkOutInput } from './begin-planning.ts'
import type { Drafts } from './draft-tables.ts'
import { outcomeOf } from './import-outcome.ts'
import { type Planning, type RowRef, textOf } from './planning.ts'
import type { ImportOutcome } from './preview-model.ts'
import { refuseCircles } from './refuse-circles.ts'
import { periodOfRow } from './resolve-period.ts'
import { personOfRow } from './resolve-person.ts'
import { remarkOnSheets } from './sheet-remarks.ts'
import { takeAssessmentRow } from './take-assessment.ts'
import { takeBehaviourRow } from './take-behaviour.ts'
import { takeFeedbackCell, takeFeedbackRow } from './take-feedback.ts'
import { takePerson } from './take-person.ts'
import { hasPlanCells, statesResult, takePlanRow } from './take-plan.ts'
import { takeRealisationRow } from './take-realisation.ts'
import { takeSupervision } from './take-supervision.ts'

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
