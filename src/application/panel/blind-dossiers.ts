import type { ReadTables } from '#application/ports/tables.ts'
import { teamOf } from '#application/staff/dossier-parts.ts'
import type { PanelCase } from '#domain/model/panel.ts'
import type { Period } from '#domain/model/period.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'
import { maskerOf } from '#domain/panel/mask-text.ts'

/** What a panelist sees of a person: the work, and nothing that tells whose it is. */
export interface BlindDossier {
  readonly code: string
  readonly results: readonly BlindResult[]
  /** Feedback of everybody but the leader, whose opinion is the score itself. */
  readonly feedback: readonly { readonly about: string; readonly text: string }[]
}

export interface BlindResult {
  readonly number: number
  readonly kind: WorkResult['kind']
  readonly statement: string
  readonly realisation: string
  readonly indicators: readonly BlindIndicator[]
}

export interface BlindIndicator
  extends Pick<Indicator, 'number' | 'statement' | 'target' | 'unitOfMeasure' | 'realisation' | 'evidence'> {}

/**
 * The dossiers behind some cases without name, number, sex, age, supervisor and unit: those fields are never read into them,
 * and the office's own texts are masked (domain/panel/mask-text.ts).
 */
export function blindDossiers(
  tables: ReadTables,
  period: Period,
  cases: Iterable<Pick<PanelCase, 'code' | 'subjectId'>>,
): readonly BlindDossier[] {
  const units = tables.unit.all().flatMap(({ name, shortName }) => [name, shortName])
  return [...cases].map(({ code, subjectId }) => {
    const mask = maskerOf({ units, people: namesAround(tables, period, subjectId) })
    const [plan] = tables.workPlan.where({ periodId: period.id, employeeId: subjectId })
    const results = plan === undefined ? [] : tables.workResult.where({ workPlanId: plan.id })
    const indicators = tables.indicator.whereIn(
      'workResultId',
      results.map(({ id }) => id),
    )
    return {
      code,
      results: results.toSorted((a, b) => a.number - b.number).map((result) => blindResult(result, indicators, mask)),
      feedback: tables.feedback
        .where({ periodId: period.id, employeeId: subjectId })
        .filter(({ fromRole, text }) => fromRole !== 'leader' && text.trim() !== '')
        .map(({ about, text }) => ({ about: mask(about), text: mask(text) })),
    }
  })
}

function blindResult(
  result: WorkResult,
  indicators: readonly Indicator[],
  mask: (text: string) => string,
): BlindResult {
  const byNumber = (a: Indicator, b: Indicator) => a.number.localeCompare(b.number, 'id', { numeric: true })
  return {
    number: result.number,
    kind: result.kind,
    statement: mask(result.statement),
    realisation: mask(result.realisation),
    indicators: indicators
      .filter(({ workResultId }) => workResultId === result.id)
      .toSorted(byNumber)
      .map((one) => ({
        number: one.number,
        statement: mask(one.statement),
        target: mask(one.target),
        unitOfMeasure: mask(one.unitOfMeasure),
        realisation: mask(one.realisation),
        evidence: mask(one.evidence),
      })),
  }
}

/** The person, everybody who supervises, their superiors, and the colleagues of the same team. */
function namesAround(tables: ReadTables, period: Period, subjectId: PanelCase['subjectId']): readonly string[] {
  const periodId = period.id
  const supervisions = tables.supervision.where({ periodId, employeeId: subjectId })
  const givers = tables.assessment.where({ periodId, employeeId: subjectId }).map(({ supervisorId }) => supervisorId)
  const raters = new Set([...supervisions.map(({ supervisorId }) => supervisorId), ...givers])
  const ids = new Set<string>([subjectId, ...raters])
  for (const { reviewingSuperiorId } of supervisions) if (reviewingSuperiorId !== null) ids.add(reviewingSuperiorId)
  for (const rater of raters) for (const colleague of teamOf(tables, period, rater)) ids.add(colleague)
  const names = tables.employee.whereIn('id', [...ids]).map(({ name }) => name)
  const givenBy = tables.feedback.where({ periodId, employeeId: subjectId }).map(({ giver }) => giver)
  return [...names, ...givenBy]
}
