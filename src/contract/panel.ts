import { type AppErrorCode, errorParameters } from '#domain/app-error.ts'
import { isoInstant, longText, shortText } from '#domain/model/common.ts'
import { commonCaseId, employeeId, panelistId, periodId, userId } from '#domain/model/ids.ts'
import { panelDimension, panelDimensions } from '#domain/model/panel.ts'
import type { ScoreAgreement } from '#domain/panel/score-agreement.ts'
import { z } from '#domain/zod.ts'
import { command, job, jobId, nothing, query } from './define-contract.ts'

const score = z.number().min(0).max(100)
const pin = z.string().min(1).max(200)

const variances = z.object({
  leniency: z.number(),
  team: z.number(),
  employee: z.number(),
  supervisorResidual: z.number(),
  panelResidual: z.number(),
  source: z.enum(['panel', 'without-panel', 'typical']),
})

/** What a panelist reads: the work, under a code. Nothing else of the person ever crosses. */
const blindDossier = z.strictObject({
  code: z.string(),
  results: z.array(
    z.strictObject({
      number: z.number(),
      kind: z.enum(['main', 'additional']),
      statement: z.string(),
      realisation: z.string(),
      indicators: z.array(
        z.strictObject({
          number: z.string(),
          statement: z.string(),
          target: z.string(),
          unitOfMeasure: z.string(),
          realisation: z.string(),
          evidence: z.string(),
        }),
      ),
    }),
  ),
  feedback: z.array(z.strictObject({ about: z.string(), text: z.string() })),
})

const sheetDossier = blindDossier.extend({ scores: z.partialRecord(panelDimension, score.nullable()) })

/** A panelist's own sheet; `sheet` is what proves that it was opened with the panelist's PIN. */
const openedSheet = { panelistId, sheet: z.string().min(1).max(64) }

/** The domain's own shape; tagged figures, never NaN. */
const agreement = z.custom<ScoreAgreement>((value) => typeof value === 'object' && value !== null && 'levels' in value)
const given = z.array(z.object({ subject: z.string(), rater: z.string(), score }))
const names = z.record(z.string(), z.string())

const errorCode = z.custom<AppErrorCode>((value) => typeof value === 'string' && value in errorParameters)

