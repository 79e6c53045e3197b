import { refuseMovedGround } from '#application/organisation/standing-ground.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import { type BehaviourValue, behaviourValue } from '#domain/model/assessment.ts'
import { type EmployeeId, employeeId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { Indicator } from '#domain/model/work-plan.ts'
import type { CellEdit } from './cell-edit.ts'
import {
  parseBehaviour,
  parseDirection,
  parseFailedStudy,
  parseGrade,
  parseIndex,
  parseLevel,
  parseScore,
  parseWeight,
  parseYesNo,
  sameWords,
} from './parse-cell.ts'
import type { PersonDraft, PersonState } from './person-draft.ts'

/** What a block of cells is judged against besides the person itself. */
export interface CellContext {
  readonly tables: ReadTables
  readonly period: Period
  /** A meeting of the period has been opened: filled parts of an assessment stay as they are. */
  readonly frozen: boolean
  /** People whose predicate is final: they stay rated, and by the same supervisor. */
  readonly decided: ReadonlyMap<string, unknown>
}

/** The person's state with one more cell typed in, or a refusal that leaves it as it was. */
export function applyCell(draft: PersonDraft, edit: CellEdit, context: CellContext): PersonState {
  const state = draft.after
  const text = edit.text.trim()
  switch (edit.field) {
    case 'resultScore':
      return withResultScore(state, edit, text, context)
    case 'behaviourScore':
      return withBehaviourScore(state, edit, text, context)
    case 'workLevel':
    case 'behaviourLevel':
      return withLevel(state, edit, text, context)
    case 'weight':
      return withWeight(state, edit, text, context)
    case 'post':
      return withPlacement(state, { post: text })
    case 'grade':
      return withPlacement(state, { grade: parseGrade(text) })
    case 'unit':
      return withUnit(draft, text, context)
    case 'rated':
      return withRated(draft, edit, text, context)
    case 'studyFailed':
      return withStudyFailed(state, text, context)
    case 'supervisor':
      return withSupervisor(draft, text, context)
    default:
      return withIndicator(state, { ...edit, field: edit.field }, text)
  }
}

/** Filling a blank is always allowed; what is filled stays once the meeting has been opened. */
function refuseOverwriting<Value>(context: CellContext, old: Value | null | undefined, next: Value | null): void {
  if (context.frozen && old !== null && old !== undefined && old !== next) throw new AppError('E-RULE-FROZEN')
}

function withResultScore(state: PersonState, edit: CellEdit, text: string, context: CellContext): PersonState {
  const result = state.results.find((candidate) => String(candidate.number) === edit.key)
  if (!result) throw new AppError('E-RULE-NO-RESULT', { number: edit.key })
  const score = text === '' ? null : parseScore(text)
  refuseOverwriting(context, state.scores.get(result.id), score)
  return { ...state, scores: replaced(state.scores, result.id, score) }
}

function withBehaviourScore(state: PersonState, edit: CellEdit, text: string, context: CellContext): PersonState {
  const value = behaviourValue.safeParse(edit.key)
  if (!value.success) throw new AppError('E-ARG')
  const score = text === '' ? null : parseBehaviour(text)
  refuseOverwriting(context, state.behaviours.get(value.data), score)
  return { ...state, behaviours: replaced<BehaviourValue, number>(state.behaviours, value.data, score) }
}

function withLevel(state: PersonState, edit: CellEdit, text: string, context: CellContext): PersonState {
  const level = text === '' ? null : parseLevel(text)
  const reason = edit.reason.trim()
  if (edit.field === 'workLevel') {
    refuseOverwriting(context, state.levels.workLevel, level)
    const kept = level === state.levels.workLevel ? state.levels.workLevelReason : ''
    return { ...state, levels: { ...state.levels, workLevel: level, workLevelReason: reason || kept } }
  }
  refuseOverwriting(context, state.levels.behaviourLevel, level)
  const kept = level === state.levels.behaviourLevel ? state.levels.behaviourLevelReason : ''
  return { ...state, levels: { ...state.levels, behaviourLevel: level, behaviourLevelReason: reason || kept } }
}

function withWeight(state: PersonState, edit: CellEdit, text: string, context: CellContext): PersonState {
  const result = state.results.find((candidate) => candidate.id === edit.key)
  if (!result) throw new AppError('E-RULE-NO-RESULT', { number: edit.key })
  const weightHundredths = text === '' ? null : parseWeight(text)
  // A typed or default weight is in force either way, so that nothing here is a blank to be filled.
  if (context.frozen && result.weightHundredths !== weightHundredths) throw new AppError('E-RULE-FROZEN')
  const results = state.results.map((row) => (row === result ? { ...row, weightHundredths } : row))
  return { ...state, results }
}

const withPlacement = (state: PersonState, change: Partial<PersonState['placement']>): PersonState => ({
  ...state,
  placement: { ...state.placement, ...change },
})

/** Under a final decision nothing of what it rests on is taken away. */
function refuseUnderDecision({ employee }: PersonDraft, { decided }: CellContext, changes: boolean): void {
  if (changes && decided.has(employee.id)) throw new AppError('E-RULE-DECIDED', { name: employee.name })
}

function withRated(draft: PersonDraft, edit: CellEdit, text: string, context: CellContext): PersonState {
  const state = draft.after
  const rated = parseYesNo(text)
  const reason = edit.reason.trim()
  refuseUnderDecision(draft, context, rated !== state.placement.rated)
  if (!rated && reason === '' && state.placement.excludedBecause === '') throw new AppError('E-RULE-REASON')
  return withPlacement(state, { rated, excludedBecause: rated ? '' : reason || state.placement.excludedBecause })
}

function withUnit(draft: PersonDraft, text: string, { tables, period }: CellContext): PersonState {
  const from = draft.after.placement.unitId
  const to = text === '' ? null : unitOf(tables, text)
  if (to !== from) refuseMovedGround(tables, period, draft.employee.id, { from, to })
  return withPlacement(draft.after, { unitId: to })
}

function withStudyFailed(state: PersonState, text: string, context: CellContext): PersonState {
  const studyFailed = parseFailedStudy(text)
  // "None failed" is an answer as much as a predicate is, so that nothing here is a blank to be filled.
  if (context.frozen && studyFailed !== state.placement.studyFailed) throw new AppError('E-RULE-FROZEN')
  return withPlacement(state, { studyFailed })
}

function withSupervisor(draft: PersonDraft, text: string, context: CellContext): PersonState {
  const supervisorId = supervisorOf(context.tables, text)
  if (supervisorId === draft.employee.id) throw new AppError('E-RULE-SELF')
  refuseUnderDecision(draft, context, supervisorId !== draft.after.supervisorId)
  return { ...draft.after, supervisorId }
}

function unitOf(tables: ReadTables, text: string) {
  const units = tables.unit.all()
  const byId = units.find((unit) => unit.id === text)
  const named = byId ? [byId] : units.filter((unit) => sameWords(unit.name, text) || sameWords(unit.shortName, text))
  const [unit] = named
  if (!unit || named.length > 1) throw new AppError('E-RULE-UNIT', { value: text })
  return unit.id
}

/** By id, NIP or full name; a name that two people share is refused rather than guessed. */
function supervisorOf(tables: ReadTables, text: string): EmployeeId {
  if (text === '') throw new AppError('E-RULE-SUPERVISOR', { value: text })
  const id = employeeId.safeParse(text)
  if (id.success && tables.employee.get(text)) return id.data
  const digits = text.replaceAll(/[\s.-]/g, '')
  const byNip = /^\d{9}(\d{9})?$/.test(digits) ? tables.employee.where({ nip: digits })[0] : undefined
  if (byNip) return byNip.id
  const named = tables.employee.all().filter((employee) => sameWords(employee.name, text))
  const [found] = named
  if (!found || named.length > 1) throw new AppError('E-RULE-SUPERVISOR', { value: text })
  return found.id
}

type IndicatorField = 'target' | 'realisation' | 'direction' | 'unitOfMeasure' | 'evidence' | 'indexOverride'

function withIndicator(state: PersonState, edit: CellEdit & { field: IndicatorField }, text: string): PersonState {
  const indicator = state.indicators.get(edit.key)
  if (!indicator) throw new AppError('E-RULE-NO-RESULT', { number: edit.key })
  const next = { ...indicator, ...indicatorChange(indicator, edit, text) }
  return { ...state, indicators: new Map(state.indicators).set(indicator.id, next) }
}

function indicatorChange(indicator: Indicator, edit: CellEdit & { field: IndicatorField }, text: string) {
  switch (edit.field) {
    case 'direction':
      return { direction: parseDirection(text) }
    case 'unitOfMeasure':
      if (text.length > 500) throw new AppError('E-ARG')
      return { unitOfMeasure: text }
    case 'indexOverride': {
      if (text === '') return { indexOverride: null, indexOverrideReason: '' }
      const indexOverride = parseIndex(text)
      const reason = edit.reason.trim() || indicator.indexOverrideReason
      if (reason === '') throw new AppError('E-RULE-REASON')
      return { indexOverride, indexOverrideReason: reason }
    }
    default:
      return { [edit.field]: text }
  }
}

function replaced<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value | null): ReadonlyMap<Key, Value> {
  const next = new Map(map)
  if (value === null) next.delete(key)
  else next.set(key, value)
  return next
}
