import { isoDate, longText, shortText } from '#domain/model/common.ts'
import { periodId, rowId, unitId } from '#domain/model/ids.ts'
import { organisationIndicator, organisationResult } from '#domain/model/organisation.ts'
import { period, periodStages } from '#domain/model/period.ts'
import { scoringPolicy } from '#domain/rules/scoring-policy.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'
import { withApproval } from './users.ts'

const resultFields = organisationResult.pick({ predicate: true, source: true, setBy: true, setOn: true, note: true })

/** Index of an IKU, advisory; `none` with the reason where target or realisation are words. */
export const organisationIndex = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('index'), value: z.number() }),
  z.object({ kind: z.literal('none'), because: z.string() }),
])

export const indicatorRow = organisationIndicator.omit({ periodId: true }).extend({ index: organisationIndex })
export type OrganisationIndicatorRow = z.infer<typeof indicatorRow>

const indicatorFields = organisationIndicator
  .pick({ unitOfMeasure: true, direction: true, target: true, realisation: true })
  .extend({ name: shortText.trim().min(1) })

const bands = z.object({ meets: z.number().min(0).max(100), above: z.number().min(0).max(100) })

export const organisationCalls = {
  /** Everything about the organisation in one period: predicates and reasons per unit, IKU, rule packs, scoring. */
  'organisation.get': query({
    input: z.object({ periodId }),
    output: z.object({
      stage: z.enum(periodStages),
      /** A meeting of the period has been opened: packs and scoring stay as they are. */
      frozen: z.boolean(),
      windowStartsOn: isoDate.nullable(),
      windowEndsOn: isoDate.nullable(),
      units: z.array(
        z.object({
          unitId,
          parentId: unitId.nullable(),
          name: z.string(),
          /** People whose organisation predicate comes from this unit (their rater leads it). */
          people: z.number().int(),
          result: resultFields.nullable(),
          /** Written reason for departing from the guide pattern; empty when none. */
          patternReason: z.string(),
        }),
      ),
      indicators: z.array(indicatorRow),
      rulePacks: z.array(
        z.object({
          id: z.string(),
          title: z.object({ id: z.string(), en: z.string() }),
          legalBasis: z.string(),
          /** R regulation text, S secondary page, H house convention. */
          confidence: z.enum(['R', 'S', 'H']),
          hasLimits: z.boolean(),
          active: z.boolean(),
          /** The main regulation is always in force. */
          required: z.boolean(),
        }),
      ),
      scoring: scoringPolicy,
    }),
  }),
  /** The organisation predicate of one or several units; `result` null takes it away again. */
  'organisation.setResult': command({
    input: z.object({ periodId, unitIds: z.array(unitId).min(1).max(500), result: resultFields.nullable() }),
    output: nothing,
  }),
  /** One IKU; `id` null adds it at the end of the unit's list. Target and realisation keep their wording. */
  'organisation.saveIndicator': command({
    input: indicatorFields.extend({ periodId, unitId, id: rowId.nullable() }),
    output: z.object({ id: rowId }),
  }),
  'organisation.removeIndicator': command({ input: z.object({ id: rowId }), output: nothing }),
  /** The written reason of a unit whose distribution departs from the guide; empty takes it away. */
  'organisation.setPatternReason': command({
    input: z.object({ periodId, unitId, reason: longText }),
    output: nothing,
  }),
  /** Packs in force. Refused once a meeting of the period has been opened (E-RULE-PERIOD-FROZEN). */
  'organisation.setRulePacks': command({
    input: z.object({ periodId, rulePacks: period.shape.rulePacks }),
    output: nothing,
  }),
  /** Bands, share of the main results, cap of the index. Refused once a meeting of the period has been opened. */
  'organisation.setScoring': command({
    input: z.object({
      periodId,
      scoring: z.object({
        workBands: bands,
        behaviourBands: bands,
        mainShare: z.number().min(0).max(100),
        indexCap: z.number().min(100).max(200),
      }),
    }),
    output: z.object({ /** People whose suggested level differs from before. */ changedSuggestions: z.number().int() }),
  }),
  /** Moves the period on to its next stage, or back. Back before evaluation is refused once a meeting has been opened. */
  'organisation.setStage': command({
    input: z.object({ periodId, stage: z.enum(periodStages), ...withApproval }),
    output: nothing,
  }),
  /** The agency's evaluation window; clocks run from its end. */
  'organisation.setWindow': command({
    input: z.object({ periodId, windowStartsOn: isoDate.nullable(), windowEndsOn: isoDate.nullable() }),
    output: nothing,
  }),
}

export const resultSources = organisationResult.shape.source.options
