/** One unit on the form: its depth says under which earlier unit it stands. */
export interface UnitLine {
  /** Stable while the form is open. */
  readonly key: string
  /** Id of the stored unit; null for a new one. */
  readonly id: string | null
  readonly name: string
  /** 0 at the top; never more than one deeper than the line before. */
  readonly level: number
}

/** Deepest level the form offers; offices know eselon II to IV and teams. */
const deepest = 5

let made = 0

/** A fresh line. */
export function newLine(name = '', level = 0): UnitLine {
  made += 1
  return { key: `line-${made}`, id: null, name, level }
}

/** Keeps every line at most one deeper than the line before it. */
export function tidy(lines: readonly UnitLine[]): readonly UnitLine[] {
  let before = -1
  return lines.map((line) => {
    const level = Math.max(0, Math.min(line.level, before + 1, deepest))
    before = level
    return level === line.level ? line : { ...line, level }
  })
}

/** The lines below one that belong to it. */
function branchEnd(lines: readonly UnitLine[], index: number): number {
  const level = lines[index]?.level ?? 0
  let end = index + 1
  while ((lines[end]?.level ?? -1) > level) end += 1
  return end
}

/** Moves a unit with everything under it one level deeper (1) or back (-1). */
export function indent(lines: readonly UnitLine[], index: number, by: 1 | -1): readonly UnitLine[] {
  const line = lines[index]
  const above = lines[index - 1]
  if (line === undefined) return lines
  const level = line.level + by
  if (level < 0 || level > deepest || (by === 1 && (above === undefined || level > above.level + 1))) return lines
  const end = branchEnd(lines, index)
  return tidy(lines.map((one, at) => (at >= index && at < end ? { ...one, level: one.level + by } : one)))
}

/** Takes a unit off the form; what stood under it moves up one level. */
export function removeLine(lines: readonly UnitLine[], index: number): readonly UnitLine[] {
  const end = branchEnd(lines, index)
  return tidy(
    lines.flatMap((one, at) => {
      if (at === index) return []
      return at > index && at < end ? [{ ...one, level: one.level - 1 }] : [one]
    }),
  )
}

/** A row number or bullet in front of a name: "1.", "a)", "II.", "-". */
const marker = /^\s*(?:(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[IVX]{1,5})[.)]|[-•–*])\s+/
const onlyNumber = /^\s*(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[IVX]{1,5})[.)]?\s*$/

/**
 * A list copied from Excel or a document: one unit a line. The column of the first filled cell gives the depth, leading
 * spaces do where there is one column; a column of row numbers is left out.
 * @example parseUnits('1\tSekretariat\n2\tBidang P2P').map((unit) => unit.name) // ['Sekretariat', 'Bidang P2P']
 */
export function parseUnits(text: string): readonly UnitLine[] {
  const found = text
    .split(/\r?\n/)
    .map((line) => readLine(line))
    .filter((line) => line !== null)
  const depths = [...new Set(found.map((line) => line.depth))].toSorted((a, b) => a - b)
  return tidy(found.map((line) => newLine(line.name, depths.indexOf(line.depth))))
}

function readLine(line: string): { readonly name: string; readonly depth: number } | null {
  const cells = line.split('\t')
  const at = cells.findIndex((cell) => cell.trim() !== '' && !(cells.length > 1 && onlyNumber.test(cell)))
  const cell = cells[at]
  if (cell === undefined) return null
  const spaces = cells.length === 1 ? (/^ */.exec(cell)?.[0].length ?? 0) : 0
  const name = cell
    .replace(marker, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .slice(0, 500)
  return name === '' ? null : { name, depth: at * 100 + spaces }
}

/** The lines as the engine takes them: names and the place of the unit above. Empty lines are left out. */
export function unitsToSave(lines: readonly UnitLine[]) {
  const path: number[] = []
  return tidy(lines.filter((line) => line.name.trim() !== '')).map((line, position) => {
    path.length = line.level
    const parent = path[line.level - 1] ?? null
    path[line.level] = position
    return { id: line.id, name: line.name.trim(), parent }
  })
}

interface StoredUnit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
}

/** Stored units as lines, each under its own: a unit whose parent is unknown stands at the top. */
export function linesOf(units: readonly StoredUnit[]): readonly UnitLine[] {
  const known = new Set(units.map((unit) => unit.id))
  const below = (parent: string | null, level: number): readonly UnitLine[] =>
    units
      .filter((unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null) === parent)
      .flatMap((unit) => [
        { key: unit.id, id: unit.id, name: unit.name, level: Math.min(level, deepest) },
        ...below(unit.id, level + 1),
      ])
  return below(null, 0)
}

/** Names that stand twice: an import could not tell them apart. */
export function doubled(lines: readonly UnitLine[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of lines) {
    const plain = name.trim().toLocaleLowerCase('id')
    if (plain !== '' && seen.has(plain)) twice.add(name.trim())
    seen.add(plain)
  }
  return [...twice]
}
