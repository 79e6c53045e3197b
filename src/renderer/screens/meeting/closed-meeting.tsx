import { Textarea } from '@mantine/core'
import { IconCheck, IconFileCheck, IconLockOpen, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { predicates } from '#domain/model/levels.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PredicateMark } from '#renderer/ui/predicate.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { ApprovalFields, useApproval } from '#renderer/ui/users/approval-fields.tsx'
import { ApprovalsList } from '#renderer/ui/users/approvals-list.tsx'
import { useDutyReason, useUsers } from '#renderer/ui/users/use-users.ts'
import { PersonHead, PredicateCell } from './item-cells.tsx'
import styles from './meeting.module.css'
import type { RoomData, RoomItem } from './types.ts'

/** After the meeting: what was decided, and the way to the documents. */
export function ClosedMeeting({ room, onAnother }: { readonly room: RoomData; readonly onAnother: () => void }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const { meeting, items } = room
  const [reopening, setReopening] = useState(false)
  const [reason, setReason] = useState('')
  const reopen = useSecretCommand('meetings.reopen')
  const approval = useApproval()
  const mayReopen = useDutyReason('meetings.reopen')
  const endReopening = (): void => {
    approval.clear()
    reopen.forget()
    setReopening(false)
  }
  const reopenNow = async (): Promise<void> => {
    const input = { meetingId: meeting.id, reason: reason.trim(), ...approval.given }
    if ((await reopen.run(input)) !== null) notify(t('meeting.reopened'))
  }
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length
  const words = {
    count: items.filter((item) => item.track === 'discussion' && item.state === 'decided').length,
    kept: count('keep'),
    changed: count('change'),
    proposed: count('proposal'),
    undecided: items.filter((item) => item.state !== 'decided').length,
  }
  return (
    <ScreenLayout
      title={meeting.title}
      padded
      sentence={t('meeting.closed', { when: meeting.closedAt === null ? '' : format.dateTime(meeting.closedAt) })}
      actions={
        <>
          <Action icon={IconPlus} onClick={onAnother}>
            {t('meeting.another')}
          </Action>
          <Action icon={IconLockOpen} disabledReason={mayReopen} onClick={() => setReopening(true)}>
            {t('meeting.reopen')}
          </Action>
          <Action kind="primary" icon={IconFileCheck} onClick={() => go('results', { meeting: meeting.id })}>
            {t('meeting.toResults')}
          </Action>
        </>
      }
    >
      <div className={styles.closed}>
        <p className={styles.text}>{t('meeting.closedText', words)}</p>
        <Approvals room={room} />
        <Panel title={t('meeting.distributionTitle')} flush>
          <BeforeAfter room={room} />
        </Panel>
        <Panel title={t('meeting.outcomes')} flush>
          <Outcomes room={room} />
        </Panel>
      </div>
      <ConfirmDialog
        open={reopening}
        title={t('meeting.reopenAsk')}
        confirm={t('meeting.reopen')}
        busy={reopen.isPending}
        disabledReason={reason.trim() === '' ? t('meeting.reopenReason') : null}
        onCancel={endReopening}
        onConfirm={() => void reopenNow()}
      >
        <Textarea
          label={t('meeting.reopenReason')}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <ApprovalFields approval={approval} />
        <Refusal error={reopen.error} />
      </ConfirmDialog>
    </ScreenLayout>
  )
}

/** What the chair approved of this meeting; nothing where nobody is named. */
function Approvals({ room: { meeting } }: { readonly room: RoomData }) {
  const t = useT()
  const { named } = useUsers()
  const list = useCall('approvals.list', { periodId: meeting.periodId }, { enabled: named })
  if (!named || list.data === undefined) return null
  return (
    <Panel title={t('users.approvals')}>
      <ApprovalsList approvals={list.data.filter((row) => row.meetingId === meeting.id)} />
    </Panel>
  )
}

function BeforeAfter({ room }: { readonly room: RoomData }) {
  const t = useT()
  const { before, after, total } = room.distribution
  const order = predicates.toReversed()
  const unrated = (counts: typeof before) => order.reduce((left, predicate) => left - (counts[predicate] ?? 0), total)
  return (
    <table className={cx(styles.list, styles.counts)}>
      <thead>
        <tr>
          <td />
          {order.map((predicate) => (
            <th key={predicate} scope="col" className={styles.right}>
              <PredicateMark value={predicate} size="cell" />
            </th>
          ))}
          <th scope="col" className={styles.right}>
            {t('meeting.unrated')}
          </th>
          <th scope="col" className={styles.right}>
            {t('meeting.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {(
          [
            ['before', before],
            ['after', after],
          ] as const
        ).map(([row, counts]) => (
          <tr key={row}>
            <th scope="row">{t(`meeting.${row}`)}</th>
            {order.map((predicate) => (
              <td key={predicate} className={styles.right}>
                {counts[predicate] ?? 0}
              </td>
            ))}
            <td className={styles.right}>{unrated(counts)}</td>
            <td className={styles.right}>{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcomes({ room }: { readonly room: RoomData }) {
  const t = useT()
  const told = room.items.filter(
    (item) => item.outcome === 'change' || item.outcome === 'proposal' || item.state !== 'decided',
  )
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{t('meeting.employee')}</th>
          <th scope="col">{t('meeting.before')}</th>
          <th scope="col">{t('meeting.after')}</th>
          <th scope="col">{t('meeting.decision')}</th>
        </tr>
      </thead>
      <tbody>
        {told.map((item) => (
          <tr key={item.id}>
            <PersonHead item={item} />
            <PredicateCell value={item.originalPredicate} none={t('meeting.notRated')} />
            <PredicateCell
              value={item.finalPredicate}
              none={t(item.outcome === null ? 'meeting.undecided' : 'meeting.notRated')}
            />
            <td>
              {item.outcome === null ? (
                <State tone="attention">
                  {t(item.state === 'deferred' ? 'meeting.deferredGroup' : 'meeting.undecided')}
                </State>
              ) : (
                <State tone={item.outcome === 'change' ? 'confirmed' : 'information'}>
                  {t(`meeting.outcome-${item.outcome}`)}
                </State>
              )}
              {item.outcome !== 'proposal' || item.consent === 'declined' ? null : (
                <LaterConsent meetingId={room.meeting.id} employeeId={item.employeeId} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface LaterConsentProps {
  readonly meetingId: RoomData['meeting']['id']
  readonly employeeId: RoomItem['employeeId']
}

/** The supervisor's written answer to a proposal that was still open when the meeting closed. */
function LaterConsent({ meetingId, employeeId }: LaterConsentProps) {
  const t = useT()
  const consent = useCommand('meetings.setConsent', { success: t('meeting.recorded') })
  const answer = (given: 'agreed' | 'declined') =>
    consent.mutate({ meetingId, employeeId, consent: given, consentWay: 'written' })
  return (
    <span className={styles.consentButtons}>
      <Action size="small" icon={IconCheck} busy={consent.isPending} onClick={() => answer('agreed')}>
        {t('meeting.giveConsent')}
      </Action>
      <Action size="small" icon={IconX} busy={consent.isPending} onClick={() => answer('declined')}>
        {t('meeting.declineConsent')}
      </Action>
    </span>
  )
}
