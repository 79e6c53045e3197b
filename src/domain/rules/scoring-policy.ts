import { z } from '#domain/zod.ts'

/**
 * The agency's scoring conventions (none of them is in the regulation): band edges and default weights.
 * Edges are lower bounds: a score equal to `meets` is "sesuai", one equal to `above` is "di atas".
 */
export const scoringPolicy = z.object({
  version: z.string().max(40),
  /** On the work score, 0–100. */
  workBands: z.object({ meets: z.number().min(0).max(100), above: z.number().min(0).max(100) }),
  /** On the mean of the seven behaviour scores × 20, 20–100. */
  behaviourBands: z.object({ meets: z.number().min(0).max(100), above: z.number().min(0).max(100) }),
  /** Share in percent of the main results when a plan has both main and additional ones. */
  mainShare: z.number().min(0).max(100),
  /** Upper limit of the achievement index. */
  indexCap: z.number().min(100).max(200),
})
export type ScoringPolicy = z.infer<typeof scoringPolicy>

/** The defaults of domain guide section 6. */
export const defaultScoringPolicy: ScoringPolicy = {
  version: 'house-1',
  workBands: { meets: 76, above: 91 },
  behaviourBands: { meets: 60, above: 85 },
  mainShare: 80,
  indexCap: 120,
}
