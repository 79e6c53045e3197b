import { drawPanel } from '#application/panel/draw-panel.ts'
import { panelOf } from '#application/panel/panel-of.ts'
import { addPanelist } from '#application/panel/panelists.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { rowId } from '#domain/model/ids.ts'
import { type PanelDimension, panelDimensions } from '#domain/model/panel.ts'
import type { Period } from '#domain/model/period.ts'
import { type Chance, createChance, seededGenerator } from './chance.ts'
import type { ExamplePerson } from './example-people.ts'

/** How many dossiers a panel of the example scores again, each by so many panelists. */
export interface ExamplePanelScale {
  readonly dossiers: number
  readonly perDossier: number
  /** Short names of the units whose heads sit on the panel. */
  readonly heads: readonly string[]
}

/**
 * A fifth of the staff, two scores each: what the app itself advises an office of this size. Nobody on the panel leads a
 * unit whose leniency the example sets.
 */
export const standardPanel: ExamplePanelScale = {
  dossiers: 48,
  perDossier: 2,
  heads: [
    'Sekretariat',
    'Subbag Umum',
    'Bidang Kesmas',
    'Bidang Yankes',
    'Bidang SDK',
    'Labkesda',
    'PKM Kenanga',
    'PKM Dahlia',
  ],
}

/** What the example knows that nobody in the agency does. */
export interface ExampleTruth {
  readonly people: readonly ExamplePerson[]
  readonly unitNames: readonly string[]
  readonly unitQuality: readonly number[]
}

/** Work as it really was, in points: what supervisors' leniency is added to. */
export const trueLevels = (person: ExamplePerson, unitQuality: number): Readonly<Record<PanelDimension, number>> => ({
  'work-results': 84.5 + person.merit * 4 + unitQuality,
  behaviour: 20 * (3.75 + person.merit * 0.35),
})

const severityDeviation = 1.5
const noiseDeviation = 3

/** One blind score: the truth, how severe the panelist is, and chance; in half points on 0–100. */
export const blindScore = (truth: number, severity: number, chance: Chance): number =>
  Math.min(100, Math.max(0, Math.round((truth + severity + chance.normal(noiseDeviation)) * 2) / 2))

/**
 * Seats a panel in a period of the example, draws its dossiers and lets it score them: what a panel of the agency would
 * do by hand. Its chance is its own, so that the agency stays as it is with or without a panel.
 */
export function seatExamplePanel(
  workspace: Workspace,
  { environment, hashing }: { readonly environment: Environment; readonly hashing: Pick<Hashing, 'sha256'> },
  period: Period,
  truth: ExampleTruth,
  { scale, seed }: { readonly scale: ExamplePanelScale; readonly seed: number },
): void {
  const heads = truth.people.filter(
    (person) => person.role === 'head' && scale.heads.includes(truth.unitNames[person.unitIndex] ?? ''),
  )
  for (const { employee } of heads)
    addPanelist(workspace, environment, {
      periodId: period.id,
      userId: null,
      employeeId: employee.id,
      name: employee.name,
    })
  const { dossiers, perDossier } = scale
  drawPanel(
    workspace,
    { environment, hashing },
    { periodId: period.id, seed, dossiers, perDossier, dimensions: [...panelDimensions] },
  )
  const chance = createChance(seededGenerator(seed))
  const { panelists, cases, assignments } = panelOf(workspace.tables, period.id)
  const severities = new Map(panelists.map(({ id }) => [id, chance.normal(severityDeviation)]))
  const known = new Map(truth.people.map((person) => [person.employee.id, person]))
  const subjects = new Map(cases.map(({ id, code, subjectId }) => [id, { code, person: known.get(subjectId) }]))
  // In the order of codes and seats: ids differ from one example to the next, the scores must not.
  const seats = new Map(panelists.map(({ id, position }) => [id, position]))
  const ordered = assignments.toSorted(
    (a, b) =>
      (subjects.get(a.caseId)?.code ?? '').localeCompare(subjects.get(b.caseId)?.code ?? '') ||
      (seats.get(a.panelistId) ?? 0) - (seats.get(b.panelistId) ?? 0),
  )
  workspace.command(
    { name: 'example.addPanel', summary: { period: period.name, dossiers: cases.length, scores: ordered.length } },
    (tables) => {
      for (const { caseId, panelistId } of ordered) {
        const person = subjects.get(caseId)?.person
        if (person === undefined) continue
        const levels = trueLevels(person, truth.unitQuality[person.unitIndex] ?? 0)
        for (const dimension of panelDimensions)
          tables.panelScore.put({
            id: rowId.parse(environment.newId()),
            caseId,
            panelistId,
            dimension,
            score: blindScore(levels[dimension], severities.get(panelistId) ?? 0, chance),
            givenAt: environment.now(),
            way: 'here',
          })
      }
    },
  )
}
