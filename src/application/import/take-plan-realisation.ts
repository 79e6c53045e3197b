import { isPlaceholder } from '#domain/import/vocabulary.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'
import { type Planning, patchDraft, placeIn, type RowRef, textOf, wordingOf } from './planning.ts'
import { sourcesOfIndicator } from './take-indicator.ts'
import { sourcesOfResult } from './take-work-result.ts'

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
