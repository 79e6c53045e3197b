import { employeeId, followUpId, meetingId, periodId } from '#domain/model/ids.ts'
import { followUp } from '#domain/model/meeting.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

const fields = followUp.pick({ kind: true, task: true, responsible: true, dueOn: true, state: true, outcome: true })

export const followUpCalls = {
  /** Those of the period, and open ones carried over from earlier periods. */
  'followUps.list': query({
    input: z.object({ periodId }),
    output: z.array(
      followUp.extend({
        employeeName: z.string().nullable(),
        periodName: z.string(),
        meetingTitle: z.string().nullable(),
        carriedOver: z.boolean(),
        /** Days to the date agreed, by the agency's calendar; negative once passed. Null: no date, or no longer open. */
        daysLeft: z.number().int().nullable(),
      }),
    ),
  }),
  /** Whom a follow-up of the period may be about. */
  'followUps.people': query({
    input: z.object({ periodId }),
    output: z.array(z.object({ employeeId, name: z.string(), nip: z.string().nullable() })),
  }),
  /** Period and meeting say where it was agreed and stay as they were when it is edited. */
  'followUps.save': command({
    input: z.object({
      followUpId: followUpId.nullable(),
      periodId,
      meetingId: meetingId.nullable(),
      employeeId: employeeId.nullable(),
      fields,
    }),
    output: z.object({ followUpId }),
  }),
  /** Cells of the grid, all in one step or none. */
  'followUps.edit': command({
    input: z.object({
      edits: z
        .array(z.object({ followUpId, fields: fields.partial() }))
        .min(1)
        .max(2000),
    }),
    output: nothing,
  }),
  'followUps.remove': command({ input: z.object({ followUpId }), output: nothing }),
}
