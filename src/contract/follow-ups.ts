import { employeeId, followUpId, meetingId, periodId } from '#domain/model/ids.ts'
import { followUp } from '#domain/model/meeting.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

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
      }),
    ),
  }),
  'followUps.save': command({
    input: z.object({
      followUpId: followUpId.nullable(),
      periodId,
      meetingId: meetingId.nullable(),
      employeeId: employeeId.nullable(),
      fields: followUp.pick({ kind: true, task: true, responsible: true, dueOn: true, state: true, outcome: true }),
    }),
    output: z.object({ followUpId }),
  }),
  'followUps.remove': command({ input: z.object({ followUpId }), output: nothing }),
}
