import { scoringPolicy } from '#domain/rules/scoring-policy.ts'
import { z } from '#domain/zod.ts'
import { isoDate, shortText } from './common.ts'
import { periodId } from './ids.ts'

export const periodStages = ['planning', 'monitoring', 'evaluation', 'follow-up'] as const

/** A periode penilaian. Its rule packs and scoring policy are frozen copies: a later change of policy never moves it. */
export const period = z.object({
  id: periodId,
  name: shortText.min(1),
  kind: z.enum(['annual', 'quarterly', 'monthly']),
  year: z.number().int().min(2000).max(2100),
  /** Quarter 1–4 or month 1–12; 1 for an annual period. */
  ordinal: z.number().int().min(1).max(12),
  startsOn: isoDate,
  endsOn: isoDate,
  /** The agency's evaluation window (the regulation sets none for periodic evaluation). */
  windowStartsOn: isoDate.nullable(),
  windowEndsOn: isoDate.nullable(),
  stage: z.enum(periodStages),
  /** Ids of the rule packs in force, such as `permenpanrb-6-2022` and `se-menpanrb-3-2023`. */
  rulePacks: z.array(z.string().max(80)),
  scoring: scoringPolicy,
})
export type Period = z.infer<typeof period>
