import { calibrate } from '#domain/calibration/calibrate.ts'
import { canonicalInput } from '#domain/calibration/calibration-input.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { fitLadder, personOf } from '#domain/calibration/fit-ladder.ts'
import { fitModelA } from '#domain/statistics/model-a.ts'
import { simulateAgency } from './simulate.ts'
import { simulatedInput } from './simulated-input.ts'

export interface TimingRow {
  readonly name: string
  readonly measured: number
  readonly unit: 'ms' | 'exponent'
  readonly atMost: number
  readonly pass: boolean
}

const teamSize = 20

/** How long the models and the whole calibration take for 10,000 people under 500 supervisors, and how that grows. */
export function calibrationTimings(repeats: number): readonly TimingRow[] {
  const agency = (employees: number, panelShare: number) =>
    simulatedInput(simulateAgency({ seed: 1, employees, teamSize, panelShare, reliability: 0.7, teamSd: 2.5 }))
  const large = canonicalInput(agency(10_000, 0.1))
  const people = large.cases.map(personOf)
  // The shortest one is disturbed most by whatever else the machine does, so it is tried more often.
  const modelA = time(10 * repeats, () => fitModelA(people))
  const ladder = time(repeats, () => fitLadder(large, standardOptions))
  const rows = [
    row('Model A, 10,000 people × 500 supervisors', modelA, 'ms', 30),
    row('Model B with a 10 % panel (and Model A before it)', ladder, 'ms', 2000),
    row(
      'whole calibration, 10 % panel',
      time(repeats, () => calibrate(large)),
      'ms',
      5000,
    ),
  ]
  const sizes = [1000, 30_000].map((employees) => {
    const input = canonicalInput(agency(employees, 0.1))
    return { input, people: input.cases.map(personOf) }
  })
  // Growth is about cost: processor time.
  const growth = (work: (size: (typeof sizes)[number]) => unknown, tries = repeats) => {
    const [small = 1, big = 1] = sizes.map((size) => cost(tries, () => work(size)))
    return Math.log(big / small) / Math.log(30)
  }
  return [
    ...rows,
    row(
      'growth of Model A from 1,000 to 30,000 people',
      growth(({ people }) => fitModelA(people), 10 * repeats),
      'exponent',
      1.1,
    ),
    row(
      'growth of Model B from 1,000 to 30,000 people',
      growth(({ input }) => fitLadder(input, standardOptions)),
      'exponent',
      1.1,
    ),
    row(
      'growth of the whole calibration from 1,000 to 30,000 people',
      growth(({ input }) => calibrate(input)),
      'exponent',
      1.1,
    ),
  ]
}

function row(name: string, measured: number, unit: TimingRow['unit'], atMost: number): TimingRow {
  return { name, measured, unit, atMost, pass: measured <= atMost }
}

/** The quickest of several runs, in milliseconds, after one that warms up: what the machine takes when left alone. */
const time = (repeats: number, work: () => unknown) => least(repeats, work, () => performance.now())

/** The least processor time of several runs: unlike the clock it does not count what else the machine is doing. */
function cost(repeats: number, work: () => unknown): number {
  return least(repeats, work, () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  })
}

function least(repeats: number, work: () => unknown, clock: () => number): number {
  work()
  return Math.min(
    ...Array.from({ length: repeats }, () => {
      const start = clock()
      work()
      return clock() - start
    }),
  )
}
