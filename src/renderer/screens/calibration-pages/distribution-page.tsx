import { Select } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { FittedPool } from '#contract/overview.ts'
import { predicates } from '#domain/model/levels.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { DistributionChart } from '#renderer/ui/charts/distribution-chart.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import styles from './calibration-pages.module.css'
import { Deeper, FigureTable } from './deeper.tsx'
import { chanceWords, pWords } from './figure-words.ts'
import { PageWords } from './page-words.tsx'

type Fits = CallOutput<'overview.distribution'>

/** Below this p a distribution is said to differ from the drawn shape. */
const differsBelow = 0.05

/** Predicates against the shape the regulation draws, one group of people at a time. */
export function DistributionPage({ periodId }: { readonly periodId: PeriodSummary['id'] }) {
  const query = useCall('overview.distribution', { periodId }, { keepPrevious: true })
  return (
    <QueryView query={query} lines={8}>
      {(fits) => <Pools fits={fits} />}
    </QueryView>
  )
}

function Pools({ fits }: { readonly fits: Fits }) {
  const t = useT()
  const go = useGo()
  const [chosen, setChosen] = useState<string | null>(null)
  const pool = fits.pools.find((one) => one.id === chosen) ?? fits.pools[0]
  if (pool === undefined) {
    return (
      <EmptyState
        icon={IconChartBar}
        title={t('calibrationPages.poolNone')}
        action={<Action onClick={() => go('overview')}>{t('calibrationPages.openOverview')}</Action>}
      >
        {t('calibrationPages.poolNoneText')}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles.pool}>
        <Select
          aria-label={t('calibrationPages.poolChoose')}
          data={fits.pools.map((one) => ({ value: one.id, label: poolName(one, t) }))}
          value={pool.id}
          onChange={setChosen}
          allowDeselect={false}
          searchable={fits.pools.length > 8}
          size="sm"
        />
      </div>
      <ChosenPool pool={pool} fits={fits} />
    </>
  )
}

function ChosenPool({ pool, fits }: { readonly pool: FittedPool; readonly fits: Fits }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  return (
    <>
      <PageWords
        known={knownSentences(pool, t, format)}
        unknown={[t('calibrationPages.distributionUnknown')]}
        todo={[t('calibrationPages.distributionTodo')]}
      />
      <DistributionChart
        title={titleOf(pool, t, format)}
        bars={predicates.map((predicate) => ({ predicate, count: pool.counts[predicate] }))}
        guide={pool.fit === null ? null : pool.guide}
        guideNote={t('overview.guideNote', { predicate: t(`ui.${pool.organisationPredicate}`) })}
        height={240}
        fileName="sebaran-terhadap-panduan"
        footnote={
          <Banner
            tone="information"
            action={
              <Action onClick={() => go('overview', { panel: 'reasons' })}>{t('calibrationPages.openOverview')}</Action>
            }
          >
            {t('calibrationPages.bannerAdvice')}
          </Banner>
        }
      />
      <Statistics pool={pool} fits={fits} />
    </>
  )
}

function poolName(pool: FittedPool, t: Translate): string {
  const predicate = t(`ui.${pool.organisationPredicate}`)
  if (pool.kind === 'unit') return t('calibrationPages.poolUnit', { name: pool.name, people: pool.people, predicate })
  return t('calibrationPages.poolUnion', { predicate, units: pool.unitIds.length, people: pool.people })
}

/** The p to read: from draws where a predicate expects few people. */
const chanceOf = (fit: FittedPool['fit']): number | null => (fit?.kind === 'value' ? (fit.drawn?.pG ?? fit.pG) : null)

function knownSentences({ fit, distance }: FittedPool, t: Translate, format: Formatters): string[] {
  if (fit === null) return [t('calibrationPages.distributionNoShape')]
  if (fit.kind === 'insufficient-data')
    return [t('calibrationPages.distributionSmall', { n: fit.n, required: fit.required })]
  const p = chanceOf(fit)
  if (p === null || distance?.kind !== 'value') return [t('calibrationPages.distributionImpossible')]
  const steps = format.number(distance.value, 2)
  return [
    t(p < differsBelow ? 'calibrationPages.distributionFar' : 'calibrationPages.distributionNear', { steps }),
    t('calibrationPages.distributionMoved', { share: format.percent(distance.movedShare, 0), n: distance.n }),
    t('calibrationPages.distributionChance', { chance: chanceWords(p, t) }),
  ]
}

function titleOf(pool: FittedPool, t: Translate, format: Formatters): string {
  const name = poolName(pool, t)
  const p = chanceOf(pool.fit)
  if (p === null || pool.distance?.kind !== 'value') return t('calibrationPages.distributionTitleNone', { name })
  if (p >= differsBelow) return t('calibrationPages.distributionTitleNear', { name })
  return t('calibrationPages.distributionTitleFar', { name, steps: format.number(pool.distance.value, 2) })
}

function Statistics({ pool, fits }: { readonly pool: FittedPool; readonly fits: Fits }) {
  const t = useT()
  const format = useFormat()
  const { fit, distance } = pool
  if (fit?.kind !== 'value') return null
  const rows: readonly (readonly [string, string, string])[] = [
    [
      t('calibrationPages.distributionG'),
      format.number(fit.g, 2),
      t('calibrationPages.distributionGMeaning', { df: fit.df }),
    ],
    fit.drawn === null
      ? [t('calibrationPages.distributionP'), pWords(fit.pG, format), t('calibrationPages.distributionPMeaning')]
      : [
          t('calibrationPages.distributionPDrawn'),
          pWords(fit.drawn.pG, format),
          t('calibrationPages.distributionPDrawnMeaning', { draws: fits.draws, seed: fits.seed }),
        ],
    [
      t('calibrationPages.distributionChi'),
      format.number(fit.chiSquare, 2),
      t('calibrationPages.distributionChiMeaning', { p: pWords(fit.drawn?.pChiSquare ?? fit.pChiSquare, format) }),
    ],
    [
      t('calibrationPages.distributionEmd'),
      distance?.kind === 'value' ? format.number(distance.value, 3) : t('calibrationPages.notEnough'),
      t('calibrationPages.distributionEmdMeaning'),
    ],
    ...predicates.map((predicate): [string, string, string] => [
      t(`ui.${predicate}`),
      format.number(pool.counts[predicate]),
      t('calibrationPages.distributionObserved', {
        count: pool.counts[predicate],
        expected: format.number(pool.expected[predicate], 1),
      }),
    ]),
  ]
  return (
    <Deeper assumptions={[t('calibrationPages.distributionAssumption')]}>
      <FigureTable
        columns={[
          { header: t('calibrationPages.figure') },
          { header: t('calibrationPages.value'), isFigure: true },
          { header: t('calibrationPages.meaning') },
        ]}
        rows={rows.map((cells) => ({ id: cells[0], cells }))}
      />
    </Deeper>
  )
}
