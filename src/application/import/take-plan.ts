import { readNumberCell } from '#domain/import/column-numbers.ts'
import type { ImportField } from '#domain/import/fields.ts'
import { headingKey } from '#domain/import/headings.ts'
import {
  isPlaceholder,
  readAspect,
  readDirection,
  readPerspective,
  readResultKind,
  readSource,
} from '#domain/import/vocabulary.ts'
import { type EmployeeId, indicatorId, type PeriodId, workPlanId, workResultId } from '#domain/model/ids.ts'
import type { Indicator, WorkPlan, WorkResult } from '#domain/model/work-plan.ts'
import { draftKey } from './draft-tables.ts'
import type { FindingCollector } from './findings.ts'
import {
  cellOf,
  decimalsOf,
  type Planning,
  patchDraft,
  placeIn,
  type RowRef,
  refusesErrorCell,
  refusesLongText,
  textOf,
  wordingOf,
} from './planning.ts'

type Source = 'plan' | 'evaluation' | 'matrix'

const longFields: readonly ImportField[] = [
  'result',
  'leaderResult',
  'indicator',
  'target',
  'realisation',
  'evidence',
  'feedback',
]

/** Whether a row carries anything of a work plan. */
export const hasPlanCells = (ref: RowRef): boolean =>
  (['result', 'indicator', 'target', 'realisation', 'indicatorNumber'] as const).some((field) =>
    ref.row.cells.has(field),
  )

/** Whether the row states a work result of its own; such rows come before those that only refer to one by number. */
export const statesResult = (ref: RowRef): boolean => ref.row.cells.has('result')

/** What a plan row led to, for the feedback that stands beside it. */
export interface PlanTarget {
  readonly result: WorkResult
  readonly indicator: Indicator | null
}

/**
 * Takes a work result and its indicator from one row of a plan (SKP) or of an evaluation. Targets and realisations keep
 * the wording of the file. An evaluation does not overwrite the wording of the plan: it adds realisation and feedback.
 */
export function takePlanRow(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
): PlanTarget | null {
  if (refusesErrorCell(planning, ref, ['result', 'indicator', 'target', 'realisation', 'resultNumber', 'weight']))
    return null
  if (longFields.some((field) => refusesLongText(planning, ref, field, 20_000))) return null
  const source = readSource(textOf(ref, 'source')) ?? 'plan'
  if (source === 'matrix') {
    takeMatrixRow(planning, ref, person, periodId)
    return null
  }
  const number = resultNumber(planning, ref)
  if (number === 'refused') return null
  const plan = planFor(planning, ref, person, periodId)
  const result = resultFor(planning, ref, plan, number, source)
  if (result === null) return null
  const indicator = indicatorFor(planning, ref, plan, result, source)
  if (indicator === 'refused') return null
  takeRealisation(planning, ref, result, indicator)
  return { result, indicator }
}

function resultNumber(planning: Planning, ref: RowRef): number | null | 'refused' {
  const text = textOf(ref, 'resultNumber').replace(/[.)]$/, '')
  if (text === '') return null
  const whole = /^(\d{1,4})(?:[.,]0+)?$/.exec(text)?.[1]
  const value = Number(whole ?? Number.NaN)
  if (Number.isInteger(value) && value >= 1) return value
  planning.findings.refuse(placeIn(ref, 'resultNumber'), 'result-number', { text })
  return 'refused'
}

/** The plan of a person and period; a new one takes the approach given on the staff list, else it is inferred at the end. */
export function planFor(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId): WorkPlan {
  const { drafts, memory } = planning
  const known = drafts.workPlan.find(draftKey(periodId, person))
  const approach = memory.approachOf.get(person)
  if (known) {
    if (approach === undefined || memory.plansWithApproach.has(known.id)) return known
    memory.plansWithApproach.add(known.id)
    return patchDraft(planning, ref, 'workPlan', known, { approach }, {})
  }
  const plan: WorkPlan = {
    id: workPlanId.parse(planning.newId()),
    periodId,
    employeeId: person,
    approach: approach ?? 'qualitative',
  }
  if (approach !== undefined) memory.plansWithApproach.add(plan.id)
  drafts.workPlan.put(plan)
  planning.touch(ref, 'new')
  return plan
}

