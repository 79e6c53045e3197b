import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'

/** How often chance alone does so, in words: p as a frequency. */
export function chanceWords(p: number, t: Translate): string {
  if (p < 0.001) return t('calibrationPages.chanceRare')
  if (p < 0.0995) return t('calibrationPages.chanceOfThousand', { times: Math.round(p * 1000) })
  if (p < 0.995) return t('calibrationPages.chanceOfHundred', { times: Math.round(p * 100) })
  return t('calibrationPages.chanceAlways')
}

/** p with three digits; smaller ones as a limit. */
export const pWords = (p: number, format: Formatters): string =>
  p < 0.001 ? `< ${format.number(0.001, 3)}` : format.number(p, 3)

export const rangeWords = (low: number, high: number, write: (value: number) => string): string =>
  `${write(low)} – ${write(high)}`
