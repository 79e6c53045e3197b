import type { CalibrationWords } from '#contract/calibration-sentences.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import { type Calibrated, employeeName, supervisorName } from './calibrated.ts'

const termKeys: Readonly<Record<string, TextKey>> = {
  '(Intercept)': 'calibration.term-intercept',
  ach_within: 'calibration.term-within',
  ach_team: 'calibration.term-team',
  has_achievement: 'calibration.term-missing',
  is_supervisor: 'calibration.term-supervisor',
}

const withSupervisor = 'is_supervisor:'
const panelist = 'panelist '
const family = 'family '

/** A term of the model in words. Panelists are numbered: this screen names nobody who scored blindly. */
export function termWords(calibrated: Pick<Calibrated, 'result'>, term: string, t: Translate): string {
  const key = termKeys[term]
  if (key !== undefined) return t(key)
  if (term.startsWith(withSupervisor))
    return t('calibration.term-times', { term: termWords(calibrated, term.slice(withSupervisor.length), t) })
  if (term.startsWith(panelist)) return panelistWords(calibrated, term.slice(panelist.length), t)
  return term.startsWith(family) ? t('calibration.term-family', { family: term.slice(family.length) }) : term
}

function panelistWords({ result }: Pick<Calibrated, 'result'>, id: string, t: Translate): string {
  const used = result.model.fixed.flatMap(({ term }) =>
    term.startsWith(panelist) ? [term.slice(panelist.length)] : [],
  )
  const all = [...new Set([...used, ...result.panel.unconnected])].toSorted()
  return t('calibration.panelist', { number: all.indexOf(id) + 1 })
}

/** How the ids of a result become words in its sentences. */
export const namesOf = (calibrated: Calibrated, t: Translate): CalibrationWords => ({
  employee: (id) => employeeName(calibrated, id),
  supervisor: (id) => supervisorName(calibrated, id),
  panelist: (id) => panelistWords(calibrated, id, t),
})
