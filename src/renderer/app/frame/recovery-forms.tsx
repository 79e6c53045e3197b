import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { emptyProtection, recoveryProblem } from '#renderer/ui/protection/protection-draft.ts'
import { RecoveryKeyCard } from '#renderer/ui/protection/recovery-key-card.tsx'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { SecretTask, TaskBody, type TaskProps } from './protection-task.tsx'

export function RecoveryForm({ onClose, onBack, replaces }: TaskProps & { readonly replaces: boolean }) {
  const t = useT()
  const { workspace } = useWorkspace()
  const [secret, setSecret] = useState('')
  const [part, setPart] = useState({ recoveryKey: emptyProtection.recoveryKey, lastGroup: '' })
  const save = useSecretCommand('protection.setRecoveryKey')
  const problem = secret === '' ? 'protection.secretFirst' : recoveryProblem({ ...part, recovery: true })
  const run = async (): Promise<void> => {
    if ((await save.run({ secret, recoveryKey: part.recoveryKey })) === null) return
    notify(t('protection.recoverySaved'))
    onClose()
  }
  return (
    <TaskBody
      text={t(replaces ? 'protection.recoveryReplaceText' : 'protection.recoveryMakeText')}
      command={save}
      confirm={t(replaces ? 'protection.recoveryReplace' : 'protection.recoveryMake')}
      disabledReason={problem === null ? null : t(problem)}
      onConfirm={run}
      onLeave={onBack}
    >
      <SecretInput autoFocus label={t('protection.current')} value={secret} onChange={setSecret} />
      <RecoveryKeyCard value={part} onChange={setPart} fileName={workspace.fileName} />
    </TaskBody>
  )
}

export function WithdrawForm({ onClose, onBack }: TaskProps) {
  const t = useT()
  const withdraw = useSecretCommand('protection.setRecoveryKey')
  return (
    <SecretTask
      text={t('protection.recoveryWithdrawText')}
      confirm={t('protection.recoveryWithdraw')}
      command={withdraw}
      onBack={onBack}
      onConfirm={async (secret) => {
        if ((await withdraw.run({ secret, recoveryKey: null })) === null) return
        notify(t('protection.recoveryWithdrawn'))
        onClose()
      }}
    />
  )
}
