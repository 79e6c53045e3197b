import type { CallOutput } from '#contract/contracts.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { at } from './column-cell.ts'

export type StaffPage = CallOutput<'staff.board'>
type Columns = StaffPage['columns']
type Cell<Name extends keyof Columns> = Columns[Name][number]

/** One person of the grid. A new object whenever anything of it changed, so that the grid repaints only those. */
export interface BoardRow {
  readonly id: string
  readonly name: string
  readonly nip: Cell<'nip'>
  readonly unitId: string | null
  readonly supervisorId: string | null
  readonly post: string
  readonly postKind: Cell<'postKind'>
  readonly grade: string
  readonly rated: boolean
  readonly excludedBecause: string
  readonly studyFailed: Cell<'studyFailed'>
  readonly resultCount: number
  readonly scoredCount: number
  readonly workScore: number | null
  readonly suggestedWorkLevel: Cell<'workLevel'>
  readonly workLevel: Cell<'workLevel'>
  readonly workLevelReason: string
  readonly behaviourCount: number
  readonly behaviourScore: number | null
  readonly suggestedBehaviourLevel: Cell<'behaviourLevel'>
  readonly behaviourLevel: Cell<'behaviourLevel'>
  readonly behaviourLevelReason: string
  readonly predicate: Cell<'predicate'>
  readonly printedPredicate: Cell<'predicate'>
  readonly achievementIndex: number | null
  readonly indexedCount: number
  readonly indicatorCount: number
  readonly feedbackCount: number
  readonly decision: Cell<'decision'>
  readonly finalPredicate: Cell<'predicate'>
  readonly organisationPredicate: Cell<'organisationPredicate'>
  readonly missing: Cell<'missing'>
  readonly flags: Cell<'flags'>
  /** Score by number of the result; a number that is not in the plan is not in the map. */
  readonly results: ReadonlyMap<number, number | null>
  readonly behaviours: readonly (number | null)[]
}

export interface Board {
  readonly periodId: string
  readonly rows: readonly BoardRow[]
  /** Everyone placed in the period; more than `rows` while the rest is on its way. */
  readonly total: number
  readonly resultNumbers: readonly number[]
  readonly supervisors: ReadonlyMap<string, string>
  readonly frozen: boolean
  readonly scoring: StaffPage['scoring']
  /** Nothing of it has been read yet: the grid stands with its columns and waits for rows. */
  readonly pending: boolean
}

/** False while rows are still on their way. */
export const isWhole = ({ rows, total, pending }: Board): boolean => !pending && rows.length >= total

/** Objects from columns. */
export function rowsOf({ columns, resultNumbers }: StaffPage): readonly BoardRow[] {
  return columns.employeeId.map((id, index) => rowAt(columns, resultNumbers, id, index))
}

function rowAt(columns: Columns, resultNumbers: readonly number[], id: string, index: number): BoardRow {
  const results = new Map<number, number | null>()
  resultNumbers.forEach((number, place) => {
    const column = columns.results[place]
    if (column?.planned[index] === true) results.set(number, column.scores[index] ?? null)
  })
  return {
    id,
    name: at(columns.name, index, ''),
    nip: at(columns.nip, index, null),
    unitId: at(columns.unitId, index, null),
    supervisorId: at(columns.supervisorId, index, null),
    post: at(columns.post, index, ''),
    postKind: at(columns.postKind, index, 'other'),
    grade: at(columns.grade, index, ''),
    rated: at(columns.rated, index, true),
    excludedBecause: at(columns.excludedBecause, index, ''),
    studyFailed: at(columns.studyFailed, index, null),
    resultCount: at(columns.resultCount, index, 0),
    scoredCount: at(columns.scoredCount, index, 0),
    workScore: at(columns.workScore, index, null),
    suggestedWorkLevel: at(columns.suggestedWorkLevel, index, null),
    workLevel: at(columns.workLevel, index, null),
    workLevelReason: at(columns.workLevelReason, index, ''),
    behaviourCount: at(columns.behaviourCount, index, 0),
    behaviourScore: at(columns.behaviourScore, index, null),
    suggestedBehaviourLevel: at(columns.suggestedBehaviourLevel, index, null),
    behaviourLevel: at(columns.behaviourLevel, index, null),
    behaviourLevelReason: at(columns.behaviourLevelReason, index, ''),
    predicate: at(columns.predicate, index, null),
    printedPredicate: at(columns.printedPredicate, index, null),
    achievementIndex: at(columns.achievementIndex, index, null),
    indexedCount: at(columns.indexedCount, index, 0),
    indicatorCount: at(columns.indicatorCount, index, 0),
    feedbackCount: at(columns.feedbackCount, index, 0),
    decision: at(columns.decision, index, 'none'),
    finalPredicate: at(columns.finalPredicate, index, null),
    organisationPredicate: at(columns.organisationPredicate, index, null),
    missing: at(columns.missing, index, []),
    flags: at(columns.flags, index, []),
    results,
    behaviours: columns.behaviours.map((column) => column[index] ?? null),
  }
}

export function boardOf(periodId: string, page: StaffPage): Board {
  return {
    periodId,
    rows: rowsOf(page),
    total: page.total,
    resultNumbers: page.resultNumbers,
    supervisors: new Map(page.supervisors.map(({ id, name }) => [id, name])),
    frozen: page.frozen,
    scoring: page.scoring,
    pending: false,
  }
}

/**
 * The board before its first rows. A grid takes a third of a second to build, and the engine as long to read: with this
 * both happen at once. `resultNumbers` are those of the last time.
 */
export function pendingBoard(periodId: string, resultNumbers: readonly number[]): Board {
  return {
    periodId,
    rows: [],
    total: 0,
    resultNumbers,
    supervisors: new Map(),
    frozen: false,
    scoring: defaultScoringPolicy,
    pending: true,
  }
}

/**
 * The board after some people were asked for again. Who is asked for and not answered is no longer placed in the
 * period; who is new stands at the end until the grid orders it.
 */
export function patched(board: Board, asked: readonly string[], page: StaffPage): Board {
  const fresh = new Map(rowsOf(page).map((row) => [row.id, row]))
  const gone = new Set(asked.filter((id) => !fresh.has(id)))
  const rows = board.rows.flatMap((row) => {
    const next = fresh.get(row.id)
    fresh.delete(row.id)
    if (next !== undefined) return [next]
    return gone.has(row.id) ? [] : [row]
  })
  rows.push(...fresh.values())
  const numbers = new Set([...board.resultNumbers, ...page.resultNumbers])
  return {
    ...board,
    rows,
    total: board.total + rows.length - board.rows.length,
    resultNumbers:
      numbers.size === board.resultNumbers.length ? board.resultNumbers : [...numbers].sort((a, b) => a - b),
    supervisors: new Map([...board.supervisors, ...page.supervisors.map(({ id, name }) => [id, name] as const)]),
    frozen: page.frozen,
  }
}
