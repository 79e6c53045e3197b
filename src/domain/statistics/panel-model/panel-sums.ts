import type { StandardisedDesign } from '#domain/statistics/mixed-model/standardised-design.ts'
import { addOuter, addOuterPair, addScaled } from '#domain/statistics/numeric/vector.ts'
import type { PanelPeople } from './panel-design.ts'
import type { PanelInput } from './panel-input.ts'

/** Employees scored alike (the same weight of supervisor and of panel scores): one set of coefficients serves them all. */
export interface Pattern {
  readonly supervisorWeight: number
  readonly panelWeight: number
  readonly employees: number
  /** Over these employees, lower: mean supervisor row × itself, supervisor × panel (both ways), panel × itself. */
  readonly supervisor: Float64Array
  readonly across: Float64Array
  readonly panel: Float64Array
}

/** The employees of one team with one pattern: how many, and the sums of their mean rows. */
export interface TeamPart {
  readonly pattern: number
  readonly employees: number
  readonly supervisor: Float64Array
  readonly panel: Float64Array
}

/**
 * Teams made up alike (as many employees of every pattern): they share their rank-2 block, so only cross products of
 * their vectors are needed. `products` holds one matrix for every pair of `vectors`, summed over the teams; it is left out
 * where that would be more work than going through the teams one by one.
 */
export interface TeamGroup {
  readonly teams: readonly number[]
  readonly vectors: readonly { readonly part: number; readonly isSupervisor: boolean }[]
  readonly products: readonly Float64Array[] | null
}

/** Employees in the order of `PanelPeople`: team, pattern, and mean rows by source (supervisor, then panel, each `width`). */
export interface EmployeeMeans {
  readonly team: Int32Array
  readonly pattern: Int32Array
  /** `2 × width` figures per employee: one array for all, because an array each would cost more than its figures. */
  readonly rows: Float64Array
}

/** Everything the likelihood of Model B needs of the rows: an evaluation costs teams × columns², whatever the rows. */
export interface PanelSums {
  readonly width: number
  readonly rows: number
  readonly supervisorRows: number
  readonly panelRows: number
  /** Sum of the logarithms of the row weights. */
  readonly logWeights: number
  /** What rows deviate from the employee's mean of their source, lower cross products. */
  readonly withinSupervisor: Float64Array
  readonly withinPanel: Float64Array
  readonly patterns: readonly Pattern[]
  readonly teams: readonly (readonly TeamPart[])[]
  readonly groups: readonly TeamGroup[]
  readonly employees: EmployeeMeans
}

/** Forms the sums: one pass over the rows (calibration guide 3.1). */
export function panelSums(design: StandardisedDesign, input: PanelInput, people: PanelPeople): PanelSums {
  const width = design.names.length + 1
  const within = { supervisor: new Float64Array(width * width), panel: new Float64Array(width * width) }
  const book = patternBook(width)
  const teams = people.teams.levels.map(() => new Map<number, OpenPart>())
  const count = people.employees.length
  const means = new Float64Array(count * 2 * width)
  const apart = new Float64Array(width)
  const patternCodes = new Int32Array(count)
  people.employees.forEach((one, index) => {
    const at = index * 2 * width
    const supervisorWeight = sourceMeans(design, input, one.rows, true, { means, at, within: within.supervisor, apart })
    const panelAt = at + width
    const panelWeight = sourceMeans(design, input, one.rows, false, { means, at: panelAt, within: within.panel, apart })
    const pattern = book.add(supervisorWeight, panelWeight, means, at)
    patternCodes[index] = pattern
    const parts = teams[one.team]
    const part = parts?.get(pattern) ?? emptyPart(pattern, width)
    part.employees += 1
    addScaled(part.supervisor, 0, means, at, width, 1)
    addScaled(part.panel, 0, means, panelAt, width, 1)
    parts?.set(pattern, part)
  })
  const teamParts = teams.map((parts) => [...parts.values()].toSorted((a, b) => a.pattern - b.pattern))
  const supervisorRows = input.rows.filter((row) => row.isSupervisor).length
  return {
    width,
    rows: input.rows.length,
    supervisorRows,
    panelRows: input.rows.length - supervisorRows,
    logWeights: input.rows.reduce((sum, row) => sum + Math.log(row.share ?? 1), 0),
    withinSupervisor: within.supervisor,
    withinPanel: within.panel,
    patterns: book.patterns,
    teams: teamParts,
    groups: teamGroups(teamParts, book.patterns, width),
    employees: { team: Int32Array.from(people.employees, (one) => one.team), pattern: patternCodes, rows: means },
  }
}

