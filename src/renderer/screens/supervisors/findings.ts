import type { CallOutput } from '#contract/contracts.ts'
import type { SupervisorRow } from '#contract/supervisors.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'

type Comparison = CallOutput<'supervisors.compare'>

/** From so many points between score and achievement a team is named in the first paragraph. */
const namedFrom = 3
/** A team whose scores lie closer together than this was hardly told apart. */
const flatBelow = 2
const namesShown = 3

/** What the raw figures show, in sentences (`**bold**` marks names). */
export function knownSentences(comparison: Comparison, t: Translate, format: Formatters): string[] {
  const told = toldRows(comparison.supervisors)
  const { agency } = comparison
  const byMean = told.toSorted((a, b) => a.score.mean - b.score.mean)
  const [low, high] = [byMean[0], byMean.at(-1)]
  if (low === undefined || high === undefined || agency.score.kind === 'too-few') return [t('supervisors.knownNothing')]
  const flat = told.filter((row) => row.score.deviation < flatBelow).length
  return [
    t('supervisors.knownRange', {
      low: format.number(low.score.mean, 1),
      lowName: low.name,
      high: format.number(high.score.mean, 1),
      highName: high.name,
      mean: format.number(agency.score.mean, 1),
    }),
    ...gapSentences(comparison.supervisors, t, format),
    ...(flat === 0 ? [] : [t('supervisors.knownSpread', { count: flat })]),
  ]
}

function gapSentences(rows: readonly SupervisorRow[], t: Translate, format: Formatters): string[] {
  const gaps = rows.flatMap((row) => {
    const gap = row.difference.scoreOverAchievement
    return gap === null || Math.abs(gap) < namedFrom ? [] : [{ name: row.name, gap }]
  })
  const say = (key: 'supervisors.knownGapHigh' | 'supervisors.knownGapLow', sign: 1 | -1): string[] => {
    const group = gaps
      .filter(({ gap }) => gap * sign > 0)
      .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
      .slice(0, namesShown)
    if (group.length === 0) return []
    const names = group.map(({ name }) => name).join('**, **')
    return [t(key, { names, gaps: format.list(group.map(({ gap }) => format.number(Math.abs(gap), 1))) })]
  }
  const said = [...say('supervisors.knownGapHigh', 1), ...say('supervisors.knownGapLow', -1)]
  return said.length === 0 ? [t('supervisors.knownGapNone')] : said
}

/** What these figures cannot tell: always the first sentence, then whom they say nothing about. */
export function unknownSentences({ supervisors }: Comparison, t: Translate): string[] {
  const few = supervisors.filter((row) => row.score.kind === 'too-few').length
  const noIndex = supervisors.filter((row) => row.score.kind === 'told' && row.achievement.kind === 'too-few').length
  return [
    t('supervisors.unknownWhy'),
    ...(few === 0 ? [] : [t('supervisors.unknownFew', { count: few })]),
    ...(noIndex === 0 ? [] : [t('supervisors.unknownIndex', { count: noIndex })]),
  ]
}

/** What a chair does with it. */
export function todoSentences({ cases, meeting }: Comparison, t: Translate): string[] {
  return [
    cases.length === 0 ? t('supervisors.todoNoCases') : t('supervisors.todoCases', { count: cases.length }),
    t('supervisors.todoAsk'),
    ...(meeting === null ? [t('supervisors.todoMeeting')] : []),
  ]
}

type ToldRow = SupervisorRow & { readonly score: Extract<SupervisorRow['score'], { kind: 'told' }> }

/** Rows that have figures. */
export function toldRows(rows: readonly SupervisorRow[]): readonly ToldRow[] {
  return rows.filter((row): row is ToldRow => row.score.kind === 'told')
}
