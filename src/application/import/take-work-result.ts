import { readNumberCell } from '#domain/import/column-numbers.ts'
import { headingKey } from '#domain/import/headings.ts'
import { isPlaceholder, readResultKind } from '#domain/import/vocabulary.ts'
import { workResultId } from '#domain/model/ids.ts'
import type { WorkPlan, WorkResult } from '#domain/model/work-plan.ts'
import { draftKey } from './draft-tables.ts'
import { resultNumberText } from './numbered-result.ts'
import { planIndexOf } from './plan-of-person.ts'
import { onlyMissing, type PlanSource, rememberRow } from './plan-source.ts'
import { cellOf, decimalsOf, type Planning, patchDraft, placeIn, type RowRef, textOf, wordingOf } from './planning.ts'

/** The number a row gives its work result: null when the cell is empty. */
export function resultNumber(planning: Planning, ref: RowRef): number | null | 'refused' {
  const text = resultNumberText(ref)
  if (text === '') return null
  const whole = /^(\d{1,4})(?:[.,]0+)?$/.exec(text)?.[1]
  const value = Number(whole ?? Number.NaN)
  if (Number.isInteger(value) && value >= 1) return value
  planning.findings.refuse(placeIn(ref, 'resultNumber'), 'result-number', { text })
  return 'refused'
}

/** The work result a row states, or refers to by number; null when there is none to take. */
export function resultFor(
  planning: Planning,
  ref: RowRef,
  plan: WorkPlan,
  number: number | null,
  source: PlanSource,
): WorkResult | null {
  const statement = wordingOf(ref, 'result')
  const index = planIndexOf(planning, plan)
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

/** A work result the plan does not have yet. */
export function addResult(
  planning: Planning,
  ref: RowRef,
  plan: WorkPlan,
  number: number,
  statement: string,
  source: PlanSource,
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
  rememberRow(planning, ref, `result:${result.id}`, source, statement)
  return result
}

function updateResult(
  planning: Planning,
  ref: RowRef,
  known: WorkResult,
  statement: string,
  source: PlanSource,
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
    rememberRow(planning, ref, `result:${known.id}`, source, statement)
  }
  const patch = detailsOf(planning, ref)
  if (source === 'evaluation')
    return patchDraft(planning, ref, 'workResult', known, onlyMissing(known, patch), sourcesOfResult)
  return patchDraft(planning, ref, 'workResult', known, { statement, ...patch }, sourcesOfResult)
}

/** The column each field of a work result is read from. */
export const sourcesOfResult = {
  statement: 'result',
  kind: 'resultKind',
  leaderResult: 'leaderResult',
  assignedBy: 'assignedBy',
  weightHundredths: 'weight',
  realisation: 'realisation',
} as const
