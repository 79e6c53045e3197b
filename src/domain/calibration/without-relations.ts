import type { CalibrationResult } from './calibration-result.ts'
import { collectFindings } from './collect-findings.ts'

/**
 * A calibration as somebody may read it who must not learn of declared relations: the same scores, proposals and supervisors,
 * for closeness is in none of them; the effect of closeness withheld, the list of the favoured in the order of the figures
 * alone, and the findings of what is left.
 * @example withoutRelations(result).closeness // { kind: 'withheld' }
 */
export function withoutRelations(result: CalibrationResult): CalibrationResult {
  const { findings: _, ...body } = result
  const cases = body.cases.map((one) =>
    one.individual.kind === 'value' ? { ...one, individual: { ...one.individual, order: one.individual.z } } : one,
  )
  const favoured = cases
    .flatMap(({ individual }, place) => (individual.kind === 'value' ? [{ place, z: individual.z }] : []))
    .filter(({ z }) => z > 0)
    .toSorted((a, b) => b.z - a.z || a.place - b.place)
    .slice(0, Math.ceil(body.options.individual.lookFirst * body.lookFirst.tested))
    .map(({ place }) => place)
  const open = {
    ...body,
    cases,
    lookFirst: { ...body.lookFirst, favoured },
    closeness: { kind: 'withheld' },
  } as const
  return { ...open, findings: collectFindings(open) }
}
