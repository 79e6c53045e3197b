import { employeeId } from '#domain/model/ids.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { z } from '#domain/zod.ts'
import type { CalibrationInput } from './calibration-input.ts'
import { type CalibrationOptions, standardOptions } from './calibration-options.ts'

/** What a head may choose for the calibration of a period; everything else is the guide's. */
export const calibrationChoices = z.object({
  /** Share of an unexplained difference that counts as leniency where no panel tells it. */
  psi: z.number().min(0).max(1),
  /** Points from which a supervisor is flagged. */
  flagPoints: z.number().min(0.5).max(20),
  /** Points a proposal may move at most; 0: nothing is proposed but what stands. */
  mostShift: z.number().min(0).max(30),
  /** Where the achievement index is cut off; null: where the period's own scoring does. */
  achievementCap: z.number().min(100).max(200).nullable(),
  /** Whether the scores of the blind panel count. */
  usesPanel: z.boolean(),
  /** Supervisors whose ratings are left out, with all their people. */
  leftOut: z.array(employeeId).max(2_000),
})
export type CalibrationChoices = z.infer<typeof calibrationChoices>

/** The guide's values, the period's own cap, everybody and everything in. */
export const standardChoices: CalibrationChoices = {
  psi: standardOptions.psi.value,
  flagPoints: standardOptions.flag.points,
  mostShift: standardOptions.mostShift,
  achievementCap: null,
  usesPanel: true,
  leftOut: [],
}

/**
 * Every option of one dimension: the guide's values, the period's levels, and what was chosen. An assumed psi and one found
 * by a panel are different things; what is chosen here is assumed.
 * @example optionsUnder(standardChoices, period.scoring, 'work-results').bands // [76, 91]
 */
export function optionsUnder(
  choices: CalibrationChoices,
  scoring: ScoringPolicy,
  dimension: CalibrationInput['dimension'],
): CalibrationOptions {
  const { meets, above } = dimension === 'behaviour' ? scoring.behaviourBands : scoring.workBands
  return {
    ...standardOptions,
    psi: { ...standardOptions.psi, value: choices.psi },
    mostShift: choices.mostShift,
    achievementCap: choices.achievementCap ?? scoring.indexCap,
    flag: { ...standardOptions.flag, points: choices.flagPoints },
    bands: [meets, above],
  }
}

/**
 * The input without what was chosen to leave out: the people of some supervisors with the panel's scores of them, or all
 * scores of the panel.
 * @example inputUnder({ ...standardChoices, usesPanel: false }, input).panel // []
 */
export function inputUnder<Input extends CalibrationInput>(
  { usesPanel, leftOut }: CalibrationChoices,
  input: Input,
): CalibrationInput {
  if (leftOut.length === 0) return usesPanel ? input : { ...input, panel: [] }
  const without = new Set<string>(leftOut)
  const cases = input.cases.filter(({ supervisor }) => !without.has(supervisor))
  const people = new Set(cases.map(({ employee }) => employee))
  return { ...input, cases, panel: usesPanel ? input.panel.filter(({ employee }) => people.has(employee)) : [] }
}

/** The same choices whatever the order they were made in: no supervisor twice, ids rising. */
export const orderedChoices = (choices: CalibrationChoices): CalibrationChoices => ({
  ...choices,
  leftOut: [...new Set(choices.leftOut)].toSorted(),
})
