import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { TargetTrack } from '#renderer/ui/bar-against-target.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { State } from '#renderer/ui/tag.tsx'
import styles from './overview.module.css'
import type { Overview } from './screen.tsx'

type Data = Overview['data'][number]

/** How complete each kind of data is, and when it last came in. */
export function DataTable({ overview }: { readonly overview: Overview }) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t('overview.data')} flush>
      {overview.data.map((row) => (
        <div key={row.kind} className={styles.data}>
          <span>{t(`overview.data-${row.kind}`)}</span>
          <TargetTrack
            share={row.total === 0 ? 0 : row.present / row.total}
            noTarget
            label={t('overview.dataOf', { present: row.present, total: row.total })}
          />
          <span className="num">
            <b>{format.number(row.present)}</b> / {format.number(row.total)}
          </span>
          <Freshness row={row} today={overview.today} />
        </div>
      ))}
    </Panel>
  )
}

function Freshness({ row, today }: { readonly row: Data; readonly today: string }) {
  const t = useT()
  const format = useFormat()
  if (row.present === 0) return <Hint>{t('overview.dataNever')}</Hint>
  if (row.freshAt === null) return <Hint>{t('overview.dataUnknown')}</Hint>
  const date = format.shortDate(row.freshAt)
  if (row.stale) {
    return (
      <State tone="attention" title={t('overview.dataStaleWhy')}>
        {t('overview.dataStale', { date })}
      </State>
    )
  }
  const isToday = format.date(row.freshAt) === format.date(today)
  return <Hint>{isToday ? t('overview.dataToday') : date}</Hint>
}
