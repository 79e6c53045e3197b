import type { ComparisonRow } from '#renderer/ui/charts/comparison-plot.ts'

/** Whole steps around everything drawn, as far to either side of zero, so that "the same" stands in the middle. */
export function axisAround(rows: readonly ComparisonRow[], step = 2): { readonly min: number; readonly max: number } {
  const reach = Math.max(
    step,
    ...rows.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]).map((value) => Math.abs(value)),
  )
  const end = Math.ceil(reach / step) * step
  return { min: -end, max: end }
}
