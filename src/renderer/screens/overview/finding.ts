import type { Pool, PoolLimit } from '#contract/overview.ts'
import type { Predicate } from '#domain/model/levels.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'

/** The predicates a limit counts together, in words: "Butuh Perbaikan dan/atau Kurang". */
export function groupName(of: readonly Predicate[], t: Translate): string {
  return of.map((predicate) => t(`ui.${predicate}`)).reduce((first, second) => t('overview.orJoin', { first, second }))
}

/** What the distribution shows, as the title of its chart: the first departure, else why nothing can be said. */
export function findingOf(pool: Pool, limitsInForce: boolean, t: Translate): string {
  const { limits, people, rated } = pool
  if (rated === 0) return t('overview.foundNobody')
  if (!limitsInForce) return t('overview.foundNoLimits', { count: rated })
  const over = limits.find((limit) => limit.state === 'over')
  if (over) {
    return t('overview.foundOver', {
      group: groupName(over.of, t),
      excess: over.count - over.limit,
      n: over.count,
      limit: over.limit,
    })
  }
  const under = limits.find((limit) => limit.state === 'under')
  if (under) {
    return t('overview.foundUnder', {
      group: groupName(under.of, t),
      short: under.limit - under.count,
      n: under.count,
      limit: under.limit,
    })
  }
  if (limits.some((limit) => limit.state === 'cannot-be-met')) return t('overview.foundCannot', { count: people })
  if (pool.small) return t('overview.foundSmall', { count: people })
  if (rated < people) return t('overview.foundOpen', { count: people - rated })
  return t('overview.foundConforms')
}

/** One limit as a sentence; in a pool too small for shares only the count is said. */
export function limitSentence(limit: PoolLimit, people: number, t: Translate): string {
  const params = { group: groupName(limit.of, t), n: limit.count, limit: limit.limit, people }
  if (limit.state === 'information') return t('overview.limitBare', params)
  if (limit.percent === null) return t('overview.limitMinCount', params)
  return t(limit.kind === 'max' ? 'overview.limitMax' : 'overview.limitMin', { ...params, percent: limit.percent })
}
