import type { ImportField } from '#domain/import/fields.ts'
import { headingKey } from '#domain/import/headings.ts'
import { readAspect, readDirection, readPerspective } from '#domain/import/vocabulary.ts'
import { indicatorId } from '#domain/model/ids.ts'
import type { Indicator, WorkPlan, WorkResult } from '#domain/model/work-plan.ts'
import { draftKey } from './draft-tables.ts'
import type { FindingCollector } from './findings.ts'
import { onlyMissing, type PlanSource, rememberRow } from './plan-source.ts'
import { type Planning, patchDraft, placeIn, type RowRef, textOf, wordingOf } from './planning.ts'

/** The indicator a row states for a work result: null when it states none, `refused` when another row said otherwise. */
export function indicatorFor(
  planning: Planning,
  ref: RowRef,
  plan: WorkPlan,
  result: WorkResult,
  source: PlanSource,
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
  source: PlanSource,
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
  rememberRow(planning, ref, `indicator:${indicator.id}`, source, indicator.statement)
  return indicator
}

/** The column each field of an indicator is read from. */
export const sourcesOfIndicator = {
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
  source: PlanSource,
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
    rememberRow(planning, ref, `indicator:${known.id}`, source, known.statement)
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
