import type { CallOutput } from '#contract/contracts.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import type { CaseData, RoomData } from './types.ts'

export type CaseProposals = NonNullable<CallOutput<'calibration.caseProposals'>>

/** What the calibration the meeting looks at proposes for a case; null: it looks at none, or it is not read yet. */
export function useCaseProposals(room: RoomData, card: CaseData): CaseProposals | null {
  const input = { meetingId: room.meeting.id, employeeId: card.person.employeeId }
  return useCall('calibration.caseProposals', input).data ?? null
}
