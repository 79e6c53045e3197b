import {
  type ExpectationLevel,
  expectationLevels,
  type OrganisationPredicate,
  type Predicate,
} from '#domain/model/levels.ts'
import { predicateOf } from './quadrant.ts'

/** Whether 1 stands for the best level (SIASN) or 3 does (most home-made tables). */
export const codeDirections = ['one-is-best', 'three-is-best'] as const
export type CodeDirection = (typeof codeDirections)[number]
export type LevelCode = 1 | 2 | 3

/** Nothing was written, or words that are not in the list; such words are never guessed. */
export type NoWord = { readonly kind: 'empty' } | { readonly kind: 'unknown' }

export type LevelWord =
  | { readonly kind: 'level'; readonly level: ExpectationLevel }
  /** A bare 1, 2 or 3: systems count in opposite directions, so it is never taken as it stands. */
  | { readonly kind: 'ambiguous-code'; readonly code: LevelCode }
  | NoWord

export type PredicateWord =
  | { readonly kind: 'predicate'; readonly predicate: Predicate }
  /** A word of an older rule: taken only when a person confirms the proposal. */
  | { readonly kind: 'confirm'; readonly proposal: Predicate }
  | NoWord

export type OrganisationWord =
  | { readonly kind: 'predicate'; readonly predicate: OrganisationPredicate }
  | { readonly kind: 'confirm'; readonly proposal: OrganisationPredicate }
  | NoWord

const longestRead = 80

/** Letters and digits in lower case, without a numbering in front: spaces, slashes and brackets make no difference. */
function wordKey(raw: string): string {
  return raw
    .slice(0, longestRead)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*\d{1,2}[.)]\s+/, '')
    .replace(/[^a-z0-9]/g, '')
}

/** "ekspektasi" and the misspellings seen for it. */
const expectation = '(?:ekspektasi|ekspetasi|ekpektasi|espektasi|expektasi)?'
const levelWords: readonly (readonly [RegExp, ExpectationLevel])[] = [
  [new RegExp(`^(?:diatas|above)${expectation}$`), 'above'],
  [new RegExp(`^(?:sesuai|meets)${expectation}$`), 'meets'],
  [new RegExp(`^(?:dibawah|below)${expectation}$`), 'below'],
]

/**
 * Reads a rating of work results or behaviour as offices write it. Case, spaces and "ekspektasi" make no difference.
 * Source: domain guide 9.2 (spellings) and 3.5 (bare codes are never accepted).
 * @example readLevelWord('Di Atas Ekspektasi') // { kind: 'level', level: 'above' }
 * @example readLevelWord('3') // { kind: 'ambiguous-code', code: 3 }
 */
export function readLevelWord(raw: string): LevelWord {
  const code = /^\s*([123])(?:[.,]0{1,4})?\s*$/.exec(raw.slice(0, longestRead))?.[1]
  if (code !== undefined) return { kind: 'ambiguous-code', code: Number(code) as LevelCode }
  const key = wordKey(raw)
  if (key === '') return { kind: 'empty' }
  const found = levelWords.find(([pattern]) => pattern.test(key))
  return found ? { kind: 'level', level: found[1] } : { kind: 'unknown' }
}

const sharedWords: readonly (readonly [string, Exclude<Predicate, 'very-good'>])[] = [
  ['baik', 'good'],
  ['b', 'good'],
  ['butuhperbaikan', 'needs-improvement'],
  ['perluperbaikan', 'needs-improvement'],
  ['bp', 'needs-improvement'],
  ['kurang', 'poor'],
  ['k', 'poor'],
  ['sangatkurang', 'very-poor'],
  ['sk', 'very-poor'],
]

const predicateWords: ReadonlyMap<string, Predicate> = new Map<string, Predicate>([
  ...sharedWords,
  ['sangatbaik', 'very-good'],
  ['sb', 'very-good'],
  ['kurangmisconduct', 'poor'],
  ['misconduct', 'poor'],
])

