import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import type { SimulatedAgency } from './simulate.ts'

/** What the agency's file would hold: everything but the truth. */
export function simulatedInput(agency: SimulatedAgency): CalibrationInput {
  return {
    dimension: 'work-results',
    cases: agency.employees.map((one) => ({
      employee: one.id,
      supervisor: one.supervisor,
      unit: one.unit,
      score: one.score,
      achievement: one.achievement,
      indicators: [],
      family: null,
      marks: one.criteria,
      isDeclaredClose: one.isDeclaredClose,
      share: 1,
      former: null,
      groups: {},
      isHigh: null,
      category: null,
      rules: [],
    })),
    panel: agency.panel,
  }
}
