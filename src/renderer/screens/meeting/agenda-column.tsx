import { IconCircleCheck, IconClock, IconMessageCircle, IconPlayerPause, IconUserOff } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import styles from './meeting.module.css'
import type { RoomData, RoomItem } from './types.ts'
import { useReasonWords } from './words.ts'

interface AgendaColumnProps {
  readonly room: RoomData
  readonly chosen: RoomItem | null
  readonly onChoose: (item: RoomItem) => void
}

/** The agenda in the order of the room: decided, now, next, deferred, and the consent list. Arrows move, Enter opens. */
export function AgendaColumn({ room, chosen, onChoose }: AgendaColumnProps) {
  const t = useT()
  const cases = room.items.filter((item) => item.track === 'discussion')
  // One stop of the Tab key for the whole list: a long agenda must not stand between the case and the buttons above.
  const stop = cases.find((item) => item.employeeId === chosen?.employeeId) ?? cases[0]
  const groups = [
    { title: t('meeting.decidedGroup'), items: cases.filter((item) => item.state === 'decided') },
    { title: t('meeting.currentGroup'), items: cases.filter((item) => item.state === 'current') },
    { title: t('meeting.nextGroup'), items: cases.filter((item) => item.state === 'waiting') },
    { title: t('meeting.deferredGroup'), items: cases.filter((item) => item.state === 'deferred') },
  ].filter((group) => group.items.length > 0)
  return (
    <nav className={styles.agenda} aria-label={t('meeting.agenda')} onKeyDown={moveFocus}>
      {groups.map((group) => (
        <section key={group.title}>
          <h2 className={styles.groupTitle}>
            {group.title}
            <span className="num">{group.items.length}</span>
          </h2>
          {group.items.map((item) => (
            <AgendaButton
              key={item.id}
              item={item}
              on={item.employeeId === chosen?.employeeId}
              isStop={item.id === stop?.id}
              onChoose={onChoose}
            />
          ))}
        </section>
      ))}
      <ConsentList room={room} onChoose={onChoose} />
    </nav>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  event.preventDefault()
}

interface AgendaButtonProps {
  readonly item: RoomItem
  readonly on: boolean
  /** Reached with the Tab key; the others with the arrows. */
  readonly isStop: boolean
  readonly onChoose: (item: RoomItem) => void
}

function AgendaButton({ item, on, isStop, onChoose }: AgendaButtonProps) {
  const under = useUnder(item)
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      className={cx(styles.agendaItem, on && styles.agendaOn)}
      aria-current={on}
      onClick={() => onChoose(item)}
    >
      <span className={styles.agendaNumber}>{item.code.replace(/^K-/, '')}</span>
      <span className={styles.agendaWords}>
        <b>{item.name}</b>
        <small>{under}</small>
      </span>
      <ItemMark item={item} />
    </button>
  )
}

/** The second line: the outcome of a decided case, else why it is discussed. */
function useUnder(item: RoomItem): string {
  const t = useT()
  const reasonWords = useReasonWords()
  const word = (predicate: RoomItem['originalPredicate']) =>
    predicate === null ? t('meeting.notRated') : t(`ui.${predicate}`)
  if (item.state !== 'decided') return reasonWords(item.reasons)
  if (item.outcome === 'change') return `${word(item.originalPredicate)} → ${word(item.finalPredicate)}`
  if (item.outcome === 'proposal') return t('meeting.outcome-proposal')
  return `${word(item.finalPredicate)}, ${t('meeting.keep').toLowerCase()}`
}

function ItemMark({ item }: { readonly item: RoomItem }) {
  const t = useT()
  const format = useFormat()
  const icon = { size: 16, stroke: 1.8 }
  if (item.outcome === 'proposal') return <IconMessageCircle {...icon} aria-label={t('meeting.outcome-proposal')} />
  if (item.state === 'decided') return <IconCircleCheck {...icon} aria-label={t('meeting.decided')} />
  if (item.state === 'deferred') return <IconPlayerPause {...icon} aria-label={t('meeting.deferredGroup')} />
  if (item.recusals > 0) return <IconUserOff {...icon} aria-label={t('meeting.leave')} />
  if (item.state === 'current') return <IconClock {...icon} aria-label={t('meeting.currentGroup')} />
  return item.secondsSpent > 0 ? <small className="num">{format.duration(item.secondsSpent)}</small> : null
}

function ConsentList({ room, onChoose }: Pick<AgendaColumnProps, 'room' | 'onChoose'>) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState(false)
  const items = room.items.filter((item) => item.track === 'consent')
  const waiting = items.filter((item) => item.state === 'waiting')
  const decide = useCommand('meetings.decideConsentList', {
    onSuccess: ({ kept, left }) => {
      setAsking(false)
      if (left.length === 0) notify(t('meeting.consentListDone', { count: kept }))
      else
        notify(t('meeting.consentListLeft', { count: kept, left: left.length, names: left.slice(0, 5).join(', ') }), {
          tone: 'attention',
          stays: true,
        })
    },
  })
  if (items.length === 0) return null
  return (
    <section>
      <h2 className={styles.groupTitle}>
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('meeting.consentList')}
        </button>
        <span className="num">{items.length}</span>
      </h2>
      <div className={styles.consentBox}>
        {waiting.length === 0 ? null : (
          <TextLink onClick={() => setAsking(true)}>{t('meeting.consentListGo', { count: waiting.length })}</TextLink>
        )}
        <small>{t('meeting.consentListText')}</small>
      </div>
      {shown
        ? items.map((item) => <AgendaButton key={item.id} item={item} on={false} isStop={false} onChoose={onChoose} />)
        : null}
      <ConfirmDialog
        open={asking}
        title={t('meeting.consentListAsk', { count: waiting.length })}
        confirm={t('meeting.consentListGo', { count: waiting.length })}
        busy={decide.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => decide.mutate({ meetingId: room.meeting.id })}
      >
        {t('meeting.consentListExplain')}
      </ConfirmDialog>
    </section>
  )
}