type OpenPart = { -readonly [K in keyof TeamPart]: TeamPart[K] }
type OpenPattern = { -readonly [K in keyof Pattern]: Pattern[K] }

/** The patterns met so far; `add` takes an employee's mean rows up (supervisor, then panel) and says which pattern it is. */
function patternBook(width: number) {
  const patterns: OpenPattern[] = []
  const places = new Map<string, number>()
  const square = () => new Float64Array(width * width)
  const add = (supervisorWeight: number, panelWeight: number, means: Float64Array, at: number): number => {
    const key = `${supervisorWeight} ${panelWeight}`
    const place = places.get(key) ?? patterns.length
    const pattern = patterns[place] ?? {
      supervisorWeight,
      panelWeight,
      employees: 0,
      supervisor: square(),
      across: square(),
      panel: square(),
    }
    patterns[place] = pattern
    places.set(key, place)
    pattern.employees += 1
    if (supervisorWeight > 0) addOuter(pattern.supervisor, width, means, at, 1)
    if (panelWeight > 0) addOuter(pattern.panel, width, means, at + width, 1)
    if (supervisorWeight > 0 && panelWeight > 0) addOuterPair(pattern.across, width, means, at, means, at + width, 1)
    return place
  }
  return { patterns, add }
}

function teamGroups(
  teams: readonly (readonly TeamPart[])[],
  patterns: readonly Pattern[],
  width: number,
): readonly TeamGroup[] {
  const byMake = new Map<string, number[]>()
  teams.forEach((parts, team) => {
    const key = parts.map((part) => `${part.pattern}:${part.employees}`).join(' ')
    byMake.set(key, [...(byMake.get(key) ?? []), team])
  })
  return [...byMake.values()].map((members) => {
    const vectors = (teams[members[0] ?? 0] ?? []).flatMap((part, index) => [
      ...((patterns[part.pattern]?.supervisorWeight ?? 0) > 0 ? [{ part: index, isSupervisor: true }] : []),
      ...((patterns[part.pattern]?.panelWeight ?? 0) > 0 ? [{ part: index, isSupervisor: false }] : []),
    ])
    const pairs = (vectors.length * (vectors.length + 1)) / 2
    const products = pairs > 3 * members.length ? null : groupProducts(teams, members, vectors, width)
    return { teams: members, vectors, products }
  })
}

/** Cross products of every pair of vectors, summed over the teams: [first, first], [second, first], [second, second], … */
function groupProducts(
  teams: readonly (readonly TeamPart[])[],
  members: readonly number[],
  vectors: TeamGroup['vectors'],
  width: number,
): readonly Float64Array[] {
  const vectorOf = (team: number, { part, isSupervisor }: TeamGroup['vectors'][number]) => {
    const own = teams[team]?.[part]
    return (isSupervisor ? own?.supervisor : own?.panel) ?? new Float64Array(width)
  }
  return vectors.flatMap((first, k) =>
    vectors.slice(0, k + 1).map((second, l) => {
      const product = new Float64Array(width * width)
      for (const team of members)
        if (k === l) addOuter(product, width, vectorOf(team, first), 0, 1)
        else addOuterPair(product, width, vectorOf(team, first), 0, vectorOf(team, second), 0, 1)
      return product
    }),
  )
}

function emptyPart(pattern: number, width: number) {
  return { pattern, employees: 0, supervisor: new Float64Array(width), panel: new Float64Array(width) }
}

interface MeansTarget {
  readonly means: Float64Array
  readonly at: number
  readonly within: Float64Array
  readonly apart: Float64Array
}

/** Writes the weighted mean of the rows of one source, adds to `within` what they deviate from it; returns the weight. */
function sourceMeans(
  design: StandardisedDesign,
  input: PanelInput,
  rows: readonly number[],
  isSupervisor: boolean,
  { means, at, within, apart }: MeansTarget,
): number {
  const width = apart.length
  let weight = 0
  let count = 0
  for (const row of rows) {
    const source = input.rows[row]
    if (source?.isSupervisor !== isSupervisor) continue
    const share = source.share ?? 1
    weight += share
    count += 1
    addScaled(means, at, design.values, row * width, width, share)
  }
  for (let k = 0; weight > 0 && k < width; k += 1) means[at + k] = (means[at + k] as number) / weight
  if (count < 2) return weight
  for (const row of rows) {
    const source = input.rows[row]
    if (source?.isSupervisor !== isSupervisor) continue
    apart.set(design.values.subarray(row * width, row * width + width))
    addScaled(apart, 0, means, at, width, -1)
    addOuter(within, width, apart, 0, source.share ?? 1)
  }
  return weight
}
