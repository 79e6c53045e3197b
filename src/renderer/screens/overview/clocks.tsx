import { IconClock } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useSetSearch } from '#renderer/ui/use-place.ts'
import styles from './overview.module.css'
import type { Overview } from './screen.tsx'

type Clock = Overview['clocks'][number]

/** From so many working days before the end a clock asks for attention. */
const soon = 5

/** Deadlines of the period in working days. */
export function Clocks({ overview }: { readonly overview: Overview }) {
  const t = useT()
  return (
    <Panel title={t('overview.clocks')} note={t('overview.clocksUnit')} flush>
      {overview.clocks.map((clock) => (
        <div key={clock.kind} className={styles.clock}>
          <span>{t(`overview.clock-${clock.kind}`)}</span>
          <ClockWhen clock={clock} />
          <ClockLeft clock={clock} />
        </div>
      ))}
    </Panel>
  )
}

function ClockWhen({ clock }: { readonly clock: Clock }) {
  const t = useT()
  const format = useFormat()
  const { kind, dueOn, length } = clock
  if (dueOn !== null) return <Hint>{format.longDate(dueOn)}</Hint>
  if (kind === 'handover' || kind === 'return') {
    return <Hint>{t(`overview.clockFrom-${kind}`, { count: length ?? 0 })}</Hint>
  }
  return <Hint>{t('overview.clockUnset')}</Hint>
}

function ClockLeft({ clock }: { readonly clock: Clock }) {
  const t = useT()
  const setSearch = useSetSearch()
  const { state, left } = clock
  if (state === 'unset') {
    return <TextLink onClick={() => setSearch({ panel: 'rules' })}>{t('overview.clockSet')}</TextLink>
  }
  if (state === 'waiting' || left === null) return <Hint>{t('overview.clockWaiting')}</Hint>
  if (state === 'passed') return <State tone="refused">{t('overview.clockPassed', { count: -left })}</State>
  const words = left === 0 ? t('overview.clockToday') : t('overview.clockLeft', { count: left })
  return left <= soon ? (
    <State tone="attention" icon={IconClock}>
      {words}
    </State>
  ) : (
    <span>{words}</span>
  )
}
