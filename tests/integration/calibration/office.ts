import { buildExample } from '#application/example/build-example.ts'
import { seededGenerator } from '#application/example/chance.ts'
import { type ExampleSource, standardScale } from '#application/example/example-source.ts'
import type { CallOutput } from '#contract/contracts.ts'
import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import { createEnvironment } from '#engine/environment.ts'
import { exampleSource } from '#engine/example-source.ts'
import { createSession } from '#engine/session.ts'
import { wasmBytes } from '#tests/bench/bench-agency.ts'
import type { TestEngine } from '#tests/support/in-memory-app.ts'

export type Calibration = CallOutput<'calibration.run'>

/** The example agency with these units' leniencies in points; every unit that is not named keeps its own; one quarter. */
export async function makeAgency(path: string, seed: number, leniency: ExampleSource['leniency']): Promise<void> {
  const now = () => new Date('2026-11-23T02:00:00.000Z')
  const environment = createEnvironment({ now, random: seededGenerator(5) }, () => 'Uji')
  const session = createSession({ host: { wasmBytes, pagesChecker: null }, environment, notify: () => undefined })
  const job = { report: () => undefined, pause: async () => undefined }
  const source = { ...exampleSource, leniency: { ...exampleSource.leniency, ...leniency } }
  await session.create(path, (workspace) =>
    buildExample(workspace, environment, source, seed, job, { ...standardScale, quarters: [3] }),
  )
  session.close()
}

/** Nobody is lenient or strict. */
export const noLeniency = Object.fromEntries(exampleSource.units.map(({ shortName }) => [shortName, 0]))

export async function openAgency(app: TestEngine, path: string) {
  const status = await app.call('workspace.open', { path })
  return app.call('calibration.run', { periodId: status?.periods[0]?.id ?? '' })
}

export function runOf({ runs }: Calibration, dimension: Calibration['runs'][number]['dimension']) {
  const run = runs.find((one) => one.dimension === dimension)
  if (run === undefined) throw new Error(`no run for ${dimension}`)
  return run
}

/** Short names of the units whose heads are found lenient or severe in a dimension. */
export function unitsFound(calibration: Calibration, code: 'leniency' | 'severity'): readonly string[] {
  const units = new Map(calibration.supervisors.map(({ id, unitName }) => [id, unitName]))
  const found = calibration.runs.flatMap(({ result }) => result.findings as readonly CalibrationFinding[])
  return [
    ...new Set(
      found.flatMap((one) => (one.code === code && 'supervisor' in one ? [units.get(one.supervisor) ?? ''] : [])),
    ),
  ].toSorted()
}

/** Units by the leniency of their heads, most lenient first, with the figure. */
export function byLeniency(calibration: Calibration, dimension: Calibration['runs'][number]['dimension']) {
  const units = new Map(calibration.supervisors.map(({ id, unitName }) => [id, unitName]))
  return runOf(calibration, dimension)
    .result.supervisors.flatMap(({ supervisor, leniency }) =>
      leniency.kind === 'value' ? [{ unit: units.get(supervisor) ?? '', ...leniency }] : [],
    )
    .toSorted((a, b) => b.estimate - a.estimate)
}
