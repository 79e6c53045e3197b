import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './agency-dialogs.module.css'
import { AddForm, ChangeForm, RemoveForm } from './passphrase-forms.tsx'
import { PlainCopyForm } from './plain-copy-form.tsx'
import ownStyles from './protection-panel.module.css'
import type { FormProps } from './protection-task.tsx'
import { RecoveryForm, WithdrawForm } from './recovery-forms.tsx'

type Task = 'change' | 'recovery' | 'withdraw' | 'remove' | 'copy'

/** Encryption of the open file: adding it, and everything one can do with it afterwards. */
export function ProtectionPanel({ onClose }: FormProps) {
  const t = useT()
  const { workspace } = useWorkspace()
  const state = useCall('protection.state', {})
  const [task, setTask] = useState<Task | null>(null)
  const back = (): void => setTask(null)
  return (
    <QueryView query={state} lines={3}>
      {({ encrypted, hasRecoveryKey }) => {
        if (workspace.readOnly) return <Banner tone="information">{t('protection.readOnly')}</Banner>
        if (!encrypted) return <AddForm onClose={onClose} />
        if (task === 'change') return <ChangeForm onClose={onClose} onBack={back} />
        if (task === 'recovery') return <RecoveryForm onClose={onClose} onBack={back} replaces={hasRecoveryKey} />
        if (task === 'withdraw') return <WithdrawForm onClose={onClose} onBack={back} />
        if (task === 'remove') return <RemoveForm onClose={onClose} onBack={back} />
        if (task === 'copy') return <PlainCopyForm onClose={onClose} onBack={back} />
        return <Overview hasRecoveryKey={hasRecoveryKey} onTask={setTask} />
      }}
    </QueryView>
  )
}

function Overview(props: { readonly hasRecoveryKey: boolean; readonly onTask: (task: Task) => void }) {
  const t = useT()
  const { hasRecoveryKey, onTask } = props
  const keys = useDutyReason('protection.changePassphrase')
  const recovery = useDutyReason('protection.setRecoveryKey')
  const copies = useDutyReason('protection.plainCopy')
  const removal = useDutyReason('protection.remove')
  return (
    <div className={styles.body}>
      <Banner tone="confirmed">{t('protection.sealedState')}</Banner>
      <AutoLockField />
      <section className={ownStyles.tasks} aria-label={t('protection.choose')}>
        <Action disabledReason={keys} onClick={() => onTask('change')}>
          {t('protection.change')}
        </Action>
        <Action disabledReason={recovery} onClick={() => onTask('recovery')}>
          {t(hasRecoveryKey ? 'protection.recoveryReplace' : 'protection.recoveryMake')}
        </Action>
        {hasRecoveryKey ? (
          <Action disabledReason={recovery} onClick={() => onTask('withdraw')}>
            {t('protection.recoveryWithdraw')}
          </Action>
        ) : null}
        <Action disabledReason={copies} onClick={() => onTask('copy')}>
          {t('protection.plainCopy')}
        </Action>
        <Action kind="danger" disabledReason={removal} onClick={() => onTask('remove')}>
          {t('protection.remove')}
        </Action>
      </section>
    </div>
  )
}

const autoLockChoices = ['5', '10', '30', '0'] as const

/** A habit of this laptop, like the theme. */
function AutoLockField() {
  const t = useT()
  const preferences = useCall('preferences.get', {})
  const keep = async (choice: (typeof autoLockChoices)[number]): Promise<void> => {
    const autoLockMinutes = { '0': 0, '5': 5, '10': 10, '30': 30 }[choice] as 0 | 5 | 10 | 30
    // A habit that could not be kept stays as it was, and the choice shows it.
    await call('preferences.set', { autoLockMinutes }).catch(() => undefined)
    await preferences.refetch()
  }
  const chosen = String(preferences.data?.autoLockMinutes ?? 10)
  return (
    <div className={ownStyles.autoLock}>
      <span className={ownStyles.caption}>{t('protection.autoLock')}</span>
      <Segmented
        label={t('protection.autoLock')}
        value={autoLockChoices.find((choice) => choice === chosen) ?? null}
        onChange={(choice) => void keep(choice)}
        options={autoLockChoices.map((value) => ({ value, label: t(`protection.autoLock${value}`) }))}
      />
      <p className={styles.text}>{t('protection.autoLockNote')}</p>
    </div>
  )
}