const ballotReport = z.object({
  file: z.string(),
  panelist: z.string().nullable(),
  given: z.number().int(),
  blank: z.number().int(),
  changes: z.number().int(),
  refused: z.array(
    z.object({
      sheet: z.string(),
      row: z.number().int(),
      code: z.string(),
      because: z.enum(['not-a-number', 'out-of-range', 'twice']),
      value: z.string(),
    }),
  ),
  problem: z.object({ code: errorCode, params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
})

export const panelCalls = {
  /** Who, how many, how far; neither who is behind a code nor any score. */
  'panel.get': query({
    input: z.object({ periodId }),
    output: z.object({
      panelists: z.array(
        z.object({
          id: panelistId,
          name: z.string(),
          userId: userId.nullable(),
          employeeId: employeeId.nullable(),
          opensHere: z.boolean(),
          needsPin: z.boolean(),
          dossiers: z.number().int(),
          scores: z.number().int(),
          ballots: z.array(
            z.object({
              id: z.string(),
              format: z.enum(['xlsx', 'json']),
              issuedAt: isoInstant,
              mergedAt: isoInstant.nullable(),
            }),
          ),
        }),
      ),
      draw: z
        .object({
          seed: z.number().int(),
          listed: z.number().int(),
          dossiers: z.number().int(),
          perDossier: z.number().int(),
          dimensions: z.array(panelDimension),
          drawnAt: isoInstant,
          teams: z.number().int(),
          unavoidable: z.number().int(),
          asked: z.number().int(),
          given: z.number().int(),
          groups: z.number().int(),
          complete: z.boolean(),
        })
        .nullable(),
      people: z.number().int(),
      teams: z.number().int(),
    }),
  }),
  /** What the size advisor computes with: team sizes and variances. */
  'panel.advice': query({
    input: z.object({ periodId }),
    output: z.object({
      teams: z.array(z.number().int()),
      variances,
      required: z.object({ scores: z.number().int(), teams: z.number().int() }),
    }),
  }),
  'panel.addPanelist': command({
    input: z.object({
      periodId,
      userId: userId.nullable(),
      employeeId: employeeId.nullable(),
      name: shortText,
    }),
    output: z.object({ panelistId }),
  }),
  'panel.removePanelist': command({ input: z.object({ periodId, panelistId }), output: nothing }),
  'panel.draw': command({
    input: z.object({
      periodId,
      seed: z.number().int().min(0).max(999_999),
      dossiers: z.number().int().min(1).max(5_000),
      perDossier: z.number().int().min(2).max(10),
      dimensions: z.array(panelDimension).min(1).max(panelDimensions.length),
    }),
    output: nothing,
  }),
  'panel.withdraw': command({
    input: z.object({ periodId, reason: longText.trim().min(1) }),
    output: nothing,
  }),
  /** Opens a panelist's own sheet with the panelist's PIN (null in a workspace without named users); closes any other. */
  'panel.openSheet': command({
    input: z.object({ panelistId, pin: pin.nullable() }),
    output: z.object({ sheet: z.string() }),
  }),
  'panel.closeSheet': command({ input: nothing, output: nothing, needsSoundFile: false }),
  'panel.sheet': query({
    input: z.object(openedSheet),
    output: z.object({
      panelist: z.object({ id: panelistId, name: z.string() }),
      periodName: z.string(),
      dimensions: z.array(panelDimension),
      dossiers: z.array(sheetDossier),
    }),
  }),
  'panel.giveScore': command({
    input: z.object({
      ...openedSheet,
      code: z.string().max(20),
      dimension: panelDimension,
      score: score.nullable(),
    }),
    output: nothing,
  }),
  'panel.issueBallot': command({
    input: z.object({ panelistId, format: z.enum(['xlsx', 'json']), path: z.string().min(1) }),
    output: z.object({ path: z.string(), dossiers: z.number().int() }),
  }),
  'panel.previewBallots': job({
    input: z.object({ jobId, periodId, paths: z.array(z.string().min(1)).min(1).max(50) }),
    output: z.object({ previewId: z.string(), reports: z.array(ballotReport) }),
  }),
  'panel.mergeBallots': command({
    input: z.object({ previewId: z.string().max(64) }),
    output: z.object({ scores: z.number().int() }),
  }),
  /** Scores and how far they agree: for those who prepare the meeting, not for those who score. */
  'panel.agreement': query({
    input: z.object({ periodId }),
    output: z.object({ names, dimensions: z.array(z.object({ dimension: panelDimension, agreement, given })) }),
  }),
  'panel.commonCases': query({
    input: z.object({ periodId }),
    output: z.object({
      cases: z.array(z.object({ id: commonCaseId, number: z.number().int(), title: z.string(), text: z.string() })),
      supervisors: z.array(z.object({ id: employeeId, name: z.string(), scored: z.number().int() })),
    }),
  }),
  'panel.saveCommonCase': command({
    input: z.object({
      periodId,
      id: commonCaseId.nullable(),
      title: shortText.trim().min(1),
      text: longText.trim().min(1),
    }),
    output: z.object({ id: commonCaseId }),
  }),
  'panel.removeCommonCase': command({ input: z.object({ periodId, id: commonCaseId }), output: nothing }),
  'panel.commonSheet': query({
    input: z.object({ periodId, supervisorId: employeeId }),
    output: z.array(z.object({ id: commonCaseId, score })),
  }),
  'panel.scoreCommonCases': command({
    input: z.object({
      periodId,
      supervisorId: employeeId,
      scores: z
        .array(z.object({ id: commonCaseId, score: score.nullable() }))
        .min(1)
        .max(100),
    }),
    output: nothing,
  }),
  'panel.commonAgreement': query({
    input: z.object({ periodId }),
    output: z.object({ agreement, names, subjects: names, given }),
  }),
}
