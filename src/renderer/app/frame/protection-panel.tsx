import { Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { CallName } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { call, shell } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { type SecretCommand, useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import {
  emptyProtection,
  passphraseProblem,
  protectionProblem,
  protectionToSave,
  recoveryProblem,
} from '#renderer/ui/protection/protection-draft.ts'
import { NewPassphraseFields, ProtectionFields } from '#renderer/ui/protection/protection-fields.tsx'
import { RecoveryKeyCard } from '#renderer/ui/protection/recovery-key-card.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './agency-dialogs.module.css'
import ownStyles from './protection-panel.module.css'

type Task = 'change' | 'recovery' | 'withdraw' | 'remove' | 'copy'

interface FormProps {
  readonly onClose: () => void
}

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

function AddForm({ onClose }: FormProps) {
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

interface TaskProps extends FormProps {
  readonly onBack: () => void
}

function ChangeForm({ onClose, onBack }: TaskProps) {
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

function RecoveryForm({ onClose, onBack, replaces }: TaskProps & { readonly replaces: boolean }) {
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

function WithdrawForm({ onClose, onBack }: TaskProps) {
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

function RemoveForm({ onClose, onBack }: TaskProps) {
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

/** Asked twice: first what such a copy is, then the passphrase and a statement to answer for it. */
function PlainCopyForm({ onClose, onBack }: TaskProps) {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const [understood, setUnderstood] = useState(false)
  const copy = useSecretCommand('protection.plainCopy')
  if (!asked) {
    return (
      <div className={styles.body}>
        <h3 className={ownStyles.task}>{t('protection.plainCopy')}</h3>
        <Banner tone="attention" title={t('protection.plainCopyFirst')}>
          {t('protection.plainCopyFirstDetail')}
        </Banner>
        <div className={styles.buttons}>
          <Action onClick={onBack}>{t('common.back')}</Action>
          <Action kind="danger" onClick={() => setAsked(true)}>
            {t('protection.plainCopyGoOn')}
          </Action>
        </div>
      </div>
    )
  }
  const run = async (secret: string): Promise<void> => {
    const path = await shell().saveFileDialog({
      purpose: 'copy',
      title: t('protection.plainCopyTitle'),
      defaultName: `${t('protection.plainCopyName')}.timbang`,
      extension: 'timbang',
    })
    if (path === null || (await copy.run({ secret, path })) === null) return
    notify(t('protection.plainCopied'), { tone: 'attention' })
    onClose()
  }
  return (
    <SecretTask
      danger
      title={t('protection.plainCopy')}
      text={t('protection.plainCopyFirstDetail')}
      confirm={t('protection.plainCopySave')}
      command={copy}
      onBack={onBack}
      onConfirm={run}
      reason={understood ? null : t('protection.plainCopyNotUnderstood')}
    >
      <Checkbox
        size="sm"
        label={t('protection.plainCopyUnderstood')}
        checked={understood}
        onChange={(event) => setUnderstood(event.currentTarget.checked)}
      />
    </SecretTask>
  )
}

interface SecretTaskProps {
  readonly title?: string
  readonly text: string
  readonly confirm: string
  readonly danger?: boolean
  readonly command: SecretCommand<CallName>
  readonly reason?: string | null
  readonly onConfirm: (secret: string) => Promise<void>
  readonly onBack: () => void
  readonly children?: ReactNode
}

/** A task that asks for nothing but the present secret. */
function SecretTask(props: SecretTaskProps) {
  const { title, text, confirm, danger, command, reason, onConfirm, onBack, children } = props
  const t = useT()
  const [secret, setSecret] = useState('')
  return (
    <TaskBody
      {...(title === undefined ? {} : { title })}
      text={text}
      command={command}
      confirm={confirm}
      danger={danger ?? false}
      disabledReason={secret === '' ? t('protection.secretFirst') : (reason ?? null)}
      onConfirm={() => onConfirm(secret)}
      onLeave={onBack}
    >
      <SecretInput autoFocus label={t('protection.current')} value={secret} onChange={setSecret} />
      {children}
    </TaskBody>
  )
}

interface TaskBodyProps {
  /** Which task this is; without one the words of its button say it. */
  readonly title?: string
  readonly text: string
  readonly confirm: string
  readonly danger?: boolean
  readonly disabledReason: string | null
  readonly command: Pick<SecretCommand<CallName>, 'isPending' | 'error'>
  readonly onConfirm: () => Promise<void>
  /** Words of the button that changes nothing, where there are no other tasks to go back to. */
  readonly leave?: string
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** What happens, the fields, why it was refused, and the two buttons. */
function TaskBody(props: TaskBodyProps) {
  const { title, text, confirm, danger, disabledReason, command, onConfirm, leave, onLeave, children } = props
  const t = useT()
  return (
    <div className={styles.body}>
      {leave === undefined ? <h3 className={ownStyles.task}>{title ?? confirm}</h3> : null}
      <p className={styles.text}>{text}</p>
      {children}
      <Refusal error={command.error} title={t('common.refusedTitle')} />
      <div className={styles.buttons}>
        <Action onClick={onLeave}>{leave ?? t('common.back')}</Action>
        <Action
          kind={danger === true ? 'danger' : 'primary'}
          disabledReason={disabledReason}
          busy={command.isPending}
          onClick={() => void onConfirm()}
        >
          {confirm}
        </Action>
      </div>
    </div>
  )
}