interface PlanIndex {
  readonly byStatement: Map<string, number>
  highest: number
}

/** Statements and highest number of a plan, kept so that a plan of many rows is not searched again for each. */
function indexOf(planning: Planning, plan: WorkPlan): PlanIndex {
  const key = `plan:${plan.id}`
  const known = planning.memory.cache.get(key) as PlanIndex | undefined
  if (known) return known
  const index: PlanIndex = { byStatement: new Map(), highest: 0 }
  if (!planning.drafts.workPlan.isNew(plan.id)) {
    for (const result of planning.tables.workResult.where({ workPlanId: plan.id })) {
      index.byStatement.set(headingKey(result.statement), result.number)
      index.highest = Math.max(index.highest, result.number)
    }
  }
  planning.memory.cache.set(key, index)
  return index
}

function resultFor(
  planning: Planning,
  ref: RowRef,
  plan: WorkPlan,
  number: number | null,
  source: Source,
): WorkResult | null {
  const statement = wordingOf(ref, 'result')
  const index = indexOf(planning, plan)
  if (statement === '' || isPlaceholder(statement)) return existingResult(planning, ref, plan, number)
  const used = number ?? index.byStatement.get(headingKey(statement)) ?? index.highest + 1
  const known = planning.drafts.workResult.find(draftKey(plan.id, used))
  index.byStatement.set(headingKey(statement), used)
  index.highest = Math.max(index.highest, used)
  return known === undefined
    ? addResult(planning, ref, plan, used, statement, source)
    : updateResult(planning, ref, known, statement, source)
}

function existingResult(planning: Planning, ref: RowRef, plan: WorkPlan, number: number | null): WorkResult | null {
  const byIndicator = /^(\d{1,4})\./.exec(textOf(ref, 'indicatorNumber'))?.[1]
  const wanted = number ?? (byIndicator === undefined ? null : Number(byIndicator))
  if (wanted === null) {
    if (ref.row.cells.has('indicator') || ref.row.cells.has('indicatorNumber'))
      planning.findings.refuse(placeIn(ref, 'indicator'), 'no-result')
    else
      planning.findings.warn(
        placeIn(ref, ref.row.cells.has('target') ? 'target' : 'realisation'),
        'target-without-result',
      )
    return null
  }
  const found = planning.drafts.workResult.find(draftKey(plan.id, wanted))
  if (found === undefined) planning.findings.refuse(placeIn(ref, 'resultNumber'), 'result-missing', { number: wanted })
  return found ?? null
}

function detailsOf(
  planning: Planning,
  ref: RowRef,
): Partial<Pick<WorkResult, 'kind' | 'leaderResult' | 'assignedBy' | 'weightHundredths'>> {
  const kindText = textOf(ref, 'resultKind')
  const kind = kindText === '' ? ref.row.section : readResultKind(kindText)
  if (kindText !== '' && kind === null)
    planning.findings.warn(placeIn(ref, 'resultKind'), 'word-unknown', { text: kindText })
  const leaderResult = wordingOf(ref, 'leaderResult')
  const assignedBy = textOf(ref, 'assignedBy')
    .replace(/^\((.*)\)$/, '$1')
    .slice(0, 500)
  const weightHundredths = weightOf(planning, ref)
  return {
    ...(kind === null ? {} : { kind }),
    ...(leaderResult === '' ? {} : { leaderResult }),
    ...(assignedBy === '' ? {} : { assignedBy }),
    ...(weightHundredths === null ? {} : { weightHundredths }),
  }
}