const organisationWords: ReadonlyMap<string, OrganisationPredicate> = new Map<string, OrganisationPredicate>([
  ...sharedWords,
  ['istimewa', 'excellent'],
])

/**
 * Reads a predikat kinerja pegawai. "KURANG (MISCONDUCT)", "Kurang/ Misconduct" and "Kurang" are one. "Cukup" belongs to
 * an older rule and becomes "butuh perbaikan" only with a confirmation.
 * Source: PermenPANRB 6/2022 forms; domain guide 9.2.
 * @example readPredicateWord('Cukup') // { kind: 'confirm', proposal: 'needs-improvement' }
 */
export function readPredicateWord(raw: string): PredicateWord {
  const key = wordKey(raw)
  if (key === '') return { kind: 'empty' }
  if (key === 'cukup') return { kind: 'confirm', proposal: 'needs-improvement' }
  const predicate = predicateWords.get(key)
  return predicate === undefined ? { kind: 'unknown' } : { kind: 'predicate', predicate }
}

/**
 * Reads a capaian kinerja organisasi. "Cukup" asks as for employees; "Sangat Baik", which p. 94 prints once where the
 * list says "Istimewa", asks too.
 * Source: PermenPANRB 6/2022 p. 92–96.
 * @example readOrganisationWord('ISTIMEWA') // { kind: 'predicate', predicate: 'excellent' }
 */
export function readOrganisationWord(raw: string): OrganisationWord {
  const key = wordKey(raw)
  if (key === '') return { kind: 'empty' }
  if (key === 'cukup') return { kind: 'confirm', proposal: 'needs-improvement' }
  if (key === 'sangatbaik') return { kind: 'confirm', proposal: 'excellent' }
  const predicate = organisationWords.get(key)
  return predicate === undefined ? { kind: 'unknown' } : { kind: 'predicate', predicate }
}

/**
 * The level a bare code stands for, once its direction is known.
 * @example levelOfCode(1, 'one-is-best') // 'above'
 */
export function levelOfCode(code: LevelCode, direction: CodeDirection): ExpectationLevel {
  const rank = direction === 'three-is-best' ? code : 4 - code
  return expectationLevels[rank - 1] ?? 'meets'
}

/** A row with both ratings as bare codes, and the predicate printed beside them. */
export interface CodedRating {
  readonly work: LevelCode
  readonly behaviour: LevelCode
  readonly predicate: Predicate
}

export type CodeDirectionFinding =
  /** The only direction that gives every printed predicate by the quadrant; proposed, a person still confirms it. */
  | { readonly kind: 'direction'; readonly direction: CodeDirection; readonly tested: number }
  | { readonly kind: 'ask'; readonly because: 'no-predicate' | 'both-fit' | 'neither-fits'; readonly tested: number }

/**
 * Which way bare codes 1/2/3 run, from rows that also print a predicate: both directions are tested against the quadrant,
 * and the one that reproduces every row is proposed. If both or neither do, the user is asked.
 * Source: domain guide 3.5 (SIASN records: 1 above, 3 below).
 * @example codeDirection([{ work: 1, behaviour: 1, predicate: 'very-good' }])
 * // { kind: 'direction', direction: 'one-is-best', tested: 1 }
 */
export function codeDirection(samples: readonly CodedRating[]): CodeDirectionFinding {
  const tested = samples.length
  if (tested === 0) return { kind: 'ask', because: 'no-predicate', tested }
  const fitting = codeDirections.filter((direction) =>
    samples.every(
      ({ work, behaviour, predicate }) =>
        predicateOf(levelOfCode(work, direction), levelOfCode(behaviour, direction)) === predicate,
    ),
  )
  const [direction] = fitting
  if (direction !== undefined && fitting.length === 1) return { kind: 'direction', direction, tested }
  return { kind: 'ask', because: fitting.length === 0 ? 'neither-fits' : 'both-fit', tested }
}
