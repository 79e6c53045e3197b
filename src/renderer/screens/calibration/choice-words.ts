import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { Choices } from './use-calibration.ts'

/** Every choice that differs from others, in words: "ambang tanda 7,0 poin", "tanpa penilaian Siti (PKM Melati)". */
export function choiceWords(
  choices: Choices,
  others: Choices,
  nameOf: (supervisor: string) => string,
  t: Translate,
  format: Formatters,
): readonly string[] {
  const { flagPoints, mostShift, psi, achievementCap, usesPanel, leftOut } = choices
  const points = (value: number) => t('calibration.points', { value: format.number(value, 1) })
  const said = (isOther: boolean, words: string): readonly string[] => (isOther ? [words] : [])
  return [
    ...said(flagPoints !== others.flagPoints, t('calibration.choseFlag', { points: points(flagPoints) })),
    ...said(
      mostShift !== others.mostShift,
      mostShift === 0 ? t('calibration.choseNoShift') : t('calibration.choseShift', { points: points(mostShift) }),
    ),
    ...said(psi !== others.psi, t('calibration.chosePsi', { share: format.percent(psi, 0) })),
    ...said(
      achievementCap !== others.achievementCap,
      achievementCap === null
        ? t('calibration.choseOwnCap')
        : t('calibration.choseCap', { cap: format.number(achievementCap, 0) }),
    ),
    ...said(usesPanel !== others.usesPanel, t(usesPanel ? 'calibration.chosePanel' : 'calibration.choseNoPanel')),
    ...said(
      leftOut.join() !== others.leftOut.join(),
      leftOut.length === 0
        ? t('calibration.choseEverybody')
        : t('calibration.choseLeftOut', { names: format.list(leftOut.map(nameOf)) }),
    ),
  ]
}
