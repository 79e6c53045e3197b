import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Pool, PoolLimit } from '#contract/overview.ts'
import { predicates } from '#domain/model/levels.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { DistributionChart } from '#renderer/ui/charts/distribution-chart.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useSetSearch } from '#renderer/ui/use-place.ts'
import { findingOf, limitSentence } from './finding.ts'
import styles from './overview.module.css'
import type { Overview } from './screen.tsx'

/** Predicates against the guide, one group of people at a time: units with the same organisation predicate, or one unit. */
export function DistributionPanel({ overview }: { readonly overview: Overview }) {
  const t = useT()
  const { pools } = overview
  const [chosen, setChosen] = useState<string | null>(null)
  const pool = pools.find((candidate) => candidate.id === chosen) ?? pools[0]
  const options = useMemo(() => pools.map((each) => ({ value: each.id, label: poolName(each, t) })), [pools, t])
  if (pool === undefined) {
    return (
      <Panel title={t('overview.poolNone')}>
        <Hint below>{t('overview.poolNoneText')}</Hint>
      </Panel>
    )
  }
  const unrated = pool.people - pool.rated
  return (
    <>
      <div className={styles.pool}>
        <Select
          aria-label={t('overview.poolChoose')}
          data={options}
          value={pool.id}
          onChange={setChosen}
          allowDeselect={false}
          searchable={options.length > 8}
          size="sm"
        />
      </div>
      <DistributionChart
        title={findingOf(pool, overview.limitsInForce, t)}
        bars={predicates.map((predicate) => ({
          predicate,
          count: pool.counts[predicate],
          limit: drawnLimit(pool, predicate),
        }))}
        guide={pool.guide}
        guideNote={t('overview.guideNote', { predicate: t(`ui.${pool.organisationPredicate}`) })}
        ratedNote={
          unrated === 0
            ? t('overview.ratedAll', { count: pool.rated })
            : t('overview.ratedNote', { count: pool.rated, unrated })
        }
        height={196}
        footnote={<Footnote pool={pool} overview={overview} />}
      />
    </>
  )
}

function poolName(pool: Pool, t: ReturnType<typeof useT>): string {
  const predicate = t(`ui.${pool.organisationPredicate}`)
  if (pool.kind !== 'union') return t('overview.poolUnit', { count: pool.people, predicate, name: pool.name })
  const units = t('overview.unitCount', { count: pool.unitIds.length })
  return t('overview.poolUnion', { predicate, units, people: t('common.employees', { count: pool.people }) })
}

/** A highest share of one predicate is drawn as a line; other limits stand as sentences. */
function drawnLimit(pool: Pool, predicate: Pool['mostNamed']): number | null {
  const drawn = pool.limits.find(
    (limit) =>
      limit.kind === 'max' && limit.of.length === 1 && limit.of[0] === predicate && limit.state !== 'information',
  )
  return drawn?.limit ?? null
}

const tones = {
  conforms: 'confirmed',
  over: 'attention',
  under: 'attention',
  open: 'information',
  information: 'information',
  'cannot-be-met': 'information',
} as const satisfies Record<PoolLimit['state'], string>

function Footnote({ pool, overview }: { readonly pool: Pool; readonly overview: Overview }) {
  const t = useT()
  return (
    <div className={styles.foot}>
      {pool.limits.length === 0 ? null : (
        <ul className={styles.limits} aria-label={t('overview.limits')}>
          {pool.limits.map((limit) => (
            <li key={`${limit.kind}-${limit.of.join('-')}`}>
              <span>{limitSentence(limit, pool.people, t)}</span>
              <State tone={tones[limit.state]}>{t(`overview.limit-${limit.state}`, { people: pool.people })}</State>
            </li>
          ))}
        </ul>
      )}
      {pool.namedIsLargest === false && !pool.small ? (
        <Hint>{t('overview.notLargest', { predicate: t(`ui.${pool.mostNamed}`) })}</Hint>
      ) : null}
      {pool.departs ? <Reason pool={pool} pools={overview.pools} /> : null}
      {overview.unpooled === 0 ? null : <Hint>{t('overview.poolUnpooled', { count: overview.unpooled })}</Hint>}
      <Banner tone="information">{t('overview.guideOnly')}</Banner>
    </div>
  )
}

function Reason({ pool, pools }: { readonly pool: Pool; readonly pools: readonly Pool[] }) {
  const t = useT()
  const setSearch = useSetSearch()
  const open = (): void => setSearch({ panel: 'reasons', unit: pool.kind === 'unit' ? pool.id : null })
  const departing = pools.filter((each) => each.kind === 'unit' && each.departs && pool.unitIds.includes(each.id))
  const explained = departing.filter((each) => each.reason !== '').length
  if (pool.kind === 'union' && departing.length === 0) return null
  const words =
    pool.kind === 'union'
      ? t('overview.reasonsOfUnits', { explained, departing: departing.length })
      : pool.reason === ''
        ? t('overview.reasonMissing')
        : t('overview.reasonOf', { reason: pool.reason })
  const verb =
    pool.kind === 'union' ? 'overview.reasonsOpen' : pool.reason === '' ? 'overview.reasonWrite' : 'overview.reasonEdit'
  return (
    <span className={styles.inline}>
      <span>{words}</span>
      <TextLink onClick={open}>{t(verb)}</TextLink>
    </span>
  )
}
