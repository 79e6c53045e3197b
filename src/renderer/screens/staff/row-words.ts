import type { Translate } from '#renderer/i18n/i18n.ts'
import type { BoardRow } from './board-rows.ts'
import type { AskedCell } from './use-record.ts'

/** Why there is no work score, in words; null: there is one, or the person is not rated. */
export function workMissing(row: BoardRow, t: Translate): string | null {
  if (row.workScore !== null || !row.rated) return null
  if (row.missing.includes('no-plan')) return t('staff.planNone')
  if (row.missing.includes('no-main-result')) return t('staff.mainNone')
  if (row.missing.includes('weights')) return t('staff.weightsWrong')
  if (row.scoredCount === 0) return t('staff.scoresNone')
  return t('staff.scoresMissing', { scored: row.scoredCount, planned: row.resultCount })
}

export function behaviourMissing(row: BoardRow, t: Translate): string | null {
  if (row.behaviourScore !== null || !row.rated) return null
  if (row.behaviourCount === 0) return t('staff.behaviourNone')
  return t('staff.behaviourMissing', { scored: row.behaviourCount })
}

export const predicateMissing = (row: BoardRow, t: Translate): string | null =>
  row.predicate === null && row.rated ? t('staff.predicateNone') : null

export const decisionWords = (row: BoardRow, t: Translate): string =>
  ({
    none: row.rated ? t('staff.decisionNone') : t('staff.notRated'),
    keep: t('staff.decisionKeep'),
    change: t('staff.decisionChange'),
    proposal: t('staff.decisionProposal'),
  })[row.decision]

export const flagWords = (row: BoardRow, t: Translate): string =>
  row.flags.map((flag) => t(`staff.flag-${flag}`)).join('; ')

/** Which cells wait for a reason: the one by its person and column, several by their number. */
export function askedWords(
  asked: readonly AskedCell[],
  columns: readonly { readonly key: string; readonly header: string }[],
  nameOf: (employeeId: string) => string,
  t: Translate,
): string {
  const [first] = asked
  if (first === undefined || asked.length > 1) return t('staff.reasonCells', { count: asked.length })
  const column = columns.find((one) => one.key === first.change.columnKey)
  return t('staff.reasonCell', { name: nameOf(first.edit.employeeId), column: column?.header ?? '' })
}
