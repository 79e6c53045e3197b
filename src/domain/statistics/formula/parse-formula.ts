import { type FormulaError, formulaError } from './formula-error.ts'
import { type Token, tokensOf } from './formula-tokens.ts'

/** A column as a term uses it: as it is, or as labels whatever it holds (`factor(x)`). */
export interface TermVariable {
  readonly column: string
  readonly asFactor: boolean
}

/** Variables multiplied with one another; one variable is a main effect. */
export type Term = readonly TermVariable[]

/** A sum of terms, with or without the constant. */
export interface TermSum {
  readonly intercept: boolean
  readonly terms: readonly Term[]
}

/** One bracket: what differs, and between the groups of which column (several columns: their combinations). */
export interface RandomBracket {
  readonly varies: TermSum
  readonly grouping: readonly string[]
  /** The grouping as lme4 names it: `g`, `g:h`; of `g/h` the inner one is `h:g`. */
  readonly group: string
}

export interface ModelFormula {
  readonly kind: 'formula'
  readonly response: string
  readonly fixed: TermSum
  readonly random: readonly RandomBracket[]
}

/**
 * A model in lme4's notation: `score ~ a + b + (1 | supervisor)`. Understood: `+`, `-`, `:` and `*` between columns, `1`
 * and `0` for the constant, `factor(x)`, names in back quotes, and brackets `(1 | g)`, `(x | g)`, `(0 + x | g)`,
 * `(x || g)`, `(1 | g:h)`, `(1 | g/h)`,
 * `(1 | factor(g))`, any number of them. Anything else is an error that names the word.
 * @example parseFormula('y ~ x + (x | g)') // { kind: 'formula', response: 'y', fixed: …, random: [{ … }] }
 */
export function parseFormula(text: string): ModelFormula | FormulaError {
  const tokens = tokensOf(text)
  if ('kind' in tokens) return tokens
  const [response, tilde] = tokens
  if (response?.kind === 'name' && tilde?.text === '(') return formulaError('function', response.text)
  if (response?.kind !== 'name' || tilde?.text !== '~') return formulaError('no-response', response?.text ?? '')
  const reader: Reader = { tokens, at: 2, error: null }
  const sum = readSum(reader)
  const left = reader.tokens[reader.at]
  if (reader.error === null && left !== undefined) reader.error = formulaError('unexpected', left.text)
  if (reader.error !== null) return reader.error
  return { kind: 'formula', response: response.text, fixed: sortedSum(sum), random: sum.random }
}

interface Reader {
  readonly tokens: readonly Token[]
  at: number
  error: FormulaError | null
}

interface Sum {
  intercept: boolean
  terms: Term[]
  random: RandomBracket[]
}

function peek(reader: Reader): string {
  return reader.error === null ? (reader.tokens[reader.at]?.text ?? '') : ''
}

function isSign(reader: Reader, sign: string): boolean {
  return peek(reader) === sign && reader.tokens[reader.at]?.kind === 'sign'
}

function fail(reader: Reader, code: 'unexpected' | 'function'): void {
  reader.error ??= formulaError(code, reader.tokens[reader.at]?.text ?? reader.tokens.at(-1)?.text ?? '')
}

function expect(reader: Reader, sign: string): void {
  if (isSign(reader, sign)) reader.at += 1
  else fail(reader, 'unexpected')
}

function readSum(reader: Reader, isInside = false): Sum {
  const sum: Sum = { intercept: true, terms: [], random: [] }
  let takesAway = false
  if (isSign(reader, '-')) {
    takesAway = true
    reader.at += 1
  }
  for (;;) {
    readItem(reader, sum, takesAway, isInside)
    if (reader.error !== null || !(isSign(reader, '+') || isSign(reader, '-'))) return sum
    takesAway = isSign(reader, '-')
    reader.at += 1
  }
}

function readItem(reader: Reader, sum: Sum, takesAway: boolean, isInside: boolean): void {
  const token = reader.tokens[reader.at]
  if (token?.kind === 'number') {
    if (token.text !== '0' && token.text !== '1') fail(reader, 'unexpected')
    sum.intercept = (token.text === '1') !== takesAway
    reader.at += 1
    return
  }
  if (isSign(reader, '(')) {
    if (takesAway || isInside) fail(reader, 'unexpected')
    else sum.random.push(...readBracket(reader))
    return
  }
  const terms = readProduct(reader)
  const keys = new Set(terms.map(termKey))
  sum.terms = sum.terms.filter((term) => !keys.has(termKey(term)))
  if (!takesAway) sum.terms.push(...terms)
}

