import { calibrationChoices } from '#domain/calibration/calibration-choices.ts'
import type { CalibratedCase, CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { dataProblemCodes } from '#domain/calibration/data-problem.ts'
import { runChangeKinds } from '#domain/calibration/input-change.ts'
import type { ScoreProposal } from '#domain/calibration/score-proposals.ts'
import type { ShownResult } from '#domain/calibration/shown-result.ts'
import { calibratedDimension, calibrationRun as storedRecord } from '#domain/model/calibration-record.ts'
import { longText } from '#domain/model/common.ts'
import { calibrationRunId, employeeId, meetingId, periodId } from '#domain/model/ids.ts'
import { z } from '#domain/zod.ts'
import { command, job, jobId, query } from './define-contract.ts'

export const calibrationDimension = calibratedDimension.shape.dimension

/** Plain data all through: no figure that is none, nothing JSON would lose. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  return typeof value === 'object' && Object.values(value).every(isPlain)
}

const isResult = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'findings' in value && isPlain(value)

/**
 * What the domain computed, as it is: its shape is the domain's (CalibrationResult), and its bytes are what the hash of the
 * inputs stands for, so nothing is renamed or left out on the way.
 */
export const calibrationResult = z.custom<CalibrationResult>(isResult)

/** The same without the cases, for a page. */
export const shownCalibration = z.custom<ShownResult>(isResult)

/** How many cases come at a time. */
export const casesAtOnce = 1000

const calibratedCase = z.custom<CalibratedCase>(
  (value) => typeof value === 'object' && value !== null && 'proposal' in value && isPlain(value),
)

export const calibrationRun = z.object({
  dimension: calibrationDimension,
  /** SHA-256 of the inputs in canonical order with the options: the same hash and model version give the same result. */
  inputsHash: calibratedDimension.shape.inputsHash,
  result: calibrationResult,
})

const person = z.object({ id: z.string(), name: z.string(), unitName: z.string() })
/** Names to the ids of the results. */
const names = { employees: z.array(person), supervisors: z.array(person.extend({ post: z.string() })) }

/** People whose data do not count in full; ids, rising. */
export const dataProblem = z.object({ code: z.enum(dataProblemCodes), employees: z.array(z.string()) })

/** A run that is kept, with the meetings that look at it. The results are asked for one by one. */
export const storedRun = storedRecord.extend({ meetings: z.array(z.object({ id: meetingId, title: z.string() })) })

/** Whether a stored run still says what the workspace holds; what changed since, in general words, with the rows of each. */
export const runFreshness = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('current') }),
  z.object({
    kind: z.literal('outdated'),
    changes: z.array(z.object({ what: z.enum(runChangeKinds), rows: z.number().int() })),
  }),
])
export type RunFreshness = z.infer<typeof runFreshness>

const count = z.number().int()
const summary = z.object({
  main: calibratedDimension.shape.main,
  psi: z.object({ value: z.number(), source: z.enum(['assumed', 'earlier-panel', 'panel']) }),
  flagged: count,
  proposed: count,
  unchanged: count,
})
const supervisorSide = z.object({ estimate: z.number().nullable(), isFlagged: z.boolean() }).nullable()

