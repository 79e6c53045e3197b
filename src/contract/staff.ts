import { type AppErrorCode, errorParameters } from '#domain/app-error.ts'
import { behaviourValues } from '#domain/model/assessment.ts'
import { isoDate, longText, shortText } from '#domain/model/common.ts'
import { employee } from '#domain/model/employee.ts'
import { employeeId, periodId, unitId } from '#domain/model/ids.ts'
import { expectationLevel, failedStudyPredicate, organisationPredicate, predicate } from '#domain/model/levels.ts'
import { placement } from '#domain/model/placement.ts'
import { indicatorAspects } from '#domain/model/work-plan.ts'
import { scoringPolicy } from '#domain/rules/scoring-policy.ts'
import { moves } from '#domain/rules/supervision.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

/** Why a row cannot be rated yet, in the order a person would mend it. */
export const missingCodes = [
  'no-supervisor',
  'no-plan',
  'no-main-result',
  'weights',
  'work-scores',
  'behaviour-scores',
  'work-level',
  'behaviour-level',
  'no-organisation-result',
] as const
export const missingCode = z.enum(missingCodes)

/**
 * What deserves a look: `differs` an official level off its suggestion (`reason-missing`: without a written reason),
 * `conflict` a printed predicate off the quadrant, `near-edge` a score within half a point of a band's edge.
 */
export const staffFlags = ['differs', 'reason-missing', 'conflict', 'near-edge', 'supervisor-changed'] as const
export const staffFlag = z.enum(staffFlags)

/** `none`: not discussed or not decided yet. */
export const decisionStates = ['none', 'keep', 'change', 'proposal'] as const
export const decisionState = z.enum(decisionStates)

const text = z.string()
const texts = z.array(text)
const maybeTexts = z.array(text.nullable())
const counts = z.array(z.number().int())
const maybeNumbers = z.array(z.number().nullable())
const maybeLevels = z.array(expectationLevel.nullable())

/**
 * The staff of a period by columns: entry i of every column is person i. Columns travel several times faster than
 * objects. Nothing missing is a zero: it is null, and `missing` says why.
 */
export const staffColumns = z.object({
  employeeId: texts,
  name: texts,
  nip: maybeTexts,
  status: z.array(employee.shape.status),
  unitId: maybeTexts,
  supervisorId: maybeTexts,
  post: texts,
  postKind: z.array(placement.shape.postKind),
  grade: texts,
  rank: texts,
  rated: z.array(z.boolean()),
  excludedBecause: texts,
  /** What the rater chose after a failed tugas belajar; null: none failed. */
  studyFailed: z.array(failedStudyPredicate.nullable()),
  /** Results of the plan, and how many of them carry a score. */
  resultCount: counts,
  scoredCount: counts,
  /** Weighted mean of the results, 0–100, unrounded; null while any is missing. */
  workScore: maybeNumbers,
  suggestedWorkLevel: maybeLevels,
  /** Official levels: the supervisor's own. */
  workLevel: maybeLevels,
  workLevelReason: texts,
  /** How many of the seven values carry a score. */
  behaviourCount: counts,
  /** Mean of the seven × 20, 20–100, unrounded; null while any is missing. */
  behaviourScore: maybeNumbers,
  suggestedBehaviourLevel: maybeLevels,
  behaviourLevel: maybeLevels,
  behaviourLevelReason: texts,
  predicate: z.array(predicate.nullable()),
  printedPredicate: z.array(predicate.nullable()),
  /** Weighted achievement index; null when too few indicators have one. Advisory, never turned into a rating. */
  achievementIndex: maybeNumbers,
  indicatorCount: counts,
  indexedCount: counts,
  feedbackCount: counts,
  decision: z.array(decisionState),
  finalPredicate: z.array(predicate.nullable()),
  organisationPredicate: z.array(organisationPredicate.nullable()),
  missing: z.array(z.array(missingCode)),
  flags: z.array(z.array(staffFlag)),
  /** Score of the result with each number of `resultNumbers`; `planned` false: this plan has no such result. */
  results: z.array(z.object({ planned: z.array(z.boolean()), scores: maybeNumbers })),
  /** Scores 1–5 in the official order BP … KB. */
  behaviours: z.array(maybeNumbers).length(behaviourValues.length),
})

export const staffPage = z.object({
  /** Everyone placed in the period. */
  total: z.number().int(),
  /** Place of the first row of this page in the order of names. */
  from: z.number().int(),
  /** Numbers of the per-result columns, rising: of the whole period for the board, of these people's plans for rows. */
  resultNumbers: counts,
  /** Names behind `supervisorId`. */
  supervisors: z.array(z.object({ id: text, name: text })),
  /** True once a meeting of the period has been opened: filled assessments stay as they are. */
  frozen: z.boolean(),
  /** The period's bands and weights: how many decimals a score needs depends on its edges. */
  scoring: scoringPolicy,
  /** Length of the trail when these rows were read: pages with different ones do not belong together. */
  trailLength: z.number().int(),
  columns: staffColumns,
})

export const noIndexReasons = [
  'no-target',
  'no-realisation',
  'text-target',
  'text-realisation',
  'target-zero',
  'different-units',
  'direction-unknown',
] as const
export const noIndexReason = z.enum(noIndexReasons)

