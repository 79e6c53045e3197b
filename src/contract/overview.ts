import { isoDate, isoInstant } from '#domain/model/common.ts'
import { meetingId, periodId } from '#domain/model/ids.ts'
import { organisationPredicate, predicate } from '#domain/model/levels.ts'
import { meetingStates } from '#domain/model/meeting.ts'
import { organisationResult } from '#domain/model/organisation.ts'
import { periodStages } from '#domain/model/period.ts'
import { cannotTellReasons } from '#domain/statistics/outcome.ts'
import { z } from '#domain/zod.ts'
import { query } from './define-contract.ts'
import { indicatorRow } from './organisation.ts'

const count = z.number().int()
const perPredicate = z.record(predicate, z.number())

/**
 * `over` and `under`: departs from the guide. `open`: cannot be told before everyone is rated. `information`: a pool too
 * small for shares. `cannot-be-met`: no distribution of so few people meets all limits.
 */
export const limitStates = ['conforms', 'over', 'under', 'open', 'information', 'cannot-be-met'] as const

export const poolLimit = z.object({
  /** Predicates counted together. */
  of: z.array(predicate),
  kind: z.enum(['max', 'min']),
  /** Percent of the pool, or null for a plain count. */
  percent: z.number().nullable(),
  /** The limit in people. */
  limit: count,
  count,
  state: z.enum(limitStates),
})
export type PoolLimit = z.infer<typeof poolLimit>

export const pool = z.object({
  /** Unit id, or `all-` and the organisation predicate for units with the same one taken together. */
  id: z.string(),
  kind: z.enum(['unit', 'union']),
  unitIds: z.array(z.string()),
  name: z.string(),
  organisationPredicate,
  people: count,
  rated: count,
  counts: perPredicate,
  /** Heights of the guide curve as shares of all; a drawing, not a rule. */
  guide: perPredicate,
  /** Fewer than ten people: counts only. */
  small: z.boolean(),
  limits: z.array(poolLimit),
  /** The predicate the guide names as "most"; whether it is the largest group (null: nobody rated). */
  mostNamed: predicate,
  namedIsLargest: z.boolean().nullable(),
  departs: z.boolean(),
  /** Written reason of a unit; a union has none of its own. */
  reason: z.string(),
})
export type Pool = z.infer<typeof pool>

const tooLittle = z.object({ kind: z.literal('insufficient-data'), n: count, required: count })
const cannotTell = z.object({ kind: z.literal('cannot-tell'), because: z.enum(cannotTellReasons) })

export const fittedPool = pool.extend({
  /** People per predicate if the pool had exactly the drawn shape. */
  expected: perPredicate,
  /** Null: no pack of the period draws a shape. */
  fit: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('value'),
        chiSquare: z.number(),
        pChiSquare: z.number(),
        g: z.number(),
        pG: z.number(),
        df: count,
        n: count,
        /** Where a predicate expects fewer than five people, p from seeded draws. */
        drawn: z.object({ pChiSquare: z.number(), pG: z.number() }).nullable(),
      }),
      tooLittle,
      cannotTell,
    ])
    .nullable(),
  /** Steps per person, and the share of people who would move at all. */
  distance: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('value'), value: z.number(), movedShare: z.number(), n: count }),
      tooLittle,
      cannotTell,
    ])
    .nullable(),
})
export type FittedPool = z.infer<typeof fittedPool>

export const stepKinds = [
  'complete-people',
  'set-organisation',
  'resolve-conflicts',
  'write-level-reasons',
  'plan-meeting',
  'open-meeting',
  'decide-cases',
  'get-consent',
  'write-pattern-reasons',
  'set-window',
  'do-follow-ups',
] as const

/** Something left to do: how many, whom it concerns, and the place of the app where it is done. */
export const nextStep = z.object({
  kind: z.enum(stepKinds),
  count,
  /** The first few names (units, people, tasks). */
  names: z.array(z.string()),
  urgent: z.boolean(),
  place: z.enum(['overview', 'staff', 'supervisors', 'meeting', 'results', 'follow-ups']),
  search: z.record(z.string(), z.string()),
})
export type NextStep = z.infer<typeof nextStep>

export const dataKinds = ['work-scores', 'behaviour', 'realisation', 'evidence', 'feedback'] as const
export const clockKinds = ['window', 'handover', 'return', 'report'] as const

export const overviewCalls = {
  /** Where the period stands on `today` (the agency's day). */
  'overview.get': query({
    input: z.object({ periodId }),
    output: z.object({
      today: isoDate,
      stage: z.enum(periodStages),
      endsOn: isoDate,
      counts: z.object({
        people: count,
        excluded: count,
        rated: count,
        incomplete: count,
        supervisors: count,
        units: count,
        plans: count,
        decided: count,
        followUpsOpen: count,
      }),
      /** Result of the top unit, and how many units with people still lack one. */
      organisation: z.object({
        unitName: z.string(),
        result: organisationResult.pick({ predicate: true, source: true, setBy: true, setOn: true }).nullable(),
        missingUnits: z.array(z.object({ unitId: z.string(), name: z.string(), people: count })),
      }),
      /** The meeting under way, else the one planned next, else the latest closed one. */
      meeting: z
        .object({
          id: meetingId,
          title: z.string(),
          heldOn: isoDate,
          state: z.enum(meetingStates),
          cases: count,
          decided: count,
        })
        .nullable(),
      /** Unions first (largest first), then units in the order of the tree. */
      pools: z.array(pool),
      /** Whether a pack with limits is switched on; without it only the curve is shown. */
      limitsInForce: z.boolean(),
      /** People in no pool, because their unit has no organisation predicate yet. */
      unpooled: count,
      indicators: z.array(indicatorRow),
      steps: z.array(nextStep),
      data: z.array(
        z.object({
          kind: z.enum(dataKinds),
          present: count,
          total: count,
          /** When data of this kind last came in; null: never, or not traceable. */
          freshAt: isoInstant.nullable(),
          /** Last came in before the period had ended. */
          stale: z.boolean(),
        }),
      ),
      lastDataAt: isoInstant.nullable(),
      clocks: z.array(
        z.object({
          kind: z.enum(clockKinds),
          /** `unset`: no window has been set. `waiting`: its starting event has not happened. */
          state: z.enum(['unset', 'waiting', 'running', 'passed']),
          startsOn: isoDate.nullable(),
          dueOn: isoDate.nullable(),
          /** Working days allowed; null for a fixed date. */
          length: count.nullable(),
          /** Working days left, today not counted; negative once passed. */
          left: count.nullable(),
        }),
      ),
    }),
  }),
  /** The same pools with their distance from the shape the regulation draws: advice, never a quota. */
  'overview.distribution': query({
    input: z.object({ periodId }),
    output: z.object({
      pools: z.array(fittedPool),
      limitsInForce: z.boolean(),
      unpooled: count,
      /** Of the draws behind `drawn`. */
      seed: count,
      draws: count,
    }),
  }),
}
