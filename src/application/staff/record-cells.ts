import { finalDecisions } from '#application/people/final-decisions.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { applyCell, type CellContext } from './apply-cell.ts'
import type { CellBlock, CellEdit, RefusedCell } from './cell-edit.ts'
import { loadDrafts, type PersonDraft } from './person-draft.ts'
import { savePerson } from './save-person.ts'
import { refuseCirclesIn } from './set-supervisor.ts'
import { suggestedLevels } from './suggested-levels.ts'

export interface RecordedCells {
  /** Cells taken, those that said what was there already among them. */
  readonly recorded: number
  readonly refused: readonly RefusedCell[]
  /** The people of the block. */
  readonly employeeIds: readonly EmployeeId[]
}

/**
 * Records a block of cells as one undoable command. Each cell is parsed and judged by itself, then what belongs together
 * is judged as a whole: weights of one plan, a level beside the suggestion of the new scores, circles of supervisors.
 */
export function recordCells(workspace: Workspace, environment: Environment, block: CellBlock): RecordedCells {
  const { tables } = workspace
  const period = tables.period.require(block.periodId)
  const frozen = tables.meeting.where({ periodId: period.id }).some((meeting) => meeting.openedAt !== null)
  const employeeIds = [...new Set(block.cells.map((cell) => cell.employeeId))]
  const decided = finalDecisions(tables, { periodId: period.id, of: employeeIds })
  const drafts = loadDrafts(tables, period, employeeIds)
  const judge = new Map<number, AppError>()

  const perPerson = groupByPerson(block.cells)
  for (const [employeeId, cells] of perPerson) {
    const draft = drafts.get(employeeId)
    for (const [index, error] of judgePerson(draft, cells, { tables, period, frozen, decided })) judge.set(index, error)
  }
  judgeCircles(workspace, period, drafts, perPerson, judge)

  const refused = [...judge]
    .sort(([a], [b]) => a - b)
    .map(([index, error]) => ({ index, code: error.code, params: error.params }))
  if (refused.length > 0 && block.mode === 'all-or-nothing') return { recorded: 0, refused, employeeIds: [] }
  write(workspace, environment, period, block, drafts)
  return { recorded: block.cells.length - refused.length, refused, employeeIds }
}

type Placed = readonly [index: number, cell: CellEdit]

function groupByPerson(cells: readonly CellEdit[]): ReadonlyMap<EmployeeId, readonly Placed[]> {
  const groups = new Map<EmployeeId, Placed[]>()
  cells.forEach((cell, index) => {
    const group = groups.get(cell.employeeId)
    if (group) group.push([index, cell])
    else groups.set(cell.employeeId, [[index, cell]])
  })
  return groups
}

/** Applies the cells of one person to the draft; what is refused leaves it as it was. */
function judgePerson(
  draft: PersonDraft | undefined,
  cells: readonly Placed[],
  context: CellContext,
): ReadonlyMap<number, AppError> {
  const refused = new Map<number, AppError>()
  for (const [index, cell] of cells) {
    try {
      if (!draft) throw new AppError('E-NOT-FOUND', { what: 'placement' })
      draft.after = applyCell(draft, cell, context)
      needSupervisor(draft)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.set(index, error)
    }
  }
  if (!draft) return refused
  const standing = cells.filter(([index]) => !refused.has(index))
  judgeWeights(draft, standing, refused)
  judgeLevels(draft, standing, refused, context.period)
  return refused
}

/** An assessment belongs to a rater, so the first score or level needs one. */
function needSupervisor(draft: PersonDraft): void {
  const { before, after } = draft
  if (after.assessment !== undefined || after.supervisorId !== null) return
  if (after.scores === before.scores && after.behaviours === before.behaviours && after.levels === before.levels) return
  draft.after = { ...after, scores: before.scores, behaviours: before.behaviours, levels: before.levels }
  throw new AppError('E-RULE-NO-SUPERVISOR', { name: draft.employee.name })
}

