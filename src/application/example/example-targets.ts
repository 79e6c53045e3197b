import type { Indicator } from '#domain/model/work-plan.ts'
import type { TargetShape } from './example-source.ts'

const lowerIsBetter = new Set<TargetShape>(['days', 'range-days', 'range-weeks', 'complaints', 'complaints-percent'])

export const directionOf = (shape: TargetShape): Indicator['direction'] =>
  lowerIsBetter.has(shape) ? 'lower' : 'higher'

/**
 * What an office would write as the realisation when the work came out at `ratio` of what was expected
 * (1 = as expected, more is better for every shape).
 * @example realisationOf('24 kali', 'count', 0.75) // '18 kali'
 */
export function realisationOf(target: string, shape: TargetShape, ratio: number): string {
  const [low = 0, high = low] = numbersIn(target)
  const middle = (low + high) / 2
  const rest = target.replace(/^[\d.,\s–-]+/, '')
  switch (shape) {
    case 'percent':
    case 'range-percent':
      return `${decimal(Math.min(100, middle * ratio), 1)}%`
    case 'index':
      return decimal(Math.min(100, middle * ratio), 1)
    case 'scale':
      return `${decimal(Math.min(5, low * ratio), 1)} dari skala 5`
    case 'count':
    case 'document':
      return `${Math.max(0, Math.round(low * ratio))} ${rest}`
    case 'days':
    case 'range-days':
    case 'range-weeks':
      return `${Math.max(1, Math.round(middle / Math.max(ratio, 0.4)))} ${rest}`
    case 'complaints':
      return `${Math.max(0, Math.round(low * (2 - ratio)))} ${rest}`
    case 'complaints-percent':
      return `${decimal(Math.max(0, low * (2 - ratio)), 1)}%`
  }
}

/** The one or two numbers of a target: `80 – 90%` → 80 and 90; `3,5 dari skala 5` → 3,5 alone. */
function numbersIn(target: string): number[] {
  const range = /^(\d+(?:,\d+)?)\s*[–-]\s*(\d+(?:,\d+)?)/.exec(target)
  const single = /^(\d+(?:,\d+)?)/.exec(target)
  const found = range ? [range[1], range[2]] : [single?.[1]]
  return found.filter((text) => text !== undefined).map((text) => Number(text.replace(',', '.')))
}

function decimal(value: number, places: number): string {
  const text = value.toFixed(places)
  return text.endsWith('.0') ? text.slice(0, -2) : text.replace('.', ',')
}
