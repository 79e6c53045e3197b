import type { CalibratedSupervisor } from '#domain/calibration/calibration-result.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { ComparisonAxis, ComparisonRow } from '#renderer/ui/charts/comparison-plot.ts'
import { type Calibrated, isTold } from './calibrated.ts'

export const sortings = ['difference', 'reliability', 'people', 'name'] as const
export type Sorting = (typeof sortings)[number]

/**
 * One row per supervisor, from the most lenient to the strictest unless sorted otherwise; who cannot be told stands at
 * the end, without a point.
 */
export function forestRows(
  { result, supervisors }: Calibrated,
  sorting: Sorting,
  compare: (a: string, b: string) => number,
): readonly ComparisonRow[] {
  return result.supervisors
    .map((one) => rowOf(one, supervisors.get(one.supervisor)))
    .toSorted((a, b) => order(a, b, sorting) || compare(a.name, b.name))
}

function rowOf(
  one: CalibratedSupervisor,
  who: { readonly name: string; readonly unitName: string } | undefined,
): ComparisonRow {
  const { leniency, flag, supervisor, people } = one
  const head = { id: supervisor, name: who?.name ?? supervisor, unit: who?.unitName ?? '', n: people }
  if (leniency.kind !== 'value' || !isTold(one)) return { ...head, value: null }
  const { estimate, low, high, reliability } = leniency
  return { ...head, value: estimate, low, high, reliability, flagged: flag !== null }
}

function order(a: ComparisonRow, b: ComparisonRow, sorting: Sorting): number {
  if (sorting === 'name') return 0
  if (sorting === 'people') return b.n - a.n
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  return sorting === 'difference' ? b.value - a.value : (b.reliability ?? 0) - (a.reliability ?? 0)
}

/** Distances between two ticks, and how far such an axis reaches to either side. */
const axisSteps = [
  { step: 2, reach: 8 },
  { step: 5, reach: 20 },
  { step: 10, reach: 40 },
] as const

/** The same distance to both sides, in whole steps, so that the zero line stays in the middle. */
export function forestAxis(
  rows: readonly ComparisonRow[],
  flagPoints: number,
  t: Translate,
  format: Pick<Formatters, 'signed'>,
): ComparisonAxis {
  const farthest = Math.max(
    flagPoints + 1,
    ...rows.flatMap(({ value, low, high }) => [value, low, high].map((end) => Math.abs(end ?? 0))),
  )
  const step = axisSteps.find(({ reach }) => farthest <= reach)?.step ?? 25
  const end = Math.ceil(farthest / step) * step
  return {
    min: -end,
    max: end,
    step,
    signed: true,
    line: { at: 0, label: t('calibration.aligned') },
    band: { from: -flagPoints, to: flagPoints },
    lowLabel: `${format.signed(-end, 0)} ${t('calibration.stricter')}`,
    highLabel: `${t('calibration.moreLenient')} ${format.signed(end, 0)}`,
  }
}

/** The finding in words: how many stand out, on which side. */
export function forestTitle({ result }: Pick<Calibrated, 'result'>, t: Translate): string {
  if (result.model.main === 'none') return t('calibration.forestNotFitted')
  if (result.counts.supervisors < result.options.flag.supervisors) return t('calibration.forestFew')
  const count = (direction: 'lenient' | 'severe') =>
    result.supervisors.filter(({ flag }) => flag?.direction === direction).length
  const [lenient, severe] = [count('lenient'), count('severe')]
  const said = {
    lenient: t('calibration.raters', { count: lenient }),
    severe: t('calibration.raters', { count: severe }),
  }
  if (lenient > 0 && severe > 0) return t('calibration.forestBoth', said)
  if (lenient > 0) return t('calibration.forestLenient', said)
  return severe > 0 ? t('calibration.forestSevere', said) : t('calibration.forestNone')
}
