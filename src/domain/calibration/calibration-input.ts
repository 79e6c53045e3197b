import { AppError } from '#domain/app-error.ts'
import type { CaseRule } from './case-rules.ts'

/**
 * One rating of one person by one supervisor, with everything calibration may look at. Points are on 0–100; null says
 * "not known", which is never a zero. A person rated by two supervisors within the period stands here twice, each time
 * with the share of the period.
 */
export interface RatedCase {
  readonly employee: string
  readonly supervisor: string
  readonly unit: string | null
  readonly score: number | null
  /** Achievement index, 0–cap. */
  readonly achievement: number | null
  /** The indices of the single indicators, 0–cap, in any order: they tell how reliable the index is. */
  readonly indicators: readonly number[]
  /** Family of grades or positions. */
  readonly family: string | null
  /** Marks per criterion, one scale, the same criteria for everyone; empty where criteria were not marked. */
  readonly marks: readonly (number | null)[]
  /** Declared by supervisor or employee. Never part of a score: orders the list to look at, and is tested by itself. */
  readonly isDeclaredClose: boolean
  /** Share of the period this rating covers, above 0 up to 1. */
  readonly share: number
  /** The person's figures of the period before, on the same scale. */
  readonly former: FormerFigures | null
  /** What fairness is asked about, such as { sex: 'F' }. Never part of a score. */
  readonly groups: Readonly<Record<string, string>>
  /** Whether the rating is of the high kind (top level); null: none yet. */
  readonly isHigh: boolean | null
  /** Category of the distribution (a predicate); null: none yet. */
  readonly category: string | null
  /** Visible rules that put the case on the list. */
  readonly rules: readonly CaseRule[]
}

export interface FormerFigures {
  readonly supervisor: string
  readonly score: number | null
  readonly achievement: number | null
}

/** One blind score of one employee by one panelist. */
export interface PanelScore {
  readonly employee: string
  readonly panelist: string
  readonly score: number
}

/** The ratings of one period in one dimension (work results, or behaviour), and what the panel said of the same people. */
export interface CalibrationInput {
  readonly dimension: 'work-results' | 'behaviour'
  readonly cases: readonly RatedCase[]
  readonly panel: readonly PanelScore[]
}

/**
 * The same input in the one order everything is computed in (supervisor, then employee; ballots by employee, then
 * panelist), so that the order of rows in a file changes nothing, not even a last digit. Figures are rounded to a billionth.
 * Throws E-ARG: a score or mark outside 0–100, another figure that is none, a share outside ]0, 1], the same employee twice under one
 * supervisor, two scores of one panelist for one employee, persons with a different number of criteria.
 * @example canonicalInput({ dimension: 'work-results', cases: [b, a], panel: [] }).cases // [a, b]
 */
export function canonicalInput(input: CalibrationInput): CalibrationInput {
  const cases = input.cases.toSorted(
    (a, b) => byText(a.supervisor, b.supervisor) || byText(a.employee, b.employee) || 0,
  )
  const panel = input.panel.toSorted((a, b) => byText(a.employee, b.employee) || byText(a.panelist, b.panelist))
  const twice = cases.some((one, index) => {
    const next = cases[index + 1]
    return next !== undefined && next.employee === one.employee && next.supervisor === one.supervisor
  })
  const again = panel.some((one, index) => {
    const next = panel[index + 1]
    return next !== undefined && next.employee === one.employee && next.panelist === one.panelist
  })
  const marked = new Set(cases.flatMap(({ marks }) => (marks.length > 0 ? [marks.length] : [])))
  if (twice || again || marked.size > 1 || !cases.every(isSound) || !panel.every(({ score }) => isPoints(score)))
    throw new AppError('E-ARG')
  return {
    ...input,
    cases: cases.map(written),
    panel: panel.map((one) => ({ ...one, score: writtenFigure(one.score) })),
  }
}

/**
 * A figure as far as anybody writes it: less than a billionth of a point is rounding, and must not count as a difference.
 * @example writtenFigure(80.1 - 80) // 0.1
 */
export const writtenFigure = (value: number): number => Math.round(value * 1e9) / 1e9 + 0
const maybe = (value: number | null) => (value === null ? null : writtenFigure(value))

const written = (one: RatedCase): RatedCase => ({
  ...one,
  score: maybe(one.score),
  achievement: maybe(one.achievement),
  indicators: one.indicators.map(writtenFigure),
  marks: one.marks.map(maybe),
  former:
    one.former === null
      ? null
      : { ...one.former, score: maybe(one.former.score), achievement: maybe(one.former.achievement) },
})

/** Rising order by code, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function isSound(one: RatedCase): boolean {
  const { former } = one
  return (
    (one.score === null || isPoints(one.score)) &&
    one.marks.every((mark) => mark === null || isPoints(mark)) &&
    [one.achievement, former?.score ?? null, former?.achievement ?? null, ...one.indicators].every(
      (figure) => figure === null || Math.abs(figure) <= largestIndex,
    ) &&
    one.share > 0 &&
    one.share <= 1
  )
}

/** No index of an office comes near; beyond it digits would be lost. */
const largestIndex = 1e6

const isPoints = (score: number) => score >= 0 && score <= 100
