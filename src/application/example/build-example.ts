import type { Environment } from '#application/ports/environment.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { periodOf } from '#application/workspace/create-workspace.ts'
import { agency } from '#domain/model/agency.ts'
import { periodId, unitId } from '#domain/model/ids.ts'
import { createChance, seededGenerator } from './chance.ts'
import { type ExamplePanelScale, seatExamplePanel } from './example-panel.ts'
import { examplePeople, exampleUnits } from './example-people.ts'
import { writeExamplePeriod } from './example-period.ts'
import { type ExampleScale, type ExampleSource, standardScale } from './example-source.ts'

const rulePacks = ['permenpanrb-6-2022', 'se-menpanrb-3-2023']

/** The blind panel of the latest period, and what a draw needs. */
export interface ExamplePanel {
  readonly scale: ExamplePanelScale
  readonly hashing: Pick<Hashing, 'sha256'>
}

/**
 * Fills a new workspace with an invented health agency: units, people, periods, plans, realisations, scores, feedback.
 * Some supervisors are lenient or strict by a known number of points (`source.leniency`). The same seed gives the same
 * agency; only ids and times differ. With a panel the latest period can tell leniency from the quality of a team; the
 * periods before it have none and cannot.
 */
export async function buildExample(
  workspace: Workspace,
  environment: Environment,
  source: ExampleSource,
  seed: number,
  job: Job,
  scale: ExampleScale = standardScale,
  panel: ExamplePanel | null = null,
): Promise<void> {
  const chance = createChance(seededGenerator(seed))
  const units = exampleUnits(source, scale.unitCopies)
  const unitIds = units.map(() => unitId.parse(environment.newId()))
  const people = examplePeople(source, scale, units, chance, environment.newId)
  const unitQuality = units.map(() => chance.normal(1.5))

  workspace.command(
    { name: 'workspace.create', summary: { agency: source.agency.name, units: units.length } },
    (tables) => {
      tables.agency.put(agency.parse({ ...source.agency, id: 'agency', example: true }))
      units.forEach((unit, position) => {
        const id = unitIds[position]
        if (id === undefined) return
        const parentId = unit.parent === null ? null : (unitIds[unit.parent] ?? null)
        tables.unit.put({ id, parentId, name: unit.name, shortName: unit.shortName, position })
      })
      tables.employee.insertAll(people.map((person) => person.employee))
    },
  )

  for (const [index, quarter] of scale.quarters.entries()) {
    job.report('example', index, scale.quarters.length)
    await job.pause()
    const window = quarterWindow(quarter)
    const period = {
      ...periodOf(periodId.parse(environment.newId()), {
        kind: 'quarterly',
        year: 2026,
        ordinal: quarter,
        rulePacks,
        ...window,
      }),
      stage: index === scale.quarters.length - 1 ? ('evaluation' as const) : ('follow-up' as const),
    }
    workspace.command(
      { name: 'example.addPeriod', summary: { period: period.name, employees: people.length - 1 } },
      (tables) => {
        const context = { tables, environment, chance, source, scale, units, unitIds, people, unitQuality }
        writeExamplePeriod(context, period, index === scale.quarters.length - 1)
      },
    )
    if (panel !== null && index === scale.quarters.length - 1) {
      const truth = { people, unitNames: units.map(({ shortName }) => shortName), unitQuality }
      seatExamplePanel(workspace, { environment, hashing: panel.hashing }, period, truth, { scale: panel.scale, seed })
    }
  }
  job.report('example', scale.quarters.length, scale.quarters.length)
}

/** The evaluation window of the example: from the first day after the quarter to the end of the second month. */
function quarterWindow(quarter: number) {
  const first = quarter * 3 + 1
  if (first > 12) return { windowStartsOn: '2027-01-01', windowEndsOn: '2027-01-31' }
  const two = (value: number) => String(value).padStart(2, '0')
  return { windowStartsOn: `2026-${two(first)}-01`, windowEndsOn: `2026-${two(first + 1)}-27` }
}
