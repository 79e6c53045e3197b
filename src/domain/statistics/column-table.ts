/** One cell as it stands in a file: text, a number, or nothing. */
export type ColumnCell = string | number | boolean | null

/** A table by columns, all of one length. Column names are unique and case counts. */
export interface ColumnTable {
  readonly rows: number
  readonly columns: ReadonlyMap<string, readonly ColumnCell[]>
  /** Headings that stand more than once; the first column has the name, the others are `x.1`, `x.2` as in R. */
  readonly repeated?: readonly string[]
}

/** What a column holds once its cells are read. `missing` counts the cells with nothing in them. */
export type ReadColumn =
  | { readonly kind: 'numbers'; readonly values: readonly (number | null)[]; readonly missing: number }
  | { readonly kind: 'labels'; readonly values: readonly (string | null)[]; readonly missing: number }
  /** Numbers with a few words among them: most likely a slip, so nobody guesses. */
  | { readonly kind: 'mixed'; readonly row: number; readonly text: string; readonly texts: number }

const missingWords: ReadonlySet<string> = new Set(['', 'NA', 'N/A', 'NaN', 'null', '-'])

/**
 * A table from rows of cells under a heading row, as a reader of CSV gives them. Rows that are too short end in missing
 * cells; cells beyond the headings are left out. Throws nothing: of headings alike the first keeps its name.
 * @example columnTable(['y', 'g'], [['1', 'a'], ['2', 'b']]).rows // 2
 */
export function columnTable(names: readonly string[], rows: readonly (readonly ColumnCell[])[]): ColumnTable {
  const columns = new Map<string, readonly ColumnCell[]>()
  const repeated = new Set<string>()
  names.forEach((heading, index) => {
    const name = heading.trim()
    let key = name
    for (let more = 1; columns.has(key); more += 1) key = `${name}.${more}`
    if (key !== name && name !== '') repeated.add(name)
    columns.set(
      key,
      rows.map((row) => row[index] ?? null),
    )
  })
  return { rows: rows.length, columns, repeated: [...repeated] }
}

/** Whether a cell says nothing: empty, or one of the words that files use for it (NA, NaN, null, a dash). */
export function isMissing(cell: ColumnCell): boolean {
  if (cell === null) return true
  return typeof cell === 'number' ? Number.isNaN(cell) : typeof cell === 'string' && missingWords.has(cell.trim())
}

const longestMissing = 4

/** No white space at either end, told by two plain letters or digits there; what this does not know is looked at closely. */
function isTrimmed(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return first > 32 && first < 127 && last > 32 && last < 127
}

/** The label of a cell: its text without surrounding space, a number as it is written; null where nothing stands. */
export function labelOf(cell: ColumnCell): string | null {
  if (typeof cell === 'string' && cell.length > longestMissing && isTrimmed(cell)) return cell
  return isMissing(cell) ? null : String(cell).trim()
}

/**
 * The number of a cell, or null where the text is none. A full stop is the decimal sign (as R reads a file); infinite
 * figures count as no number.
 * @example numberOf('3.5') // 3.5
 */
export function numberOf(cell: ColumnCell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string' || !/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(cell.trim())) return null
  const value = Number(cell)
  return Number.isFinite(value) ? value : null
}

/** A figure with a decimal comma, thousands separators or a percent sign: meant as a number, and no label to compare by. */
const isForeignFigure = (label: string) => /^[-+]?\d[\d.]*(,\d+)+(\.\d+)?\s*%?$|^[-+]?\d[\d.,]*\s*%$/.test(label)

/**
 * A column as numbers if every cell that says anything is a number, as labels if none is or numbers are in the minority,
 * otherwise as mixed with the first odd cell: words where numbers belong are reported, never turned into categories
 * silently, and so are figures with a decimal comma or a percent sign. A column of missing cells only counts as numbers.
 * Rows are counted from 1, without the heading.
 * @example readColumn(['1', '2', '']) // { kind: 'numbers', values: [1, 2, null], missing: 1 }
 */
export function readColumn(cells: readonly ColumnCell[]): ReadColumn {
  return figuresOnly(cells) ?? readTexts(cells)
}

