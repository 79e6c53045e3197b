import { describe, expect, it } from 'vitest'
import { behaviourValues } from '#domain/model/assessment.ts'
import { organisationPredicates } from '#domain/model/levels.ts'
import { reasonCodes } from '#domain/model/meeting.ts'
import { behaviourGuide, decisionReasons, policyPack } from '#domain/rules/policy-pack.ts'
import { defaultScoringPolicy, scoringPolicy } from '#domain/rules/scoring-policy.ts'
import berakhlak from '#resources/policy/berakhlak.json' with { type: 'json' }
import reasons from '#resources/policy/decision-reasons.json' with { type: 'json' }
import permen from '#resources/policy/permenpanrb-6-2022.json' with { type: 'json' }
import se from '#resources/policy/se-menpanrb-3-2023.json' with { type: 'json' }

describe('policy files', () => {
  it('hold the packs the guide describes', () => {
    const [regulation, circular] = [policyPack.parse(permen), policyPack.parse(se)]
    expect([regulation.confidence, regulation.limits]).toEqual(['R', null])
    expect([circular.confidence, circular.curves]).toEqual(['S', null])
    expect(Object.keys(regulation.curves ?? {}).toSorted()).toEqual([...organisationPredicates].toSorted())
  })

  it('hold the percentages of SE 3/2023 as the guide gives them', () => {
    expect(policyPack.parse(se).limits).toEqual({
      excellent: [{ sum: ['very-good'], maxPct: 70 }],
      good: [
        { sum: ['good'], maxPct: 70 },
        { sum: ['needs-improvement', 'poor'], minCount: 1 },
      ],
      'needs-improvement': [
        { sum: ['needs-improvement'], minPct: 60 },
        { sum: ['very-good'], maxPct: 10 },
      ],
      poor: [
        { sum: ['poor'], minPct: 60 },
        { sum: ['needs-improvement'], minPct: 10 },
        { sum: ['very-good'], maxPct: 10 },
      ],
      'very-poor': [
        { sum: ['very-poor'], minPct: 60 },
        { sum: ['poor', 'needs-improvement'], minPct: 10 },
        { sum: ['very-good'], maxPct: 0 },
      ],
    })
  })

  it('refuse a share that is no whole number of percent', () => {
    const limits = { ...se.limits, good: [{ sum: ['good'], maxPct: 62.5 }] }
    expect(policyPack.safeParse({ ...se, limits }).success).toBe(false)
  })

  it('name the seven values in their official order, and every coded reason', () => {
    expect(behaviourGuide.parse(berakhlak).values.map((value) => value.code)).toEqual([...behaviourValues])
    expect(decisionReasons.parse(reasons).reasons.map((reason) => reason.code)).toEqual([...reasonCodes])
  })

  it('keep the default edges and weights of the house', () => {
    expect(scoringPolicy.parse(defaultScoringPolicy)).toEqual({
      version: 'house-1',
      workBands: { meets: 76, above: 91 },
      behaviourBands: { meets: 60, above: 85 },
      mainShare: 80,
      indexCap: 120,
    })
  })
})
