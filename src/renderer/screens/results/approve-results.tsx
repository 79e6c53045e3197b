import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { ApprovalDialog } from '#renderer/ui/users/approval-dialog.tsx'
import { useApproval } from '#renderer/ui/users/approval-fields.tsx'
import { ApprovalsList } from '#renderer/ui/users/approvals-list.tsx'
import { useDutyReason, useUsers } from '#renderer/ui/users/use-users.ts'
import styles from './results.module.css'

interface ApproveResultsProps {
  readonly periodId: CallOutput<'workspace.addPeriod'>['periodId']
  readonly meeting: CallOutput<'meetings.list'>[number] | null
}

/** What the chair approved, whether it still stands, and the approval of the results. Not there while nobody is named. */
export function ApproveResults({ periodId, meeting }: ApproveResultsProps) {
  const t = useT()
  const { named } = useUsers()
  const list = useCall('approvals.list', { periodId }, { enabled: named })
  const [asking, setAsking] = useState(false)
  const approval = useApproval()
  const approve = useSecretCommand('approvals.approveResults')
  const duty = useDutyReason('approvals.approveResults')
  if (!named || list.data === undefined) return null
  const closed = meeting?.state === 'closed'
  const end = (): void => {
    approval.clear()
    approve.forget()
    setAsking(false)
  }
  const onConfirm = async (): Promise<void> => {
    if (meeting === null) return
    if ((await approve.run({ meetingId: meeting.id, ...approval.given })) === null) return
    notify(t('users.approved'))
    end()
  }
  return (
    <section className={styles.approvals} aria-label={t('users.approvals')}>
      <header>
        <b>{t('users.approvals')}</b>
        <Action
          size="small"
          icon={IconRosetteDiscountCheck}
          disabledReason={duty ?? (closed ? null : t('results.because-meeting-open'))}
          onClick={() => setAsking(true)}
        >
          {t('users.approveResults')}
        </Action>
      </header>
      <ApprovalsList approvals={list.data.filter((row) => row.meetingId === null || row.meetingId === meeting?.id)} />
      <ApprovalDialog
        open={asking}
        title={t('users.approveResultsTitle')}
        confirm={t('users.approve')}
        busy={approve.isPending}
        error={approve.error}
        approval={approval}
        onConfirm={() => void onConfirm()}
        onCancel={end}
      >
        {t('users.approveResultsText')}
      </ApprovalDialog>
    </section>
  )
}
