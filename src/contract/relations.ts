import { isoDate, shortText } from '#domain/model/common.ts'
import { employeeId, meetingId, participantId, periodId, relationId, rowId } from '#domain/model/ids.ts'
import { recusalWaiver, relation, relationKinds, relationStatement } from '#domain/model/relation.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

const person = z.object({ name: z.string(), nip: z.string().nullable(), post: z.string(), unit: z.string() })

/** A reason somebody else will read: not blank. */
const reason = shortText.trim().min(1)

const fields = relation
  .pick({ holderId: true, holderName: true, subjectId: true, kind: true, recuses: true, declaredOn: true })
  .extend({ remark: shortText.trim(), declaredBy: shortText.trim() })

/**
 * Declared relations. Every call here is for chair and secretary (duty-policy.ts), the waivers for the chair alone; the
 * answers of other calls carry nothing of them.
 */
export const relationCalls = {
  /** All relations ever declared, standing ones first; posts and units as in the period. */
  'relations.list': query({
    input: z.object({ periodId }),
    output: z.object({
      /** How many hold. */
      standing: z.number().int(),
      /** By the agency's calendar: no declaration lies after it. */
      today: isoDate,
      relations: z.array(
        relation.extend({
          holder: person,
          subject: person,
          /** Whether the holder rates the subject in the period. */
          ratesSubject: z.boolean(),
        }),
      ),
    }),
  }),
  /** Everybody who rates, decides or scores in the period, and whether the statement is in. */
  'relations.raters': query({
    input: z.object({ periodId }),
    output: z.array(
      z.object({
        holderId: employeeId.nullable(),
        name: z.string(),
        post: z.string(),
        unit: z.string(),
        parts: z.array(z.enum(['supervisor', 'participant', 'panelist', 'user'])),
        relations: z.number().int(),
        statement: relationStatement.pick({ id: true, receivedOn: true }).nullable(),
      }),
    ),
  }),
  /** Standing relations between employees, each both ways: for marks beside the people of another screen. */
  'relations.closePairs': query({
    input: nothing,
    output: z.object({
      standing: z.number().int(),
      pairs: z.array(z.object({ raterId: employeeId, employeeId, kind: z.enum(relationKinds) })),
    }),
  }),

  /** Without an id: a new one. An empty `declaredBy` is the holder. */
  'relations.save': command({
    input: z.object({ relationId: relationId.nullable(), fields }),
    output: z.object({ relationId }),
  }),
  'relations.withdraw': command({ input: z.object({ relationId, reason }), output: nothing }),
  'relations.receiveStatement': command({
    input: z.object({
      periodId,
      holderId: employeeId.nullable(),
      holderName: shortText.trim().min(1),
      receivedOn: isoDate,
    }),
    output: z.object({ statementId: rowId }),
  }),
  'relations.removeStatement': command({ input: z.object({ statementId: rowId }), output: nothing }),

  /** Who has to leave which case of a meeting because of a relation, and what was recorded of it. */
  'relations.recusals': query({
    input: z.object({ meetingId }),
    output: z.array(
      z.object({
        participantId,
        name: z.string(),
        employeeId,
        employeeName: z.string(),
        kinds: z.array(z.enum(relationKinds)),
        state: z.enum(['due', 'recused', 'waived', 'late']),
        waiver: recusalWaiver.pick({ id: true, reason: true, decidedBy: true }).nullable(),
      }),
    ),
  }),
  /** Records all recusals that are due in a meeting. */
  'relations.recuse': command({
    input: z.object({ meetingId }),
    output: z.object({ recorded: z.number().int() }),
  }),
  /** The chair records why a participant stays in a case. */
  'relations.waive': command({
    input: z.object({ meetingId, employeeId, participantId, reason }),
    output: nothing,
  }),
  'relations.unwaive': command({ input: z.object({ waiverId: rowId }), output: nothing }),
}
