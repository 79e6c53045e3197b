import type { StaffRow } from '#application/staff/staff-row.ts'
import { type CaseRule, caseRules, isIndexFar, isJump, type Standing } from '#domain/calibration/case-rules.ts'
import type { ExpectationLevel, Predicate } from '#domain/model/levels.ts'

export interface CaseRow {
  readonly employeeId: string
  readonly name: string
  readonly unitName: string
  readonly supervisorId: string | null
  readonly score: number | null
  readonly achievement: number | null
  readonly workLevel: ExpectationLevel | null
  readonly predicate: Predicate | null
  readonly rules: CaseRule[]
  readonly onAgenda: boolean
}

export interface CaseContext {
  readonly unitName: (unitId: string | null) => string
  readonly former: ReadonlyMap<string, Standing>
  /** People whose case a meeting of the period already discusses. */
  readonly onAgenda: ReadonlySet<string>
}

/** One person as the comparison shows it, with the visible rules that apply; most people have none. */
export function caseRow(row: StaffRow, context: CaseContext): CaseRow {
  const { facts } = row
  return {
    employeeId: facts.employeeId,
    name: facts.name,
    unitName: context.unitName(facts.unitId),
    supervisorId: facts.supervisorId,
    score: row.workScore,
    achievement: row.achievementIndex,
    workLevel: facts.assessment?.workLevel ?? null,
    predicate: row.predicate,
    rules: rulesOf(row, context.former.get(facts.employeeId) ?? null),
    onAgenda: context.onAgenda.has(facts.employeeId),
  }
}

function rulesOf(row: StaffRow, former: Standing | null): CaseRule[] {
  const now = { score: row.workScore, predicate: row.predicate }
  const holds: Readonly<Record<CaseRule, boolean>> = {
    conflict: row.flags.includes('conflict'),
    differs: row.flags.includes('differs'),
    'index-far': isIndexFar(row.facts.assessment?.workLevel ?? null, row.achievementIndex),
    jump: isJump(now, former),
    'near-edge': row.flags.includes('near-edge'),
  }
  return caseRules.filter((rule) => holds[rule])
}

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Cases with the weightier rules first (a contradiction before a near edge), then more rules, then by name. */
export function inOrderOfWeight(rows: readonly CaseRow[]): CaseRow[] {
  const first = (row: CaseRow) => caseRules.findIndex((rule) => row.rules.includes(rule))
  return rows.toSorted(
    (a, b) => first(a) - first(b) || b.rules.length - a.rules.length || collator.compare(a.name, b.name),
  )
}