/** A column of nothing but numbers and gaps, as a reader gives most: no text to look at. */
function figuresOnly(cells: readonly ColumnCell[]): ReadColumn | null {
  if (areFigures(cells)) return { kind: 'numbers', values: cells, missing: 0 }
  if (!cells.every((cell) => isMissing(cell) || isFigure(cell))) return null
  const values = cells.map((cell) => (isFigure(cell) ? cell : null))
  return { kind: 'numbers', values, missing: values.filter((value) => value === null).length }
}

const isFigure = (cell: ColumnCell): cell is number => typeof cell === 'number' && Number.isFinite(cell)

const areFigures = (cells: readonly ColumnCell[]): cells is readonly number[] => cells.every(isFigure)

function readTexts(cells: readonly ColumnCell[]): ReadColumn {
  const labels = cells.map(labelOf)
  const numbers = cells.map((cell, index) => (labels[index] === null ? null : numberOf(cell)))
  const said = labels.filter((label) => label !== null).length
  const missing = cells.length - said
  const numeric = numbers.filter((value) => value !== null).length
  if (numeric === said) return { kind: 'numbers', values: numbers, missing }
  const foreign = labels.findIndex((label) => label !== null && isForeignFigure(label))
  const isMostlyText = numeric * 2 < said || numeric === 0
  if (isMostlyText && foreign < 0) return { kind: 'labels', values: labels, missing }
  if (isMostlyText) return { kind: 'mixed', row: foreign + 1, text: labels[foreign] ?? '', texts: said - numeric }
  const row = labels.findIndex((label, index) => label !== null && numbers[index] === null)
  return { kind: 'mixed', row: row + 1, text: labels[row] ?? '', texts: said - numeric }
}

/**
 * Labels in the order used everywhere in the statistics: numbers by size, then words without regard to case (as R in an
 * English locale), capitals after small letters where only case differs.
 * @example ['b', '10', 'A', '9'].toSorted(compareLabels) // ['9', '10', 'A', 'b']
 */
export function compareLabels(first: string, second: string): number {
  return compareKeys(sortKey(first), sortKey(second))
}

interface SortKey {
  readonly label: string
  readonly number: number | null
  readonly folded: string
}

function sortKey(label: string): SortKey {
  return { label, number: numberOf(label), folded: label.toLowerCase() }
}

function compareKeys(first: SortKey, second: SortKey): number {
  if (first.number !== null && second.number !== null && first.number !== second.number)
    return first.number - second.number
  if ((first.number === null) !== (second.number === null)) return first.number === null ? 1 : -1
  return byCode(first.folded, second.folded) || byCode(second.label, first.label)
}

function byCode(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/** Different labels in `compareLabels` order, each once. */
export function sortedLabels(labels: readonly string[]): readonly string[] {
  // Keys once per label: reading a number out of a text costs more than comparing.
  return [...new Set(labels)]
    .map(sortKey)
    .toSorted(compareKeys)
    .map((key) => key.label)
}

/** Rows sorted into groups: the levels in `compareLabels` order and, per row, the place of its level among them. */
export interface GroupCodes {
  readonly levels: readonly string[]
  readonly codes: Int32Array
}

/**
 * The groups of a list of labels.
 * @example groupCodes(['b', 'a', 'b']) // { levels: ['a', 'b'], codes: [1, 0, 1] }
 */
export function groupCodes(labels: readonly string[]): GroupCodes {
  // Labels as they come first, then in their order: looking a text up costs most, and this looks once.
  const met = new Map<string, number>()
  const codes = new Int32Array(labels.length)
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] as string
    // Tables are often sorted by group: then the row above has told already.
    if (i > 0 && label === labels[i - 1]) {
      codes[i] = codes[i - 1] as number
      continue
    }
    let code = met.get(label)
    if (code === undefined) {
      code = met.size
      met.set(label, code)
    }
    codes[i] = code
  }
  const levels = sortedLabels([...met.keys()])
  const place = new Int32Array(levels.length)
  levels.forEach((level, index) => {
    place[met.get(level) ?? 0] = index
  })
  for (let i = 0; i < codes.length; i += 1) codes[i] = place[codes[i] as number] as number
  return { levels, codes }
}
