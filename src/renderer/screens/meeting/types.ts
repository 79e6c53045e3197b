import type { CallOutput } from '#contract/contracts.ts'

export type RoomData = CallOutput<'meetings.room'>
export type RoomItem = RoomData['items'][number]
export type CaseData = CallOutput<'meetings.case'>
export type Participant = RoomData['participants'][number]
