import { caseRules } from '#domain/calibration/case-rules.ts'
import { employeeId, meetingId, periodId } from '#domain/model/ids.ts'
import { expectationLevel, predicate } from '#domain/model/levels.ts'
import { meetingStates } from '#domain/model/meeting.ts'
import { z } from '#domain/zod.ts'
import { query } from './define-contract.ts'

const count = z.number().int()
const figure = z.number()

/** Scores of one group of people as they were given: nothing is corrected. */
export const spread = z.object({
  n: count,
  mean: figure,
  median: figure,
  /** Sample standard deviation. */
  deviation: figure,
  lowQuartile: figure,
  highQuartile: figure,
  lowest: figure,
  highest: figure,
})

export const scoreSpread = z.discriminatedUnion('kind', [
  spread.extend({ kind: z.literal('told') }),
  z.object({ kind: z.literal('too-few'), n: count, required: count }),
])

export const meanOrTooFew = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('told'), n: count, mean: figure }),
  z.object({ kind: z.literal('too-few'), n: count, required: count }),
])

const differences = z.object({
  /** Mean score minus the agency's mean, in points; null where either is not known. */
  score: figure.nullable(),
  /** Mean achievement index minus the agency's. */
  achievement: figure.nullable(),
  /** The first minus the second: how far scores stand above what achievement alone would show. Not a correction. */
  scoreOverAchievement: figure.nullable(),
})

export const supervisorRow = z.object({
  supervisorId: z.string(),
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  /** Everyone this supervisor rates in the period. */
  people: count,
  score: scoreSpread,
  achievement: meanOrTooFew,
  difference: differences,
  levels: z.record(expectationLevel, z.number()),
  predicates: z.record(predicate, z.number()),
  cases: count,
})
export type SupervisorRow = z.infer<typeof supervisorRow>

export const caseRule = z.enum(caseRules)

/** A person worth discussing, with the visible rules that put him or her there. Never a verdict. */
export const caseRow = z.object({
  employeeId: z.string(),
  name: z.string(),
  unitName: z.string(),
  supervisorId: z.string().nullable(),
  score: figure.nullable(),
  achievement: figure.nullable(),
  workLevel: expectationLevel.nullable(),
  predicate: predicate.nullable(),
  rules: z.array(caseRule),
  onAgenda: z.boolean(),
})
export type CaseRow = z.infer<typeof caseRow>

export const supervisorCalls = {
  /** Supervisors side by side with raw figures, and the cases to look at. */
  'supervisors.compare': query({
    input: z.object({ periodId }),
    output: z.object({
      /** People with a complete work score, and everyone rated by somebody. */
      scored: count,
      people: count,
      agency: z.object({ score: scoreSpread, achievement: meanOrTooFew }),
      supervisors: z.array(supervisorRow),
      cases: z.array(caseRow),
      /** The meeting cases can be brought to: open, else planned; null: none. */
      meeting: z.object({ id: meetingId, title: z.string(), state: z.enum(meetingStates) }).nullable(),
    }),
  }),
  /** One supervisor: his people, and how his mean moved over the periods. */
  'supervisors.detail': query({
    input: z.object({ periodId, supervisorId: employeeId }),
    output: z.object({
      row: supervisorRow,
      staff: z.array(caseRow),
      /** Oldest first. */
      history: z.array(z.object({ periodId, name: z.string(), score: meanOrTooFew, achievement: meanOrTooFew })),
    }),
  }),
}
