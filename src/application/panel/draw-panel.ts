import { loadPeople } from '#application/people/load-people.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { knownRelations } from '#application/relations/known-relations.ts'
import { AppError } from '#domain/app-error.ts'
import { type PanelDrawId, type PeriodId, panelCaseId, panelDrawId, rowId } from '#domain/model/ids.ts'
import type { PanelDraw, Panelist } from '#domain/model/panel.ts'
import type { Period } from '#domain/model/period.ts'
import { type Dealt, dealDossiers } from '#domain/panel/deal-dossiers.ts'
import { codesFor, drawSample, type Listed } from '#domain/panel/draw-sample.ts'
import { seededChance } from '#domain/statistics/seeded-chance.ts'
import { panelistsOf, panelOf, requireDraw } from './panel-of.ts'

/** Everyone who is rated by somebody in the period, with who rates: the list the sample is drawn from. */
export const listedPeople = (tables: ReadTables, period: Period): readonly Listed[] =>
  loadPeople(tables, period).flatMap(({ placement, employee, supervisor, assessment }) => {
    const team = assessment?.supervisorId ?? supervisor?.id
    return placement.rated && team !== undefined ? [{ employee: employee.id, team }] : []
  })

/**
 * Draws the blind sample of a period and deals it to the panelists, once. The seed is kept with it, so that the same list
 * of people and panelists gives the same draw.
 * Throws E-PANEL-DRAWN, E-PANEL-FEW, E-PANEL-SIZE, E-PANEL-DEAL, E-PANEL-UNCONNECTED.
 */
export function drawPanel(
  workspace: Workspace,
  { environment, hashing }: { readonly environment: Environment; readonly hashing: Pick<Hashing, 'sha256'> },
  input: Pick<PanelDraw, 'periodId' | 'seed' | 'dossiers' | 'perDossier' | 'dimensions'>,
): PanelDrawId {
  const { tables } = workspace
  const period = tables.period.require(input.periodId)
  const rows = panelOf(tables, period.id)
  if (rows.draw !== null) throw new AppError('E-PANEL-DRAWN')
  const people = listedPeople(tables, period)
  if (rows.panelists.length < input.perDossier)
    throw new AppError('E-PANEL-FEW', { count: rows.panelists.length, required: input.perDossier })
  if (input.dossiers > people.length) throw new AppError('E-PANEL-SIZE', { people: people.length })
  const chance = seededChance(input.seed)
  const drawn = drawSample(people, input.dossiers, chance)
  const deal = dealDossiers(drawn, dealtPanelists(tables, period, people, drawn), input.perDossier, chance)
  const id = panelDrawId.parse(environment.newId())
  const secret = hashing.sha256.of(Array.from({ length: 6 }, () => environment.newId()).join(' '))
  const summary = { period: period.name, dossiers: drawn.length, panelists: rows.panelists.length, seed: input.seed }
  workspace.command({ name: 'panel.draw', summary }, (write) => {
    write.panelDraw.put({ ...input, id, listed: people.length, secret, drawnAt: environment.now() })
    const codes = codesFor(drawn.length)
    const cases = new Map(
      drawn.map(({ employee }, index) => {
        const row = { id: panelCaseId.parse(environment.newId()), code: codes[index] ?? '' }
        write.panelCase.put({ ...row, drawId: id, subjectId: employee as never })
        return [employee, row.id]
      }),
    )
    for (const { employee, panelist } of deal.assignments) {
      const caseId = cases.get(employee)
      if (caseId === undefined) throw new AppError('E-ARG')
      write.panelAssignment.put({ id: rowId.parse(environment.newId()), caseId, panelistId: panelist as never })
    }
  })
  return id
}

/** Panelists with the team they belong to and the drawn people they are related to. */
function dealtPanelists(
  tables: ReadTables,
  period: Period,
  people: readonly Listed[],
  drawn: readonly Listed[],
): readonly Dealt[] {
  const teams = new Map(people.map(({ employee, team }) => [employee, team]))
  const between = knownRelations(tables)
  return panelistsOf(tables, period.id).map(({ id, name, employeeId }) => ({
    panelist: id,
    employee: employeeId,
    team: employeeId === null ? null : (teams.get(employeeId) ?? null),
    related: new Set(
      drawn
        .filter(({ employee }) => between({ id: employeeId, name }, employee).length > 0)
        .map(({ employee }) => employee),
    ),
  }))
}

/** Assignments that lie in the panelist's own team or a declared relation: none where others could take the dossier. */
export function closeAssignments(tables: ReadTables, period: Period): number {
  const { cases, assignments, panelists } = panelOf(tables, period.id)
  if (assignments.length === 0) return 0
  const people = listedPeople(tables, period)
  const teams = new Map(people.map(({ employee, team }) => [employee, team]))
  const subjects = new Map(cases.map(({ id, subjectId }) => [id as string, subjectId as string]))
  const between = knownRelations(tables)
  const panelistOf = new Map(panelists.map((one) => [one.id as string, one]))
  return assignments.filter(({ caseId, panelistId }) => {
    const subject = subjects.get(caseId) ?? ''
    const panelist = panelistOf.get(panelistId)
    return panelist !== undefined && (inOwnTeam(panelist, subject, teams) || isRelated(panelist, subject))
  }).length

  function isRelated({ employeeId, name }: Panelist, subject: string) {
    return between({ id: employeeId, name }, subject).length > 0
  }
}

function inOwnTeam({ employeeId }: Panelist, subject: string, teams: ReadonlyMap<string, string>): boolean {
  const own = employeeId === null ? undefined : teams.get(employeeId)
  return own !== undefined && own === teams.get(subject)
}

/** Takes the draw back with everything that hangs on it: scores, ballots, assignments. Needs a reason; can be undone. */
export function withdrawDraw(workspace: Workspace, periodId: PeriodId, reason: string): void {
  const period = workspace.tables.period.require(periodId)
  const draw = requireDraw(workspace.tables, periodId)
  const { cases, assignments, scores } = panelOf(workspace.tables, periodId)
  const summary = { period: period.name, dossiers: cases.length, scores: scores.length }
  workspace.command({ name: 'panel.withdraw', summary, reason }, (write) => {
    for (const { id } of scores) write.panelScore.remove(id)
    for (const { id } of write.ballot.where({ drawId: draw.id })) write.ballot.remove(id)
    for (const { id } of assignments) write.panelAssignment.remove(id)
    for (const { id } of cases) write.panelCase.remove(id)
    write.panelDraw.remove(draw.id)
  })
}
