import { isoDate } from '#domain/model/common.ts'
import { organisationPredicate, predicate } from '#domain/model/levels.ts'
import { z } from '#domain/zod.ts'

/** One limit on the people of a pool who hold any of the predicates in `sum`: a highest share, a lowest share, or a lowest number. */
export const distributionLimit = z.union([
  z.object({ sum: z.array(predicate).min(1), maxPct: z.number().int().min(0).max(100) }),
  z.object({ sum: z.array(predicate).min(1), minPct: z.number().int().min(0).max(100) }),
  z.object({ sum: z.array(predicate).min(1), minCount: z.number().int().min(0) }),
])
export type DistributionLimit = z.infer<typeof distributionLimit>

const curve = z.record(predicate, z.number().min(0))

/**
 * A rule pack: a regulation as data, with where it was read and how sure that is. `confidence`: R regulation text,
 * S secondary page, H house convention. A pack may draw curves, set limits, or both; a finished period keeps its own.
 */
export const policyPack = z.object({
  id: z.string().min(1),
  version: z.string().min(1),
  title: z.object({ id: z.string().min(1), en: z.string().min(1) }),
  legalBasis: z.string().min(1),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  confidence: z.enum(['R', 'S', 'H']),
  verifiedBy: z.string().min(1),
  source: z.string().min(1),
  curves: z.record(organisationPredicate, curve).nullable(),
  limits: z.record(organisationPredicate, z.array(distributionLimit)).nullable(),
})
export type PolicyPack = z.infer<typeof policyPack>

/** Coded reasons of decisions, with a sentence in both languages and the kinds of evidence they point at. */
export const decisionReasons = z.object({
  source: z.string().min(1),
  reasons: z.array(
    z.object({
      code: z.string().regex(/^A\d$/),
      id: z.string().min(1),
      en: z.string().min(1),
      evidence: z.array(z.enum(['work-result', 'indicator', 'feedback', 'document'])).min(1),
    }),
  ),
})

/** The seven BerAKHLAK values with their three guides each, as the forms print them. */
export const behaviourGuide = z.object({
  source: z.string().min(1),
  values: z
    .array(
      z.object({
        code: z.enum(['BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KB']),
        name: z.string().min(1),
        english: z.string().min(1),
        guides: z.array(z.string().min(1)).length(3),
      }),
    )
    .length(7),
})
