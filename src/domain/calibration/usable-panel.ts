import { connectedGroups } from '#domain/statistics/connected-groups.ts'
import { byText, type CalibrationInput, type PanelScore, type RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'

/** Why Model B is not the main model, so Model A is. */
export type NoPanelModel =
  | { readonly kind: 'no-panel' }
  | {
      readonly kind: 'panel-too-small'
      readonly scores: number
      readonly teams: number
      readonly requiredScores: number
      readonly requiredTeams: number
    }
  /** Panelists fall into groups without a dossier in common, and none of the groups is large enough by itself. */
  | { readonly kind: 'panel-unconnected'; readonly groups: number }
  /** A single panelist has scored: how generous that one is cannot be told from how good the dossiers are. */
  | { readonly kind: 'one-panelist'; readonly scores: number }

/** A panel score of somebody who is rated in this period, with the rating it is held against. */
export interface PlacedScore extends PanelScore {
  readonly supervisor: string
}

export interface UsablePanel {
  readonly scores: readonly PlacedScore[]
  /** Scores of people who are not rated in this period. */
  readonly unknown: number
  /** Panelists whose dossiers nobody of the largest group shares; their scores are left out. */
  readonly unconnected: readonly string[]
  readonly panelists: number
  readonly employees: number
  readonly teams: number
  /** Null: large enough for Model B. */
  readonly refusal: NoPanelModel | null
}

/**
 * What of a blind panel can be used: scores of rated people, of those panelists that hang together by dossiers in common
 * (the largest such group), and whether that is enough for Model B (30 scores in 10 teams, of two panelists and more). A person rated by two
 * supervisors is held against the one with the larger share.
 * Source: calibration guide 3.
 * @example usablePanel({ dimension: 'work-results', cases, panel: [] }, standardOptions).refusal // { kind: 'no-panel' }
 */
export function usablePanel({ cases, panel }: CalibrationInput, options: CalibrationOptions): UsablePanel {
  const owners = new Map<string, RatedCase>()
  for (const one of cases) {
    const known = owners.get(one.employee)
    if (known === undefined || one.share > known.share) owners.set(one.employee, one)
  }
  const placed = panel.flatMap((score): PlacedScore[] => {
    const owner = owners.get(score.employee)
    return owner === undefined ? [] : [{ ...score, supervisor: owner.supervisor }]
  })
  const groups = connectedGroups(placed.map(({ employee, panelist }) => ({ from: employee, to: panelist })))
  const largest = groups.reduce<(typeof groups)[number] | undefined>(
    (best, group) => (best === undefined || group.from.length > best.from.length ? group : best),
    undefined,
  )
  const inside = new Set(largest?.to ?? [])
  const scores = placed.filter(({ panelist }) => inside.has(panelist))
  const teams = new Set(scores.map(({ supervisor }) => supervisor)).size
  return {
    scores,
    unknown: panel.length - placed.length,
    unconnected: [...new Set(placed.map(({ panelist }) => panelist))]
      .filter((panelist) => !inside.has(panelist))
      .toSorted(byText),
    panelists: inside.size,
    employees: largest?.from.length ?? 0,
    teams,
    refusal: refusalOf(placed, scores, teams, groups.length, options),
  }
}

function refusalOf(
  placed: readonly PlacedScore[],
  scores: readonly PlacedScore[],
  teams: number,
  groups: number,
  { panel }: CalibrationOptions,
): NoPanelModel | null {
  const isEnough = (count: number, inTeams: number) => count >= panel.scores && inTeams >= panel.teams
  if (placed.length === 0) return { kind: 'no-panel' }
  const inside = new Set(scores.map(({ panelist }) => panelist)).size
  if (isEnough(scores.length, teams) && inside > 1) return null
  const allTeams = new Set(placed.map(({ supervisor }) => supervisor)).size
  if (groups > 1 && isEnough(placed.length, allTeams)) return { kind: 'panel-unconnected', groups }
  if (new Set(placed.map(({ panelist }) => panelist)).size === 1) return { kind: 'one-panelist', scores: scores.length }
  return {
    kind: 'panel-too-small',
    scores: scores.length,
    teams,
    requiredScores: panel.scores,
    requiredTeams: panel.teams,
  }
}
