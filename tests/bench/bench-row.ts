/** One measured figure beside what it is held against. */
export interface BenchRow {
  readonly name: string
  readonly unit: 'ms' | 'MB'
  readonly ours: number
  /** What it is compared with on the same machine in the same run; null where the goal is a plain limit. */
  readonly reference: number | null
  readonly ratio: number | null
  /** The goal in words and as the largest `ours` that passes. */
  readonly goal: { readonly text: string; readonly atMost: number }
  readonly pass: boolean
}

/** A figure with a plain limit. */
export function limitRow(name: string, unit: BenchRow['unit'], ours: number, atMost: number): BenchRow {
  const text = `≤ ${atMost} ${unit}`
  return { name, unit, ours: tenth(ours), reference: null, ratio: null, goal: { text, atMost }, pass: ours <= atMost }
}

/** A figure that may be `factor` times the reference plus `extra`. */
export function ratioRow(
  name: string,
  unit: BenchRow['unit'],
  ours: number,
  held: { readonly reference: number; readonly factor: number; readonly extra: number },
): BenchRow {
  const atMost = tenth(held.factor * held.reference + held.extra)
  const text = `≤ ${held.factor.toFixed(1)} × reference + ${held.extra} ${unit}`
  const ratio = Math.round((ours / held.reference) * 100) / 100
  const figures = { ours: tenth(ours), reference: tenth(held.reference), ratio }
  return { name, unit, ...figures, goal: { text, atMost }, pass: ours <= atMost }
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** The middle of the figures; of an even number the upper one. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The smallest figure that at least this share of all figures does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY
}

/** How long a piece of work takes, and what it answers. */
export async function timed<Value>(work: () => Promise<Value>) {
  const start = performance.now()
  const value = await work()
  return { milliseconds: performance.now() - start, value }
}
