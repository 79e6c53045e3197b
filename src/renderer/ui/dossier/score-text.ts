import type { Formatters } from '#renderer/i18n/format.ts'

interface Edges {
  readonly meets: number
  readonly above: number
}

const most = 6

/**
 * A score with two decimals, and more where rounding would carry it across a band's edge: 75,999 stays 75,999 because
 * 76,00 would read as "sesuai".
 */
export function scoreText(format: Formatters, score: number, edges: Edges): string {
  for (let decimals = 2; decimals < most; decimals += 1) {
    const rounded = Number(score.toFixed(decimals))
    const crosses = [edges.meets, edges.above].some((edge) => score < edge !== rounded < edge)
    if (!crosses) return format.number(score, decimals)
  }
  return format.number(score, most)
}
