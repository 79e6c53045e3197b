import { IconClock } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { State } from '#renderer/ui/tag.tsx'
import styles from './meeting.module.css'
import type { RoomData, RoomItem } from './types.ts'
import { useNow } from './use-now.ts'
import { useClockAfter } from './words.ts'

/** The thin bar on top: cases decided, time of this case, expected end. */
export function RoomBar({ room, current }: { readonly room: RoomData; readonly current: RoomItem | null }) {
  const t = useT()
  const format = useFormat()
  const clockAfter = useClockAfter()
  const now = useNow()
  const { meeting, items } = room
  const cases = items.filter((item) => item.track === 'discussion')
  const done = cases.filter((item) => item.state === 'decided').length
  const left = cases.length - done
  const running = current?.startedAt == null ? 0 : Math.max(0, (now - Date.parse(current.startedAt)) / 1000)
  const limit = meeting.minutesPerCase * 60
  const used = (current?.secondsSpent ?? 0) + running
  const elapsed = meeting.openedAt === null ? 0 : (now - Date.parse(meeting.openedAt)) / 60_000
  const late = Math.round(elapsed - done * meeting.minutesPerCase - Math.min(used, limit) / 60)
  return (
    <div className={styles.bar}>
      <span>
        <Rich text={t('meeting.progress', { done, total: cases.length })} />
      </span>
      <span
        className={styles.track}
        role="progressbar"
        aria-label={t('meeting.progressLabel')}
        aria-valuemin={0}
        aria-valuemax={cases.length}
        aria-valuenow={done}
      >
        <span
          className={styles.trackFill}
          style={{ width: cases.length === 0 ? 0 : `${(done / cases.length) * 100}%` }}
        />
      </span>
      {current === null ? null : (
        <span className="num">
          <Rich text={t('meeting.thisCase', { time: format.duration(used), limit: format.duration(limit) })} />
        </span>
      )}
      <span className="num">
        <Rich text={t('meeting.expectedEnd', { time: clockAfter(now, left * meeting.minutesPerCase) })} />
      </span>
      {late > 1 && left > 0 ? (
        <State tone="attention" icon={IconClock}>
          {t('meeting.lateBy', { count: late })}
        </State>
      ) : null}
    </div>
  )
}
