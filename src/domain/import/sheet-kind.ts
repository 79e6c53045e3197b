import type { ImportField, SheetKind } from './fields.ts'
import { fieldOfHeading } from './headings.ts'

/** Fields that tell one kind of sheet from another, with their weight; the rest of a kind's fields count 1. */
const telling: Readonly<Record<SheetKind, Readonly<Partial<Record<ImportField, number>>>>> = {
  staff: { name: 3, nip: 3, grade: 3, rank: 2, post: 3, unit: 2, echelon: 3, postKind: 3, supervisorName: 2 },
  plan: { result: 8, indicator: 8, target: 4, leaderResult: 4, aspect: 3, perspective: 3, resultKind: 2 },
  realisation: { realisation: 8, evidence: 3, indicatorNumber: 4, resultNumber: 4, dataSource: 2 },
  assessment: { workLevel: 8, behaviourLevel: 8, predicate: 6, score: 5, organisationPredicate: 4, resultNumber: 2 },
  behaviour: {
    behaviourValue: 9,
    expectation: 6,
    behaviourScore: 5,
    scoreBP: 4,
    scoreAK: 4,
    scoreKO: 4,
    scoreHA: 4,
    scoreLO: 4,
    scoreAD: 4,
    scoreKB: 4,
  },
  feedback: { feedback: 7, feedbackRole: 5, giver: 4, about: 4, givenOn: 3, symbol: 2 },
}

const has = (fields: ReadonlySet<ImportField>, ...wanted: ImportField[]) => wanted.some((field) => fields.has(field))

/** What a kind cannot do without. Rows of a two-person form name the person above the table, so identity is not asked. */
const needs: Readonly<Record<SheetKind, (fields: ReadonlySet<ImportField>) => boolean>> = {
  staff: (f) =>
    (has(f, 'name') && has(f, 'nip', 'officeId', 'post', 'grade', 'unit')) || (has(f, 'nip') && has(f, 'post', 'unit')),
  plan: (f) => has(f, 'result', 'indicator'),
  realisation: (f) => has(f, 'realisation') && has(f, 'resultNumber', 'indicatorNumber'),
  assessment: (f) => has(f, 'workLevel', 'behaviourLevel', 'predicate', 'score', 'organisationPredicate'),
  behaviour: (f) => has(f, 'behaviourValue') || valueColumns(f) >= 4,
  feedback: (f) => has(f, 'feedback') && has(f, 'nip', 'officeId', 'name'),
}

const valueColumns = (fields: ReadonlySet<ImportField>) =>
  [...fields].filter((field) => field.startsWith('score') && field !== 'score').length

/**
 * How well a row of headings fits a kind of sheet: the sum of the weights of the fields recognised, 0 when a field the
 * kind cannot do without is missing.
 * @example kindScore(['NIP', 'NAMA', 'JABATAN'], 'staff') // 9
 */
export function kindScore(headings: readonly string[], kind: SheetKind): number {
  const fields = new Set<ImportField>()
  for (const heading of headings) {
    const field = fieldOfHeading(heading, kind)
    if (field !== null) fields.add(field)
  }
  if (!needs[kind](fields)) return 0
  let score = 0
  for (const field of fields) score += telling[kind][field] ?? (field === 'ignored' ? 0.25 : 1)
  return score
}
