import { IconArrowDown, IconArrowUp, IconListCheck, IconMessages, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { PersonHead, PredicateCell } from './item-cells.tsx'
import styles from './meeting.module.css'
import type { RoomData, RoomItem } from './types.ts'
import { useReasonWords } from './words.ts'

type Track = RoomItem['track']

/** The proposed agenda: each case with the visible rule that put it there. */
export function AgendaPanel({ room }: { readonly room: RoomData }) {
  const t = useT()
  const { meeting, items } = room
  const [track, setTrack] = useState<Track>('discussion')
  const propose = useCommand('meetings.proposeAgenda', {
    success: ({ discussion, consent }) => t('meeting.proposed', { discussion, consent }),
  })
  const shown = items.filter((item) => item.track === track)
  const discussion = items.filter((item) => item.track === 'discussion').length
  return (
    <Panel
      title={t('meeting.agenda')}
      flush
      scroll
      className={styles.fill}
      actions={
        <>
          <Segmented
            label={t('meeting.agenda')}
            value={track}
            options={[
              { value: 'discussion', label: t('meeting.trackDiscussion', { count: discussion }) },
              { value: 'consent', label: t('meeting.trackConsent', { count: items.length - discussion }) },
            ]}
            onChange={setTrack}
          />
          <Action
            size="small"
            icon={IconRefresh}
            busy={propose.isPending}
            onClick={() => propose.mutate({ meetingId: meeting.id })}
          >
            {t('meeting.proposeAgain')}
          </Action>
        </>
      }
    >
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">{t('meeting.employee')}</th>
            <th scope="col">{t('meeting.initial')}</th>
            <th scope="col">{t('meeting.why')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <AgendaLine key={item.id} item={item} room={room} before={shown[index - 1]} after={shown[index + 1]} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

interface AgendaLineProps {
  readonly item: RoomItem
  readonly room: RoomData
  readonly before: RoomItem | undefined
  readonly after: RoomItem | undefined
}

function AgendaLine({ item, room, before, after }: AgendaLineProps) {
  const t = useT()
  const reasonWords = useReasonWords()
  const move = useCommand('meetings.moveItem')
  const setTrack = useCommand('meetings.setTrack')
  const meetingId = room.meeting.id
  const { name } = item
  const moveTo = (other: RoomItem | undefined): void => {
    if (other !== undefined) move.mutate({ meetingId, itemId: item.id, toPosition: other.position })
  }
  const other: Track = item.track === 'discussion' ? 'consent' : 'discussion'
  return (
    <tr>
      <PersonHead item={item} />
      <PredicateCell value={item.originalPredicate} none={t('meeting.notRated')} />
      <td className={styles.why}>{reasonWords(item.reasons)}</td>
      <td className={styles.lineActions}>
        <IconAction
          label={t('meeting.moveUp', { name })}
          icon={IconArrowUp}
          size={26}
          disabled={before === undefined}
          onClick={() => moveTo(before)}
        />
        <IconAction
          label={t('meeting.moveDown', { name })}
          icon={IconArrowDown}
          size={26}
          disabled={after === undefined}
          onClick={() => moveTo(after)}
        />
        <IconAction
          label={t(other === 'consent' ? 'meeting.toConsent' : 'meeting.toDiscussion', { name })}
          icon={other === 'consent' ? IconListCheck : IconMessages}
          size={26}
          onClick={() => setTrack.mutate({ meetingId, employeeId: item.employeeId, track: other })}
        />
      </td>
    </tr>
  )
}