function weightOf(planning: Planning, ref: RowRef): number | null {
  const cell = cellOf(ref, 'weight')
  const mark = cell === undefined ? null : decimalsOf(planning, ref, 'weight')
  if (cell === undefined || mark === null) return null
  const reading = readNumberCell(cell.cell, mark)
  if (reading.kind === 'none') return null
  const text = textOf(ref, 'weight')
  if (reading.kind === 'refused') {
    planning.findings.refuse(placeIn(ref, 'weight'), reading.reason, { text })
    return null
  }
  // A cell with a percent format holds the share itself: 0.2 shown as 20%.
  const percent = cell.cell.kind === 'number' && cell.cell.shown.endsWith('%') ? reading.value * 100 : reading.value
  const hundredths = Math.round(percent * 100)
  if (hundredths >= 0 && hundredths <= 10_000) return hundredths
  planning.findings.refuse(placeIn(ref, 'weight'), 'weight-range', { text })
  return null
}

function addResult(
  planning: Planning,
  ref: RowRef,
  plan: WorkPlan,
  number: number,
  statement: string,
  source: Source,
): WorkResult {
  const details = detailsOf(planning, ref)
  if (details.kind === undefined) planning.findings.note(placeIn(ref, 'result'), 'kind-assumed')
  const result: WorkResult = {
    id: workResultId.parse(planning.newId()),
    workPlanId: plan.id,
    number,
    kind: 'main',
    statement,
    leaderResult: '',
    assignedBy: '',
    weightHundredths: null,
    realisation: '',
    ...details,
  }
  planning.drafts.workResult.put(result)
  planning.touch(ref, 'new')
  planning.memory.seen.set(`result:${result.id}`, {
    row: ref.row.index,
    sheetKey: ref.sheet.key,
    text: statement,
    source,
  })
  return result
}

function updateResult(
  planning: Planning,
  ref: RowRef,
  known: WorkResult,
  statement: string,
  source: Source,
): WorkResult | null {
  const seen = planning.memory.seen.get(`result:${known.id}`)
  const same = headingKey(statement) === headingKey(known.statement)
  if (!same && source === 'plan' && seen?.source === 'plan') {
    planning.findings.refuse(placeIn(ref, 'resultNumber'), 'result-twice', { number: known.number, row: seen.row + 1 })
    return null
  }
  if (!same && source === 'evaluation')
    planning.findings.note(placeIn(ref, 'result'), 'wording-differs', { kept: known.statement })
  if (seen === undefined) {
    planning.memory.seen.set(`result:${known.id}`, {
      row: ref.row.index,
      sheetKey: ref.sheet.key,
      text: statement,
      source,
    })
  }
  const patch = detailsOf(planning, ref)
  if (source === 'evaluation')
    return patchDraft(planning, ref, 'workResult', known, onlyMissing(known, patch), sourcesOfResult)
  return patchDraft(planning, ref, 'workResult', known, { statement, ...patch }, sourcesOfResult)
}

const sourcesOfResult = {
  statement: 'result',
  kind: 'resultKind',
  leaderResult: 'leaderResult',
  assignedBy: 'assignedBy',
  weightHundredths: 'weight',
  realisation: 'realisation',
} as const

/** An evaluation fills what the plan leaves empty, and overwrites nothing. */
function onlyMissing<Entity extends object>(known: Entity, patch: Partial<Entity>): Partial<Entity> {
  const entries = Object.entries(patch).filter(([field]) => {
    const value = known[field as keyof Entity]
    return value === '' || value === null || value === 'none' || value === 'unknown'
  })
  return Object.fromEntries(entries) as Partial<Entity>
}

function indicatorFor(
  planning: Planning,
  ref: RowRef,
  plan: WorkPlan,
  result: WorkResult,
  source: Source,
): Indicator | null | 'refused' {
  const statement = wordingOf(ref, 'indicator')
  const target = wordingOf(ref, 'target')
  const given = textOf(ref, 'indicatorNumber').slice(0, 20)
  if (statement === '' && given === '' && target === '') return null
  if (target !== '') planning.memory.plansWithTargets.add(plan.id)
  const list = indicatorsOf(planning, result)
  const number = given || list.get(headingKey(statement)) || `${result.number}.${list.size + 1}`
  const full =
    planning.drafts.indicator.find(draftKey(result.id, number)) ??
    planning.drafts.indicator.find(draftKey(result.id, `${result.number}.${number}`))
  if (statement !== '') list.set(headingKey(statement), full?.number ?? number)
  const patch = {
    ...(statement === '' ? {} : { statement }),
    ...(target === '' ? {} : { target }),
    ...indicatorDetails(planning, ref),
  }
  if (full === undefined) return addIndicator(planning, ref, result, number, patch, source)
  return updateIndicator(planning, ref, full, patch, source)
}

