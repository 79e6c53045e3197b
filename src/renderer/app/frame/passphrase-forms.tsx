import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import {
  emptyProtection,
  passphraseProblem,
  protectionProblem,
  protectionToSave,
} from '#renderer/ui/protection/protection-draft.ts'
import { NewPassphraseFields, ProtectionFields } from '#renderer/ui/protection/protection-fields.tsx'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { type FormProps, SecretTask, TaskBody, type TaskProps } from './protection-task.tsx'

/** Encrypts the open file from now on. */
export function AddForm({ onClose }: FormProps) {
  const t = useT()
  const { workspace } = useWorkspace()
  const [draft, setDraft] = useState(emptyProtection)
  const add = useSecretCommand('protection.add')
  const duty = useDutyReason('protection.add')
  const problem = protectionProblem(draft)
  const run = async (): Promise<void> => {
    if ((await add.run(protectionToSave(draft))) === null) return
    notify(t('protection.added'))
    onClose()
  }
  return (
    <TaskBody
      text={t('protection.addText')}
      command={add}
      confirm={t('protection.add')}
      disabledReason={duty ?? (problem === null ? null : t(problem))}
      onConfirm={run}
      leave={t('common.cancel')}
      onLeave={onClose}
    >
      <Banner tone="information">{t('protection.plainState')}</Banner>
      <ProtectionFields autoFocus value={draft} onChange={setDraft} fileName={workspace.fileName} />
    </TaskBody>
  )
}

export function ChangeForm({ onClose, onBack }: TaskProps) {
  const t = useT()
  const [secret, setSecret] = useState('')
  const [draft, setDraft] = useState({ passphrase: '', again: '' })
  const change = useSecretCommand('protection.changePassphrase')
  const problem = secret === '' ? 'protection.secretFirst' : passphraseProblem(draft)
  const run = async (): Promise<void> => {
    if ((await change.run({ secret, passphrase: draft.passphrase })) === null) return
    notify(t('protection.changed'))
    onClose()
  }
  return (
    <TaskBody
      text={t('protection.changeText')}
      command={change}
      confirm={t('protection.change')}
      disabledReason={problem === null ? null : t(problem)}
      onConfirm={run}
      onLeave={onBack}
    >
      <SecretInput autoFocus label={t('protection.current')} value={secret} onChange={setSecret} />
      <NewPassphraseFields value={draft} onChange={setDraft} />
    </TaskBody>
  )
}

export function RemoveForm({ onClose, onBack }: TaskProps) {
  const t = useT()
  const remove = useSecretCommand('protection.remove')
  return (
    <SecretTask
      danger
      text={t('protection.removeText')}
      confirm={t('protection.remove')}
      command={remove}
      onBack={onBack}
      onConfirm={async (secret) => {
        if ((await remove.run({ secret })) === null) return
        notify(t('protection.removed'), { tone: 'attention' })
        onClose()
      }}
    />
  )
}
