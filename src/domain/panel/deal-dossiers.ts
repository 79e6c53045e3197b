import { AppError } from '#domain/app-error.ts'
import { connectedGroups } from '#domain/statistics/connected-groups.ts'
import type { Chance } from '#domain/statistics/seeded-chance.ts'
import type { Listed } from './draw-sample.ts'

/** A panelist, as the dealing sees one. */
export interface Dealt {
  readonly panelist: string
  /** The same person in the staff list, where there is one. */
  readonly employee: string | null
  /** The supervisor of that person: people of the same supervisor are the own team. */
  readonly team: string | null
  /** Employees with a declared relation to the panelist. */
  readonly related: ReadonlySet<string>
}

export interface Assignment {
  readonly employee: string
  readonly panelist: string
}

export interface Deal {
  readonly assignments: readonly Assignment[]
  /** Dossiers of the own team or of a declared relation that could not be avoided. */
  readonly unavoidable: readonly Assignment[]
}

/**
 * Deals the drawn dossiers to the panelists: the same number of panelists to each, loads as even as they can be, pairs as
 * mixed as they can be, and such that every panelist shares dossiers with the others, directly or through others. Nobody
 * gets the own dossier or one of a person he or she rates; dossiers of the own team and of declared relations go to others
 * as long as there are enough of them. Order of chance from a seed.
 * Throws E-PANEL-FEW (fewer than two panelists), E-PANEL-DEAL (a dossier for which too few panelists remain),
 * E-PANEL-UNCONNECTED (too few dossiers to link all panelists), E-ARG (fewer than two panelists to a dossier).
 * Source: calibration guide 3 (two panelists to a dossier, one component by union-find).
 * @example dealDossiers(drawn, panelists, 2, seededChance(7)).assignments.length // 2 × drawn.length
 */
export function dealDossiers(
  drawn: readonly Listed[],
  panelists: readonly Dealt[],
  perDossier: number,
  chance: Chance,
): Deal {
  if (!Number.isInteger(perDossier) || perDossier < 2) throw new AppError('E-ARG')
  if (panelists.length < perDossier)
    throw new AppError('E-PANEL-FEW', { count: panelists.length, required: perDossier })
  const loads = new Map(panelists.map(({ panelist }) => [panelist, 0]))
  const pairs = new Map<string, number>()
  const groups = new Map(panelists.map(({ panelist }) => [panelist, panelist]))
  const assignments: Assignment[] = []
  const unavoidable: Assignment[] = []
  for (const one of drawn) {
    const chosen: Dealt[] = []
    while (chosen.length < perDossier) {
      const next = best(panelists, chosen, one, { loads, pairs, groups }, chance)
      if (next === null) throw new AppError('E-PANEL-DEAL', { required: perDossier })
      chosen.push(next)
    }
    for (const { panelist, ...person } of chosen) {
      const assignment = { employee: one.employee, panelist }
      assignments.push(assignment)
      if (isClose({ panelist, ...person }, one)) unavoidable.push(assignment)
      loads.set(panelist, (loads.get(panelist) ?? 0) + 1)
    }
    note(chosen, pairs, groups)
  }
  const connected = new Set(groups.values()).size
  if (connected > 1) throw new AppError('E-PANEL-UNCONNECTED', { groups: connected })
  return { assignments, unavoidable }
}

interface Standing {
  readonly loads: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  /** A name for the group each panelist hangs together with so far. */
  readonly groups: ReadonlyMap<string, string>
}

/** Who gets the dossier next: not close to the person, then the least loaded, one of another group, the rarest pair. */
function best(
  panelists: readonly Dealt[],
  chosen: readonly Dealt[],
  one: Listed,
  { loads, pairs, groups }: Standing,
  chance: Chance,
): Dealt | null {
  const inside = new Set(chosen.map(({ panelist }) => groups.get(panelist)))
  const ranked = panelists
    .filter((person) => !chosen.includes(person) && person.employee !== one.employee && person.employee !== one.team)
    .map((person) => ({
      person,
      order: [
        isClose(person, one) ? 1 : 0,
        loads.get(person.panelist) ?? 0,
        inside.has(groups.get(person.panelist)) ? 1 : 0,
        chosen.reduce((sum, { panelist }) => sum + (pairs.get(pairOf(panelist, person.panelist)) ?? 0), 0),
        chance(),
      ],
    }))
  return ranked.toSorted((a, b) => inTurn(a.order, b.order))[0]?.person ?? null
}

function inTurn(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}

const isClose = (person: Dealt, one: Listed) =>
  (person.team !== null && person.team === one.team) || person.related.has(one.employee)

const pairOf = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

function note(chosen: readonly Dealt[], pairs: Map<string, number>, groups: Map<string, string>): void {
  for (const [index, { panelist }] of chosen.entries()) {
    for (const other of chosen.slice(index + 1)) {
      const key = pairOf(panelist, other.panelist)
      pairs.set(key, (pairs.get(key) ?? 0) + 1)
    }
  }
  const joined = new Set(chosen.map(({ panelist }) => groups.get(panelist)))
  const [name = ''] = joined
  for (const [panelist, group] of groups) if (joined.has(group)) groups.set(panelist, name ?? '')
}

/**
 * How many groups of panelists share no dossier with one another; 1: all can be compared, 0: nobody has a dossier.
 * @example groupsOf([{ employee: 'e1', panelist: 'A' }, { employee: 'e2', panelist: 'B' }]) // 2
 */
export const groupsOf = (assignments: readonly Assignment[]): number =>
  connectedGroups(assignments.map(({ employee, panelist }) => ({ from: employee, to: panelist }))).length