function indicatorsOf(planning: Planning, result: WorkResult): Map<string, string> {
  const key = `indicators:${result.id}`
  const known = planning.memory.cache.get(key) as Map<string, string> | undefined
  if (known) return known
  const found = new Map<string, string>()
  if (!planning.drafts.workResult.isNew(result.id)) {
    for (const indicator of planning.tables.indicator.where({ workResultId: result.id })) {
      found.set(headingKey(indicator.statement), indicator.number)
    }
  }
  planning.memory.cache.set(key, found)
  return found
}

function indicatorDetails(
  planning: Planning,
  ref: RowRef,
): Partial<Pick<Indicator, 'aspect' | 'perspective' | 'unitOfMeasure' | 'direction'>> {
  const unitOfMeasure = textOf(ref, 'unitOfMeasure').slice(0, 500)
  return {
    ...wordIn(planning.findings, ref, 'aspect', readAspect),
    ...wordIn(planning.findings, ref, 'perspective', readPerspective),
    ...wordIn(planning.findings, ref, 'direction', readDirection),
    ...(unitOfMeasure === '' ? {} : { unitOfMeasure }),
  }
}

function wordIn<Field extends ImportField, Value>(
  findings: FindingCollector,
  ref: RowRef,
  field: Field,
  read: (text: string) => Value | null,
): { [Key in Field]?: Value } {
  const text = textOf(ref, field)
  if (text === '') return {}
  const value = read(text)
  if (value !== null) return { [field]: value } as { [Key in Field]?: Value }
  findings.warn(placeIn(ref, field), 'word-unknown', { text })
  return {}
}

function addIndicator(
  planning: Planning,
  ref: RowRef,
  result: WorkResult,
  number: string,
  patch: Partial<Indicator>,
  source: Source,
): Indicator {
  const indicator: Indicator = {
    id: indicatorId.parse(planning.newId()),
    workResultId: result.id,
    number,
    aspect: 'none',
    perspective: 'none',
    statement: '',
    target: '',
    unitOfMeasure: '',
    direction: 'unknown',
    realisation: '',
    evidence: '',
    dataSource: '',
    indexOverride: null,
    indexOverrideReason: '',
    ...patch,
  }
  planning.drafts.indicator.put(indicator)
  planning.touch(ref, 'new')
  planning.memory.seen.set(`indicator:${indicator.id}`, {
    row: ref.row.index,
    sheetKey: ref.sheet.key,
    text: indicator.statement,
    source,
  })
  return indicator
}

const sourcesOfIndicator = {
  statement: 'indicator',
  target: 'target',
  aspect: 'aspect',
  perspective: 'perspective',
  direction: 'direction',
  unitOfMeasure: 'unitOfMeasure',
  realisation: 'realisation',
  evidence: 'evidence',
  dataSource: 'dataSource',
} as const

function updateIndicator(
  planning: Planning,
  ref: RowRef,
  known: Indicator,
  patch: Partial<Indicator>,
  source: Source,
): Indicator | 'refused' {
  const seen = planning.memory.seen.get(`indicator:${known.id}`)
  const differs = patch.statement !== undefined && headingKey(patch.statement) !== headingKey(known.statement)
  const otherTarget = patch.target !== undefined && patch.target !== known.target
  if (seen?.source === 'plan' && source === 'plan' && (differs || otherTarget)) {
    planning.findings.refuse(placeIn(ref, 'indicatorNumber'), 'indicator-twice', {
      number: known.number,
      row: seen.row + 1,
    })
    return 'refused'
  }
  if (seen === undefined) {
    planning.memory.seen.set(`indicator:${known.id}`, {
      row: ref.row.index,
      sheetKey: ref.sheet.key,
      text: known.statement,
      source,
    })
  }
  if (source === 'evaluation') {
    if (differs || otherTarget) {
      const kept = differs ? known.statement : known.target
      planning.findings.note(placeIn(ref, differs ? 'indicator' : 'target'), 'wording-differs', { kept })
    }
    return patchDraft(planning, ref, 'indicator', known, onlyMissing(known, patch), sourcesOfIndicator)
  }
  return patchDraft(planning, ref, 'indicator', known, patch, sourcesOfIndicator)
}

