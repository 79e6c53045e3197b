import { z } from '#domain/zod.ts'
import { isoInstant, shortText } from './common.ts'
import { approvalId, employeeId, meetingId, periodId, userId } from './ids.ts'

/** Tugas: what a named user of the workspace answers for. */
export const duties = ['chair', 'secretary', 'panelist', 'observer', 'auditor'] as const
export const duty = z.enum(duties)
export type Duty = z.infer<typeof duty>

/** How a user came by the present PIN; the last two are resets of a chair who forgot it. */
export const pinWays = ['named', 'own', 'chair', 'passphrase', 'holder'] as const

/** Pengguna: a person who works with this workspace under an own PIN. Nobody is removed, only switched off. */
export const user = z.object({
  id: userId,
  name: shortText.min(1),
  duty,
  /** The same person in the staff list, where there is one. */
  employeeId: employeeId.nullable(),
  active: z.boolean(),
  /** Fingerprint of the secret the PIN is checked against. The secret itself is not journalled; this binds it to the trail. */
  pinMark: z.string().regex(/^[0-9a-f]{32}$/),
  pinSetAt: isoInstant,
  pinWay: z.enum(pinWays),
})
export type User = z.infer<typeof user>

export const approvalKinds = ['stage', 'close', 'reopen', 'results', 'users'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** Persetujuan Ketua: what was approved, by whom, and the head of the trail it was given on. */
export const approval = z.object({
  id: approvalId,
  kind: z.enum(approvalKinds),
  userId,
  /** As at the time. */
  userName: shortText,
  periodId: periodId.nullable(),
  meetingId: meetingId.nullable(),
  /** What exactly, in a word: the stage approved, the name of the user changed; empty where the meeting says it. */
  subject: shortText,
  headHash: z.string().regex(/^[0-9a-f]{64}$/),
  headCount: z.number().int().min(0),
  givenAt: isoInstant,
})
export type Approval = z.infer<typeof approval>