function readBracket(reader: Reader): RandomBracket[] {
  expect(reader, '(')
  const sum = readSum(reader, true)
  const apart = isSign(reader, '||')
  if (!apart && !isSign(reader, '|')) fail(reader, 'unexpected')
  reader.at += 1
  const groupings = readGrouping(reader)
  expect(reader, ')')
  if (!sum.intercept && sum.terms.length === 0) fail(reader, 'unexpected')
  const varies = sortedSum(sum)
  const parts: TermSum[] = apart
    ? [
        ...(varies.intercept ? [{ intercept: true, terms: [] }] : []),
        ...varies.terms.map((term) => ({ intercept: false, terms: [term] })),
      ]
    : [varies]
  return groupings.flatMap((grouping) => parts.map((part) => ({ varies: part, ...grouping })))
}

type ReadGrouping = Pick<RandomBracket, 'grouping' | 'group'>

/** `g`, `g:h` (combinations) or `g/h` (both: h within g, the inner one first, as lme4 puts it). */
function readGrouping(reader: Reader): readonly ReadGrouping[] {
  const first = readGroup(reader)
  let last: ReadGrouping = { grouping: [first.column], group: first.group }
  const outer: ReadGrouping[] = []
  while (isSign(reader, ':') || isSign(reader, '/')) {
    const within = isSign(reader, '/')
    reader.at += 1
    const next = readGroup(reader)
    if (within) {
      outer.push(last)
      const around = last.grouping.length > 1 ? `(${last.group})` : last.group
      last = { grouping: [next.column, ...last.grouping], group: `${next.group}:${around}` }
    } else last = { grouping: [...last.grouping, next.column], group: `${last.group}:${next.group}` }
  }
  return [...outer, last]
}

/** A column of groups; `factor(g)` says what holds for every grouping anyway. */
function readGroup(reader: Reader) {
  const { column, asFactor } = readVariable(reader)
  return { column, group: asFactor ? `factor(${column})` : column }
}

function readName(reader: Reader): string {
  const token = reader.tokens[reader.at]
  if (token?.kind !== 'name') {
    fail(reader, 'unexpected')
    return ''
  }
  reader.at += 1
  return token.text
}

/** `a`, `a:b`, `a*b` (both and their product). A column times itself is itself, as in R. */
function readProduct(reader: Reader): Term[] {
  let terms: Term[] = [readInteraction(reader)]
  while (reader.error === null && isSign(reader, '*')) {
    reader.at += 1
    const next = readInteraction(reader)
    terms = [...terms, next, ...terms.map((term) => eachOnce([...term, ...next]))]
  }
  return terms
}

function readInteraction(reader: Reader): Term {
  const variables = [readVariable(reader)]
  while (reader.error === null && isSign(reader, ':')) {
    reader.at += 1
    variables.push(readVariable(reader))
  }
  return eachOnce(variables)
}

const eachOnce = (term: Term): Term =>
  term.filter((one, place) => term.findIndex((other) => isSame(one, other)) === place)

const isSame = (first: TermVariable, second: TermVariable) =>
  first.column === second.column && first.asFactor === second.asFactor

function readVariable(reader: Reader): TermVariable {
  const start = reader.at
  const column = readName(reader)
  if (!isSign(reader, '(')) return { column, asFactor: false }
  if (!['factor', 'as.factor'].includes(column)) {
    reader.at = start
    fail(reader, 'function')
    return { column, asFactor: false }
  }
  expect(reader, '(')
  const inner = readName(reader)
  expect(reader, ')')
  return { column: inner, asFactor: true }
}

/** One key for a term however its variables are ordered. */
export function termKey(term: Term): string {
  return term
    .map(({ column, asFactor }) => `${asFactor ? 'factor' : ''}(${column})`)
    .toSorted()
    .join(':')
}

/** Main effects before products of two, and so on, as R orders them; each term once. */
function sortedSum({ intercept, terms }: Sum): TermSum {
  const seen = new Set<string>()
  const own = terms.filter((term) => {
    const key = termKey(term)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return { intercept, terms: own.toSorted((a, b) => a.length - b.length) }
}