/** Realisation, evidence and source of data: beside the indicator, or beside the result on the qualitative form. */
export function takeRealisation(planning: Planning, ref: RowRef, result: WorkResult, indicator: Indicator | null) {
  const realisation = real(planning, ref, 'realisation')
  const evidence = real(planning, ref, 'evidence')
  const dataSource = textOf(ref, 'dataSource').slice(0, 500)
  if (indicator === null) {
    const text = [realisation, evidence].filter(Boolean).join('\n')
    if (text !== '') patchDraft(planning, ref, 'workResult', result, { realisation: text }, sourcesOfResult)
    return
  }
  const patch = {
    ...(realisation === '' ? {} : { realisation }),
    ...(evidence === '' ? {} : { evidence }),
    ...(dataSource === '' ? {} : { dataSource }),
  }
  const current = planning.drafts.indicator.get(indicator.id) ?? indicator
  patchDraft(planning, ref, 'indicator', current, patch, sourcesOfIndicator)
}

/** A wording, unless it only keeps the place free ("(realisasi)"). */
function real(planning: Planning, ref: RowRef, field: 'realisation' | 'evidence'): string {
  const text = wordingOf(ref, field)
  if (text === '' || !isPlaceholder(text)) return text
  planning.findings.note(placeIn(ref, field), 'placeholder', { text })
  return ''
}

/**
 * A cell of the role matrix (A.1.5): for a result of the person's plan it names the leader's result served; for a person
 * without a plan each cell is a result of its own (p. 43, 47).
 */
function takeMatrixRow(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId) {
  const statement = wordingOf(ref, 'result')
  const leaderResult = wordingOf(ref, 'leaderResult')
  if (statement === '' || /^tidak ada peran$/i.test(statement)) {
    planning.findings.note(placeIn(ref, 'result'), 'no-role')
    return
  }
  const known = planning.drafts.workPlan.find(draftKey(periodId, person))
  const fromMatrix = known === undefined || planning.memory.seen.has(`matrix:${known.id}`)
  const plan = known ?? planFor(planning, ref, person, periodId)
  const index = indexOf(planning, plan)
  const number = index.byStatement.get(headingKey(statement))
  if (number !== undefined) {
    const result = planning.drafts.workResult.find(draftKey(plan.id, number))
    if (result && leaderResult !== '') addLeaderResult(planning, ref, result, leaderResult)
    return
  }
  if (!fromMatrix) {
    planning.findings.note(placeIn(ref, 'result'), 'matrix-unmatched')
    return
  }
  planning.memory.seen.set(`matrix:${plan.id}`, {
    row: ref.row.index,
    sheetKey: ref.sheet.key,
    text: '',
    source: 'matrix',
  })
  const used = index.highest + 1
  index.byStatement.set(headingKey(statement), used)
  index.highest = used
  const added = addResult(planning, ref, plan, used, statement, 'matrix')
  planning.memory.seen.set(`leader:${added.id}`, {
    row: ref.row.index,
    sheetKey: ref.sheet.key,
    text: '',
    source: 'matrix',
  })
}

/** A person may serve several results of the leader with one of his or hers; what the plan itself prints stays alone. */
function addLeaderResult(planning: Planning, ref: RowRef, result: WorkResult, leaderResult: string) {
  const key = `leader:${result.id}`
  if (result.leaderResult !== '' && !planning.memory.seen.has(key)) return
  planning.memory.seen.set(key, { row: ref.row.index, sheetKey: ref.sheet.key, text: '', source: 'matrix' })
  if (result.leaderResult.includes(leaderResult)) return
  const joined = [result.leaderResult, leaderResult].filter(Boolean).join('\n')
  patchDraft(planning, ref, 'workResult', result, { leaderResult: joined }, sourcesOfResult)
}