function judgeWeights(draft: PersonDraft, cells: readonly Placed[], refused: Map<number, AppError>): void {
  const typed = cells.filter(([, cell]) => cell.field === 'weight')
  if (typed.length === 0) return
  const weights = draft.after.results.map((result) => result.weightHundredths)
  if (weights.every((weight) => weight === null)) return
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0)
  if (sum === 10_000 && weights.every((weight) => weight !== null)) return
  const error = new AppError('E-RULE-WEIGHTS', { sum: sum / 100 })
  for (const [index] of typed) refused.set(index, error)
  draft.after = { ...draft.after, results: draft.before.results }
}

/** A level off the suggestion needs its reason (R09). Only levels typed in this block are judged: a new score never undoes an old level. */
function judgeLevels(
  draft: PersonDraft,
  cells: readonly Placed[],
  refused: Map<number, AppError>,
  period: Period,
): void {
  const typed = cells.filter(([, cell]) => cell.field === 'workLevel' || cell.field === 'behaviourLevel')
  if (typed.length === 0) return
  const suggested = suggestedLevels(draft.after, period.scoring)
  for (const [index, cell] of typed) {
    const { before, after } = draft
    const isWork = cell.field === 'workLevel'
    const level = isWork ? after.levels.workLevel : after.levels.behaviourLevel
    const reason = isWork ? after.levels.workLevelReason : after.levels.behaviourLevelReason
    const suggestion = isWork ? suggested.work : suggested.behaviour
    if (level === null || suggestion === null || level === suggestion || reason !== '') continue
    refused.set(index, new AppError('E-RULE-REASON'))
    const { workLevel, workLevelReason, behaviourLevel, behaviourLevelReason } = before.levels
    const levels = isWork
      ? { ...after.levels, workLevel, workLevelReason }
      : { ...after.levels, behaviourLevel, behaviourLevelReason }
    draft.after = { ...after, levels }
  }
}

function judgeCircles(
  { tables }: Workspace,
  period: Period,
  drafts: ReadonlyMap<EmployeeId, PersonDraft>,
  perPerson: ReadonlyMap<EmployeeId, readonly Placed[]>,
  refused: Map<number, AppError>,
): void {
  const changed = [...drafts.values()].filter(({ before, after }) => after.supervisorId !== before.supervisorId)
  const changes = new Map(
    changed.flatMap(({ employee, after }) => (after.supervisorId === null ? [] : [[employee.id, after.supervisorId]])),
  )
  try {
    refuseCirclesIn(tables, period, changes)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    for (const draft of changed) {
      draft.after = { ...draft.after, supervisorId: draft.before.supervisorId }
      const cells = perPerson.get(draft.employee.id) ?? []
      for (const [index, cell] of cells) if (cell.field === 'supervisor') refused.set(index, error)
    }
  }
}

function write(
  workspace: Workspace,
  environment: Environment,
  period: Period,
  block: CellBlock,
  drafts: ReadonlyMap<EmployeeId, PersonDraft>,
): void {
  const touched = [...drafts.values()].filter((draft) => draft.before !== draft.after)
  const [first] = touched
  if (!first) return
  const reasons = [...new Set(block.cells.map((cell) => cell.reason.trim()).filter((reason) => reason !== ''))]
  const meta = {
    name: 'staff.recordCells',
    summary: {
      period: period.name,
      cells: block.cells.length,
      employees: touched.length,
      ...(touched.length === 1 ? { employee: first.employee.name } : {}),
      ...(block.cells.length === 1 ? { field: block.cells[0]?.field ?? '' } : {}),
    },
    ...(reasons.length === 0 ? {} : { reason: reasons.join('; ').slice(0, 2000) }),
  }
  workspace.command(meta, (tables) => {
    for (const draft of touched) savePerson(tables, environment, period.id, draft)
  })
}
