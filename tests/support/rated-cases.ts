import type { CalibrationInput, PanelScore, RatedCase } from '#domain/calibration/calibration-input.ts'
import { seededFigures } from './seeded-normals.ts'

/** A rating with everything ordinary; the test names what it is about. */
export function aCase(given: Partial<RatedCase> = {}): RatedCase {
  return {
    employee: 'e1',
    supervisor: 's1',
    unit: null,
    score: 80,
    achievement: 100,
    indicators: [],
    family: null,
    marks: [],
    isDeclaredClose: false,
    share: 1,
    former: null,
    groups: {},
    isHigh: null,
    category: null,
    rules: [],
    ...given,
  }
}

export interface OfficeShape {
  readonly seed: number
  readonly supervisors: number
  readonly size: number
  /** Points each supervisor adds, by place; the rest add nothing. */
  readonly leniencies?: readonly number[]
  /** Blind scores: every so many people one dossier, two panelists each. */
  readonly panelEvery?: number
}

/** An office whose supervisors' leniencies are known: merit, achievement and scatter from a seed. */
export function anOffice({ seed, supervisors, size, leniencies = [], panelEvery = 0 }: OfficeShape): CalibrationInput {
  const { normal } = seededFigures(seed)
  const merits = new Map<string, number>()
  const cases = Array.from({ length: supervisors }, (_, j) =>
    Array.from({ length: size }, (_, i) => {
      const merit = 4 * normal()
      const employee = `e${String(j).padStart(2, '0')}-${String(i).padStart(2, '0')}`
      merits.set(employee, merit)
      const score = 72 + merit + (leniencies[j] ?? 0) + 2 * normal()
      const achievement = 100 + 1.2 * merit + 2 * normal()
      return aCase({ employee, supervisor: `s${String(j).padStart(2, '0')}`, score: limited(score), achievement })
    }),
  ).flat()
  const panel = cases.flatMap(({ employee }, index): PanelScore[] => {
    if (panelEvery === 0 || index % panelEvery !== 0) return []
    const first = (index / panelEvery) % 4
    return [first, (first + 1) % 4].map((panelist) => ({
      employee,
      panelist: `p${panelist}`,
      score: limited(70 + (merits.get(employee) ?? 0) + panelist + 2 * normal()),
    }))
  })
  return { dimension: 'work-results', cases, panel }
}

const limited = (score: number) => Math.min(100, Math.max(0, score))

/** Every figure inside a result that is not a finite number, with the way to it. Empty: all is well. */
export function brokenFigures(value: unknown, path = 'result'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`]
  if (value === undefined) return [`${path} is undefined`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => brokenFigures(inner, `${path}.${name}`))
}
