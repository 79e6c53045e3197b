import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Opinion } from '#domain/model/meeting.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useUsers } from '#renderer/ui/users/use-users.ts'
import styles from './meeting.module.css'
import type { CaseData, RoomData } from './types.ts'

const opinions = ['too-low', 'fitting', 'too-high', 'abstain'] as const

/** Opinions of those who take part; nobody sees how others lean before all are in. */
export function Opinions({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const [recording, setRecording] = useState(false)
  const { received, expected, counts } = card.opinions
  const note =
    counts === null ? t('meeting.opinionsHidden', { received, expected }) : t('meeting.opinionsOpen', { received })
  return (
    <PanelSection title={t('meeting.opinions')} note={note}>
      {counts === null ? null : (
        <dl className={styles.opinions}>
          {opinions.map((opinion) => (
            <div key={opinion}>
              <dd className="num">{counts[opinion] ?? 0}</dd>
              <dt>{t(`meeting.opinion-${opinion}`)}</dt>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.text}>
        <TextLink onClick={() => setRecording(true)}>{t('meeting.opinionsRecord')}</TextLink>
      </p>
      <Modal
        opened={recording}
        onClose={() => setRecording(false)}
        size={680}
        title={t('meeting.opinionsTitle', { name: card.person.name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {recording ? <OpinionForm room={room} card={card} onDone={() => setRecording(false)} /> : null}
      </Modal>
    </PanelSection>
  )
}

/** Whether a seat is for whoever is signed in to fill: a panelist gives the own opinion only, as the engine demands. */
function useOwnSeat(): (employeeId: string | null) => boolean {
  const { current, users } = useUsers()
  if (current?.duty !== 'panelist') return () => true
  const own = users.find(({ id }) => id === current.id)?.employeeId ?? null
  return (employeeId) => own !== null && employeeId === own
}

interface OpinionFormProps {
  readonly room: RoomData
  readonly card: CaseData
  readonly onDone: () => void
}

function OpinionForm({ room, card, onDone }: OpinionFormProps) {
  const t = useT()
  const ownOnly = useOwnSeat()
  const asked = room.participants.filter((one) => card.asked.includes(one.id) && ownOnly(one.employeeId))
  const [given, setGiven] = useState<ReadonlyMap<string, Opinion['opinion']>>(new Map())
  const record = useCommand('meetings.recordOpinions', { onSuccess: onDone })
  const send = (): void =>
    record.mutate({
      meetingId: room.meeting.id,
      employeeId: card.person.employeeId,
      opinions: asked.flatMap((one) => {
        const opinion = given.get(one.id)
        return opinion === undefined ? [] : [{ participantId: one.id, opinion }]
      }),
    })
  return (
    <div className={styles.form}>
      {asked.length === 0 ? <Banner tone="information">{t('meeting.opinionsNoSeat')}</Banner> : null}
      <div className={styles.choices}>
        {asked.map((participant) => (
          <div key={participant.id} className={styles.opinionLine}>
            <span>
              {participant.name}
              {card.opinions.given.includes(participant.id) ? ' ✓' : ''}
            </span>
            <Segmented
              label={participant.name}
              value={given.get(participant.id) ?? null}
              options={opinions.map((value) => ({ value, label: t(`meeting.opinion-${value}`) }))}
              onChange={(value) => setGiven(new Map(given).set(participant.id, value))}
            />
          </div>
        ))}
      </div>
      <div className={styles.formButtons}>
        <Action onClick={onDone}>{t('common.cancel')}</Action>
        <Action
          kind="primary"
          busy={record.isPending}
          disabledReason={given.size === 0 ? t('meeting.opinionsFirst') : null}
          onClick={send}
        >
          {t('meeting.opinionsSave')}
        </Action>
      </div>
    </div>
  )
}