/** What other choices would change; the shape is the domain's (compare-results.ts). */
export const calibrationComparison = z.object({
  dimension: calibrationDimension,
  before: summary,
  after: summary,
  /** At most 200 of each are named, the largest differences first; `changed` counts all. */
  supervisors: z.array(z.object({ supervisor: z.string(), before: supervisorSide, after: supervisorSide })),
  cases: z.array(
    z.object({
      employee: z.string(),
      supervisor: z.string(),
      raw: z.number().nullable(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      levelBefore: count.nullable(),
      levelAfter: count.nullable(),
    }),
  ),
  changed: z.object({ proposals: count, levels: count, flags: count }),
  orderKept: z.boolean(),
})

export const calibrationCalls = {
  /** The calibration of a period from what the workspace holds, in both dimensions. Stores nothing. */
  'calibration.run': query({
    input: z.object({ periodId }),
    output: z.object({
      period: z.object({ id: periodId, name: z.string() }),
      modelVersion: z.string(),
      /** Of the program that computed. */
      engineVersion: z.string(),
      runs: z.array(calibrationRun),
      problems: z.array(dataProblem),
      ...names,
    }),
  }),

  /** The newest stored run (null: none yet), the choices in force (`chosenAt` null: the standard ones), how many are stored. */
  'calibration.current': query({
    input: z.object({ periodId }),
    output: z.object({
      run: storedRun.nullable(),
      choices: z.object({
        values: calibrationChoices,
        reason: z.string(),
        chosenAt: z.string().nullable(),
        chosenBy: z.string(),
      }),
      runs: count,
    }),
  }),
  /** Newest first. */
  'calibration.list': query({ input: z.object({ periodId }), output: z.array(storedRun) }),
  /** One dimension of a stored run, as it was computed, without its cases; the names are those of today. */
  'calibration.result': query({
    input: z.object({ runId: calibrationRunId, dimension: calibrationDimension }),
    output: z.object({ run: storedRun, result: shownCalibration, problems: z.array(dataProblem), ...names }),
  }),
  /** Its cases, a thousand at a time beginning with the `from`th: of one supervisor, or (null) of everybody; `total` counts all. */
  'calibration.cases': query({
    input: z.object({
      runId: calibrationRunId,
      dimension: calibrationDimension,
      supervisorId: employeeId.nullable(),
      from: z.number().int().min(0),
    }),
    output: z.object({ cases: z.array(calibratedCase).max(casesAtOnce), total: count, employees: names.employees }),
  }),
  'calibration.freshness': query({ input: z.object({ runId: calibrationRunId }), output: runFreshness }),

  /** What the run a meeting looks at proposes for one case; null: it looks at none, or the run does not know the person. */
  'calibration.caseProposals': query({
    input: z.object({ meetingId, employeeId }),
    output: z
      .object({
        run: storedRecord.pick({ id: true, modelVersion: true, computedAt: true, dimensions: true }),
        isCurrent: z.boolean(),
        dimensions: z.array(
          z.object({
            dimension: calibrationDimension,
            proposal: z.custom<ScoreProposal>(
              (value) => typeof value === 'object' && value !== null && 'kind' in value,
            ),
            /** Limits of the evidence, and probability of the interval, that the run was computed with. */
            evidence: z.object({ people: z.number(), reliability: z.number(), achievementMissing: z.number() }),
            interval: z.number(),
          }),
        ),
      })
      .nullable(),
  }),

  /** Computes and keeps. `isNew` false: nothing had changed, and the newest stored run says the same. */
  'calibration.store': job({
    input: z.object({ jobId, periodId }),
    output: z.object({ runId: calibrationRunId, isNew: z.boolean() }),
  }),
  /** What other choices would change beside the newest stored run. Writes nothing. */
  'calibration.whatIf': job({
    input: z.object({ jobId, periodId, choices: calibrationChoices }),
    output: z.object({
      runId: calibrationRunId,
      /** False: that run is not up to date, so its choices were computed anew. */
      isStored: z.boolean(),
      choices: calibrationChoices,
      dimensions: z.array(calibrationComparison),
      ...names,
    }),
  }),
  /** Makes the choices the period's own, with the reason, and keeps the calibration under them: one decision, one undo. */
  'calibration.apply': job({
    input: z.object({ jobId, periodId, choices: calibrationChoices, reason: longText.trim().min(1) }),
    output: z.object({ runId: calibrationRunId }),
  }),
  /** Without a meeting's id: the latest meeting of the period that is not closed. */
  'calibration.toAgenda': command({
    input: z.object({
      runId: calibrationRunId,
      meetingId: meetingId.nullable(),
      employeeIds: z.array(employeeId).min(1).max(2000),
    }),
    output: z.object({ meetingId, added: count }),
  }),
}
