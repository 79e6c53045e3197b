import { calibrate } from '#domain/calibration/calibrate.ts'
import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { shownResult } from '#domain/calibration/shown-result.ts'
import type { Calibrated } from '#renderer/screens/calibration/calibrated.ts'
import type { Cases } from '#renderer/screens/calibration/use-cases.ts'
import { anOffice, type OfficeShape } from '#tests/support/rated-cases.ts'

/** What the engine answers for a kept calibration of made-up ratings, really computed; s00 is called "Penilai 00". */
export function keptAnswer(input: CalibrationInput) {
  const supervisors = [...new Set(input.cases.map(({ supervisor }) => supervisor))].toSorted()
  const result = calibrate(input, standardOptions)
  const run = {
    id: 'run1',
    periodId: 'p3',
    modelVersion: result.modelVersion,
    engineVersion: '0.1.0',
    choices: { psi: 0.7, flagPoints: 3, mostShift: 10, achievementCap: null, usesPanel: true, leftOut: [] },
    reason: '',
    computedAt: '2026-11-23T01:12:00.000Z',
    computedBy: 'Sekretaris',
    trailLength: 1,
    problemsHash: '0'.repeat(64),
    dimensions: [
      {
        dimension: 'work-results',
        inputsHash: 'ab12cd34'.repeat(8),
        resultHash: '0'.repeat(64),
        main: result.model.main,
        people: result.counts.scored,
        supervisors: result.counts.supervisors,
        flagged: 0,
      },
    ],
    meetings: [],
  }
  return {
    run,
    result: shownResult(result),
    problems: [{ code: 'no-work-score', employees: ['x'] }],
    employees: people(input),
    supervisors: supervisors.map((id) => ({
      id,
      name: `Penilai ${id.slice(1)}`,
      unitName: `Unit ${id.slice(1)}`,
      post: 'Kepala',
    })),
  }
}

const people = ({ cases }: CalibrationInput) =>
  cases.map(({ employee: id }) => ({ id, name: `Pegawai ${id.slice(1)}`, unitName: 'Bidang' }))

/** What it answers for the cases of one supervisor, or (null) of everybody. */
export function casesAnswer(input: CalibrationInput, supervisorId: string | null) {
  const all = calibrate(input, standardOptions).cases
  const cases = all.filter(({ supervisor }) => supervisorId === null || supervisor === supervisorId)
  return { cases, total: cases.length, employees: people(input) }
}

export function casesOf(input: CalibrationInput): Cases {
  const { cases, employees } = casesAnswer(input, null)
  return { cases, employees: new Map(employees.map((one) => [one.id, one])) }
}

export function calibratedFrom(input: CalibrationInput): Calibrated {
  const { run, result, employees, supervisors } = keptAnswer(input)
  return {
    run: run as unknown as Calibrated['run'],
    result,
    periodName: 'Triwulan III 2026',
    inputsHash: 'ab12cd34'.repeat(8),
    problems: [],
    employees: new Map(employees.map((one) => [one.id, one])),
    supervisors: new Map(supervisors.map((one) => [one.id, one])),
  }
}

/** Twelve supervisors of twelve people, the first lenient by 7 points and the last strict by 6. */
export const officeShape: OfficeShape = {
  seed: 11,
  supervisors: 12,
  size: 12,
  leniencies: [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -6],
}

export const office = (shape: Partial<OfficeShape> = {}) => anOffice({ ...officeShape, ...shape })
