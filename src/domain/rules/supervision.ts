import { AppError } from '#domain/app-error.ts'
import type { Period } from '#domain/model/period.ts'
import type { Supervision } from '#domain/model/placement.ts'

/**
 * The rater of record: of all who supervised one employee in a period, the one in charge when it ended.
 * Shapes: the supervisions of one employee in one period, in any order. An open end (`toDate` null) is the end of the
 * period; of two with the same end the later start counts. Undefined when nobody supervises.
 * Source: PermenPANRB 6/2022, Lampiran IV, p. 91–92 (13–14): after a transfer the new rater evaluates.
 * @example raterOfRecord([{ supervisorId: 'a', fromDate: null, toDate: '2026-08-31', … }, { supervisorId: 'b', fromDate: '2026-09-01', toDate: null, … }], period)?.supervisorId // 'b'
 */
export function raterOfRecord<Record extends Pick<Supervision, 'supervisorId' | 'fromDate' | 'toDate'>>(
  supervisions: readonly Record[],
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): Record | undefined {
  const end = (record: Record) => record.toDate ?? period.endsOn
  const start = (record: Record) => record.fromDate ?? period.startsOn
  return supervisions.toSorted((a, b) => end(a).localeCompare(end(b)) || start(a).localeCompare(start(b))).at(-1)
}

/** Why somebody else rates from a day on. `gone`: the rater is gone for good (p. 89 (2)–(3)). */
export const moves = ['employee', 'supervisor', 'gone'] as const
export type Move = (typeof moves)[number]

/**
 * Who rates the period after a move: the `former` rater or the `successor`. An employee who moves is rated by the new
 * rater; so is one whose rater is gone for good. A rater who moves inside the evaluation window still rates, one who moves
 * outside it does not. `window-unknown`: the agency has not fixed when its window opens, so the rule cannot be applied.
 * Shapes: ISO dates; a window without an end stays open. Source: PermenPANRB 6/2022, Lampiran IV, p. 89 (2)–(3), 91–92
 * (13)–(14), with its example: moved on 25 August, no rating of the third quarter; on 25 September, it is rated.
 * @example raterAfterMove('supervisor', '2026-09-25', { windowStartsOn: '2026-09-21', windowEndsOn: null }) // 'former'
 */
export function raterAfterMove(
  moved: Move,
  day: string,
  window: Pick<Period, 'windowStartsOn' | 'windowEndsOn'>,
): 'former' | 'successor' | 'window-unknown' {
  if (moved !== 'supervisor') return 'successor'
  const { windowStartsOn, windowEndsOn } = window
  if (windowStartsOn === null) return 'window-unknown'
  return day >= windowStartsOn && (windowEndsOn === null || day <= windowEndsOn) ? 'former' : 'successor'
}

/**
 * Circles of supervision: people who, up their chain of raters, come back to themselves. Each circle is listed once,
 * from its smallest id. Nobody rates himself or herself: such a pair is a circle of one.
 * Shapes: one pair per employee (the rater of record). Cost: each person is visited once.
 * @example findCycles([['a', 'b'], ['b', 'a'], ['c', 'a']]) // [['a', 'b']]
 */
export function findCycles(
  pairs: Iterable<readonly [employeeId: string, supervisorId: string]>,
): readonly (readonly string[])[] {
  const raters = new Map(pairs)
  const settled = new Set<string>()
  const cycles: string[][] = []
  for (const start of raters.keys()) {
    const path: string[] = []
    const placeInPath = new Map<string, number>()
    let person: string | undefined = start
    while (person !== undefined && !settled.has(person) && !placeInPath.has(person)) {
      placeInPath.set(person, path.length)
      path.push(person)
      person = raters.get(person)
    }
    const entry = person === undefined ? undefined : placeInPath.get(person)
    if (entry !== undefined) cycles.push(fromSmallest(path.slice(entry)))
    for (const visited of path) settled.add(visited)
  }
  return cycles
}

function fromSmallest(circle: readonly string[]): string[] {
  const smallest = circle.reduce((least, id, index) => (id < (circle[least] ?? id) ? index : least), 0)
  return [...circle.slice(smallest), ...circle.slice(0, smallest)]
}

/** Refuses circles of supervision, naming the people in them (E-RULE-SELF for one person, E-RULE-CYCLE for more). */
export function refuseCycles(pairs: Iterable<readonly [string, string]>, nameOf: (id: string) => string): void {
  const [circle] = findCycles(pairs)
  if (!circle) return
  if (circle.length === 1) throw new AppError('E-RULE-SELF')
  throw new AppError('E-RULE-CYCLE', { names: circle.map(nameOf).join(' → ') })
}
