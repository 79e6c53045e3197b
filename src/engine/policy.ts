import { behaviourGuide, decisionReasons, policyPack } from '#domain/rules/policy-pack.ts'
import { z } from '#domain/zod.ts'
import berakhlak from '#resources/policy/berakhlak.json' with { type: 'json' }
import reasons from '#resources/policy/decision-reasons.json' with { type: 'json' }
import basis from '#resources/policy/meeting-legal-basis.json' with { type: 'json' }
import permen62022 from '#resources/policy/permenpanrb-6-2022.json' with { type: 'json' }
import se32023 from '#resources/policy/se-menpanrb-3-2023.json' with { type: 'json' }

/** Policy as data, checked once when the engine starts. A new regulation is a new file here. */
export const policyPacks = [permen62022, se32023].map((pack) => policyPack.parse(pack))

export const decisionReasonList = decisionReasons.parse(reasons).reasons

export const behaviourValuesGuide = behaviourGuide.parse(berakhlak).values

export const legalBasis: readonly string[] = z.object({ lines: z.array(z.string()) }).parse(basis).lines

/** The coded reasons in the language of documents. */
export const reasonSentences: Readonly<Record<string, string>> = Object.fromEntries(
  decisionReasonList.map((reason) => [reason.code, reason.id]),
)
