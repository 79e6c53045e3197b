import { canonicalJson, type JsonValue } from '#domain/ledger/canonical-json.ts'
import type { Sha256 } from '#domain/ledger/hashing.ts'
import { panelDimension } from '#domain/model/panel.ts'
import { z } from '#domain/zod.ts'

/** What every ballot file says of itself; the last part counts up when the form changes. */
export const ballotFormat = 'timbang-ballot-1'

/** The fixed part of a ballot: whom it was handed to, and for what. Filled-in scores are no part of it. */
export const ballotFrame = z.object({
  format: z.literal(ballotFormat),
  /** Hash of the first entry of the trail: the same in every copy of a workspace, and in no other. */
  workspace: z.string(),
  period: z.string(),
  draw: z.string(),
  panelist: z.string(),
  ballot: z.string(),
  issuedAt: z.string(),
  dimensions: z.array(panelDimension),
  codes: z.array(z.string()),
  /** SHA-256 of the dossiers the ballot shows. */
  dossiers: z.string(),
})
export type BallotFrame = z.infer<typeof ballotFrame>

/**
 * The seal of a ballot: only who has the draw's secret can make it, and it fits no other workspace, period, draw, panelist,
 * ballot, list of dossiers or dimensions. 64 hexadecimal digits.
 * Source: HMAC in its nested form, H(key ‖ H(key ‖ message)) (Bellare, Canetti and Krawczyk 1996); key and digests have one
 * length each. Throws TypeError for a text JSON cannot say.
 * @example ballotSeal(sha256, secret, frame) === ballotSeal(sha256, secret, { ...frame, panelist: 'other' }) // false
 */
export function ballotSeal(sha256: Sha256, secret: string, frame: BallotFrame): string {
  const inner = sha256.of(secret + canonicalJson(frame as unknown as JsonValue))
  return sha256.of(secret + inner)
}