const indicatorColumns = z.object({
  indicatorId: texts,
  employeeId: texts,
  name: texts,
  unitId: maybeTexts,
  supervisorId: maybeTexts,
  resultId: texts,
  resultNumber: counts,
  resultKind: z.array(z.enum(['main', 'additional'])),
  resultStatement: texts,
  /** Weight of the result in percent, unrounded, and whether it was typed; null when the plan's weights make no sense. */
  weight: maybeNumbers,
  weightTyped: z.array(z.boolean()),
  number: texts,
  aspect: z.array(z.enum(indicatorAspects)),
  statement: texts,
  target: texts,
  unitOfMeasure: texts,
  direction: z.array(z.enum(['higher', 'lower', 'unknown'])),
  realisation: texts,
  evidence: texts,
  /** The override when there is one, else the computed index; null: none can be computed, `indexWhy` says why. */
  index: maybeNumbers,
  indexWhy: z.array(z.union([z.literal(''), noIndexReason])),
  indexOverridden: z.array(z.boolean()),
  indexOverrideReason: texts,
})

export const indicatorPage = z.object({
  total: z.number().int(),
  from: z.number().int(),
  supervisors: z.array(z.object({ id: text, name: text })),
  columns: indicatorColumns,
})

/** What can be typed into a cell of the grids. */
export const staffFields = [
  /** `key`: number of the work result. */
  'resultScore',
  /** `key`: BP … KB. */
  'behaviourScore',
  'workLevel',
  'behaviourLevel',
  'post',
  'unit',
  'grade',
  'supervisor',
  'rated',
  'studyFailed',
  /** `key` of the following: id of the indicator. */
  'target',
  'realisation',
  'direction',
  'unitOfMeasure',
  'evidence',
  'indexOverride',
  /** `key`: id of the work result; percent. The weights of one plan are typed together. */
  'weight',
] as const
export const staffField = z.enum(staffFields)

export const cellEdit = z.object({
  employeeId,
  field: staffField,
  key: z.string().max(64).default(''),
  /** The text as typed or pasted; empty empties the cell. Levels also as below/meets/above, units and supervisors also by id. */
  text: longText,
  /** For a level off its suggestion, an index override, an exclusion. */
  reason: longText.default(''),
})

const refusedCell = z.object({
  /** Place in the list that was sent. */
  index: z.number().int(),
  code: z.enum(Object.keys(errorParameters) as [AppErrorCode, ...AppErrorCode[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const filePath = z.string().min(1).max(4096)
const exportedValue = z.union([z.string().max(20_000), z.number(), z.null()])

export const staffCalls = {
  /** The staff in the order of names; `count` null: everyone from `from` on. Ask for a small first page, then the rest. */
  'staff.board': query({
    input: z.object({
      periodId,
      from: z.number().int().min(0).default(0),
      count: z.number().int().min(1).max(100_000).nullable().default(null),
    }),
    output: staffPage,
  }),
  /** The same rows for some people, in the order asked; those no longer placed in the period are left out. */
  'staff.rows': query({
    input: z.object({ periodId, employeeIds: z.array(employeeId).max(20_000) }),
    output: staffPage,
  }),
  /** One row per indicator, by name, result and indicator. `employeeIds` null: of everybody. */
  'staff.indicatorBoard': query({
    input: z.object({
      periodId,
      employeeIds: z.array(employeeId).max(20_000).nullable().default(null),
      from: z.number().int().min(0).default(0),
      count: z.number().int().min(1).max(100_000).nullable().default(null),
    }),
    output: indicatorPage,
  }),
  /**
   * A block of cells, one undoable command. `all-or-nothing`: one refused cell and nothing is written;
   * `valid-only`: the good ones are written, the others named. `rows`: the people written, as they are now.
   */
  'staff.recordCells': command({
    input: z.object({
      periodId,
      cells: z.array(cellEdit).min(1).max(200_000),
      mode: z.enum(['all-or-nothing', 'valid-only']).default('all-or-nothing'),
    }),
    output: z.object({ recorded: z.number().int(), refused: z.array(refusedCell), rows: staffPage }),
  }),
  /**
   * Who rates these people from a day on, and who moved then; `fromDate` null: for the whole period, and nobody moved.
   * Refused: circles, a final decision, and a successor for a rater who moved inside the evaluation window and still rates.
   */
  'staff.setSupervisor': command({
    input: z.object({
      periodId,
      employeeIds: z.array(employeeId).min(1).max(20_000),
      supervisorId: employeeId,
      fromDate: isoDate.nullable(),
      moved: z.enum(moves).nullable(),
      reason: shortText,
    }),
    output: nothing,
  }),
  'staff.add': command({
    input: z.object({
      periodId,
      name: shortText.trim().min(1),
      nip: shortText,
      status: employee.shape.status,
      unitId: unitId.nullable(),
      post: shortText,
      postKind: placement.shape.postKind,
      grade: z.string().max(10),
      supervisorId: employeeId.nullable(),
    }),
    output: z.object({ employeeId: text }),
  }),
  /** Takes people out of the period; refused (E-RULE-STAFF-USED) for one with scores, feedback, staff of his own or decisions. */
  'staff.remove': command({
    input: z.object({ periodId, employeeIds: z.array(employeeId).min(1).max(20_000) }),
    output: nothing,
  }),
  /** The grid as it stands on the screen, written to a file: words and numbers in the order and columns shown. */
  'staff.export': command({
    input: z.object({
      path: filePath,
      format: z.enum(['xlsx', 'csv']),
      title: shortText.min(1),
      noteLines: z.array(shortText).max(10),
      columns: z
        .array(
          z.object({
            header: shortText,
            width: z.number().min(2).max(120),
            kind: z.enum(['text', 'number', 'integer']),
            decimals: z.number().int().min(0).max(6).default(2),
          }),
        )
        .min(1)
        .max(200),
      rows: z.array(z.array(exportedValue).max(200)).max(200_000),
      frozenColumns: z.number().int().min(0).max(10),
    }),
    output: z.object({ path: filePath }),
  }),
}
