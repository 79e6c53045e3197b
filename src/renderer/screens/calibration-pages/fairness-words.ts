import type { CalibrationOptions } from '#domain/calibration/calibration-options.ts'
import type { AdjustedGap, AttributeFairness, GroupFairness } from '#domain/calibration/subgroup-fairness.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'

/** The gap where its range leaves out zero: only then is there a difference to speak of. */
export function gapOf(group: GroupFairness): AdjustedGap | null {
  if (group.kind !== 'shown' || group.gap === null) return null
  return group.gap.low > 0 || group.gap.high < 0 ? group.gap : null
}

/** Groups whose scores differ, the largest difference first. */
function differing({ groups }: AttributeFairness) {
  return groups
    .flatMap((group) => {
      const gap = gapOf(group)
      return gap === null ? [] : [{ group: group.group, gap }]
    })
    .toSorted((a, b) => Math.abs(b.gap.estimate) - Math.abs(a.gap.estimate))
}

type Word = (group: string) => string

/** The chart's finding. */
export function gapTitle(one: AttributeFairness, word: Word, t: Translate, format: Formatters): string {
  const [first] = differing(one)
  if (first === undefined || one.reference === null) return t('calibrationPages.fairnessTitleNone')
  return t('calibrationPages.fairnessTitleGap', {
    group: word(first.group),
    points: format.signed(first.gap.estimate, 1),
    reference: word(one.reference),
  })
}

/** Differences in points, then who is rated high how often, then who cannot be shown. */
export function fairnessSentences(
  one: AttributeFairness,
  { smallestGroup }: CalibrationOptions,
  word: Word,
  t: Translate,
  format: Formatters,
): string[] {
  const hidden = one.groups.filter(({ kind }) => kind === 'suppressed').map(({ group }) => word(group))
  return [
    ...gapSentences(one, word, t, format),
    ...impactSentences(one, word, t, format),
    ...(hidden.length === 0
      ? []
      : [t('calibrationPages.fairnessSuppressed', { smallest: smallestGroup, groups: format.list(hidden) })]),
  ]
}

function gapSentences(one: AttributeFairness, word: Word, t: Translate, format: Formatters): string[] {
  const reference = word(one.reference ?? '')
  const found = differing(one)
  if (found.length > 0)
    return found.map(({ group, gap }) =>
      t('calibrationPages.fairnessGap', {
        group: word(group),
        points: format.signed(gap.estimate, 1),
        low: format.signed(gap.low, 1),
        high: format.signed(gap.high, 1),
        reference,
      }),
    )
  const gaps = one.groups.flatMap((group) => (group.kind === 'shown' && group.gap !== null ? [group.gap.estimate] : []))
  if (gaps.length === 0) return [t('calibrationPages.fairnessGapUnknown')]
  const largest = Math.max(...gaps.map(Math.abs))
  return [t('calibrationPages.fairnessNoGap', { points: format.number(largest, 1) })]
}

function impactSentences(one: AttributeFairness, word: Word, t: Translate, format: Formatters): string[] {
  const impacts = one.groups.flatMap((group) =>
    group.kind === 'shown' && group.impact?.kind === 'value' ? [{ ...group, impact: group.impact }] : [],
  )
  if (impacts.length === 0) return [t('calibrationPages.fairnessNoRates')]
  const flagged = impacts.flatMap((group) => {
    const { comparison, ratio } = group.impact
    return comparison?.flagged === true ? [{ ...group, ratio, reference: comparison.reference }] : []
  })
  if (flagged.length === 0) return [t('calibrationPages.fairnessNoImpact')]
  return flagged.flatMap(({ group, ratio, reference, withinUnits }) => [
    t('calibrationPages.fairnessImpact', {
      group: word(group),
      ratio: format.number(ratio, 2),
      reference: word(reference),
    }),
    ...(withinUnits?.kind === 'value'
      ? [
          t(withinUnits.p < sureBelow ? 'calibrationPages.fairnessUnitsStay' : 'calibrationPages.fairnessUnitsVanish', {
            group: word(group),
          }),
        ]
      : []),
  ])
}

const sureBelow = 0.05
